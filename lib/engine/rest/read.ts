import { identitiesIn, type Names } from '../../desired/rest/names';
import type { RestObject } from '../../desired/rest/object';
import { problem, ProblemError } from '../../kernel/problem';
import type { Found, RestPort } from './port';

/** `integrations` of `integrations:VPN`. */
export const keyOf = (identity: string): string => identity.slice(0, identity.indexOf(':'));
const nameIn = (identity: string): string => identity.slice(identity.indexOf(':') + 1);

/** Where to look, and for what. In one collection may be several sorts, and one of each may have a name. */
interface Search {
  readonly collection: string;
  readonly key: string;
  readonly wanted: Map<string, string>;
}

/** By collection and sort, what is looked for: what is ours or shall be, and all that it refers to. */
const wantedIn = (scope: readonly RestObject[], port: RestPort): readonly Search[] => {
  const searches = new Map<string, Search>();
  const want = (collection: string, name: string, identity: string): void => {
    const key = keyOf(identity);
    const known = searches.get(`${collection} ${key}`) ?? { collection, key, wanted: new Map<string, string>() };
    known.wanted.set(name, identity);
    searches.set(`${collection} ${key}`, known);
  };
  for (const identity of identitiesIn(scope)) {
    const collection = port.collectionOf(keyOf(identity));
    if (collection !== undefined) want(collection, nameIn(identity), identity);
  }
  for (const { collection, name, identity } of scope) want(collection, name, identity);
  return [...searches.values()];
};

/** Two of one name: which of them is ours cannot be told. */
const refuseTwins = (found: readonly Found[], port: RestPort): void => {
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

type Read = ReadonlyMap<string, Found>;

/** Objects that are kept below others, whose ids stand in the path, are read after them; nothing is below what is not there. */
const isBelow = ({ collection }: Search): boolean => identitiesIn(collection).length > 0;
const isReachable = (collection: string, names: Names): boolean =>
  identitiesIn(collection).every((parent) => names.find(parent) !== undefined);

/** Reads everything of the scope and learns the ids. */
export const readScope = async (scope: readonly RestObject[], names: Names, port: RestPort): Promise<Read> => {
  const all = new Map<string, Found>();
  const readOne = async ({ collection, key, wanted }: Search): Promise<void> => {
    const isThere = isReachable(collection, names);
    const found = isThere ? await port.read(names.fill(collection), new Set(wanted.keys()), key) : [];
    refuseTwins(found, port);
    for (const [name, identity] of wanted) {
      const one = found.find((other) => other.name === name);
      if (one === undefined) names.forget(identity);
      else {
        names.learn(identity, { id: one.id, type: '', name: one.name, parts: {} });
        all.set(identity, one);
      }
    }
  };
  const places = wantedIn(scope, port);
  await Promise.all(places.filter((place) => !isBelow(place)).map(readOne));
  await Promise.all(places.filter(isBelow).map(readOne));
  return all;
};
