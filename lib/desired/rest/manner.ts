import { sameJson, type Json } from '../../kernel/json';
import type { Leaf, RestField, RestGrammar, Written } from './grammar';

/** How an object is changed, where that is not by a PUT of the whole. */
export interface Manner {
  readonly updates?: 'POST';
  /** Leaves that are sent only when they are new. */
  readonly changesOnly?: readonly string[];
  /** Leaves that a creation must not hold. */
  readonly later?: readonly string[];
  /** Leaves whose members are joined and parted one by one. */
  readonly joined?: readonly string[];
}

type Bag = Record<string, unknown>;

/** Where a value is found in an object: its part and its place. */
export const leafKey = (leaf: Leaf): string => `${leaf.part}#${leaf.at}`;

/** Whether a leaf means something, beside what the place that it depends on holds. */
export const isMeant = ({ only }: Pick<Leaf, 'only'>, held: Json | undefined): boolean => {
  if (only === undefined) return true;
  return 'is' in only ? sameJson(held, only.is) : !sameJson(held, only.isNot);
};

/** Fields that stand in a body, by their names. */
export const written = (grammar: RestGrammar<Bag>): readonly (readonly [string, Written<unknown>])[] =>
  (Object.entries(grammar.fields) as [string, RestField<unknown>][]).flatMap(([name, f]) =>
    f.form === 'written' ? [[name, f] as const] : [],
  );

export const mannerOf = (grammar: RestGrammar<Bag>): { readonly manner?: Manner } => {
  const leaves = written(grammar).flatMap(([, f]) => f.leaves);
  const [quiet, joined] = [leaves.filter((leaf) => leaf.changesOnly), leaves.filter((leaf) => leaf.joined)];
  const later = leaves.filter((leaf) => leaf.later);
  if (grammar.updates === undefined && quiet.length + joined.length + later.length === 0) return {};
  return {
    manner: {
      ...(grammar.updates === undefined ? {} : { updates: grammar.updates }),
      ...(quiet.length === 0 ? {} : { changesOnly: quiet.map(leafKey) }),
      ...(later.length === 0 ? {} : { later: later.map(leafKey) }),
      ...(joined.length === 0 ? {} : { joined: joined.map(leafKey) }),
    },
  };
};

/** What of its lists others may have members in. */
export const listsOf = (
  grammar: RestGrammar<Record<string, unknown>>,
): { readonly lists?: readonly string[]; readonly memberKeys?: Readonly<Record<string, string>> } => {
  const lists = written(grammar).flatMap(([, f]) => f.leaves.filter((leaf) => leaf.sharedList));
  const keys = lists.flatMap((leaf) =>
    leaf.memberKey === undefined ? [] : [[leafKey(leaf), leaf.memberKey] as const],
  );
  return {
    ...(lists.length === 0 ? {} : { lists: lists.map(leafKey) }),
    ...(keys.length === 0 ? {} : { memberKeys: Object.fromEntries(keys) }),
  };
};
