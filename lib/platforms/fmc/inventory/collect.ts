import type { Json, JsonObject } from '../../../kernel/json';
import type { Kind } from '../../../model/nouns';
import { overriddenBy } from '../grammar/object-overrides';
import { isAbsent } from '../client/wording';
import { scrubbed } from '../../../engine/rest/scrub';
import type { Reader } from '../client/client';
import { interfaceLists, keeperOf, listIfThere } from '../read/devices';
import { habitsOf } from '../client/endpoints';
import { isDynamic } from '../grammar/interfaces';
import { embeddedPart, partIds } from '../read/lookup';
import { sameJson } from '../../../kernel/json';
import {
  assignmentOf,
  bgp,
  faces,
  ikev1Policies,
  ikev1Proposals,
  loopbacks,
  overridesOf,
  places,
  policies,
  policyChildren,
  policyLists,
  lists,
  records,
  routes,
  tags,
  topologies,
  zones,
} from './places';

type Kept = Record<string, Json>;
const idIn = (value: Json | undefined): string | undefined =>
  (value as JsonObject | undefined)?.['id'] as string | undefined;

/** Asks an FMC, and keeps each answer by its path. */
class Collector {
  readonly answers: Kept = {};

  constructor(private readonly client: Reader) {}

  /** A list that may not be there. What answers differently for a while after a change is asked until it says one thing. */
  async list(path: string): Promise<readonly JsonObject[]> {
    let found = await listIfThere(this.client, path);
    for (let attempt = 0; habitsOf(path).unstable && attempt < 4; attempt++) {
      const again = await listIfThere(this.client, path);
      if (sameJson(again, found)) break;
      found = again;
      await this.client.later();
    }
    this.answers[path] = scrubbed(found);
    return found;
  }

  async get(path: string): Promise<void> {
    const found = await this.client.get(path).catch((error: unknown) => {
      if (isAbsent(error)) return undefined;
      throw error;
    });
    if (found !== undefined) this.answers[path] = scrubbed(found);
  }
}

const partsOf = async (
  collector: Collector,
  client: Reader,
  kind: string,
  path: string,
  body: JsonObject,
): Promise<void> => {
  const parts = partIds({ kind } as never, body);
  const apart = Object.entries(parts).filter(([part]) => client.cautious || !embeddedPart({ kind }, body, part));
  await Promise.all(apart.map(([part, id]) => collector.get(`${path}/${part}/${id}`)));
};

const topologyOf = async (collector: Collector, client: Reader, body: JsonObject): Promise<readonly JsonObject[]> => {
  const path = `${topologies}/${String(body['id'])}`;
  await partsOf(collector, client, 'vpn-topology', path, body);
  return collector.list(`${path}/endpoints`);
};

const policyOf = async (collector: Collector, client: Reader, body: JsonObject): Promise<void> => {
  const path = `${policies}/${String(body['id'])}`;
  await partsOf(collector, client, 'ra-vpn-policy', path, body);
  for (const [child] of policyLists) await collector.list(`${path}/${child}`);
  for (const [child, member] of policyChildren) {
    const id = idIn(body[member]);
    if (id !== undefined) await collector.get(`${path}/${child}/${id}`);
  }
  await collector.get(assignmentOf(String(body['id'])));
};

/** Interfaces and routing of one firewall: one list has its interfaces where the version has that, else each kind its own. */
const firewallOf = async (collector: Collector, record: string): Promise<void> => {
  const at = `${records}/${record}`;
  for (const path of [faces, ...routes.map(([route]) => route), zones, ...bgp]) await collector.list(`${at}/${path}`);
  const borrowed = ((collector.answers[`${at}/${faces}`] ?? []) as readonly JsonObject[]).some(isDynamic);
  if (borrowed) await collector.list(`${at}/${loopbacks}`);
  const [all, ...others] = interfaceLists;
  const found = await collector.list(`${at}/${all!}`);
  if (found.length > 0) return;
  for (const path of others.filter((each) => each !== faces)) await collector.list(`${at}/${path}`);
};

/** The records of the firewalls that are ends of topologies: of a pair that of its primary member. */
const endsOf = async (collector: Collector, endpoints: readonly JsonObject[]): Promise<readonly string[]> => {
  await collector.list(records);
  const pairs = await collector.list('devicehapairs/ftddevicehapairs');
  const clusters = await collector.list('deviceclusters/ftddevicecluster');
  const ids = new Set(endpoints.flatMap((body) => idIn(body['device']) ?? []));
  return [...ids].map((id) => {
    const container = [...pairs, ...clusters].find((body) => body['id'] === id);
    return (container && keeperOf(container)) ?? id;
  });
};

/** The objects of a collection, and what they are on single firewalls. */
const objectsOf = async (collector: Collector, path: string, kind: Kind): Promise<void> => {
  const all = await collector.list(path);
  if (!overriddenBy.has(kind)) return;
  for (const body of all.filter((one) => one['overridable'] === true))
    await collector.list(overridesOf(path, String(body['id'])));
};

/** All that an import of the VPN of a domain needs. */
export const collect = async (client: Reader): Promise<Readonly<Record<string, Json>>> => {
  const collector = new Collector(client);
  const tops = await collector.list(topologies);
  const endpoints = (await Promise.all(tops.map((body) => topologyOf(collector, client, body)))).flat();
  const own = await collector.list(policies);
  for (const body of own) await policyOf(collector, client, body);
  const read = [...places.siteToSite, ...(own.length > 0 ? places.remoteAccess : [])].filter(([path]) => path !== tags);
  const old = tops.some((body) => body['ikeV1Enabled'] === true) ? [ikev1Policies, ikev1Proposals] : [];
  await Promise.all([
    ...read.map(([path, kind]) => objectsOf(collector, path, kind)),
    ...old.map((path) => collector.list(path)),
  ]);
  // An FMC that takes its tags from an ISE refuses to list those of its own.
  if (JSON.stringify(collector.answers[lists] ?? []).includes('"securityGroupTags"')) await collector.list(tags);
  for (const record of await endsOf(collector, endpoints)) await firewallOf(collector, record);
  return collector.answers;
};
