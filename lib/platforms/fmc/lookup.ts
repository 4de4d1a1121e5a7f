import type { JsonObject } from '../../kernel/json';
import type { RestObject } from '../../desired/rest/object';
import type { FmcClient } from './client';
import { identitiesIn, type Known, type Names } from '../../desired/rest/names';
import { grammarFor } from './normalize';

const known = (body: JsonObject, parts: Known['parts'] = {}): Known => ({
  id: String(body['id']),
  type: String(body['type']),
  name: String(body['name'] ?? ''),
  parts,
});
const nameIn = (identity: string): string => identity.slice(identity.indexOf(':') + 1);

interface Member {
  readonly id?: string;
  readonly name?: string;
}

/**
 * Devices by name: a standalone firewall, or a high-availability pair. Of a pair, VPN endpoints take the pair and
 * interfaces and routes are kept at its primary member.
 */
const findDevices = async (client: FmcClient, names: Names, wanted: readonly string[]): Promise<void> => {
  const [records, pairs] = await Promise.all([
    client.list('devices/devicerecords'),
    client.list('devicehapairs/ftddevicehapairs'),
  ]);
  for (const name of wanted) {
    const pair = pairs.find((body) => body['name'] === name);
    const record = pair
      ? records.find((body) => body['id'] === (pair['primary'] as Member | undefined)?.id)
      : records.find((body) => body['name'] === name);
    const device = pair ?? record;
    if (device) names.learn(`devices:${name}`, known(device));
    if (record) names.learn(`devicerecords:${name}`, known(record));
  }
};

const interfaceKinds = ['physicalinterfaces', 'subinterfaces', 'etherchannelinterfaces'];

/** Interfaces by logical name; kinds are read one after the other, until all are found. */
const findInterfaces = async (client: FmcClient, names: Names, wanted: readonly string[]): Promise<void> => {
  const devices = [...new Set(wanted.map((identity) => nameIn(identity).split('/')[0]!))];
  for (const device of devices) {
    const record = names.find(`devicerecords:${device}`);
    const left = wanted.filter((identity) => nameIn(identity).startsWith(`${device}/`));
    for (const kind of interfaceKinds) {
      if (record === undefined || left.every((identity) => names.find(identity))) break;
      const bodies = await client.list(`devices/devicerecords/${record.id}/${kind}`);
      for (const identity of left) {
        const body = bodies.find((candidate) => candidate['ifname'] === nameIn(identity).split('/')[1]);
        if (body) names.learn(identity, known(body));
      }
    }
  }
};

/** One object as the FMC answered it, by part. */
export type Bodies = Readonly<Record<string, JsonObject>>;

export const partIds = (object: RestObject, body: JsonObject): Known['parts'] =>
  Object.fromEntries(
    Object.entries(grammarFor(object)?.parts ?? {}).flatMap(([part, member]) => {
      const id = (body[member] as JsonObject | undefined)?.['id'];
      return typeof id === 'string' ? [[part, id] as const] : [];
    }),
  );

const nameOf = (object: RestObject, body: JsonObject): string | undefined =>
  grammarFor(object)?.nameOf ? grammarFor(object)!.nameOf!(body) : (body['name'] as string | undefined);

/** The object among the answers of its collection. */
export const pick = (object: RestObject, bodies: readonly JsonObject[]): JsonObject | undefined =>
  bodies.find((body) => nameOf(object, body) === object.name);

const needs = (collection: string): readonly string[] => identitiesIn(collection);

const readParts = async (client: FmcClient, names: Names, object: RestObject, path: string): Promise<Bodies> => {
  const entry = names.find(object.identity)!;
  const read = Object.entries(entry.parts).map(
    async ([part, id]) => [part, await client.get(`${path}/${entry.id}/${part}/${id}`)] as const,
  );
  return Object.fromEntries(await Promise.all(read));
};

/**
 * Reads every object of `scope` that is there, learning ids on the way: devices, then interfaces, then collections,
 * parents before children. One list for each collection, never one request for each object.
 */
export const readScope = async (
  client: FmcClient,
  names: Names,
  scope: readonly RestObject[],
): Promise<ReadonlyMap<string, Bodies>> => {
  const mentioned = identitiesIn(scope);
  const ofKey = (key: string) => mentioned.filter((identity) => identity.startsWith(`${key}:`));
  const devices = new Set([...ofKey('devices'), ...ofKey('devicerecords')].map(nameIn));
  scope.filter((object) => object.collection === 'devices').forEach((object) => devices.add(object.name));
  if (devices.size > 0) await findDevices(client, names, [...devices]);
  await findInterfaces(client, names, ofKey('interfaces'));

  const found = new Map<string, Bodies>();
  let left = [...new Set(scope.filter((object) => grammarFor(object)).flatMap(collectionsOf))];
  while (left.length > 0) {
    const ready = left.filter((collection) => needs(collection).every((identity) => names.find(identity)));
    if (ready.length === 0) break;
    await Promise.all(ready.map((collection) => readCollection(client, names, collection, scope, found)));
    left = left.filter((collection) => !ready.includes(collection));
  }
  return found;
};

/** Where an object may be: its collection, and those over which its name is unique. */
const collectionsOf = (object: RestObject): readonly string[] => [object.collection, ...(object.among ?? [])];

const readCollection = async (
  client: FmcClient,
  names: Names,
  collection: string,
  scope: readonly RestObject[],
  found: Map<string, Bodies>,
): Promise<void> => {
  const path = names.fill(collection);
  const bodies = await client.list(path);
  await Promise.all(
    scope
      .filter((object) => collectionsOf(object).includes(collection))
      .map(async (object) => {
        const body = pick(object, bodies);
        if (body === undefined) return found.has(object.identity) ? undefined : names.forget(object.identity);
        names.learn(object.identity, known(body, partIds(object, body)));
        found.set(object.identity, { '': body, ...(await readParts(client, names, object, path)) });
      }),
  );
};
