import type { Bag } from './entry';
import { decidingIn, type Decisive } from './decisive';
import type { CliGrammar, Through } from './grammar';
import { gather } from './recognise';
import { readHeader } from './section';
import { topFields } from './top-level';
import type { Node } from './tree';

const undecidedBy = (grammar: { readonly decides?: Decisive }, unknown: readonly Node[]) => {
  const undecided = grammar.decides === undefined ? [] : decidingIn(grammar.decides, unknown);
  return undecided.length === 0 ? {} : { undecided };
};

const turned = (grammar: { readonly through?: Through }, lines: Bag): Bag => grammar.through?.noun(lines) ?? lines;

/**
 * Reads a noun from the nodes of one section (for statements: all its top-level lines). Lines that no field knows come
 * back as `unknown`, untouched. The result is what the text says, not yet checked by the noun's schema. `undecided`: those
 * of them on which it depends what the noun is or applies to, so that it is not that noun.
 */
export const readNoun = <N extends object>(
  grammar: CliGrammar<N>,
  nodes: readonly Node[],
):
  | { readonly noun: Partial<N>; readonly unknown: readonly Node[]; readonly undecided?: readonly Node[] }
  | undefined => {
  const first = nodes[0];
  if (first === undefined || grammar.form === 'none' || grammar.form === 'file') return undefined;
  const header = readHeader(grammar, first.text);
  if ('miss' in header) return undefined;
  const unknown: Node[] = [];
  if (grammar.form === 'statement') return { noun: header.noun as Partial<N>, unknown: first.children };
  if (grammar.form === 'section') {
    const texts = first.children.map(({ text }) => text);
    if (grammar.decides?.is?.(first.text, texts) === false) return undefined;
    const read = turned(grammar, gather(grammar.fields, first.children, unknown));
    return { noun: { ...header.noun, ...read } as Partial<N>, unknown, ...undecidedBy(grammar, unknown) };
  }
  const read = gather(topFields(grammar), nodes, unknown);
  const own = grammar.key === undefined ? read : (read['all'] as readonly Bag[])[0]!;
  const { '': _key, ...fields } = own;
  const noun = { ...header.noun, ...turned(grammar, fields) } as Partial<N>;
  return { noun, unknown, ...undecidedBy(grammar, unknown) };
};
