import { countsTogether } from '../../desired/cli/decisive';
import type { Fields } from '../../desired/cli/grammar';
import { isKnownLine, type KnownLines } from '../../desired/cli/known-lines';
import type { Found, Lookup } from '../../desired/cli/lookup';
import { readNoun } from '../../desired/cli/read-noun';
import { recognise } from '../../desired/cli/section';
import type { Node } from '../../desired/cli/tree';
import { groupBy } from '../../kernel/group';
import { otherSecret, withoutLogin } from '../../model/secret';
import type { Inspection } from '../../contract/platform';
import { counted, sectionOf } from './counted';
import { rememberSecrets } from './shown-secrets';

const fieldsOf = (found: Found | undefined): Fields<Record<string, unknown>> | undefined =>
  found?.grammar.form === 'section' ? found.grammar.fields : undefined;

/** A line that lost its indent belongs to the section above when it means nothing at the top level and something there. */
export const reparented = (roots: readonly Node[], { nounOfLine }: Lookup): readonly Node[] => {
  const kept: Node[] = [];
  for (const root of roots) {
    const above = kept[kept.length - 1];
    const fields = above && nounOfLine(root.text) === undefined ? fieldsOf(nounOfLine(above.text)) : undefined;
    if (above && fields && !('miss' in recognise(fields, root.text)))
      kept[kept.length - 1] = { ...above, children: [...above.children, { ...root, children: [] }, ...root.children] };
    else kept.push(root);
  }
  return kept;
};

/** Quoted text is one node on several lines. */
const linesIn = (node: Node): readonly { readonly line: number; readonly text: string }[] =>
  node.text.split('\n').map((text, at) => ({ line: node.line + at, text }));

const flat = (nodes: readonly Node[]): readonly Node[] => nodes.flatMap((node) => [node, ...flat(node.children)]);
const span = (nodes: readonly Node[]): readonly [number, number] => {
  const lines = flat(nodes)
    .flatMap(linesIn)
    .map(({ line }) => line);
  return [Math.min(...lines), Math.max(...lines)];
};

const isShownSecret = (value: object): boolean =>
  typeof (value as { text?: unknown }).text === 'string' &&
  Object.keys(value).every((key) => key === 'text' || key === 'type');

/** What a device shows of a secret is not shown again, whatever its encryption. */
const withoutSecrets = (value: unknown): unknown => {
  if (typeof value === 'string') return withoutLogin(value);
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (typeof value !== 'object' || value === null) return value;
  if (isShownSecret(value)) return otherSecret;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, withoutSecrets(member)]));
};

const closer = 'exit-address-family';
/** The lines `exit-address-family` by the line of the block that they stand in: they close it and are not part of its tree. */
const closersIn = (lines: readonly string[], roots: readonly Node[]): ReadonlyMap<number, readonly Node[]> =>
  new Map(
    roots.map((root, i) => {
      const below = lines.slice(root.line, (roots[i + 1]?.line ?? lines.length + 1) - 1);
      const closers = below.flatMap((line, at) => (line.trim() === closer ? [root.line + at + 1] : []));
      return [root.line, closers.map((line) => ({ text: closer, children: [], line }))];
    }),
  );

type Closers = ReadonlyMap<number, readonly Node[]>;

/** The lines above each line, from the top, by its number. */
const placesOf = (roots: readonly Node[], closers: Closers): ReadonlyMap<number, readonly string[]> => {
  const places = new Map<number, readonly string[]>();
  const walk = (node: Node, above: readonly string[]): void => {
    places.set(node.line, above);
    if (node.children.length === 0) return;
    const path = [...above, node.text];
    node.children.forEach((child) => walk(child, path));
  };
  for (const root of roots) {
    walk(root, []);
    for (const { line } of closers.get(root.line)!) places.set(line, [root.text]);
  }
  return places;
};

type Read = Inspection['nouns'][number];
type ReadNoun = NonNullable<ReturnType<typeof readNoun>>;

type Unread = ReadonlyMap<string, readonly Node[]>;

/**
 * The lines for which a noun would say something else than the device: those that decide and cannot be read, or all where
 * nothing of its block can. None: it says the same.
 */
const unreadIn = ({ grammar, header }: Found, read: ReadNoun, unread: Unread): readonly Node[] => {
  if (grammar.form !== 'section' && grammar.form !== 'statements') return [];
  if (read.undecided) return read.undecided;
  if (grammar.form === 'statements') return (countsTogether(grammar.decides) && unread.get(header.header)) || [];
  const own = new Set(Object.keys(header.noun));
  return Object.keys(read.noun).every((field) => own.has(field)) ? read.unknown : [];
};

interface Matched {
  readonly node: Node;
  readonly match: Found;
}

/** Each block as it was read, on one line or not, and the noun that it is. */
type Roots = readonly { readonly root: Node; readonly node: Node; readonly match: Found | undefined }[];

/** Statements of one name are one noun; a block is one by itself. */
const grouped = (found: readonly Matched[]): ReadonlyMap<string, readonly Matched[]> =>
  groupBy(found, ({ match, node }) =>
    match.grammar.form === 'statements' ? match.header.header : `${match.header.header} ${node.line}`,
  );

/** In which section each line stands. */
const topsOf = (all: Roots, closers: Closers, known: KnownLines): ReadonlyMap<number, string> =>
  new Map(
    all.flatMap(({ root, node, match }) => {
      const section = sectionOf(node.text, match, known);
      const lines = [...flat([root]).flatMap(linesIn), ...closers.get(root.line)!];
      return lines.map(({ line }): [number, string] => [line, section]);
    }),
  );

/**
 * The nouns of a configuration, and the lines that none of them has. `kept` are lines that
 * are understood, and stand beside one that is not in a noun of which each line counts.
 */
const nounsIn = (all: Roots, closers: Closers, { wholeOf }: Lookup) => {
  const [rest, kept]: [Node[], Node[]] = [[], []];
  const unread = new Map<string, Node[]>();
  const unreadable: Inspection['unreadable'][number][] = [];
  const found = all.flatMap(({ node, match }) => {
    if (match !== undefined) return [{ node, match }];
    rest.push(...flat([node]), ...closers.get(node.line)!);
    const whole = wholeOf(node.text);
    if (whole !== undefined) unread.set(whole.header.header, [...(unread.get(whole.header.header) ?? []), node]);
    return [];
  });
  const nouns = [...grouped(found).values()].flatMap((group): readonly Read[] => {
    const { match } = group[0]!;
    const nodes = group.map(({ node }) => node);
    const read = readNoun(match.grammar, nodes);
    const closing = nodes.flatMap((node) => closers.get(node.line)!);
    rest.push(...(read === undefined ? [...flat(nodes), ...closing] : flat(read.unknown)));
    if (read === undefined) return [];
    const { name, ...props } = withoutSecrets(read.noun) as { name?: string };
    rememberSecrets(props, read.noun);
    const place = { kind: match.kind, name: name ?? match.kind, lines: span([...nodes, ...closing]) };
    const missed = unreadIn(match, read, unread);
    if (missed.length === 0) return [{ ...place, props }];
    const unknown = new Set(flat(read.unknown));
    kept.push(...flat(nodes).filter((node) => !unknown.has(node)), ...closing);
    unreadable.push({ ...place, unread: missed.map(({ line }) => line) });
    return [];
  });
  return { nouns, rest, kept, unreadable };
};

/**
 * What a running-config says in nouns, and every line that no noun knows: those of `known` are what a device of this
 * platform prints, and nothing here manages; the others are unknown. Nothing is lost: each line is in one of the three.
 * `apart` are lines that are known to be no configuration, like banners; `lines` are those of the file.
 */
export const inspectRoots = (
  roots: readonly Node[],
  lines: readonly string[],
  apart: readonly { readonly line: number; readonly text: string }[],
  lookup: Lookup,
  known: KnownLines,
): Inspection => {
  const closers = closersIn(lines, roots);
  const all = roots.map((root) => {
    const node = lookup.oneLine(root);
    return { root, node, match: lookup.nounOf(node) };
  });
  const { nouns, rest, kept, unreadable } = nounsIn(all, closers, lookup);
  const places = placesOf(roots, closers);
  const isKnown = (node: Node): boolean => isKnownLine(known, [...(places.get(node.line) ?? []), node.text]);
  const byLine = (all: readonly { readonly line: number; readonly text: string }[]) =>
    [...all].sort((a, b) => a.line - b.line);
  const unmanaged = byLine([...[...kept, ...rest.filter(isKnown)].flatMap(linesIn), ...apart]);
  const unknown = byLine(rest.filter((node) => !isKnown(node)).flatMap(linesIn));
  const sections: Inspection['sections'] = () => counted(topsOf(all, closers, known), unmanaged, unknown);
  return { nouns, unreadable, unmanaged, unknown, sections };
};
