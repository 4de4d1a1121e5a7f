import type { Json, JsonObject } from '../../kernel/json';
import type { Kind, NounOf } from '../../model/nouns';
import type { None } from '../none';

/**
 * A grammar says, as data, how a REST platform writes one noun: in which collection, under which names, in which
 * spelling, with which defaults filled in. Every field of the noun has an entry.
 */
export interface RestGrammar<N extends object> {
  readonly form: 'object';
  /** Collection under the domain, for example `object/hosts`. `{devicerecords:pair}` stands for an id not known yet. */
  readonly collection: (noun: N, look: Look) => string;
  /** First part of the identity: the last word of the collection. */
  readonly key: string;
  /** The `type` that stands in references to it. */
  readonly type: string | ((noun: N) => string);
  /** The name that the platform knows it by, from what it answers. Default: `name`. */
  readonly nameOf?: (body: JsonObject) => string | undefined;
  /** What every body holds besides its fields, by part; `''` is the object itself. */
  readonly fixed: (noun: N) => Readonly<Record<string, JsonObject>>;
  /** Children written by PUT only: their path, and the member of the object that holds their id. */
  readonly parts?: Readonly<Record<string, string>>;
  /** The answer to a creation may carry a wrong id: read the list instead (CSCwp02259). */
  readonly rereadId?: boolean;
  readonly fields: RestFields<N>;
  readonly required?: readonly (keyof N)[];
  /** Collections over which its name is unique: it stands in one of them, and cannot move to another. */
  readonly among?: readonly string[];
  /** The method of a change. Default: PUT. */
  readonly updates?: 'POST';
}

/** Written as part of the nouns that refer to it. */
export interface Embedded {
  readonly form: 'embedded';
}
/** Looked up by name, never written. */
export interface Looked {
  readonly form: 'looked-up';
  readonly key: string;
}
export type AnyRest<N extends object> = RestGrammar<N> | None | Embedded | Looked;

/** What a field may ask of the other nouns on the same target. */
export interface Look {
  readonly noun: <K extends Kind>(kind: K, name: string) => NounOf<K> | undefined;
  /** A reference to another object as it stands in a body, its id as a placeholder. */
  readonly reference: (kind: Kind, name: string) => JsonObject;
  /** The same for what is only looked up: an interface of a device by its logical name. */
  readonly lookedUp: (identity: string) => JsonObject;
}

/** One place in a body. `at` is dotted; `canonical` gives one spelling for what the platform may answer. */
export interface Leaf {
  readonly part: string;
  readonly at: string;
  readonly canonical: (value: Json) => Json;
  /** What a missing member means. */
  readonly absent?: Json;
  /** It cannot change after creation. */
  readonly sealed?: boolean;
  /** Written and never shown again. */
  readonly secret?: boolean;
  /** Sent when it is created and when it changes: the platform refuses a password that it has. */
  readonly changesOnly?: boolean;
  /** Members of a list below the object, `part`, each joined by a POST of its own and parted by a DELETE. */
  readonly joined?: boolean;
}

export interface Written<T> {
  readonly form: 'written';
  readonly leaves: readonly Leaf[];
  /** One value for each leaf; undefined leaves it out. */
  readonly write: (value: T, look: Look, noun: object) => readonly (Json | undefined)[];
  /** The value from canonical leaves. A field that cannot be read back gives undefined. */
  readonly read: (values: readonly (Json | undefined)[]) => T | undefined;
  /** Why the platform has no such value, with what to write instead. */
  readonly refuses?: (value: T) => string | undefined;
}
/** Stands in the path or identity instead of the body. */
export interface Elsewhere {
  readonly form: 'elsewhere';
}
export interface RefusedField {
  readonly form: 'refused';
  readonly why: string;
}
export type RestField<T> = Written<T> | Elsewhere | RefusedField;
export type RestFields<N extends object> = { readonly [F in Exclude<keyof N, 'name'>]-?: RestField<NonNullable<N[F]>> };

export const elsewhere: Elsewhere = { form: 'elsewhere' };
export const refused = (why: string): RefusedField => ({ form: 'refused', why });
export const embedded: Embedded = { form: 'embedded' };

/** A value in both directions. `canonical` is given where several spellings of one value are answered. */
export interface Wire<T> {
  readonly to: (value: T, look: Look) => Json;
  readonly from: (json: Json) => T | undefined;
  readonly canonical?: (json: Json) => Json;
}

interface Place {
  readonly part?: string;
  readonly absent?: Json;
  readonly sealed?: boolean;
  readonly secret?: boolean;
  readonly changesOnly?: boolean;
  readonly joined?: boolean;
}

/** One field, one place: `field('lifetimeInSeconds', number)`. */
export const field = <T>(at: string, wire: Wire<T>, place: Place = {}): Written<T> => ({
  form: 'written',
  leaves: [{ part: '', ...place, at, canonical: wire.canonical ?? ((json) => json) }],
  write: (value, look) => [wire.to(value, look)],
  read: ([value]) => (value === undefined ? undefined : wire.from(value)),
});

/** Numbers may be answered as text, and the reverse. */
export const number: Wire<number> = {
  to: (value) => value,
  from: (json) => Number(json),
  canonical: (json) => Number(json),
};
export const same = <T extends Json>(): Wire<T> => ({ to: (value) => value, from: (json) => json as T });
export const spelledAs = <T extends string | boolean>(spelling: readonly (readonly [T, Json])[]): Wire<T> => ({
  to: (value) => spelling.find(([mine]) => mine === value)![1],
  from: (json) => spelling.find(([, theirs]) => theirs === json)?.[0],
});
const byText = (a: Json, b: Json): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
/** A list whose order means nothing: compared and sent sorted. */
export const setOf = <T>(item: Wire<T>): Wire<T[]> => {
  const canonical = (json: Json): Json =>
    [...(json as readonly Json[])].map((member) => item.canonical?.(member) ?? member).sort(byText);
  return {
    to: (values, look) => canonical(values.map((value) => item.to(value, look))),
    from: (json) => (json as readonly Json[]).map((member) => item.from(member)!),
    canonical,
  };
};
export const listOf = <T>(item: Wire<T>): Wire<T[]> => ({
  to: (values, look) => values.map((value) => item.to(value, look)),
  from: (json) => (json as readonly Json[]).map((member) => item.from(member)!),
  canonical: (json) => (json as readonly Json[]).map((member) => item.canonical?.(member) ?? member),
});
