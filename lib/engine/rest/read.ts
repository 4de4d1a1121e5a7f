import { identitiesIn, type Names } from '../../desired/rest/names';
import type { RestObject } from '../../desired/rest/object';
import { problem, ProblemError } from '../../kernel/problem';
import type { Found, RestPort } from './port';

const keyOf = (identity: string): string => identity.slice(0, identity.indexOf(':'));
const nameIn = (identity: string): string => identity.slice(identity.indexOf(':') + 1);

/** By collection, the names that are looked for: what is ours or shall be, and all that it refers to. */
const wantedIn = (scope: readonly RestObject[], port: RestPort): ReadonlyMap<string, ReadonlySet<string>> => {
  const wanted = new Map<string, Set<string>>();
  const want = (collection: string, name: string): void => {
    wanted.set(collection, (wanted.get(collection) ?? new Set()).add(name));
  };
  for (const object of scope) want(object.collection, object.name);
  for (const identity of identitiesIn(scope)) {
    const collection = port.collectionOf(keyOf(identity));
    if (collection !== undefined) want(collection, nameIn(identity));
  }
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

/** Reads everything of the scope and learns the ids. */
export const readScope = async (scope: readonly RestObject[], names: Names, port: RestPort): Promise<Read> => {
  const all = new Map<string, Found>();
  const known = new Set([...scope.map(({ identity }) => identity), ...identitiesIn(scope)]);
  await Promise.all(
    [...wantedIn(scope, port)].map(async ([collection, wanted]) => {
      const found = await port.read(collection, wanted);
      refuseTwins(found, port);
      const key = [...known].map(keyOf).find((one) => port.collectionOf(one) === collection);
      for (const name of wanted) {
        const identity = `${key}:${name}`;
        const one = found.find((other) => other.name === name);
        if (one === undefined) names.forget(identity);
        else {
          names.learn(identity, { id: one.id, type: '', name: one.name, parts: {} });
          all.set(identity, one);
        }
      }
    }),
  );
  return all;
};
