import type { Unsupported } from '../unsupported';
import type { Decisive } from './decisive';
import type { PlainSyntax } from './syntax';
import type { Read, Words } from './words';

/**
 * A grammar says, as data, how a platform writes one noun as CLI text. From it come rendering, parsing, comparing,
 * changing, and what a simulated device accepts. Every field of the noun has an entry, so that a noun with a new field
 * does not compile until each platform says how it is written, or that it is not.
 */
export type Field<T> =
  Line<T> | Lines<T> | Flag | Blocks<T> | Submode | Prefixed<T> | Verbatim | OnHeaderLine | InOperation | Refused;

/** One line; typing it again replaces it. */
export interface Line<T> {
  readonly form: 'line';
  readonly lead: readonly string[];
  readonly words: Words<T>;
  /** The value that the device leaves out of its running-config. */
  readonly defaultOmitted?: T;
  /** A block without the line says the hidden value: the noun has another default. */
  readonly absentMeansDefault?: boolean;
  /** The value that the device prints where none was typed: leaving the field out declares it. */
  readonly defaultShown?: T;
  /** Negated by its leading words alone, because the rest is a secret. */
  readonly undoByLead?: boolean;
  /** What takes the line back, where that is not `no`: the default, typed. */
  readonly restore?: string;
  /** What takes a line of this value back, where that is not `no` and the line. */
  undo?(value: T): readonly string[];
  /** Other spellings of the lead, in releases before or after: read, never typed. */
  readonly also?: readonly string[];
  /** Leads of lines that the device takes away when this one is typed or goes: they are typed again. */
  readonly resets?: readonly string[];
  /** It is negated behind all other lines that go: the device takes those with it, and refuses them then. */
  readonly last?: boolean;
  /** What the object was made with: it is never typed over, and what the device has by itself has it already. */
  readonly immutable?: boolean;
}

type ItemOf<T> = T extends readonly (infer I)[] ? I : never;

/** One line for each item; typing adds, `no` with the full line removes. */
export interface Lines<T> extends LinesOptions<ItemOf<T>> {
  readonly form: 'lines';
  readonly lead: readonly string[];
  readonly words: Words<ItemOf<T>>;
}

/** What is particular about lines of which several stand side by side. */
export interface LinesOptions<I> {
  /** The words behind the lead of which there can be one only (the sequence number of an access list). Default: all. */
  key?(item: I): readonly string[];
  /** The device refuses to type over a line of the same key: the old one is negated first. */
  readonly replaceByNegation?: boolean;
  /** What takes a line back, where that is not `no` and the line. */
  undo?(item: I): readonly string[];
  /** The order of the lines means something: the device keeps the order of typing, and asks or offers in it. */
  readonly ordered?: boolean;
  /** Items of which the device keeps several that say the same, like notes in a list. */
  repeats?(item: I): boolean;
  /** The field that holds the place among the items, for releases that do not print it: 10, 20, 30. */
  readonly numbered?: string;
}

/**
 * A line without a value: it is there (true), or its negation is (false). `standard` is what the device hides; without
 * it both are printed.
 */
export interface Flag {
  readonly form: 'flag';
  readonly lead: readonly string[];
  readonly standard?: boolean;
}

/** For each item, single-valued lines that all begin with the lead and the item's key: `standby 1 ip`, `standby 1 name`. */
export interface Prefixed<T> {
  readonly form: 'prefixed';
  readonly lead: readonly string[];
  readonly key: string;
  readonly words: Words<unknown>;
  readonly fields: T extends readonly (infer I extends object)[] ? Fields<I> : never;
}

/** Lines as text, kept as they are; those of a sub-mode are indented. They are written, and read as lines of no field. */
export interface Verbatim {
  readonly form: 'verbatim';
  readonly lead: readonly string[];
  /** How the text is read. */
  readonly syntax: PlainSyntax;
}

/** A sub-mode for each item, known by the field `key`. */
export interface Blocks<T> {
  readonly form: 'blocks';
  readonly lead: readonly string[];
  readonly key: string;
  /** What the device prints in its prompt inside the sub-mode: `config-ikev2-keyring-peer`. */
  readonly prompt: string;
  /** The key as a value, where it is not text. */
  readonly words?: Words<unknown>;
  readonly fields: T extends readonly (infer I extends object)[] ? Fields<I> : never;
}

/**
 * A sub-mode with a header of its own: `tunnel-group T general-attributes`. One, or with `many` one for each item of a
 * list: `aaa-server G (inside) host 10.0.0.1`. Without `head` it is there only when something stands in it.
 */
export interface Submode {
  readonly form: 'submode';
  readonly lead: readonly string[];
  readonly prompt: string;
  /** The fields that stand on the header line; of many they tell one from another. */
  readonly head?: PartWords<Record<string, unknown>>;
  readonly many?: boolean;
  /** In a section whose lines alone are ours, this block too holds lines of others. */
  readonly shared?: boolean;
  /** As of a line. */
  readonly immutable?: boolean;
  readonly fields: Fields<Record<string, unknown>>;
}

/** Written on the section's own line, by `key` or `header`, or on the line of another field (`through`). */
export interface OnHeaderLine {
  readonly form: 'in-header';
  /** Where it is written instead, for a person. */
  readonly as?: string;
}

/** No line: what it says is done on the device by a dialogue, after the configuration is in place. */
export interface InOperation {
  readonly form: 'operation';
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

/** A noun whose lines do not hold its fields one by one: what the lines hold, and back. */
export interface Through {
  lines(noun: Record<string, unknown>): Record<string, unknown>;
  noun(lines: Record<string, unknown>): Record<string, unknown>;
}

/** A block of lines under a header. */
export interface SectionGrammar<N extends object> {
  readonly form: 'section';
  readonly through?: Through;
  readonly lead: readonly string[];
  /** What the device prints in its prompt inside the block: `config-ikev2-profile`. */
  readonly prompt: string;
  /** What tells one section of the kind from another; part of its identity. */
  readonly key: PartWords<N>;
  /** What follows the key on the header line; retyping the header replaces it. */
  readonly header?: PartWords<N>;
  readonly fields: Fields<N>;
  /** `lines`: the block may hold lines of others, and only ours are compared, added and removed. */
  readonly ownership: 'exclusive' | 'lines';
  /** It is not declared itself: a reading of it is not a noun, only declared lines are looked for. */
  readonly partial?: boolean;
  /** The block is everybody's (the archive): it is not claimed by who writes a line in it. */
  readonly shared?: boolean;
  readonly required?: readonly (keyof N)[];
  /** Fields that are lines and that operations go by too. */
  readonly operates?: readonly (keyof N & string)[];
  /** Typed to remove the one named `default`: the device has it without a line, and `no` would disable it. */
  readonly restore?: string;
  /** Created empty where references go in a circle, so that others can refer to it before it refers to them. */
  readonly bare?: boolean;
  /** Headers that cannot be there beside its own: a list of a name is standard or extended. */
  rivals?(noun: N): readonly string[];
  readonly decides?: Decisive;
}

/** One line at the top level that is the whole noun. */
export interface StatementGrammar<N extends object> {
  readonly form: 'statement';
  readonly lead: readonly string[];
  /** What tells one line of the kind from another; part of its identity. */
  readonly words: PartWords<N>;
  /** What may follow and change; a change negates the old line and types the new one. */
  readonly args?: PartWords<N>;
  /** Typing it with other `args` replaces it, and `no` takes the key alone. */
  readonly retype?: boolean;
  /** The words of `args` stand before the key: `ssl trust-point TP outside`. `no` takes the whole line. */
  readonly keyLast?: boolean;
  /** Whether the device lets it change while it is in use is not known: another value needs another name. */
  readonly immutable?: boolean;
  /** Releases that print `args` as a block: the words with which its lines begin, and what stands for them on one line. */
  readonly folded?: Readonly<Record<string, string>>;
  readonly refused?: { readonly [F in keyof N]?: string };
  readonly required?: readonly (keyof N)[];
}

/** Lines at the top level, among which others may have theirs. */
export interface StatementsGrammar<N extends object> {
  readonly form: 'statements';
  readonly through?: Through;
  /** What removes all lines of one key at once, with the key behind it: `clear configure tunnel-group`. */
  readonly clear?: string;
  /** Whether the device lets its lines change while it is in use is not known: other lines need another name. */
  readonly immutable?: boolean;
  /** Names that the device has by itself: they are never made or removed, their lines alone come and go. */
  readonly builtIn?: readonly string[];
  /** What the lines are together, where that is not their lead. */
  readonly as?: string;
  /** What all lines of one noun begin with, behind the lead: they are its own, like the ranges of a pool. */
  readonly key?: PartWords<N>;
  readonly lead: readonly string[];
  readonly fields: Fields<N>;
  readonly decides?: Decisive;
}

/** A file on the device's own file system: sent, not typed, and known by its digest. No line of a configuration is of it. */
export interface DeviceFileGrammar<N extends object> {
  readonly form: 'file';
  readonly lead: readonly string[];
  readonly fields: Readonly<Record<string, never>>;
  /** Where it lies: `bootflash:/Client_Profile.xml`. */
  at(noun: N): string;
  text(noun: N): string;
}

export type CliGrammar<N extends object> =
  SectionGrammar<N> | StatementGrammar<N> | StatementsGrammar<N> | DeviceFileGrammar<N> | Unsupported;
