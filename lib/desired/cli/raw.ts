import { problem, type Problem } from '../../kernel/problem';
import type { Resource } from '../../model/network';
import { nouns } from '../../model/nouns';
import { masked } from '../../model/secret';
import { asItIs, type Bag } from './entry';
import type { CliGrammar } from './grammar';
import { recognise } from './recognise';
import type { Section } from './section-data';
import type { PlainSyntax } from './syntax';
import { parseTree, type Node } from './tree';

const nodesOf = ({ raw = [] }: Resource, { comment, closers }: PlainSyntax): readonly Node[] =>
  raw.length === 0 ? [] : parseTree(raw.join('\n'), { comment, closers });

/** The section of a resource with the lines that its program adds to the block. */
export const withRaw = (resource: Resource, section: Section, syntax: PlainSyntax): Section => {
  const nodes = nodesOf(resource, syntax);
  return nodes.length === 0 ? section : { ...section, entries: [...section.entries, ...nodes.map(asItIs)] };
};

/** Added lines that cannot be: no block, a line that a prop writes, a secret in clear text. */
export const rawObjections = (
  resource: Resource,
  grammar: CliGrammar<Bag>,
  syntax: PlainSyntax,
): readonly Problem[] => {
  const { path } = resource;
  const { title } = nouns[resource.kind];
  const nodes = nodesOf(resource, syntax);
  if (nodes.length === 0) return [];
  if (grammar.form !== 'section')
    return [
      problem('raw.block', path, `raw lines: the ${title} has no block`, 'write them as a RawConfig of their own'),
    ];
  return nodes.flatMap(({ text, children }) => {
    if ([text, ...children.map((child) => child.text)].some((line) => masked(line) !== line))
      return [
        problem(
          'raw.secret',
          path,
          'raw lines: one holds a secret',
          'write the prop that takes a Secret: raw lines are text',
        ),
      ];
    const known = recognise(grammar.fields, text);
    if ('miss' in known) return [];
    return [
      problem(
        'raw.known',
        path,
        `raw lines: \`${text}\` is what ${known.name} writes`,
        `write override({ ${known.name}: … })`,
      ),
    ];
  });
};
