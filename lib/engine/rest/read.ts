import { identitiesIn, type Names } from '../../desired/rest/names';
import type { RestObject } from '../../desired/rest/object';
import { problem, ProblemError } from '../../kernel/problem';
import type { Found, RestPort } from './port';

const keyOf = (identity: string): string => identity.slice(0, identity.indexOf(':'));
const nameIn = (identity: string): string => identity.slice(identity.indexOf(':') + 1);

/** By name in a collection, which object is meant. */
type Wanted = ReadonlyMap<string, string>;

/** By collection, what is looked for: what is ours or shall be, and all that it refers to. */
const wantedIn = (scope: readonly RestObject[], port: RestPort): ReadonlyMap<string, Wanted> => {
  const wanted = new Map<string, Map<string, string>>();
  const want = (collection: string, name: string, identity: string): void => {
    wanted.set(collection, (wanted.get(collection) ?? new Map<string, string>()).set(name, identity));
  };
  for (const identity of identitiesIn(scope)) {
    const collection = port.collectionOf(keyOf(identity));
    if (collection !== undefined) want(collection, nameIn(identity), identity);
  }
  for (const { collection, name, identity } of scope) want(collection, name, identity);
  return wanted;
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
const isBelow = ([collection]: readonly [string, Wanted]): boolean => identitiesIn(collection).length > 0;
const isReachable = (collection: string, names: Names): boolean =>
  identitiesIn(collection).every((parent) => names.find(parent) !== undefined);

/** Reads everything of the scope and learns the ids. */
export const readScope = async (scope: readonly RestObject[], names: Names, port: RestPort): Promise<Read> => {
  const all = new Map<string, Found>();
  const readOne = async ([collection, wanted]: readonly [string, Wanted]): Promise<void> => {
    const isThere = isReachable(collection, names);
    const found = isThere ? await port.read(names.fill(collection), new Set(wanted.keys())) : [];
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
  const places = [...wantedIn(scope, port)];
  await Promise.all(places.filter((place) => !isBelow(place)).map(readOne));
  await Promise.all(places.filter(isBelow).map(readOne));
  return all;
};
