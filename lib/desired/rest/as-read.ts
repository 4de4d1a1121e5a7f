import type { Json, JsonObject } from '../../kernel/json';
import { fail, ProblemError } from '../../kernel/problem';
import type { SecretBook } from '../item';
import { asDeclared, isMarker, ours, saysNothing, shownAs, unmasked } from './as-seen';
import type { Leaf } from './grammar';
import { leafKey } from './manner';
import { dig } from './place';

/** What an answer holds in the place of a value may be anything: what cannot be read is refused, and quoted. */
const legible = (object: string, key: string, value: Json, read: () => Json): Json => {
  try {
    return read();
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    return fail(
      'device.unreadable',
      object,
      `${key.replace(/^#/, '')} cannot be read: the answer says ${JSON.stringify(value).slice(0, 80)}. Nothing is planned on such a reading`,
      'look at the object there; if it looks right, the version is one that is not known here',
    );
  }
};

/** What is known of the object beforehand. */
interface Like {
  readonly identity: string;
  readonly leaves: Readonly<Record<string, Json>>;
}
/** A second resource, in a collection of its own. `missing`: live, it is not there. */
export interface Beside {
  readonly part: string;
  readonly collection: string;
  readonly missing?: true;
}

export type Bodies = Readonly<Record<string, JsonObject | undefined>>;

/** One place of an answer in canonical form; undefined where it is left out. */
export const leafAsRead = (leaf: Leaf, like: Like, bodies: Bodies, book: SecretBook): Json | undefined => {
  const key = leafKey(leaf);
  const wanted = like.leaves[key];
  const place = `${like.identity} / ${key}`;
  if (leaf.secret) return typeof wanted === 'string' ? book.judge(wanted, undefined, place) : undefined;
  if (leaf.compareIfDeclared && wanted === undefined) return undefined;
  const places = [leaf.at, ...(leaf.also ?? [])];
  const raw = places.map((at) => dig(bodies[leaf.part], at)).find((one) => one !== undefined);
  const value = raw === undefined || saysNothing(raw, leaf) ? leaf.absent : raw;
  if (value === undefined) return undefined;
  return legible(like.identity, key, value, () => {
    const seen = ours(asDeclared(leaf.canonical(value), wanted, leaf), leaf);
    if (isMarker(wanted)) return shownAs(wanted, seen, book, place);
    return leaf.masked === undefined ? seen : unmasked(seen, wanted, leaf.masked, book, place);
  });
};

/** What stands where a program has set values past the fields. */
export const extraAsRead = (
  { extra = [] }: { readonly extra?: readonly string[] },
  bodies: Bodies,
): Record<string, Json> =>
  Object.fromEntries(
    extra.flatMap((key) => {
      const [part, at] = key.split('#') as [string, string];
      const value = dig(bodies[part], at);
      return value === undefined || value === null ? [] : [[key, value] as const];
    }),
  );

export const besideAsRead = ({ part, collection }: Beside, bodies: Bodies): Beside => ({
  part,
  collection,
  ...(bodies[part] === undefined ? { missing: true as const } : {}),
});
