import { setOf, type Wire } from '../../../desired/rest/grammar';
import type { Json } from '../../../kernel/json';
import type { Ref } from '../../../model/noun';
import type { Kind } from '../../../model/nouns';

/** Another object by its id. */
const idOf = <K extends Kind>(kind: K): Wire<Ref<K>> => ({
  to: (ref, look) => look.reference(kind, ref.name)['id']!,
  from: (json) => ({ ref: kind, name: String(json).replace(/^\{[a-z]+:(.*)\}$/, '$1') }),
});
/** Ids; in which order does not matter. */
export const idsOf = <K extends Kind>(kind: K): Wire<Ref<K>[]> => setOf(idOf(kind));

/** Duo answers null where nothing was written, and capitals where none were. */
export const lowerCase = <T extends string>(alias: Readonly<Record<string, T>> = {}): Wire<T> => ({
  to: (value) => value,
  from: (json) => json as T,
  canonical: (json: Json) => alias[String(json).toLowerCase()] ?? String(json).toLowerCase(),
});
