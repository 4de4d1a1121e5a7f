import { join, unknownEntry, type Bag, type Entry } from './entry';
import type { Fields, SectionGrammar, StatementsGrammar } from './grammar';
import type { HeaderOf } from './section-data';
import type { Section } from './section-data';
import type { Node } from './tree';

const keyed = new WeakMap<object, Fields<Bag>>();
/** The fields of lines at the top level; those of one key are prefixed lines of one item. The same for each asking. */
export const topFields = <N extends object>(grammar: StatementsGrammar<N>): Fields<Bag> => {
  const fields = grammar.fields as Fields<Bag>;
  if (grammar.key === undefined) return fields;
  const known = keyed.get(grammar);
  if (known !== undefined) return known;
  const all = { form: 'prefixed', lead: grammar.lead, key: '', words: grammar.key, fields };
  const made = { all } as unknown as Fields<Bag>;
  keyed.set(grammar, made);
  return made;
};
export const topFrame = <N extends object>(
  grammar: StatementsGrammar<N>,
  key: N | undefined,
): Omit<Section, 'entries'> =>
  grammar.key === undefined
    ? { header: grammar.as ?? join(grammar.lead), shape: 'top', ownership: 'lines', shared: true }
    : {
        header: join(grammar.lead, grammar.key.print(key!)),
        shape: 'top',
        ownership: 'exclusive',
        ...cleared(grammar, key!),
        ...(grammar.immutable ? { immutable: true } : {}),
      };
const isStanding = <N extends object>(grammar: StatementsGrammar<N>, noun: Bag): boolean =>
  grammar.builtIn?.includes(String(noun['name'])) === true;
const cleared = <N extends object>(grammar: StatementsGrammar<N>, key: N): Pick<Section, 'removal'> =>
  grammar.clear === undefined || isStanding(grammar, key as Bag)
    ? {}
    : { removal: join([grammar.clear], grammar.key!.print(key)) };
/** What the device has by itself was not made with anything. */
export const standingLess = <N extends object>(
  grammar: StatementsGrammar<N>,
  noun: Bag,
  entries: readonly Entry[],
): readonly Entry[] => (isStanding(grammar, noun) ? entries.filter(({ immutable: sealed }) => !sealed) : entries);

/** A line that is of a noun by its first words, and that no field of it understands. */
export const unreadable = (grammar: StatementsGrammar<Bag>, { noun }: HeaderOf, node: Node): Section => ({
  ...topFrame(grammar, noun),
  entries: [unknownEntry(node)],
});

const operating = new WeakMap<object, readonly string[]>();
/** The fields of a grammar that operations go by. The same for each asking. */
const operatingIn = (grammar: SectionGrammar<Bag>): readonly string[] => {
  const known = operating.get(grammar);
  if (known !== undefined) return known;
  const told = Object.entries<{ readonly form: string }>(grammar.fields).flatMap(([name, field]) =>
    field.form === 'operation' ? [name] : [],
  );
  const names = [...(grammar.operates ?? []), ...told];
  operating.set(grammar, names);
  return names;
};

/** What operations go by, where the grammar has any. */
export const operated = <N extends object>(
  grammar: SectionGrammar<N>,
  noun: Bag,
): Pick<Section, 'operates' | 'operatedLines'> | undefined => {
  const names = operatingIn(grammar as SectionGrammar<Bag>).filter((name) => noun[name] !== undefined);
  if (names.length === 0) return undefined;
  const operatedLines = (grammar.operates ?? []).flatMap((name) => {
    const field = grammar.fields[name] as { readonly lead?: readonly string[] } | undefined;
    return field?.lead === undefined ? [] : [join(field.lead)];
  });
  return { operates: Object.fromEntries(names.map((name) => [name, noun[name]])), operatedLines };
};
