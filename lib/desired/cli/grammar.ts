import type { Read, Words } from './words';

/**
 * A grammar says, as data, how a platform writes one noun as CLI text. From it come rendering, parsing, comparing,
 * changing, and what a simulated device accepts. Every field of the noun has an entry, so that a noun with a new field
 * does not compile until each platform says how it is written, or that it is not.
 */
export type Field<T> = Line<T> | Lines<T> | Blocks<T> | InHeader | Refused;

/** One line; typing it again replaces it. */
export interface Line<T> {
  readonly form: 'line';
  readonly lead: readonly string[];
  readonly words: Words<T>;
  /** The value that the device leaves out of its running-config. */
  readonly hidden?: T;
  /** Negated by its leading words alone, because the rest is a secret. */
  readonly undoByLead?: boolean;
}

/** One line for each item; typing adds, `no` with the full line removes. */
export interface Lines<T> {
  readonly form: 'lines';
  readonly lead: readonly string[];
  readonly words: Words<T extends readonly (infer I)[] ? I : never>;
}

/** A sub-mode for each item, known by the field `key`. */
export interface Blocks<T> {
  readonly form: 'blocks';
  readonly lead: readonly string[];
  readonly key: string;
  /** What the device prints in its prompt inside the sub-mode: `config-ikev2-keyring-peer`. */
  readonly prompt: string;
  readonly fields: T extends readonly (infer I extends object)[] ? Fields<I> : never;
}

/** Written on the section's own line, by `key` or `header`. */
export interface InHeader {
  readonly form: 'in-header';
}

/** This platform has no such thing; `why` says what to write instead. */
export interface Refused {
  readonly form: 'refused';
  readonly why: string;
}

export type Fields<N extends object> = { readonly [F in Exclude<keyof N, 'name'>]-?: Field<NonNullable<N[F]>> };

/** Words that stand for a part of a noun. */
export interface PartWords<N extends object> {
  print(noun: N): readonly string[];
  read(words: readonly string[], at: number): Read<Partial<N>>;
}

/** A block of lines under a header. */
export interface SectionGrammar<N extends object> {
  readonly form: 'section';
  readonly lead: readonly string[];
  /** What the device prints in its prompt inside the block: `config-ikev2-profile`. */
  readonly prompt: string;
  /** What tells one section of the kind from another; part of its identity. */
  readonly key: PartWords<N>;
  /** What follows the key on the header line; retyping the header replaces it. */
  readonly header?: PartWords<N>;
  readonly fields: Fields<N>;
  /** `lines`: the block may hold lines of others, and only ours are compared, added and removed. */
  readonly extent: 'whole' | 'lines';
  /** The block is everybody's (the archive): it is not claimed by who writes a line in it. */
  readonly shared?: boolean;
  readonly required?: readonly (keyof N)[];
}

/** One line at the top level that is the whole noun. */
export interface StatementGrammar<N extends object> {
  readonly form: 'statement';
  readonly lead: readonly string[];
  readonly words: PartWords<N>;
  readonly refused?: { readonly [F in keyof N]?: string };
}

/** Lines at the top level, among which others may have theirs. */
export interface StatementsGrammar<N extends object> {
  readonly form: 'statements';
  readonly lead: readonly string[];
  readonly fields: Fields<N>;
}

/** The platform has no such noun. */
export interface NoGrammar {
  readonly form: 'none';
  readonly why: string;
}

export type CliGrammar<N extends object> = SectionGrammar<N> | StatementGrammar<N> | StatementsGrammar<N> | NoGrammar;

const split = (text: string): readonly string[] => text.split(' ').filter((part) => part !== '');

export const line = <T>(
  lead: string,
  words: Words<T>,
  options: { hidden?: T; undoByLead?: boolean } = {},
): Line<T> => ({
  form: 'line',
  lead: split(lead),
  words,
  ...options,
});
export const lines = <I>(lead: string, words: Words<I>): Lines<readonly I[]> & Lines<I[]> => ({
  form: 'lines',
  lead: split(lead),
  words: words,
});
export const blocks = <I extends object>(
  lead: string,
  key: keyof I & string,
  prompt: string,
  fields: Fields<I>,
): Blocks<I[]> => ({
  form: 'blocks',
  lead: split(lead),
  key,
  prompt,
  fields,
});
export const inHeader: InHeader = { form: 'in-header' };
export const refused = (why: string): Refused => ({ form: 'refused', why });
export const none = (why: string): NoGrammar => ({ form: 'none', why });

type SectionData<N extends object> = Omit<SectionGrammar<N>, 'form' | 'lead' | 'extent'> & {
  lead: string;
  extent?: 'whole' | 'lines';
};
export const section = <N extends object>(data: SectionData<N>): SectionGrammar<N> => ({
  form: 'section',
  extent: 'whole',
  ...data,
  lead: split(data.lead),
});
export const statement = <N extends object>(data: {
  lead: string;
  words: PartWords<N>;
  refused?: { [F in keyof N]?: string };
}): StatementGrammar<N> => ({
  form: 'statement',
  ...data,
  lead: split(data.lead),
});
export const statements = <N extends object>(data: { lead: string; fields: Fields<N> }): StatementsGrammar<N> => ({
  form: 'statements',
  ...data,
  lead: split(data.lead),
});
