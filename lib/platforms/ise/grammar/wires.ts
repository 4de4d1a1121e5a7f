import { field, same, type Leaf, type Wire, type Written } from '../../../desired/rest/grammar';
import type { Json, JsonObject } from '../../../kernel/json';
import type { Ref } from '../../../model/noun';

export const text = same<string>();
export const description = field('description', text, { absent: '' });

/** Answered as text or as it is. */
export const yesOrNo: Wire<boolean> = {
  to: (value) => value,
  from: (json) => json === true,
  canonical: (json) => String(json) === 'true',
};

/** ISE refers to some objects by their name. */
export const nameOf = <K extends string>(kind: K): Wire<Ref<K>> => ({
  to: (ref) => ref.name,
  from: (json) => ({ ref: kind, name: String(json) }),
});

/** The same, or the name of what has no construct. */
export const nameOfAny = <K extends string>(): Wire<Ref<K> | string> => ({
  to: (value) => (typeof value === 'string' ? value : value.name),
  from: (json) => String(json),
});

/** What ISE adds to an object in a list is not compared: only these members are, in the order of the alphabet. */
export const only =
  (...members: readonly string[]) =>
  (json: Json): JsonObject => {
    const body = json as JsonObject;
    const names = [...members].sort();
    return Object.fromEntries(
      names.flatMap((name) => (body[name] === undefined ? [] : [[name, body[name]!] as const])),
    );
  };

/** One field that stands in several places. */
export const spread = <T>(
  places: readonly (Pick<Leaf, 'at'> & Partial<Leaf>)[],
  write: (value: T) => readonly Json[],
  read: (values: readonly (Json | undefined)[]) => T | undefined,
): Written<T> => ({
  form: 'written',
  leaves: places.map((place) => ({ part: '', canonical: (json) => json, ...place })),
  write,
  read,
});
