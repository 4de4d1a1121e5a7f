import { sameJson, type Json, type JsonObject } from '../../kernel/json';
import { identitiesIn } from './names';
import { dig } from './place';

/**
 * What another object must hold at a place: a value, where the body has its id at `of`; or, in a list, what stands at
 * `holds` here, where it is the object that this one lies in.
 */
export type Requires =
  { readonly at: string; readonly of: string; readonly is: Json } | { readonly at: string; readonly holds: string };

/** What another object must hold while one is there. */
export interface Requirement {
  /** The other object. */
  readonly identity: string;
  /** The place in it, as `part#place`. */
  readonly leaf: string;
  readonly is: Json;
  /** It is a list that has the value as a member. */
  readonly listed?: true;
}

interface Parts {
  readonly collection: string;
  readonly fixed: Readonly<Record<string, JsonObject>>;
  readonly leaves: Readonly<Record<string, Json>>;
}

/** From its body and its path: there the id of the other stands as a placeholder. */
export const requirementOf = (
  { requires }: { readonly requires?: Requires },
  { collection, fixed, leaves }: Parts,
): { readonly requires?: Requirement } => {
  if (requires === undefined) return {};
  const leaf = `#${requires.at}`;
  if ('is' in requires) {
    const holder = dig(fixed[''], requires.of);
    const [identity] = typeof holder === 'string' ? identitiesIn(holder) : [];
    return identity === undefined ? {} : { requires: { identity, leaf, is: requires.is } };
  }
  const [identity, is] = [identitiesIn(collection).at(-1), leaves[`#${requires.holds}`]];
  return identity === undefined || is === undefined ? {} : { requires: { identity, leaf, is, listed: true } };
};

/** Whether an object, as it is here, does not let the other be there. Where it does not say, it is left as it is. */
export const isAgainst = (
  requires: Requirement | undefined,
  { identity, leaves }: { readonly identity: string; readonly leaves: Readonly<Record<string, Json>> },
): boolean => {
  if (requires === undefined || requires.identity !== identity) return false;
  const value = leaves[requires.leaf];
  if (value === undefined) return false;
  const held = requires.listed && Array.isArray(value) ? (value as readonly Json[]) : [value];
  return !held.some((one) => sameJson(one, requires.is));
};
