import { isLogLine } from './device-words';
import { nounOfLine, oneLine } from './grammar/lookup';
import { rawConfig } from './grammar/raw';
import { asItIs } from '../../desired/cli/entry';
import { fail } from '../../kernel/problem';
import type { Live, SecretBook } from '../../desired/item';
import { readLive, type Section } from '../../desired/cli/section';
import { parseTree, type Node } from '../../desired/cli/tree';

const banner = /^banner \S+ (\^C|\S)/;

/** Banner text can look like commands; it is no configuration of ours. */
export const withoutBanners = (text: string): string => {
  let delimiter: string | undefined;
  const kept: string[] = [];
  for (const line of text.split('\n')) {
    if (delimiter !== undefined) {
      if (line.includes(delimiter)) delimiter = undefined;
      kept.push('');
      continue;
    }
    const begins = line.startsWith('banner ') ? banner.exec(line) : null;
    if (begins && !line.slice(begins[0].length).includes(begins[1]!)) delimiter = begins[1];
    kept.push(begins ? '' : line);
  }
  return kept.join('\n');
};

/** The configuration of what `show running-config` prints, or a refusal: what is cut short must never plan a deletion. */
export const configurationOf = (shown: string, target: string): readonly Node[] => {
  const lines = shown.replaceAll('\r', '').split('\n');
  const text = withoutBanners(lines.filter((line) => !line.includes('%') || !isLogLine(line)).join('\n'));
  const roots = parseTree(text);
  if (roots.length === 0)
    return fail(
      'device.empty',
      target,
      'the device shows an empty running-config: nothing is planned on such a reading',
      'log in by hand and look; try again when `show running-config` answers',
    );
  const end = roots.findIndex((node) => node.text === 'end');
  if (end === -1)
    return fail(
      'device.truncated',
      target,
      'the running-config is cut short (no `end`): nothing is planned on such a reading',
      'try again; if it stays so, look at the connection and at the device',
    );
  return roots.slice(0, end);
};

const joined = (before: Section | undefined, section: Section): Section =>
  before === undefined ? section : { ...section, entries: [...before.entries, ...section.entries] };

/** A line or a block that no noun knows, where raw configuration is declared for it. */
const asText = (root: Node, wanted: (header: string) => Section | undefined): readonly Section[] => {
  const block = wanted(root.text);
  if (block !== undefined) return [{ ...block, entries: root.children.map(asItIs) }];
  const lines = wanted(rawConfig.as!);
  return lines === undefined || root.children.length > 0 ? [] : [{ ...lines, entries: [asItIs(root)] }];
};

/**
 * Live sections by their header, in canonical spelling. Lines of no noun are left out: they are nobody's business.
 * `wanted` gives the declared section of a header, so that secrets can be judged against it.
 */
export const normalize = (
  roots: readonly Node[],
  book: SecretBook,
  wanted: (header: string) => Section | undefined,
): Live<Section> => {
  const live = new Map<string, Section>();
  for (const root of roots.map(oneLine)) {
    const found = nounOfLine(root.text, (header) => wanted(header) !== undefined);
    if (found === undefined) {
      for (const raw of asText(root, wanted)) live.set(raw.header, joined(live.get(raw.header), raw));
      continue;
    }
    const { grammar, header } = found;
    const nodes = grammar.form === 'statements' ? [root] : root.children;
    const section = readLive(grammar, header, nodes, book, wanted);
    const before = grammar.form === 'statements' ? live.get(header.header) : undefined;
    live.set(header.header, joined(before, section));
  }
  return live;
};
