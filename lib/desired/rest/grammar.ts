import { sameJson, type Json, type JsonObject } from '../../kernel/json';
import type { Kind, NounOf } from '../../model/nouns';
import type { Requests } from './requests';
import type { Unsupported } from '../unsupported';

/**
 * A grammar says, as data, how a REST platform writes one noun: in which collection, under which names, in which
 * spelling, with which defaults filled in. Every field of the noun has an entry.
 */
export interface RestGrammar<N extends object> {
  readonly form: 'object';
  /**
   * Collection under the domain, for example `object/hosts`: the same for each noun, or by the noun.
   * `{devicerecords:pair}` stands for an id not known yet.
   */
  readonly collection: string | ((noun: N, look: Look) => string);
  /** First part of the identity: the last word of the collection. */
  readonly key: string;
  /** The `type` that stands in references to it. */
  readonly type: string | ((noun: N) => string);
  /** The name that the platform knows it by, from what it answers; several where it holds several. Default: `name`. */
  readonly nameOf?: (body: JsonObject) => string | readonly string[] | undefined;
  /** What every body holds besides its fields, by part; `''` is the object itself. */
  readonly fixed: (noun: N) => Readonly<Record<string, JsonObject>>;
  /** Children written by PUT only: their path, and the member of the object that holds their id. */
  readonly parts?: Readonly<Record<string, string>>;
  /** A second resource of it, which has a collection to itself: made after it, changed by itself, and removed before it. */
  readonly beside?: { readonly part: string; readonly collection: (noun: N) => string };
  /**
   * Whoever needs it first makes it, and others have members in its lists: it goes when we made it and no member of others
   * is left, and else stays without ours.
   */
  readonly sharedByAll?: true;
  /** Children that are nouns of their own and known by an id that stands in a member of the object. */
  readonly children?: Readonly<Record<string, string>>;
  /** The answer to a creation may carry a wrong id: read the list instead (CSCwp02259). */
  readonly rereadId?: boolean;
  readonly fields: RestFields<N>;
  readonly required?: readonly (keyof N)[];
  /** Where all of its kind are listed, whatever their collection: one that is not declared is looked for there. */
  readonly all?: string;
  /** Where one that is not declared is looked for besides. */
  readonly also?: readonly string[];
  /** What stands behind the `?` of the request that creates it. */
  readonly creation?: (noun: N) => string;
  /**
   * The platform makes it by itself, with its parent or from the beginning: it is written by PUT, and put back to what
   * it was, once it is no longer declared.
   */
  readonly given?: (noun: N) => boolean;
  /** It is known by the id of another, for example a policy's assignment: the placeholder of that. */
  readonly idOf?: (noun: N) => string;
  /** Its collection holds this one alone. */
  readonly only?: true;
  /** Its id is half of a login: it is not remembered, and its name says which one it is. */
  readonly idIsCredential?: true;
  /** Sent as a form with a file. */
  readonly upload?: true;
  /** Values that the platform cannot write: the field, and what to write instead. */
  readonly unwritable?: Unwritable<N>;
  /** Collections over which its name is unique, whatever its case: it stands in one of them, and cannot move to another. */
  readonly among?: readonly string[];
  /** The method of a change. Default: PUT. */
  readonly updates?: 'POST';
  /** Its collection only lists it: where it is written. Nothing refers to such a one. */
  readonly requests?: (noun: N, look: Look) => Requests;
  /** It is there only while a place of another object holds a value. `of`: where its body has the id of that object. */
  readonly requires?: { readonly of: string; readonly at: string; readonly is: Json };
  /** What of it only later versions can, and the way out in earlier ones. */
  readonly since?: (noun: N) => readonly Since[];
  /** A change is sent with our `type`, and not with the one that is stored. */
  readonly ownType?: true;
  /** Places of which only one set can be sent: when one is written, what is stored of the others goes. */
  readonly alternatives?: readonly Alternatives[];
  /** Members that no field has, where it is ours whole: they are shown when they are not at their default, and stay. */
  readonly undeclared?: Undeclared;
}

export interface Alternatives {
  /** Default: the object itself. */
  readonly part?: string;
  readonly sets: readonly (readonly string[])[];
  /** What is answered of the other sets means nothing, and is not shown. */
  readonly quiet?: true;
}

export interface Undeclared {
  /** Members that the platform derives by itself. */
  readonly derived?: readonly string[];
  /** What a member is where it was never set, by `part#place`; besides nothing, `false`, 0 and what is empty. */
  readonly defaults?: Readonly<Record<string, Json>>;
}

export interface Since {
  /** The first version that can. */
  readonly version: string;
  readonly what: string;
  /** What to do in earlier ones. */
  readonly instead: string;
}

/** Written as part of the nouns that refer to it. */
export interface Embedded<N extends object> {
  readonly form: 'embedded';
  /** Values that cannot be written there: the field, and what to write instead. */
  readonly unwritable?: Unwritable<N>;
}
type Unwritable<N extends object> = (noun: N) => readonly (readonly [field: string, why: string])[];
/** Looked up by name, never written. */
export interface Looked {
  readonly form: 'looked-up';
  readonly key: string;
  /** Where it is listed; left out for what is found in another way. */
  readonly collection?: string;
  /** Where it is looked for besides, when it is not there. */
  readonly also?: readonly string[];
  /** The `type` that stands in references to it. Default: the one that is answered. */
  readonly type?: string;
}
export type AnyRest<N extends object> = RestGrammar<N> | Unsupported | Embedded<N> | Looked;

/** What a field may ask of the other nouns on the same target. */
export interface Look {
  readonly noun: <K extends Kind>(kind: K, name: string) => NounOf<K> | undefined;
  /** A reference to another object as it stands in a body, its id as a placeholder. */
  readonly reference: (kind: Kind, name: string) => JsonObject;
  /** The same for what is only looked up: an interface of a device by its logical name. */
  readonly lookedUp: (identity: string) => JsonObject;
  /** The name of the last one of a kind that is declared ahead of a noun and in the same row. */
  readonly ahead: <K extends Kind>(kind: K, noun: object, row: (noun: NounOf<K>) => string) => string | undefined;
}

/** One place in a body. `at` is dotted; `canonical` gives one spelling for what the platform may answer. */
export interface Leaf {
  readonly part: string;
  readonly at: string;
  readonly canonical: (value: Json) => Json;
  /** What a missing member means. */
  readonly absent?: Json;
  /** It cannot change after creation. */
  readonly immutable?: boolean;
  /** Written and never shown again. */
  readonly secret?: boolean;
  /** Sent when it is created and when it changes: the platform refuses a password that it has. */
  readonly changesOnly?: boolean;
  /** Members of a list below the object, `part`, each joined by a POST of its own and parted by a DELETE. */
  readonly joined?: boolean;
  /** A list whose members hold a secret under this name, which is never shown again. */
  readonly masked?: string;
  /** A list in which others have members too: theirs stay. */
  readonly sharedList?: boolean;
  /** The place in a member of such a list that says which one it is. Default: in the plan all of it, where it is written `id`. */
  readonly memberKey?: string;
  /** Compared where it is declared: what the platform fills in by itself is not known, and is left as it is. */
  readonly compareIfDeclared?: boolean;
  /** Such a one is shown with what nothing declares. */
  readonly shownUndeclared?: boolean;
  /** The place among others of its collection: it is before or after the one that the value refers to, as they are listed. */
  readonly stands?: 'before' | 'after';
  /** It stands after all that are ahead of it in its row, whether or not they are there; but among those with one value at this place in any order. */
  readonly anyOrder?: string;
  /** A creation with it fails: it is written right after. */
  readonly later?: boolean;
  /** It means something only while another place of the part holds this, or anything else: the interval of a switch that is on. */
  readonly only?: { readonly at: string } & ({ readonly is: Json } | { readonly isNot: Json });
  /** Other places where it is answered: the spelling of some versions. */
  readonly also?: readonly string[];
  /** Members of the objects of a list that are compared only where they are declared. */
  readonly whereDeclared?: readonly string[];
  /** Of a list: the members of one of its objects that no field has. They are shown, and stay where it stays. */
  readonly undeclared?: (member: JsonObject) => JsonObject;
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
export interface OutsideBody {
  readonly form: 'elsewhere';
}
export interface RefusedField {
  readonly form: 'refused';
  readonly why: string;
}
export type RestField<T> = Written<T> | OutsideBody | RefusedField;
export type RestFields<N extends object> = { readonly [F in Exclude<keyof N, 'name'>]-?: RestField<NonNullable<N[F]>> };

export const outsideBody: OutsideBody = { form: 'elsewhere' };
export const refused = (why: string): RefusedField => ({ form: 'refused', why });
/** `unwritable`: values that have no place where it is embedded. */
export const embedded = <N extends object>(unwritable: Unwritable<N>): Embedded<N> => ({
  form: 'embedded',
  unwritable,
});

/** A value in both directions. `canonical` is given where several spellings of one value are answered. */
export interface Wire<T> {
  readonly to: (value: T, look: Look) => Json;
  readonly from: (json: Json) => T | undefined;
  readonly canonical?: (json: Json) => Json;
}

type Place = Partial<Omit<Leaf, 'at' | 'canonical' | 'whereDeclared' | 'undeclared'>>;

/** Where one noun is listed. */
export const collectionFor = <N extends object>(
  { collection }: Pick<RestGrammar<N>, 'collection'>,
  noun: N,
  look: Look,
): string => (typeof collection === 'string' ? collection : collection(noun, look));

/** Where all of a kind are listed, whatever the noun; undefined where only the noun says it. */
export const commonCollection = <N extends object>({
  all,
  collection,
}: Pick<RestGrammar<N>, 'all' | 'collection'>): string | undefined =>
  all ?? (typeof collection === 'string' ? collection : undefined);

/** One field, one place: `field('lifetimeInSeconds', number)`. */
export const field = <T>(at: string, wire: Wire<T>, place: Place = {}): Written<T> => ({
  form: 'written',
  leaves: [{ part: '', ...place, at, canonical: wire.canonical ?? ((json) => json) }],
  write: (value, look) => [wire.to(value, look)],
  read: ([value]) => (value === undefined ? undefined : wire.from(value)),
});

/** An object of optional members, each in places of its own. */
export const members = <T extends object>(parts: {
  readonly [M in keyof T]-?: Written<NonNullable<T[M]>>;
}): Written<T> => {
  const entries = Object.entries(parts) as [keyof T & string, Written<unknown>][];
  return {
    form: 'written',
    leaves: entries.flatMap(([, part]) => part.leaves),
    write: (value, look, noun) =>
      entries.flatMap(([name, part]) =>
        value[name] === undefined ? part.leaves.map((leaf) => leaf.absent) : part.write(value[name], look, noun),
      ),
    read: (values) => {
      let at = 0;
      const found = entries.flatMap(([name, part]) => {
        const own = values.slice(at, (at += part.leaves.length));
        const isUsual = part.leaves.every(({ absent, canonical }, i) =>
          absent === undefined ? own[i] === undefined : sameJson(own[i], canonical(absent)),
        );
        const value = isUsual ? undefined : part.read(own);
        return value === undefined ? [] : [[name, value] as const];
      });
      return found.length === 0 ? undefined : (Object.fromEntries(found) as T);
    },
  };
};

/** Numbers may be answered as text, and the reverse. */
export const number: Wire<number> = {
  to: (value) => value,
  from: (json) => Number(json),
  canonical: (json) => Number(json),
};
export const same = <T extends Json>(): Wire<T> => ({ to: (value) => value, from: (json) => json as T });
/** Words are read whatever their case. */
export const spelledAs = <T extends string | boolean>(spelling: readonly (readonly [T, Json])[]): Wire<T> => ({
  to: (value) => spelling.find(([mine]) => mine === value)![1],
  from: (json) => spelling.find(([, theirs]) => theirs === json)?.[0],
  canonical: (json) =>
    spelling.find(([, theirs]) => String(theirs).toUpperCase() === String(json).toUpperCase())?.[1] ?? json,
});
const byText = (a: Json, b: Json): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
/** A list of which one member cannot be read back is not read back. */
const allOf =
  <T>(item: Wire<T>) =>
  (json: Json): T[] | undefined => {
    const values = (json as readonly Json[]).map((member) => item.from(member));
    return values.some((value) => value === undefined) ? undefined : (values as T[]);
  };
/** A list whose order means nothing: compared and sent sorted. */
export const setOf = <T>(item: Wire<T>): Wire<T[]> => {
  const canonical = (json: Json): Json =>
    [...(json as readonly Json[])].map((member) => item.canonical?.(member) ?? member).sort(byText);
  return {
    to: (values, look) => canonical(values.map((value) => item.to(value, look))),
    from: allOf(item),
    canonical,
  };
};
export const listOf = <T>(item: Wire<T>): Wire<T[]> => ({
  to: (values, look) => values.map((value) => item.to(value, look)),
  from: allOf(item),
  canonical: (json) => (json as readonly Json[]).map((member) => item.canonical?.(member) ?? member),
});
