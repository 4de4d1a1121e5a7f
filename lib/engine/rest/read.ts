import { finder, holderIds, identified, type Remembered, type Which } from '../../desired/rest/assigned';
import { identitiesIn, type Names } from '../../desired/rest/names';
import { readObject, type RestObject } from '../../desired/rest/object';
import { symbolic } from '../../desired/rest/symbolic';
import type { SecretBook } from '../../desired/item';
import type { JsonObject } from '../../kernel/json';
import { problem, ProblemError } from '../../kernel/problem';
import type { Found, Listed, RestPort } from './port';

/** What reads: a service, or what it answered before. */
export type Reading = Pick<RestPort, 'read' | 'collectionOf' | 'grammarOf' | 'lockedIn'> & {
  readonly service: Pick<RestPort['service'], 'code' | 'title' | 'target'>;
};

/** `integrations` of `integrations:VPN`. */
export const keyOf = (identity: string): string => identity.slice(0, identity.indexOf(':'));
const nameIn = (identity: string): string => identity.slice(identity.indexOf(':') + 1);

/** What is looked for: by its name, and what is remembered of it. */
interface Sought extends Remembered {
  readonly identity: string;
  readonly name: string;
}

/** Where to look, and for what. In one collection may be several sorts, and one of each may have a name. */
interface Search {
  readonly collection: string;
  readonly key: string;
  readonly wanted: Map<string, Sought>;
}

/** By collection and sort, what is looked for: what is ours or shall be, and all that it refers to. */
const wantedIn = (scope: readonly RestObject[], port: Reading): readonly Search[] => {
  const searches = new Map<string, Search>();
  const want = (collection: string, sought: Sought): void => {
    const key = keyOf(sought.identity);
    const known = searches.get(`${collection} ${key}`) ?? { collection, key, wanted: new Map<string, Sought>() };
    known.wanted.set(sought.name, sought);
    searches.set(`${collection} ${key}`, known);
  };
  const remembered = holderIds(scope);
  for (const identity of identitiesIn(scope)) {
    const collection = port.collectionOf(keyOf(identity));
    const id = remembered.get(identity);
    const assigned = id === undefined ? {} : { assigned: { id } };
    if (collection !== undefined) want(collection, { identity, name: nameIn(identity), fixed: {}, ...assigned });
  }
  for (const object of scope) want(object.collection, object);
  return [...searches.values()];
};

/** Two of one name: which of them is ours cannot be told. */
const refuseTwins = (found: readonly Found[], port: Reading): void => {
  const twin = found.find((one, i) => found.some((other, k) => k < i && other.name === one.name));
  if (twin === undefined) return;
  throw new ProblemError([
    problem(
      `${port.service.code}.twins`,
      port.service.target,
      `${port.service.title} has two objects named ${twin.name}: which one is meant cannot be known. Nothing was changed`,
      'rename or remove one of them there',
    ),
  ]);
};

type Read = ReadonlyMap<string, Which<Found>>;

/** Whether one of a list is looked for, by its name or by its id. */
const isSought = (wanted: ReadonlyMap<string, Sought>): ((listed: Listed) => boolean) => {
  const remembered = new Set([...wanted.values()].flatMap(({ assigned, renamed }) => [assigned?.id, renamed]));
  return ({ id, name }) => wanted.has(name) || remembered.has(id) || remembered.has(name);
};

/** Objects that are kept below others, whose ids stand in the path, are read after them; nothing is below what is not there. */
const isBelow = ({ collection }: Search): boolean => identitiesIn(collection).length > 0;
const isReachable = (collection: string, names: Names): boolean =>
  identitiesIn(collection).every((parent) => names.find(parent) !== undefined);

/** Waits for all of them, also where one fails: whoever is told so closes the session, and no request goes on behind it. */
const ended = async (reads: readonly Promise<void>[]): Promise<void> => {
  const failed = (await Promise.allSettled(reads)).find((one) => one.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
};

/** Reads everything of the scope and learns the ids. */
const readScope = async (scope: readonly RestObject[], names: Names, port: Reading): Promise<Read> => {
  const all = new Map<string, Which<Found>>();
  const readOne = async ({ collection, key, wanted }: Search): Promise<void> => {
    const isThere = isReachable(collection, names);
    const there = new Set<string>();
    const isWanted = isSought(wanted);
    const isLookedAt = (listed: Listed): boolean => {
      there.add(listed.name);
      return isWanted(listed);
    };
    const found = isThere ? await port.read(names.fill(collection), isLookedAt, key) : [];
    refuseTwins(found, port);
    const named = ({ name }: Sought, other = name): Found | undefined => found.find((one) => one.name === other);
    const whichIs = finder([...wanted.values()], found, { named, idOf: ({ id }) => id });
    for (const object of wanted.values()) {
      const { identity } = object;
      const one = whichIs(object);
      if (one === undefined) {
        names.forget(identity);
        names.offer(identity, { name: object.name, there: [...there] });
      } else {
        names.learn(identity, { id: one.body.id, type: '', name: one.body.name, parts: {} });
        all.set(identity, one);
      }
    }
  };
  const places = wantedIn(scope, port);
  await ended(places.filter((place) => !isBelow(place)).map(readOne));
  await ended(places.filter(isBelow).map(readOne));
  return all;
};

/** What of the scope is there, as the service shows it. */
export const observed = async (
  scope: readonly RestObject[],
  names: Names,
  port: Reading,
  secrets: SecretBook,
): Promise<ReadonlyMap<string, RestObject>> => {
  const found = await readScope(scope, names, port);
  const asShown = (wanted: RestObject, { body: { id, name, bodies }, ...how }: Which<Found>): RestObject => {
    const grammar = port.grammarOf(wanted.kind);
    const read = symbolic(bodies, names) as Readonly<Record<string, JsonObject>>;
    if (grammar === undefined) return wanted;
    const locked = port.lockedIn?.(wanted.kind, bodies['']!);
    const shown = identified(readObject(grammar, wanted, read, secrets), bodies['']!, { id, names, name, ...how });
    return { ...shown, ...(locked === undefined ? {} : { locked }) };
  };
  return new Map(
    scope.flatMap((wanted) => {
      const one = found.get(wanted.identity);
      return one === undefined ? [] : [[wanted.identity, asShown(wanted, one)] as const];
    }),
  );
};
