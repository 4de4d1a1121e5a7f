import type { Json, JsonObject } from '../../../kernel/json';
import { fieldsIn } from '../../../desired/rest/read-noun';
import { dig } from '../../../desired/rest/place';
import { ipv4Prefix, isIpv4, lengthOfMask, networkOf } from '../../../kernel/ip';
import type { Kind } from '../../../model/nouns';
import { otherSecret } from '../../../model/secret';
import { serversIn } from '../grammar/aaa';
import { proposalIn } from '../grammar/ikev2-policy';
import { offersIn } from '../grammar/ipsec-proposal';
import { overriddenBy } from '../grammar/object-overrides';
import { anyReference, reference } from '../grammar/reference';
import { grammarFor } from '../normalize';
import type { Listed } from './listed';

type Bag = Readonly<Record<string, unknown>>;

/** What is asked of the other objects. */
export interface Others {
  readonly find: (kind: Kind, name: string) => Listed | undefined;
  /** The tunnel interfaces of a firewall. */
  readonly tunnelsOf: (firewall: string) => readonly Listed[];
  /** The connection profiles of a policy. */
  readonly profilesOf: (policy: string) => readonly Listed[];
  /** The ECMP zones of a firewall. */
  readonly zonesOf: (firewall: string) => readonly Listed[];
  /** What a firewall meets in tunnels that are cloned: a hub the tunnels of the others, the others the loopbacks of hubs. */
  readonly metBy: (firewall: string) => readonly Listed[];
}

/** A noun that the FMC keeps inside another. */
export interface Inner {
  readonly kind: Kind;
  readonly name: string;
  readonly props: Bag;
}

/** What of a noun no body of it says by itself. Its bodies have placeholders for ids. */
type Besides = (
  listed: Listed,
  body: JsonObject,
  others: Others,
) => { readonly fields: Bag; readonly inner?: readonly Inner[] };

const parentRef = ({ parent }: Listed): Bag =>
  parent === undefined
    ? {}
    : {
        [{ 'ftd-device': 'device', 'vpn-topology': 'topology' }[parent.kind as string] ?? 'policy']: {
          ref: parent.kind,
          name: parent.name,
        },
      };

const ofParent: Besides = (listed) => ({ fields: parentRef(listed) });

const firewallOf = ({ parent }: Listed): string => parent?.name ?? '';
const ifnameOf = ({ bodies }: Listed): string => String(bodies['']?.['ifname']);

/** The tunnel whose logical name a route leaves by. */
const tunnelNamed = (listed: Listed, ifname: Json | undefined, { tunnelsOf }: Others) => {
  const found = tunnelsOf(firewallOf(listed)).find((each) => ifnameOf(each) === ifname);
  return found && { ref: 'tunnel-interface', name: found.name, key: { ifname: ifnameOf(found) } };
};

/** `10.20.0.0/16` of a network object, a host with its length. */
const destinationOf = (body: JsonObject, { find }: Others): string | undefined => {
  const [first] = (body['selectedNetworks'] ?? []) as readonly Json[];
  const to = first === undefined ? undefined : reference('network-object').from(first);
  const value = to && find('network-object', to.name)?.bodies['']?.['value'];
  if (typeof value !== 'string' || value.includes('-')) return undefined;
  return value.includes('/') ? value : `${value}/${value.includes(':') ? 128 : 32}`;
};

/** The zone that a tunnel is in, where another route may be of equal cost. */
const zoneOf = (listed: Listed, tunnel: string | undefined, { find, zonesOf }: Others) => {
  const id = tunnel === undefined ? undefined : find('tunnel-interface', tunnel)?.bodies['']?.['id'];
  const found = zonesOf(firewallOf(listed)).find(({ bodies }) =>
    ((bodies['']?.['interfaces'] ?? []) as readonly JsonObject[]).some((one) => id !== undefined && one['id'] === id),
  );
  return found && { ref: 'ftd-ecmp-zone', name: found.name };
};

const route: Besides = (listed, body, others) => {
  const tunnel = tunnelNamed(listed, body['interfaceName'], others);
  return {
    fields: {
      ...parentRef(listed),
      destination: destinationOf(body, others),
      interface: tunnel,
      ecmpZone: zoneOf(listed, tunnel?.name, others),
    },
  };
};

/** Whose users a local realm has: the profiles of the policy that ask them. */
const asksLocal = ({ bodies }: Listed): boolean =>
  ['useLocalAsPrimaryAuthServer', 'useLocalAsSecondaryAuthServer', 'enablePrimaryAuthFallbackToLocal'].some(
    (member) => bodies['']?.[member] === true,
  );
const localUsers: Besides = (listed, _body, { profilesOf }) => {
  const all = profilesOf(listed.parent?.name ?? '');
  const asking = all.filter(asksLocal);
  const profiles = (asking.length > 0 ? asking : all).map(({ name }) => ({ ref: 'ra-connection-profile', name }));
  return { fields: { ...parentRef(listed), profiles } };
};

/** A policy has its proposal inside: here it is one of its own, called like it. */
const proposalOf: Besides = ({ name }, body) => {
  const inner = `${name}-proposal`;
  return {
    fields: { proposals: [{ ref: 'ikev2-proposal', name: inner }] },
    inner: [{ kind: 'ikev2-proposal', name: inner, props: proposalIn(body) }],
  };
};

/** A group has its servers inside: here they are called like it, with the address. */
const serversOf: Besides = ({ name }, body) => {
  const inner = serversIn(body).map((server, i, all) => {
    const same = all.slice(0, i).filter(({ address }) => address.host === server.address.host).length;
    const called = `${name}-${server.address.host.replace(/[^\w.]+/g, '-')}${same === 0 ? '' : `-${same + 1}`}`;
    return { kind: 'radius-server' as const, name: called, props: { ...server, key: otherSecret } };
  });
  return { fields: { servers: inner.map((server) => ({ ref: 'radius-server', name: server.name })) }, inner };
};

const policyOf: Besides = (_listed, body) => {
  const policy = anyReference().from(body['policy'] ?? {});
  return { fields: policy === undefined ? {} : { policy } };
};

const isWithin = (address: string, network: string): boolean => {
  const { length } = ipv4Prefix(network);
  return networkOf(`${address}/${length}`) === networkOf(network);
};

const addressIn = ({ bodies }: Listed, whole: boolean): readonly string[] => {
  const { address, netmask } = (dig(bodies[''], 'ipv4.static') ?? {}) as { address?: string; netmask?: Json };
  const length = whole ? 32 : (lengthOfMask(String(netmask)) ?? Number(netmask));
  return address === undefined || !Number.isInteger(length) ? [] : [`${address}/${length}`];
};

/** Networks of the tunnel interfaces of a firewall, and addresses at the other side of those that are cloned. */
const tunnelNetworks = (listed: Listed, { tunnelsOf, metBy }: Others): readonly string[] => [
  ...tunnelsOf(firewallOf(listed)).flatMap((tunnel) => addressIn(tunnel, false)),
  ...metBy(firewallOf(listed)).flatMap((other) => addressIn(other, true)),
];

/** Only whom the firewall talks to through a tunnel: what else it talks to is not of a VPN, and stays. */
const neighborsOf: Besides = (listed, body, others) => {
  const networks = tunnelNetworks(listed, others);
  const all = fieldsIn(grammarFor({ kind: 'ftd-bgp' })!, ownNeighbors(listed, body, networks)).fields as Bag;
  // Where the FMC chooses, it says so in the place of an address.
  const chosen = isIpv4(String(body['routerId'])) ? {} : { routerId: undefined };
  const own = (all['neighbors'] ?? []) as readonly unknown[];
  return { fields: { ...parentRef(listed), neighbors: own.length === 0 ? undefined : own, ...chosen } };
};
const ownNeighbors = ({ bodies }: Listed, general: JsonObject, networks: readonly string[]) => {
  const process = bodies['bgp'] ?? {};
  const neighbors = ((dig(process, 'addressFamilyIPv4.neighbors') ?? []) as readonly JsonObject[]).filter((one) =>
    networks.some((network) => isIpv4(String(one['ipv4Address'])) && isWithin(String(one['ipv4Address']), network)),
  );
  return { '': general, bgp: { addressFamilyIPv4: { neighbors } } };
};

const overridable: Besides = ({ bodies }) => ({
  fields: bodies['']?.['overridable'] === true ? { overridable: true } : {},
});
const override: Besides = ({ parent, own }) => ({
  fields: { object: { ref: parent!.kind, name: parent!.name }, device: { ref: 'ftd-device', name: own } },
});

export const besides: Readonly<Partial<Record<Kind, Besides>>> = {
  ...Object.fromEntries(
    [...overriddenBy].flatMap(([kind, own]) => [
      [kind, overridable],
      [own, override],
    ]),
  ),
  'vpn-endpoint': ofParent,
  'tunnel-interface': ofParent,
  'ftd-dynamic-tunnel': ofParent,
  'ftd-loopback': ofParent,
  'ftd-ecmp-zone': ofParent,
  'ftd-bgp': neighborsOf,
  'ra-connection-profile': ofParent,
  'ra-crypto-map': ofParent,
  'ra-certificate-mapping': ofParent,
  'ra-ldap-attributes': ofParent,
  'ra-load-balancing': ofParent,
  'ra-local-realm': localUsers,
  'policy-assignment': policyOf,
  'static-route': route,
  'ipv6-static-route': route,
  'ikev2-policy': proposalOf,
  'ipsec-transform-set': (_listed, body) => ({ fields: offersIn(body) }),
  'aaa-server-group': serversOf,
  'access-list': ({ bodies }) => ({
    fields: bodies['']?.['type'] === 'StandardAccessList' ? { type: 'standard' } : {},
  }),
};
