import type { Fields } from '../../desired/cli/grammar';
import { readNoun, recognise } from '../../desired/cli/section';
import { parseTree, type Node } from '../../desired/cli/tree';
import { groupBy } from '../../kernel/group';
import { otherSecret } from '../../model/secret';
import type { Inspection } from '../platform';
import { nounOfLine, oneLine, type Found } from './grammar/lookup';
import { withoutBanners } from './normalize';

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

const flat = (nodes: readonly Node[]): readonly Node[] => nodes.flatMap((node) => [node, ...flat(node.children)]);
const span = (nodes: readonly Node[]): readonly [number, number] => {
  const lines = flat(nodes).map((node) => node.line);
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

/** What a running-config says in nouns, and every line that no noun knows. Nothing is lost: each line is in one of the two. */
export const inspect = (text: string): Inspection => {
  const roots = reparented(parseTree(withoutBanners(configurationLines(text))));
  const unknown: Node[] = [];
  const found = roots.map(oneLine).flatMap((node) => {
    const match = nounOfLine(node.text);
    if (match === undefined) unknown.push(...flat([node]));
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
    if (read === undefined) return [];
    unknown.push(...flat(read.unknown));
    const { name, ...props } = withoutSecrets(read.noun) as { name?: string };
    return [{ kind: match.kind, name: name ?? match.header.header, lines: span(group.map(({ node }) => node)), props }];
  });
  return {
    nouns,
    unknown: unknown.sort((a, b) => a.line - b.line).map(({ line, text: words }) => ({ line, text: words })),
  };
};
