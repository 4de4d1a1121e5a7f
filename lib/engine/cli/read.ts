import type { Found, Lookup } from '../../desired/cli/lookup';
import { counted } from '../../desired/cli/entry';
import { readLive, unreadable, type Section } from '../../desired/cli/section';
import type { CliSyntax } from '../../desired/cli/syntax';
import { parseTree, type Node } from '../../desired/cli/tree';
import type { Live, SecretBook } from '../../desired/item';
import { fail } from '../../kernel/problem';

/** What a platform says when it shows its configuration, and what is none. */
export interface Shown {
  /** What shows it: `show running-config`. */
  readonly command: string;
  /** What the platform calls itself: `the ASA`. */
  readonly device: string;
  /** What it shows: `running-config`. */
  readonly what: string;
  /** The line behind the last one. */
  readonly end: string;
  /** What it prints of the configuration and not in it. */
  readonly before: RegExp;
  /** The first line, with major and minor release. */
  readonly begins: RegExp;
  /** Takes out what is not configuration. */
  clean(text: string, target: string): string;
  readonly syntax: CliSyntax;
}

/** What a device shows as a tree, what it prints around the configuration among it. */
export const rootsIn = (text: string, target: string, { clean, syntax }: Shown): readonly Node[] =>
  parseTree(clean(text.replaceAll('\r', ''), target), syntax);

/** The configuration of what a device shows, or a refusal: what is cut short must never plan a deletion. */
export const configurationIn = (text: string, target: string, shown: Shown): readonly Node[] => {
  const { command, device, what } = shown;
  const roots = rootsIn(text, target, shown);
  if (roots.length === 0)
    return fail(
      'device.empty',
      target,
      `${device} shows an empty ${what}: nothing is planned on such a reading`,
      `log in by hand and look; try again when \`${command}\` answers`,
    );
  const end = roots.findIndex((node) => node.text === shown.end);
  if (end === -1)
    return fail(
      'device.truncated',
      target,
      `the ${what} is cut short (no \`${shown.end}\`): nothing is planned on such a reading`,
      `try again; if it stays so, look at the connection and at ${device}`,
    );
  return roots.slice(0, end);
};

type Wanted = (header: string) => Section | undefined;

/** How the lines of a platform are read, where its grammars do not say it. */
export interface Reading {
  readonly lookup: Lookup;
  /** Brings what a release prints in another form into that which is read. */
  prepare?(roots: readonly Node[]): readonly Node[];
  /** What a line or a block of no noun is. Default: nothing, it is left alone. */
  other?(root: Node, wanted: Wanted): readonly Section[];
}

const joined = (before: Section | undefined, section: Section): Section =>
  before === undefined ? section : { ...section, entries: [...before.entries, ...section.entries] };

const sameLines = (a: readonly Node[], b: readonly Node[]): boolean =>
  a.length === b.length && a.every((node, i) => node.text === b[i]!.text && sameLines(node.children, b[i]!.children));

/**
 * Blocks that were read before, by their first line: a device is read two or three times in one run, and most of it is
 * as it was. A block with a secret is read each time, because what it means depends on what is declared.
 */
const memory = () => {
  type Known = Map<string, { readonly root: Node; readonly section: Section }>;
  let known: Known = new Map();
  /** What was read before those: it is forgotten when as many have come again, so that memory has an end. */
  let older: Known = new Map();
  return {
    of: (root: Node): Section | undefined => {
      const before = known.get(root.text) ?? older.get(root.text);
      return before !== undefined && sameLines(before.root.children, root.children) ? before.section : undefined;
    },
    /** Keeps a block that was read for the next time. */
    keep: (root: Node, section: Section): void => {
      if (known.size > 25_000) {
        older = known;
        known = new Map();
      }
      known.set(root.text, { root, section });
    },
  };
};

/** A book that counts how often it was asked. */
const watching = (book: SecretBook) => {
  let count = 0;
  const judge: SecretBook['judge'] = (...asked) => {
    count += 1;
    return book.judge(...asked);
  };
  return { book: { ...book, judge }, asked: () => count };
};

/** A block that means the same whatever is declared. */
const isLasting = ({ grammar }: Found): boolean => grammar.form === 'section' && !grammar.partial;

/**
 * Gives the live sections of a platform's configurations by their header, in canonical spelling. Lines of no noun are
 * left out. `wanted` gives the declared section of a header, so that secrets can be judged against it. `only`: of a
 * file that was read before, so that of other blocks nothing is read but that they are there.
 */
export const readerOf = ({ lookup, prepare = (roots) => roots, other = () => [] }: Reading) => {
  const before = memory();
  return (roots: readonly Node[], book: SecretBook, wanted: Wanted, only = false): Live<Section> => {
    const watched = watching(book);
    const live = new Map<string, Section>();
    const put = (section: Section): void => void live.set(section.header, joined(live.get(section.header), section));
    for (const printed of prepare(roots)) {
      const known = only ? undefined : before.of(printed);
      if (known !== undefined) {
        put(known);
        continue;
      }
      const root = lookup.oneLine(printed);
      const found = lookup.nounOf(root, (header) => wanted(header) !== undefined);
      if (found === undefined) {
        for (const section of other(root, wanted)) put(section);
        const whole = lookup.wholeOf(root.text);
        if (whole !== undefined && wanted(whole.header.header) !== undefined)
          put(unreadable(whole.grammar, whole.header, root));
        continue;
      }
      const isThere = only && found.grammar.form === 'section' && wanted(found.header.header) === undefined;
      const lines = found.grammar.form === 'statements' ? [root] : isThere ? [] : root.children;
      const asked = watched.asked();
      const section = readLive(found.grammar, found.header, lines, watched.book, wanted, only);
      if (!only && isLasting(found) && watched.asked() === asked) before.keep(printed, section);
      // What a platform prints in two blocks of one header is one object.
      put(section);
    }
    for (const [header, section] of live) {
      const entries = counted(section.entries);
      if (entries !== section.entries) live.set(header, { ...section, entries });
    }
    return live;
  };
};
