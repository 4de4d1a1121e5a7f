import { readLive, type Section } from '../../desired/cli/section';
import { parseTree, type Node } from '../../desired/cli/tree';
import type { Live, SecretBook } from '../../desired/item';
import { fail } from '../../kernel/problem';
import { isLogLine } from '../../wire/device-words';
import { lookup } from './grammar/lookup';

/** `: Saved`, `: Serial Number: …`: what an ASA says of the file and not in it. */
const isRemark = (line: string): boolean => /^:(?! end)/.test(line);

/** The configuration of what the ASA prints, or a refusal: what is cut short must never plan a deletion. */
export const configurationOf = (shown: string, target: string): readonly Node[] => {
  const lines = shown.replaceAll('\r', '').split('\n');
  const roots = parseTree(lines.filter((line) => !isRemark(line) && !isLogLine(line)).join('\n'));
  if (roots.length === 0)
    return fail(
      'device.empty',
      target,
      'the ASA shows an empty running configuration: nothing is planned on such a reading',
      'log in by hand and look; try again when `more system:running-config` answers',
    );
  const end = roots.findIndex((node) => node.text === ': end');
  if (end === -1)
    return fail(
      'device.truncated',
      target,
      'the running configuration is cut short (no `: end`): nothing is planned on such a reading',
      'try again; if it stays so, look at the connection and at the ASA',
    );
  return roots.slice(0, end);
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
  for (const root of roots) {
    const found = lookup.nounOfLine(root.text);
    if (found === undefined) continue;
    const { grammar, header } = found;
    const several = grammar.form === 'statements';
    const section = readLive(grammar, header, several ? [root] : root.children, book, wanted);
    const before = several ? live.get(header.header) : undefined;
    live.set(header.header, before ? { ...section, entries: [...before.entries, ...section.entries] } : section);
  }
  return live;
};
