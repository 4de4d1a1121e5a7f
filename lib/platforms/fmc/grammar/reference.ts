import type { Wire } from '../../../desired/rest/grammar';
import type { JsonObject } from '../../../kernel/json';
import type { Ref } from '../../../model/noun';
import type { Kind } from '../../../model/nouns';

/** A reference to another object: `{id, name, type}`, the id a placeholder. Compared by what it points to. */
export const reference = <K extends Kind>(kind: K): Wire<Ref<K>> => ({
  to: (ref, look) => look.reference(kind, ref.name),
  from: (json) => {
    const name = (json as JsonObject)['name'];
    return typeof name === 'string' ? { ref: kind, name } : undefined;
  },
  canonical: (json) => {
    const { id, name, type } = json as JsonObject;
    return { id: id ?? null, name: name ?? null, type: type ?? null };
  },
});

/** A reference to one of several kinds: it says itself which. */
export const anyReference = <R extends Ref<Kind>>(): Wire<R> => ({
  to: (ref, look) => look.reference(ref.ref, ref.name),
  from: () => undefined,
  canonical: reference('network-object').canonical!,
});
