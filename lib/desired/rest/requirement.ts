import { sameJson, type Json, type JsonObject } from '../../kernel/json';
import type { RestGrammar } from './grammar';
import { dig } from './place';

/** What another object must hold while one is there. */
export interface Requirement {
  /** The other object. */
  readonly identity: string;
  /** The place in it, as `part#place`. */
  readonly leaf: string;
  readonly is: Json;
}

/** From the fixed members of its body: there the id of the other stands as a placeholder. */
export const requirementOf = <N extends object>(
  { requires }: Pick<RestGrammar<N>, 'requires'>,
  fixed: Readonly<Record<string, JsonObject>>,
): { readonly requires?: Requirement } => {
  const holder = requires && dig(fixed[''], requires.of);
  if (requires === undefined || typeof holder !== 'string') return {};
  return { requires: { identity: holder.replace(/[{}]/g, ''), leaf: `#${requires.at}`, is: requires.is } };
};

/** Whether an object, as it is here, does not let the other be there. Where it does not say, it is left as it is. */
export const isAgainst = (
  requires: Requirement | undefined,
  { identity, leaves }: { readonly identity: string; readonly leaves: Readonly<Record<string, Json>> },
): boolean => {
  if (requires === undefined || requires.identity !== identity) return false;
  const value = leaves[requires.leaf];
  return value !== undefined && !sameJson(value, requires.is);
};
