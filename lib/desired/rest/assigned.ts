import type { Json, JsonObject } from '../../kernel/json';
import { identitiesIn, type Assigned, type Names } from './names';
import type { RestObject } from './object';

// A service gives each object an id. A name can be given to another object, an id cannot: it says which one is ours.

/** What tells an object from another of its name. */
export type Remembered = Pick<RestObject, 'assigned' | 'renamed' | 'fixed'>;

/**
 * Whether an object has an id of its own that says that it is ours, and that may be written down. Of what is there once,
 * for all, or by the id of another, the place says it.
 */
const hasOwnId = ({ id, requests, original, lists, idIsCredential }: RestObject): boolean =>
  !idIsCredential && id === undefined && requests === undefined && original === undefined && lists === undefined;

/** The ids of what stands in a value; undefined where it is none. */
const idsIn = (value: unknown, names: Names): Readonly<Record<string, string>> | undefined => {
  const ids = identitiesIn(value).flatMap((identity) => {
    const known = names.find(identity);
    return known === undefined ? [] : [[identity, known.id] as const];
  });
  return ids.length === 0 ? undefined : Object.fromEntries(ids);
};

/** The id of an object of a collection, and the ids that stand in the path to it. */
const assignedIn = (collection: string, id: string, names: Names): Assigned => {
  const within = idsIn(collection, names);
  return { id, ...(within === undefined ? {} : { within }) };
};

/** The members of its lists in which others have members too. */
const membersIn = ({ lists = [], leaves }: RestObject): readonly Json[] => lists.flatMap((key) => leaves[key] ?? []);

/** With the ids of what the members of its lists refer to. */
const referring = (object: RestObject, names: Names): RestObject => {
  const refers = idsIn(membersIn(object), names);
  return refers === undefined ? object : { ...object, refers };
};

/** Ids of what objects lie in, and members of lists refer to, as they are remembered. */
export const holderIds = (objects: readonly Pick<RestObject, 'assigned' | 'refers'>[]): ReadonlyMap<string, string> =>
  new Map(
    objects.flatMap(({ assigned, refers }) => [
      ...Object.entries(assigned?.within ?? {}),
      ...Object.entries(refers ?? {}),
    ]),
  );

/** Which answer an object is. */
export interface Which<B> {
  readonly body: B;
  /** It bears another name than ours. */
  readonly isRenamed: boolean;
  /** Another one bears our name. */
  readonly isDisplaced: boolean;
}

/**
 * Finds objects in the whole list of their collection: by the id that is remembered of them, else by their name. One that
 * nothing is remembered of has what bears its name: what the program and somebody there have renamed alike is not found
 * twice. `named`: what bears the name of an object, or another name.
 */
export const finder = <O extends Remembered, B extends object>(
  objects: readonly O[],
  all: readonly B[],
  { named, idOf }: { readonly named: (object: O, other?: string) => B | undefined; readonly idOf: (body: B) => string },
): ((object: O) => Which<B> | undefined) => {
  const byId = new Map(all.map((body) => [idOf(body), body]));
  // What is only referred to takes nothing.
  const declares = ({ fixed }: O): boolean => Object.keys(fixed).length > 0;
  const taken = new Set(
    objects.some(({ assigned }) => assigned !== undefined)
      ? objects.flatMap((object) => (object.assigned === undefined && declares(object) ? (named(object) ?? []) : []))
      : [],
  );
  return (object) => {
    const bears = named(object);
    const given = object.assigned === undefined ? undefined : byId.get(object.assigned.id);
    const found = given ?? (object.renamed === undefined ? undefined : named(object, object.renamed));
    const mine = found === undefined || taken.has(found) ? undefined : found;
    const body = mine ?? bears;
    if (body === undefined) return undefined;
    return { body, isRenamed: body !== bears, isDisplaced: bears !== undefined && body !== bears };
  };
};

/** An object that was found, with what says which one it is. `name`: what it is called there. */
export const identified = (
  object: RestObject,
  body: JsonObject,
  {
    id,
    names,
    name,
    isRenamed,
    isDisplaced,
  }: Omit<Which<unknown>, 'body'> & { readonly id: string; readonly names: Names; readonly name: string },
): RestObject => {
  if (!hasOwnId(object)) return referring(object, names);
  const assigned = assignedIn(object.collection, id, names);
  if (!isRenamed) return { ...object, assigned };
  const own = object.fixed[''];
  const isNamed = typeof own?.['name'] === 'string' && typeof body['name'] === 'string';
  return {
    ...object,
    assigned,
    renamed: name,
    ...(isNamed ? { fixed: { ...object.fixed, '': { ...own, name: body['name']! } } } : {}),
    ...(isDisplaced ? { displaced: true as const } : {}),
  };
};

/** What is declared, with what the ledger remembers of it: also members of its lists that are declared no more. */
export const recalling = (content: RestObject, known: RestObject): RestObject => {
  const { assigned, refers, renamed } = known;
  const members = membersIn(known);
  return {
    ...content,
    ...(assigned === undefined ? {} : { assigned }),
    ...(refers === undefined ? {} : { refers }),
    ...(members.length === 0 ? {} : { members }),
    ...(renamed === undefined ? {} : { renamed }),
  };
};

/** Another service gives other ids: there only the name says which one it is. */
export const forgetting = ({ assigned: _assigned, refers: _refers, ...owned }: RestObject): RestObject => owned;

/** Whether two are one object; undefined where that is not known. */
export const isOne = (owned: RestObject, live: RestObject): boolean | undefined =>
  owned.assigned === undefined || live.assigned === undefined
    ? undefined
    : owned.assigned.id === live.assigned.id && owned.kind === live.kind;

/** Why one that was renamed cannot get its name back. */
export const refusalOfName = ({ renamed, displaced }: RestObject): string | undefined =>
  displaced
    ? `ours was renamed to ${renamed} there, and another one has its name: rename or remove that one there`
    : undefined;
