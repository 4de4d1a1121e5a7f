import { withoutBanners } from './banners';
import { isLogLine } from '../../wire/device-words';
import { nounOfLine, oneLine } from './grammar/lookup';
import { rawConfig } from './grammar/raw';
import { asItIs } from '../../desired/cli/entry';
import { fail } from '../../kernel/problem';
import type { Live, SecretBook } from '../../desired/item';
import { readLive, type Section } from '../../desired/cli/section';
import { parseTree, type Node } from '../../desired/cli/tree';

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
 * Blocks that were read before, by their text: a device is read two or three times in one run, and most of it is as it
 * was. A block with a secret is read each time, because what it means depends on what is declared.
 */
const readBefore = new Map<string, Section>();
const textOf = (node: Node): string =>
  node.children.length === 0 ? node.text : `${node.text}\n${node.children.map(textOf).join('\n')}\u0000`;

const readBlock = (root: Node, book: SecretBook, read: (book: SecretBook) => Section): Section => {
  const text = textOf(root);
  const known = readBefore.get(text);
  if (known !== undefined) return known;
  let secret = false;
  const judge: SecretBook['judge'] = (...asked) => {
    secret = true;
    return book.judge(...asked);
  };
  const section = read({ ...book, judge });
  if (readBefore.size > 20_000) readBefore.clear();
  if (!secret) readBefore.set(text, section);
  return section;
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
    const read = (judging: SecretBook): Section => readLive(grammar, header, nodes, judging, wanted);
    const section = grammar.form === 'section' ? readBlock(root, book, read) : read(book);
    const before = grammar.form === 'statements' ? live.get(header.header) : undefined;
    live.set(header.header, joined(before, section));
  }
  return live;
};
