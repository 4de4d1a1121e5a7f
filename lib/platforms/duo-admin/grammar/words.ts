import { setOf, type Wire } from '../../../desired/rest/grammar';
import type { Json } from '../../../kernel/json';
import type { Ref } from '../../../model/noun';
import type { Kind } from '../../../model/nouns';

/** Another object by its id. */
export const idOf = <K extends Kind>(kind: K): Wire<Ref<K>> => ({
  to: (ref, look) => look.reference(kind, ref.name)['id']!,
  from: (json) => ({ ref: kind, name: String(json).replace(/^\{[a-z]+:(.*)\}$/, '$1') }),
});
/** Ids; in which order does not matter. */
export const idsOf = <K extends Kind>(kind: K): Wire<Ref<K>[]> => setOf(idOf(kind));

/** The same as one text, as Duo's own client sends it (`groups_allowed`): by commas. A list is answered. */
export const idTextOf = <K extends Kind>(kind: K): Wire<Ref<K>[]> => {
  const list = idsOf(kind);
  const members = (json: Json): Json => (typeof json === 'string' ? json.split(',').filter((id) => id !== '') : json);
  const text = (json: Json): Json => (list.canonical!(members(json)) as readonly Json[]).join(',');
  return { to: (refs, look) => text(list.to(refs, look)), from: (json) => list.from(members(json)), canonical: text };
};

/** Duo answers null where nothing was written, and capitals where none were. */
export const lowerCase = <T extends string>(alias: Readonly<Record<string, T>> = {}): Wire<T> => ({
  to: (value) => value,
  from: (json) => json as T,
  canonical: (json: Json) => alias[String(json).toLowerCase()] ?? String(json).toLowerCase(),
});
