import type { Json, JsonObject } from '../../../../kernel/json';
import { bgpOf } from '../collections/bgp';
import { records } from '../collections/devices';
import { endpoint } from '../collections/endpoint';
import { bodyOn } from '../object-overrides';
import { matches, renderMembers } from '../shape';
import { settings, topologies, topology } from '../collections/topology';
import { idIn, itemsOf, type Collection, type Item, type Unit, type World } from '../world';

/** What runs on a device since its last deployment. Secrets are in it: it is for the lab's fabric, never for a client. */
export interface DeployedDevice {
  readonly device: string;
  readonly topologies: readonly DeployedTopology[];
  /** Physical and virtual interfaces, with `ifname`, `ipv4.static`, `tunnelSource`, `tunnelId`. */
  readonly interfaces: readonly JsonObject[];
  /** With `networks`, the prefixes of the selected network objects. */
  readonly routes: readonly JsonObject[];
  /** BGP, where it is on: `asNumber`, `routerId`, `neighbors`, and the prefixes of its `networks`. */
  readonly bgp: readonly JsonObject[];
  /** Policies that are assigned to it (remote access, NAT, platform settings) and all that they need, by place. */
  readonly policies: Readonly<Record<string, JsonObject>>;
}
export interface DeployedTopology {
  readonly id: string;
  readonly name: string;
  readonly topologyType: string;
  readonly routeBased: boolean;
  readonly ikeV2Enabled: boolean;
  /** `ikeV2Settings` with `manualPreSharedKey`; its policies are whole objects. */
  readonly ike: JsonObject;
  /** Its `ikeV2IpsecProposal` are whole objects. */
  readonly ipsec: JsonObject;
  readonly advanced: JsonObject;
  /** Every endpoint of the topology, those of other devices too; with `protects`, the prefixes of its network objects. */
  readonly endpoints: readonly JsonObject[];
}

/** What is referred to, as it is on the device. */
const whole = (world: World, unit: Unit, value: Json | undefined): readonly JsonObject[] =>
  ((value ?? []) as readonly Json[]).flatMap((ref) => {
    const found = world.find(idIn(ref));
    return found ? [{ id: found.item.id, ...bodyOn(world, found.collection, found.item, unit) }] : [];
  });
const shown = (world: World, spec: Collection, item: Item): JsonObject => ({
  id: item.id,
  ...renderMembers(spec.members, item.body, world.lookup, true),
});

const topologyNow = (world: World, unit: Unit, item: Item): DeployedTopology => {
  const [ike, ipsec, advanced] = settings.map((part) => {
    const [child] = itemsOf(world, part.at.replace('*', item.id));
    return child ? shown(world, part, child) : {};
  });
  const v2 = ike!['ikeV2Settings'] as JsonObject;
  return {
    id: item.id,
    name: String(item.body['name']),
    topologyType: String(item.body['topologyType']),
    routeBased: item.body['routeBased'] === true,
    ikeV2Enabled: item.body['ikeV2Enabled'] === true,
    ike: { ...ike, ikeV2Settings: { ...v2, policies: whole(world, unit, v2['policies']) } },
    ipsec: { ...ipsec, ikeV2IpsecProposal: whole(world, unit, ipsec!['ikeV2IpsecProposal']) },
    advanced: advanced!,
    endpoints: itemsOf(world, `${topologies}/${item.id}/endpoints`).map((end) => {
      const { networks } = (end.body['protectedNetworks'] ?? {}) as { readonly networks?: Json };
      return {
        ...shown(world, endpoint, end),
        protects: whole(world, unit, networks).map((each) => each['value'] ?? ''),
      };
    }),
  };
};

const idsIn = (value: Json): readonly string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(idsIn) : [];
};
/** Policies with what stands below them and what any of it refers to; devices are not part of that. */
const policiesOf = (world: World, unit: Unit): DeployedDevice['policies'] => {
  const found: Record<string, JsonObject> = {};
  const take = (collection: string, item: Item): void => {
    const place = `${collection}/${item.id}`;
    const spec = world.collections.find((one) => matches(one.at, collection));
    if (found[place] !== undefined || spec === undefined || collection.startsWith('device')) return;
    const there = { ...item, body: bodyOn(world, collection, item, unit) };
    found[place] = shown(world, spec, there);
    for (const [below, held] of world.store)
      if (below.startsWith(`${place}/`)) held.forEach((child) => take(below, child));
    for (const { at, goesWith } of world.collections)
      if (goesWith) itemsOf(world, at).forEach((one) => goesWith(one.body) === item.id && take(at, one));
    for (const id of idsIn(there.body)) {
      const other = world.find(id);
      if (other) take(other.collection, other.item);
    }
  };
  const own = itemsOf(world, 'assignment/policyassignments').filter(({ id }) => world.assigned(id).includes(unit));
  for (const { id } of own) {
    const policy = [...world.store].find(([at, held]) => at.startsWith('policy/') && held.has(id));
    if (policy) take(policy[0], policy[1].get(id)!);
  }
  return found;
};

/** What a deployment made now would put on a device. */
export const snapshot = (world: World, unit: Unit): DeployedDevice => {
  const at = `${records}/${unit.members[0]!.id}`;
  const ours = itemsOf(world, topology.at).filter((item) =>
    itemsOf(world, `${topologies}/${item.id}/endpoints`).some((end) => idIn(end.body['device']) === unit.id),
  );
  const held = (kind: string): readonly JsonObject[] =>
    itemsOf(world, `${at}/${kind}`).map((item) => {
      const spec = world.collections.find((c) => c.at === `${records}/*/${kind}`)!;
      return { kind, ...shown(world, spec, item) };
    });
  return {
    device: unit.name,
    topologies: ours.map((item) => topologyNow(world, unit, item)),
    interfaces: [...held('physicalinterfaces'), ...held('loopbackinterfaces'), ...held('virtualtunnelinterfaces')],
    routes: [...held('routing/ipv4staticroutes'), ...held('routing/ipv6staticroutes')].map((route) => ({
      ...route,
      networks: whole(world, unit, route['selectedNetworks']).map((network) => network['value'] ?? ''),
    })),
    bgp: bgpOf(world, at, (refs) => whole(world, unit, refs)),
    policies: policiesOf(world, unit),
  };
};

/** Why a device would not take it: it has no identity certificate from an enrolment that holds only a CA. */
export const deployFault = (world: World, taken: DeployedDevice): string | undefined => {
  const bad = taken.topologies.find((t) => {
    const id = idIn((t.ike['ikeV2Settings'] as JsonObject)['certificateAuth']);
    const enrollment = world.find(id)?.item.body;
    return (enrollment?.['caCertificate'] as JsonObject | undefined)?.['caOnly'] === true;
  });
  return bad && `The certificate enrollment of VPN topology ${bad.name} has no identity certificate on ${taken.device}`;
};

/** The enrolments that a device must hold for what it is brought. */
export const enrolmentsIn = ({ topologies: tunnels, policies }: DeployedDevice): readonly string[] => [
  ...tunnels.flatMap(({ ike }) => idIn((ike['ikeV2Settings'] as JsonObject)['certificateAuth']) || []),
  ...Object.keys(policies).flatMap((place) => /^object\/certenrollments\/(.+)$/.exec(place)?.[1] ?? []),
];
