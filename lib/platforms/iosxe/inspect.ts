import type { Fields } from '../../desired/cli/grammar';
import { readNoun, recognise } from '../../desired/cli/section';
import { parseTree, type Node } from '../../desired/cli/tree';
import { groupBy } from '../../kernel/group';
import { otherSecret } from '../../model/secret';
import type { Inspection } from '../platform';
import { bannersApart } from './banners';
import { nounOfLine, oneLine, type Found } from './grammar/lookup';
import { withNumberedLists } from './numbered-lists';

/** The lines of a capture that are the configuration: what comes before it and after its `end` is blanked, not counted out. */
const configurationLines = (text: string): string => {
  const lines = text.replaceAll('\r', '').split('\n');
  const start = lines.findIndex((line) => /^(Building configuration|Current configuration)/.test(line));
  const end = lines.findIndex((line, i) => i > start && line.trimEnd() === 'end');
  return lines
    .map((line, i) =>
      (start !== -1 && i <= start) || (end !== -1 && i >= end) || /^Current configuration/.test(line) ? '' : line,
    )
    .join('\n');
};

const fieldsOf = (found: Found | undefined): Fields<Record<string, unknown>> | undefined =>
  found?.grammar.form === 'section' ? found.grammar.fields : undefined;

/** A line that lost its indent belongs to the section above when it means nothing at the top level and something there. */
const reparented = (roots: readonly Node[]): readonly Node[] => {
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

/** What stands between two `^C` is one node on several lines. */
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

/** The lines `exit-address-family` by the line of the block that they stand in: they close it and are no part of its tree. */
const closersIn = (lines: readonly string[], roots: readonly Node[]): ReadonlyMap<number, readonly Node[]> =>
  new Map(
    roots.map((root, i) => {
      const below = lines.slice(root.line, (roots[i + 1]?.line ?? lines.length + 1) - 1);
      const closers = below.map((line, at) => ({ text: line.trim(), children: [], line: root.line + at + 1 }));
      return [root.line, closers.filter(({ text }) => text === 'exit-address-family')];
    }),
  );

const behind = (roots: readonly Node[], word: string): string | undefined =>
  roots.find(({ text }) => text.startsWith(`${word} `))?.text.split(/\s+/)[1];

/** Who the device is and what it runs. Its own spelling of a release, `17.09`, is that of a program: `17.9`. */
const self = (roots: readonly Node[]): Pick<Inspection, 'hostname' | 'release'> => {
  const hostname = behind(roots, 'hostname');
  const release = behind(roots, 'version')?.replace(/^(\d+)\.0*(\d)/, '$1.$2');
  return { ...(hostname === undefined ? {} : { hostname }), ...(release === undefined ? {} : { release }) };
};

/** What a running-config says in nouns, and every line that no noun knows. Nothing is lost: each line is in one of the two. */
export const inspect = (text: string): Inspection => {
  const { text: plain, banners } = bannersApart(configurationLines(text));
  const roots = withNumberedLists(reparented(parseTree(plain)));
  const closers = closersIn(plain.split('\n'), roots);
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
    unknown: [...unknown.flatMap(linesIn), ...banners].sort((a, b) => a.line - b.line),
    ...self(roots),
  };
};
