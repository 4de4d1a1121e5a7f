import { groupBy } from '../../../kernel/group';
import type { JsonObject } from '../../../kernel/json';
import type { RestObject } from '../../../desired/rest/object';
import { finder, holderIds, type Which } from '../../../desired/rest/assigned';
import { commonCollection } from '../../../desired/rest/grammar';
import { isBag } from '../../../desired/rest/place';
import { nouns, type Kind } from '../../../model/nouns';
import { statusOf } from '../../../wire/https';
import type { Reader } from '../client/client';
import { findDevices, findInterfaces, known, nameIn } from './devices';
import { habitsOf } from '../client/endpoints';
import type { Bodies, Found } from './found';
import { identitiesIn, type Known, type Names } from '../../../desired/rest/names';
import { readOthersOverrides } from './others-overrides';
import { grammarOf } from '../grammar';
import { grammarFor } from '../normalize';
import { namesAmong, pick, refuseTwins } from './pick';
import { isPlaced, neighboursOf, standingsIn } from './standing';

export const partIds = (object: RestObject, body: JsonObject): Known['parts'] =>
  Object.fromEntries(
    Object.entries({ ...grammarFor(object)?.parts, ...grammarFor(object)?.children }).flatMap(([part, member]) => {
      const id = (body[member] as JsonObject | undefined)?.['id'];
      return typeof id === 'string' ? [[part, id] as const] : [];
    }),
  );

/** Under which path the answer for one is kept that its collection only lists: its id is that of another. */
export const seenIn = (collection: string, { name }: Pick<RestObject, 'name'>): string => `${collection}/${name}`;

/** What stands in the path to it: its collection, and its own id where that is the id of another. */
const pathOf = ({ collection, id }: RestObject): string => `${collection}/${id ?? ''}`;

const linking = new Set(['id', 'type', 'name', 'links']);
/** A part that stands in its object, whole: some versions answer it so, others only a link to it. */
export const embeddedPart = (
  object: Pick<RestObject, 'kind'>,
  body: JsonObject,
  part: string,
): JsonObject | undefined => {
  const member = grammarFor(object)?.parts?.[part];
  const found = member === undefined ? undefined : body[member];
  return isBag(found) && Object.keys(found).some((key) => !linking.has(key)) ? found : undefined;
};

const readParts = async (
  client: Reader,
  names: Names,
  object: RestObject,
  path: string,
  body: JsonObject,
): Promise<Bodies> => {
  const entry = names.find(object.identity)!;
  const read = Object.entries(entry.parts)
    .filter(([part]) => object.parts.includes(part))
    .map(async ([part, id]): Promise<readonly [string, JsonObject]> => {
      const embedded = client.cautious ? undefined : embeddedPart(object, body, part);
      return [part, embedded ?? (await client.get(`${path}/${entry.id}/${part}/${id}`))];
    });
  return Object.fromEntries(await Promise.all(read));
};

/** Learns the id of the resource beside an object, or forgets it. */
export const learnPart = (
  names: Names,
  { identity, part }: { readonly identity: string; readonly part: string },
  body: JsonObject | undefined,
): void => {
  const known = names.find(identity);
  if (known === undefined) return;
  const { [part]: _gone, ...parts } = known.parts;
  names.learn(identity, { ...known, parts: body === undefined ? parts : { ...parts, [part]: String(body['id']) } });
};

/** The resource beside an object, where there is one. */
const readBeside = async (
  client: Reader,
  names: Names,
  { identity, beside }: RestObject,
  seen: Map<string, JsonObject>,
): Promise<Bodies> => {
  if (beside === undefined) return {};
  const { part, collection } = beside;
  const path = names.fill(collection);
  const [body] = await client.list(path);
  learnPart(names, { identity, part }, body);
  if (body === undefined) return {};
  seen.set(`${path}/${String(body['id'])}`, body);
  return { [part]: body };
};

/** The collection of all of a kind, where it has one. */
const listingOf = (kind: Kind): string | undefined => {
  const grammar = grammarOf(kind);
  if (grammar.form === 'looked-up') return grammar.collection;
  return grammar.form === 'object' ? commonCollection(grammar) : undefined;
};
/** Where an object that is not declared is listed, by the first part of its identity. */
const listings = new Map(
  (Object.keys(nouns) as Kind[]).flatMap((kind): [string, { kind: string; collection: string }][] => {
    const [grammar, collection] = [grammarOf(kind), listingOf(kind)];
    return collection === undefined || !('key' in grammar) ? [] : [[grammar.key, { kind, collection }]];
  }),
);
/**
 * What objects that are no longer declared are below or refer to, where that is not declared either: the policy of a
 * rule, a network of BGP that was only looked up. Without its id it would be taken for what others have put there.
 */
const undeclaredOf = (scope: readonly RestObject[]): readonly RestObject[] => {
  const known = new Set(scope.map(({ identity }) => identity));
  const remembered = holderIds(scope);
  const missing = identitiesIn([scope, scope.map(pathOf)]).filter((one) => !known.has(one));
  return [...new Set(missing)].flatMap((identity) => {
    const listing = listings.get(identity.slice(0, identity.indexOf(':')));
    if (listing === undefined) return [];
    const empty = { fixed: {}, leaves: {}, sealed: [], parts: [], reference: {} };
    const id = remembered.get(identity);
    const assigned = id === undefined ? {} : { assigned: { id } };
    return [{ identity, name: nameIn(identity), ...listing, ...empty, ...assigned }];
  });
};

/** Those not declared are listed in a collection; others of them (devices, interfaces) are found before. */
const isListed = (object: RestObject): boolean => grammarFor(object) !== undefined || object.collection.includes('/');

/**
 * Reads every object of `scope` that is there, learning ids on the way: devices, then interfaces, then collections,
 * parents before children. One list for each collection, never one request for each object.
 */
export const readScope = async (
  client: Reader,
  names: Names,
  wanted: readonly RestObject[],
  seen: Map<string, JsonObject>,
): Promise<Map<string, Found>> => {
  const all = [...wanted, ...neighboursOf(wanted)];
  const scope = [...all, ...undeclaredOf(all)];
  const mentioned = identitiesIn(scope);
  const ofKey = (key: string) => mentioned.filter((identity) => identity.startsWith(`${key}:`));
  const devices = new Set([...ofKey('devices'), ...ofKey('devicerecords')].map(nameIn));
  scope.filter((object) => object.collection === 'devices').forEach((object) => devices.add(object.name));
  if (devices.size > 0) await findDevices(client, names, [...devices], holderIds(wanted));
  await findInterfaces(client, names, ofKey('interfaces'));

  const found = new Map<string, Found>();
  const byPath = groupBy(scope.filter(isListed), pathOf);
  let left = [...byPath.keys()];
  while (left.length > 0) {
    const ready = left.filter((path) => identitiesIn(path).every((identity) => names.find(identity)));
    if (ready.length === 0) break;
    await Promise.all(ready.map((path) => readCollection(client, names, byPath.get(path)!, found, seen)));
    left = left.filter((path) => !ready.includes(path));
  }
  await readStrays(client, names, wanted, found, seen);
  await readOthersOverrides(client, names, wanted, found);
  wanted.filter((object) => isListed(object) && !found.has(object.identity)).forEach((o) => names.forget(o.identity));
  return found;
};

/** What is not where it is declared may stand in another collection over which its name is unique. */
const readStrays = async (
  client: Reader,
  names: Names,
  scope: readonly RestObject[],
  found: Map<string, Found>,
  seen: Map<string, JsonObject>,
): Promise<void> => {
  const strays = scope.filter(({ identity, among }) => among !== undefined && !found.has(identity));
  const others = new Set(strays.flatMap(({ among = [], collection }) => among.filter((other) => other !== collection)));
  await Promise.all(
    [...others].map((collection) => {
      const there = strays.filter((object) => object.collection !== collection && object.among!.includes(collection));
      return readCollection(
        client,
        names,
        there.map((object) => ({ ...object, collection })),
        found,
        seen,
        // One request for each object would not look elsewhere at all.
        false,
      );
    }),
  );
};

/** Whether answers for the object may be those of before, for a while after a write around it. */
export const isUnstable = ({ collection }: RestObject): boolean =>
  habitsOf(`${collection}/id`.replace(/\{[^}]*\}/g, 'id')).unstable === true;

/** Reads again what was found already: ids that stand in the paths are known. */
export const readAgain = async (
  client: Reader,
  names: Names,
  objects: readonly RestObject[],
  found: Map<string, Found>,
  seen: Map<string, JsonObject>,
): Promise<void> => {
  const byPath = groupBy(objects, pathOf);
  await Promise.all([...byPath.values()].map((there) => readCollection(client, names, there, found, seen, false)));
};

/** What a collection answers, or the one object in it whose id is known. */
export const answersFor = async (
  client: Reader,
  names: Names,
  { collection, id }: Pick<RestObject, 'collection' | 'id'>,
): Promise<readonly JsonObject[]> => {
  const path = names.fill(collection);
  if (id === undefined) return client.list(path);
  const body = await client.get(`${path}/${names.fill(id)}`).catch((error: unknown) => {
    if (statusOf(error) === 404) return undefined;
    throw error;
  });
  return body === undefined ? [] : [body];
};

/** Which of the answers of their collection objects are; the one answer, where the id of an object is that of another. */
const whichOf = (objects: readonly RestObject[], answers: readonly JsonObject[]) => {
  const named = (object: RestObject, other?: string): JsonObject | undefined =>
    pick(other === undefined ? object : { ...object, name: other }, answers);
  const find = finder(objects, answers, { named, idOf: ({ id }) => String(id) });
  return (object: RestObject): Which<JsonObject> | undefined => {
    if (object.id === undefined) return find(object);
    return answers[0] && { body: answers[0], isRenamed: false, isDisplaced: false };
  };
};

const learnBody = (names: Names, object: RestObject, body: JsonObject): void =>
  names.learn(object.identity, known(body, partIds(object, body)));

/** Learns the id of an object. */
export const learn = (names: Names, object: RestObject, answers: readonly JsonObject[]): void => {
  const found = whichOf([object], answers)(object);
  if (found !== undefined) learnBody(names, object, found.body);
};

/** The answers of a collection. One whose children come and go is asked again when something is missing. */
const steadyAnswers = async (
  client: Reader,
  names: Names,
  objects: readonly RestObject[],
): Promise<readonly JsonObject[]> => {
  const path = names.fill(objects[0]!.collection);
  for (let attempt = 0; ; attempt++) {
    const answers = await answersFor(client, names, objects[0]!);
    if (objects.every(whichOf(objects, answers)) || !habitsOf(path).unstable || attempt === 2) return answers;
    await client.later();
  }
};

const readCollection = async (
  client: Reader,
  names: Names,
  objects: readonly RestObject[],
  found: Map<string, Found>,
  seen: Map<string, JsonObject>,
  declared = true,
): Promise<void> => {
  const answers = await steadyAnswers(client, names, objects);
  if (declared && objects[0]!.id === undefined)
    client.saved(Math.max(0, objects.length - Math.ceil(answers.length / 1000)));
  const whichIs = whichOf(objects, answers);
  await Promise.all(
    objects.map(async (object) => {
      if (object.id === undefined) refuseTwins(object, answers);
      const one = whichIs(object);
      if (one === undefined)
        return names.offer(object.identity, { name: object.name, there: namesAmong(object, answers) });
      const { body, ...which } = one;
      learnBody(names, object, body);
      const path = names.fill(object.collection);
      const parts = await readParts(client, names, object, path, body);
      const beside = await readBeside(client, names, object, seen);
      found.set(object.identity, { object, bodies: { '': body, ...parts, ...beside }, which });
      const { id, parts: ids } = names.find(object.identity)!;
      seen.set(object.requests === undefined ? `${path}/${id}` : seenIn(path, object), body);
      for (const [part, answer] of Object.entries(parts)) seen.set(`${path}/${id}/${part}/${ids[part]}`, answer);
    }),
  );
  const standing = standingsIn(objects, answers, names);
  for (const { identity } of objects) {
    const here = found.get(identity);
    const body = here?.bodies[''];
    if (here === undefined || body === undefined || !isPlaced(here.object)) continue;
    found.set(identity, { ...here, bodies: { ...here.bodies, '': standing(here.object, body) } });
  }
};
