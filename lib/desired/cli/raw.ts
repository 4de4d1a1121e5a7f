import { problem, type Problem } from '../../kernel/problem';
import type { Resource } from '../../model/network';
import { nouns } from '../../model/nouns';
import { masked } from '../../model/secret';
import { asItIs, type Bag, type Entry } from './entry';
import type { CliGrammar, Fields } from './grammar';
import { recognise, type Known } from './recognise';
import type { Section } from './section-data';
import type { PlainSyntax } from './syntax';
import { topFields } from './top-level';
import { parseTree, type Node } from './tree';

const nodesOf = ({ raw = [] }: Resource, { comment, closers, leave }: PlainSyntax): readonly Node[] =>
  raw.length === 0 ? [] : parseTree(raw.join('\n'), { comment, closers, leave });

/** Lines of a block that is there already go into it, and others beside what is there. */
const merged = (entries: readonly Entry[], nodes: readonly Node[]): readonly Entry[] =>
  nodes.reduce((now, node) => {
    const at = node.children.length === 0 ? -1 : now.findIndex(({ text }) => text === node.text);
    const block = now[at];
    if (block === undefined) return [...now, asItIs(node)];
    const whole = { ...block, children: merged(block.children ?? [], node.children) };
    return now.map((entry) => (entry === block ? whole : entry));
  }, entries);

/** The section of a resource with the lines that its program adds to the block. */
export const withRaw = (resource: Resource, section: Section, syntax: PlainSyntax): Section => {
  const nodes = nodesOf(resource, syntax);
  return nodes.length === 0 ? section : { ...section, entries: merged(section.entries, nodes) };
};

const textsOf = ({ text, children }: Node): readonly string[] => [text, ...children.flatMap(textsOf)];

/** What is behind `standby 1`, and other words that several lines begin with. */
const innermost = (known: Known): Known => (known.inner === undefined ? known : innermost(known.inner));

/** Lines of these that a field writes, by its name: of a block that a field knows only what stands in it is asked. */
const writtenBy = (fields: Fields<Bag>, nodes: readonly Node[]): readonly (readonly [line: string, name: string])[] =>
  nodes.flatMap(({ text, children }) => {
    const known = recognise(fields, text);
    if ('miss' in known) return [];
    const { field } = innermost(known);
    const inside = field.form === 'blocks' || field.form === 'submode' ? field.fields : undefined;
    if (inside !== undefined && children.length > 0) return writtenBy(inside, children);
    return [[text, known.name] as const];
  });

const blockless = ({ path, kind }: Resource, { form }: CliGrammar<Bag>): Problem => {
  const { title } = nouns[kind];
  return form === 'statements'
    ? problem(
        'raw.block',
        path,
        `raw lines: they stand in no block of the ${title}`,
        'write the line of the block before them, as the device prints it, and indent them',
      )
    : problem('raw.block', path, `raw lines: the ${title} has no block`, 'write them as a RawConfig of their own');
};

/** Added lines that cannot be: no block, a line that a prop writes, a secret in clear text. */
export const rawObjections = (
  resource: Resource,
  grammar: CliGrammar<Bag>,
  syntax: PlainSyntax,
): readonly Problem[] => {
  const { path } = resource;
  const nodes = nodesOf(resource, syntax);
  if (nodes.length === 0) return [];
  const fields = blockFields(grammar, nodes);
  if (fields === undefined) return [blockless(resource, grammar)];
  const isSecret = (node: Node): boolean => textsOf(node).some((line) => masked(line) !== line);
  const known = writtenBy(
    fields,
    nodes.filter((node) => !isSecret(node)),
  );
  return [
    ...known.map(([text, name]) =>
      problem('raw.known', path, `raw lines: \`${text}\` is what ${name} writes`, `write override({ ${name}: … })`),
    ),
    ...nodes
      .filter(isSecret)
      .map(() =>
        problem(
          'raw.secret',
          path,
          'raw lines: one holds a secret',
          'write the prop that takes a Secret: raw lines are text',
        ),
      ),
  ];
};

/** What may stand in the block of a noun. One of several top-level blocks is named by its first line. */
const blockFields = (grammar: CliGrammar<Bag>, nodes: readonly Node[]): Fields<Bag> | undefined => {
  if (grammar.form === 'section') return grammar.fields;
  if (grammar.form !== 'statements' || grammar.key === undefined) return undefined;
  const fields = topFields(grammar);
  const isBlock = ({ text, children }: Node): boolean => children.length > 0 && !('miss' in recognise(fields, text));
  return nodes.every(isBlock) ? fields : undefined;
};
