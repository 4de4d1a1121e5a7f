import type { Fields } from '../../desired/cli/grammar';
import type { Found, Lookup } from '../../desired/cli/lookup';
import { readNoun, recognise } from '../../desired/cli/section';
import type { Node } from '../../desired/cli/tree';
import { groupBy } from '../../kernel/group';
import { otherSecret } from '../../model/secret';
import type { Inspection } from '../../contract/platform';

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
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (typeof value !== 'object' || value === null) return value;
  if (isShownSecret(value)) return otherSecret;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, withoutSecrets(member)]));
};

/** The lines `exit-address-family` by the line of the block that they stand in: they close it and are not part of its tree. */
const closersIn = (lines: readonly string[], roots: readonly Node[]): ReadonlyMap<number, readonly Node[]> =>
  new Map(
    roots.map((root, i) => {
      const below = lines.slice(root.line, (roots[i + 1]?.line ?? lines.length + 1) - 1);
      const closers = below.map((line, at) => ({ text: line.trim(), children: [], line: root.line + at + 1 }));
      return [root.line, closers.filter(({ text }) => text === 'exit-address-family')];
    }),
  );

/**
 * What a running-config says in nouns, and every line that no noun knows. Nothing is lost: each line is in one of the
 * two. `apart` are lines that are known to be no configuration, like banners; `lines` are those of the file.
 */
export const inspectRoots = (
  roots: readonly Node[],
  lines: readonly string[],
  apart: readonly { readonly line: number; readonly text: string }[],
  { oneLine, nounOfLine }: Lookup,
): Inspection => {
  const closers = closersIn(lines, roots);
  const unknown: Node[] = [];
  const found = roots.map(oneLine).flatMap((node) => {
    const match = nounOfLine(node.text);
    if (match === undefined) unknown.push(...flat([node]), ...closers.get(node.line)!);
    return match === undefined ? [] : [{ node, match }];
  });
  const groups = groupBy(found, ({ match, node }) =>
    match.grammar.form === 'statements' ? match.header.header : `${match.header.header} ${node.line}`,
  );
  const nouns = [...groups.values()].flatMap((group) => {
    const { match } = group[0]!;
    const read = readNoun(
      match.grammar,
      group.map(({ node }) => node),
    );
    if (read === undefined) {
      unknown.push(...flat(group.map(({ node }) => node)));
      return [];
    }
    unknown.push(...flat(read.unknown));
    const { name, ...props } = withoutSecrets(read.noun) as { name?: string };
    const place = span(group.flatMap(({ node }) => [node, ...closers.get(node.line)!]));
    return [{ kind: match.kind, name: name ?? match.kind, lines: place, props }];
  });
  return {
    nouns,
    unknown: [...unknown.flatMap(linesIn), ...apart].sort((a, b) => a.line - b.line),
  };
};
