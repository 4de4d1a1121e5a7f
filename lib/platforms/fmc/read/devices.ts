import type { Absent } from '../../../desired/item';
import { identitiesIn, type Known, type Names } from '../../../desired/rest/names';
import type { JsonObject } from '../../../kernel/json';
import { isAbsent } from '../client/wording';
import type { Reader } from '../client/client';

export const known = (body: JsonObject, parts: Known['parts'] = {}): Known => ({
  id: String(body['id']),
  type: String(body['type']),
  name: String(body['name'] ?? ''),
  parts,
});
export const nameIn = (identity: string): string => identity.slice(identity.indexOf(':') + 1);

interface Member {
  readonly id?: string;
}
interface Cluster {
  readonly controlDevice?: { readonly deviceDetails?: Member };
}

/** A list that not every version and device has. */
export const listIfThere = (client: Reader, path: string): Promise<readonly JsonObject[]> =>
  client.list(path).catch((error: unknown) => {
    if (isAbsent(error)) return [];
    throw error;
  });

/** The id of the member that keeps the interfaces of a container. */
export const keeperOf = (container: JsonObject): string | undefined =>
  (container['primary'] as Member | undefined)?.id ?? (container as Cluster).controlDevice?.deviceDetails?.id;

const namesOf = (bodies: readonly JsonObject[], member: string): readonly string[] =>
  bodies.flatMap(({ [member]: name }) => (typeof name === 'string' && name !== '' ? [name] : []));

/** What a firewall may be named by: a member of a pair or of a cluster is none by itself. */
const firewallsIn = (records: readonly JsonObject[], containers: readonly JsonObject[]): readonly string[] => {
  const members = new Set(containers.flatMap(membersOf));
  return namesOf([...containers, ...records.filter(({ id }) => !members.has(id as string))], 'name');
};

const membersOf = (container: JsonObject): readonly (string | undefined)[] => [
  keeperOf(container),
  (container['secondary'] as Member | undefined)?.id,
];

/**
 * Devices by name: a standalone firewall, a high-availability pair, or a cluster. Of a pair, VPN endpoints take the pair
 * and interfaces and routes are kept at its primary member; of a cluster at its control node (unproven). `remembered`: ids
 * of records by identity: what lies in one that somebody has renamed is found in it, while the name itself is not there.
 */
export const findDevices = async (
  client: Reader,
  names: Names,
  wanted: readonly string[],
  remembered: ReadonlyMap<string, string> = new Map(),
): Promise<void> => {
  const [records, pairs] = await Promise.all([
    client.list('devices/devicerecords'),
    client.list('devicehapairs/ftddevicehapairs'),
  ]);
  const isThere = (name: string): boolean => [...records, ...pairs].some((body) => body['name'] === name);
  const clusters = wanted.every(isThere) ? [] : await listIfThere(client, 'deviceclusters/ftddevicecluster');
  const there = firewallsIn(records, [...pairs, ...clusters]);
  for (const name of wanted) {
    const container = [...pairs, ...clusters].find((body) => body['name'] === name);
    const record = container
      ? records.find((body) => body['id'] === keeperOf(container))
      : records.find((body) => body['name'] === name);
    const device = container ?? record;
    if (device) names.learn(`devices:${name}`, known(device));
    else names.offer(`devices:${name}`, { name, there });
    const kept = record ?? records.find((body) => body['id'] === remembered.get(`devicerecords:${name}`));
    if (kept === undefined) continue;
    const holder = [...pairs, ...clusters].find((body) => keeperOf(body) === kept['id']) ?? kept;
    names.learn(`devicerecords:${name}`, { ...known(kept), name: String(holder['name']) });
  }
};

/** Interfaces that are mentioned by name and that their firewalls, which are there, do not have. */
export const absentInterfaces = (scope: readonly object[], names: Names): ReadonlyMap<string, Absent> =>
  new Map(
    identitiesIn(scope).flatMap((identity): (readonly [string, Absent])[] => {
      const offer = names.offered(identity);
      if (!identity.startsWith('interfaces:') || offer === undefined || names.find(identity)) return [];
      const [device] = nameIn(identity).split('/');
      return [[identity, { ...offer, title: `interface ${offer.name} of ${device}` }]];
    }),
  );

/** One list has interfaces of every kind where the version has it; each kind has one of its own besides. */
export const interfaceLists = [
  'ftdallinterfaces',
  'physicalinterfaces',
  'subinterfaces',
  'etherchannelinterfaces',
  'vlaninterfaces',
  'bridgegroupinterfaces',
  'redundantinterfaces',
  'loopbackinterfaces',
  'virtualtunnelinterfaces',
];

/** Interfaces by logical name; lists are read one after the other, until all are found. */
export const findInterfaces = async (client: Reader, names: Names, wanted: readonly string[]): Promise<void> => {
  const devices = [...new Set(wanted.map((identity) => nameIn(identity).split('/')[0]!))];
  for (const device of devices) {
    const record = names.find(`devicerecords:${device}`);
    const left = wanted.filter((identity) => nameIn(identity).startsWith(`${device}/`));
    for (const kind of interfaceLists) {
      if (record === undefined || left.every((identity) => names.find(identity))) break;
      const bodies = await listIfThere(client, `devices/devicerecords/${record.id}/${kind}`);
      for (const identity of left) {
        const body = bodies.find((candidate) => candidate['ifname'] === nameIn(identity).split('/')[1]);
        if (body) names.learn(identity, known(body));
        else names.offer(identity, { name: nameIn(identity).split('/')[1]!, there: namesOf(bodies, 'ifname') });
      }
    }
  }
};
