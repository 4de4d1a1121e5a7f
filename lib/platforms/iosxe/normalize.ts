import { withoutBanners } from './banners';
import { isBroadcast, isLogLine } from '../../wire/device-words';
import { nounOfLine, oneLine } from './grammar/lookup';
import { withNumberedLists } from './numbered-lists';
import { rawConfig } from './grammar/raw';
import { asItIs } from '../../desired/cli/entry';
import { fail } from '../../kernel/problem';
import type { Live, SecretBook } from '../../desired/item';
import { readLive, type Section } from '../../desired/cli/section';
import { parseTree, type Node } from '../../desired/cli/tree';

/** What the device says to its terminals in between is no configuration. */
const withoutMessages = (text: string): string =>
  text.includes('%') || text.includes('***')
    ? text
        .split('\n')
        .filter((line) => !isBroadcast(line) && (!line.includes('%') || !isLogLine(line)))
        .join('\n')
    : text;

/** The configuration of what `show running-config` prints, or a refusal: what is cut short must never plan a deletion. */
export const configurationOf = (shown: string, target: string): readonly Node[] => {
  const roots = parseTree(withoutBanners(withoutMessages(shown.replaceAll('\r', ''))));
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
 * Blocks that were read before, by their first line: a device is read two or three times in one run, and most of it is
 * as it was. A block with a secret is read each time, because what it means depends on what is declared.
 */
const readBefore = new Map<string, { readonly root: Node; readonly section: Section }>();
const sameLines = (a: readonly Node[], b: readonly Node[]): boolean =>
  a.length === b.length && a.every((node, i) => node.text === b[i]!.text && sameLines(node.children, b[i]!.children));

/** Reads a block and keeps it for the next time, unless a secret was judged. */
const readBlock = (root: Node, book: SecretBook, read: (book: SecretBook) => Section): Section => {
  let secret = false;
  const judge: SecretBook['judge'] = (...asked) => {
    secret = true;
    return book.judge(...asked);
  };
  const section = read({ ...book, judge });
  if (readBefore.size > 50_000) readBefore.clear();
  if (!secret) readBefore.set(root.text, { root, section });
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
  for (const printed of withNumberedLists(roots)) {
    const before = readBefore.get(printed.text);
    if (before !== undefined && sameLines(before.root.children, printed.children)) {
      live.set(before.section.header, before.section);
      continue;
    }
    const root = oneLine(printed);
    const found = nounOfLine(root.text, (header) => wanted(header) !== undefined);
    if (found === undefined) {
      for (const raw of asText(root, wanted)) live.set(raw.header, joined(live.get(raw.header), raw));
      continue;
    }
    const { grammar, header } = found;
    const nodes = grammar.form === 'statements' ? [root] : root.children;
    const read = (judging: SecretBook): Section => readLive(grammar, header, nodes, judging, wanted);
    const lasting = grammar.form === 'section' && !grammar.partial;
    const section = lasting ? readBlock(printed, book, read) : read(book);
    const above = grammar.form === 'statements' ? live.get(header.header) : undefined;
    live.set(header.header, joined(above, section));
  }
  return live;
};
