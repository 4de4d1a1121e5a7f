import { defined } from '../../kernel/defined';
import { stableJson } from '../../kernel/json';
import type { ImportedDevice } from '../read/imported-device';
import { differencesOf, fieldsAs } from './end-differences';
import { finder, onlyOf } from '../read/find-declared';
import { flexEndOf, type FlexCommon, type FlexEnd } from './flex-ends';
import { addressesIn, clearKeysByPeer } from '../read/interface-addresses';
import { commonName, upperCase } from '../text/naming';
import { free } from '../../kernel/free-name';
import { envNames } from '../read/secrets';
import type { Override } from './override';
import type { Apart, ReadDevice } from './tunnels';

type Bag = Readonly<Record<string, unknown>>;

/** A `HubAndSpoke` for a hub and those of the devices that dial it. */
export interface HubCandidate {
  readonly id: string;
  /** The hub first. */
  readonly routers: readonly Pick<FlexEnd, 'device' | 'tunnel'>[];
  /** What it is given; devices by their ids. */
  readonly props: HubProps;
  /** The environment variables of the keys or passwords of its spokes. */
  readonly variables: readonly string[];
  /** What its objects say beyond what it does. */
  readonly overrides?: readonly Override[];
}

export interface HubProps {
  readonly suite: FlexCommon['suite'];
  /** The servers that check passwords as a reference to an object of the hub. */
  readonly authentication: Bag;
  readonly domain: string;
  readonly lifetimes?: Bag;
  readonly dpd?: unknown;
  readonly hub: Bag & { readonly device: string };
  readonly spokes: readonly (Bag & { readonly device: string })[];
  readonly names: Bag;
}

const endsOf = (read: ReadDevice, kind: string): readonly FlexEnd[] =>
  finder(read.device.objects.declared)
    .of(kind)
    .flatMap((tunnel) => flexEndOf(read, tunnel) ?? []);

const seconds = (value: unknown): unknown => (typeof value === 'number' ? `${value} seconds` : value);
/** What is said of all ends once. */
const saidOnce = ({ domain, proof, common: { suite, lifetimes, dpd, names } }: FlexEnd): Bag => ({
  'domain of the identities': domain,
  ...fieldsAs('IKE', suite.ike),
  ...fieldsAs('ESP', suite.esp),
  'PFS group': suite.pfs,
  'lifetime of the IKE SA': seconds(lifetimes.ike),
  'lifetime of the IPsec SA': seconds(lifetimes.ipsec),
  'dead peer detection': dpd,
  ...(proof.authentication.method === 'other' ? {} : fieldsAs('authentication', proof.authentication)),
  ...fieldsAs('name of the', names),
});

/** Networks behind the hub, and what their list is called. */
const toldBy = ({
  authorization,
  device,
}: FlexEnd): { readonly networks?: readonly unknown[]; readonly list?: string } => {
  const list = finder(device.objects.declared).at(authorization.props['routeSetAccessList']);
  const entries = (list?.props['entries'] ?? []) as readonly Bag[];
  return list === undefined ? {} : { networks: entries.map(({ source }) => source), list: list.name };
};

const hubOf = (end: FlexEnd, address: string, peer: string | undefined): HubProps['hub'] => {
  const { device, tunnel, identity } = end;
  const loopback = finder(device.objects.declared).named('loopback-interface', String(tunnel.props['unnumbered']));
  return {
    device: device.id,
    ...defined({
      identity,
      address,
      tunnel: loopback?.props['address'],
      loopback: loopback?.name === 'Loopback0' ? undefined : loopback?.name,
      template: tunnel.name === 'Virtual-Template1' ? undefined : tunnel.name,
      source: tunnel.props['source'],
      networks: toldBy(end).networks,
      ipMtu: tunnel.props['ipMtu'],
      keyringPeer: peer === device.id ? undefined : peer,
    }),
  };
};

const spokeOf = (id: string, hub: FlexEnd, spoke: FlexEnd): HubProps['spokes'][number] => {
  const { device, tunnel, identity, authorization } = spoke;
  return {
    device: device.id,
    ...defined({
      identity,
      interface: tunnel.props['source'],
      tunnel: tunnel.props['address'],
      lan: authorization.props['routeSetInterfaces'],
      tunnelInterface: tunnel.name === 'Tunnel0' ? undefined : tunnel.name,
      ipMtu: tunnel.props['ipMtu'],
      ...secretOf(id, hub, spoke),
    }),
  };
};

/** A peer in a keyring. */
interface Peer {
  readonly name: string;
  readonly identity?: { readonly fqdn?: string };
}

/** What the keyring of a hub has of a spoke. */
const peerFor = (hub: FlexEnd, spoke: FlexEnd): Peer | undefined =>
  ((hub.proof.keyring?.props['peers'] ?? []) as readonly Peer[]).find(
    ({ identity }) => identity?.fqdn?.toLowerCase() === spoke.identity.toLowerCase(),
  );

/** What a spoke proves itself by, where it has no certificate. */
const secretOf = (id: string, hub: FlexEnd, spoke: FlexEnd): Bag => {
  const { device, identity, proof } = spoke;
  const secret = (of: string): Bag => ({ secret: 'env', name: upperCase(`${id} ${device.id} ${of}`) });
  const { method } = proof.authentication;
  if (method === 'spoke-keys') {
    const peer = peerFor(hub, spoke)?.name;
    return { key: secret('key'), keyringPeer: peer === device.id ? undefined : peer };
  }
  if (method !== 'eap') return {};
  const username = proof.username === identity ? undefined : proof.username;
  return { eap: defined({ username, password: secret('password') }) };
};

const usualDpd = stableJson({ interval: 10, retry: 2, mode: 'on-demand' });

const propsOf = (id: string, hub: FlexEnd, spokes: readonly FlexEnd[], address: string): HubProps => {
  const { suite, lifetimes, dpd, names } = hub.common;
  const { authentication, checked } = hub.proof;
  const said = defined(lifetimes);
  const own = Object.entries(defined({ ...names, accessList: toldBy(hub).list, authenticationList: checked?.list }));
  const peers = spokes.map(({ proof }) => (onlyOf(proof.keyring?.props['peers']) as Peer | undefined)?.name);
  return {
    suite,
    authentication: defined({ ...authentication, servers: checked?.servers }),
    domain: hub.domain,
    ...(Object.keys(said).length === 0 ? {} : { lifetimes: said }),
    ...(stableJson(dpd) === usualDpd ? {} : { dpd }),
    hub: hubOf(hub, address, peers[0]),
    spokes: spokes.map((spoke) => spokeOf(id, hub, spoke)),
    names: Object.fromEntries(own.filter(([key, name]) => name !== (key === 'policy' ? 'SITE-TO-SITE' : id))),
  };
};

const destinationOf = ({ tunnel }: FlexEnd): string => String(tunnel.props['destination']);

const unproven = ({ device, profile }: FlexEnd): string =>
  `the profile ${profile.name} of ${device.id} has neither certificates of one trustpoint, nor a keyring of its own, nor ` +
  'passwords that one group of servers checks';

/** Whether hub and spoke have keys for each other that can be read and that are not one. */
const keysDiffer = (hub: FlexEnd, spoke: FlexEnd): boolean => {
  const [known, own] = [hub, spoke].map(({ proof: { keyring }, source }) =>
    keyring === undefined ? undefined : clearKeysByPeer(source, keyring.lines),
  );
  const keys = known?.get(peerFor(hub, spoke)?.name ?? '') ?? new Set();
  const others = new Set([...(own?.values() ?? [])].flatMap((each) => [...each]));
  return keys.size > 0 && others.size > 0 && new Set([...keys, ...others]).size > 1;
};

/** Why a hub and its spokes are not one HubAndSpoke. */
const against = (hub: FlexEnd, spokes: readonly FlexEnd[]): readonly string[] => {
  const { suite, dpd } = hub.common;
  return [
    ...spokes.flatMap((spoke) => differencesOf([hub.device.id, spoke.device.id], [saidOnce(hub), saidOnce(spoke)])),
    ...[hub, ...spokes].filter(({ proof }) => proof.authentication.method === 'other').map(unproven),
    ...spokes
      .filter((spoke) => keysDiffer(hub, spoke))
      .map(({ device }) => `the keys of ${hub.device.id} and ${device.id} differ`),
    ...(suite.pfs === undefined ? ['a HubAndSpoke always has perfect forward secrecy, and the ends have none'] : []),
    ...(dpd === 'off' ? ['a HubAndSpoke always has dead peer detection, and the ends have none'] : []),
  ];
};

/** The name that most of its objects have, where it can be an id; else that of the hub. */
const idOf = (hub: FlexEnd, taken: Set<string>): string => {
  const names = Object.values(hub.common.names).map(String);
  return free(commonName(names, 3) ?? `${hub.device.id}-spokes`, taken, '-');
};

/** The spokes of a hub: those of its domain that dial one of its addresses, or all the same where its own is not known. */
const spokesOf = (hub: FlexEnd, all: readonly FlexEnd[], hubs: readonly FlexEnd[]): readonly FlexEnd[] => {
  const near = all.filter(({ domain, device }) => domain === hub.domain && device !== hub.device);
  const own = new Set(addressesIn(hub.source).values());
  const dialling = near.filter((spoke) => own.has(destinationOf(spoke)));
  if (dialling.length > 0) return dialling.filter((each) => destinationOf(each) === destinationOf(dialling[0]!));
  const isOnly = hubs.filter(({ domain }) => domain === hub.domain).length === 1;
  return isOnly && new Set(near.map(destinationOf)).size === 1 ? near : [];
};

/** Hubs with those of the devices that dial them, and what stays of level 1. */
export const hubsOf = (devices: readonly ReadDevice[], taken: Set<string>): readonly (HubCandidate | Apart)[] => {
  const hubs = devices.flatMap((read) => endsOf(read, 'virtual-template')).filter(isHub);
  if (hubs.length === 0) return [];
  const dialling = devices.flatMap((read) => endsOf(read, 'tunnel-interface'));
  const found = hubs.flatMap((hub): readonly (HubCandidate | Apart)[] => {
    const spokes = spokesOf(hub, dialling, hubs);
    if (spokes.length === 0) return [];
    const why = against(hub, spokes);
    const routers = [hub, ...spokes].map(({ device, tunnel }) => ({ device, tunnel }));
    if (why.length > 0) return [{ construct: 'HubAndSpoke', ends: routers, why }];
    const id = idOf(hub, taken);
    const props = propsOf(id, hub, spokes, destinationOf(spokes[0]!));
    return [{ id, routers, props, variables: envNames(props) }];
  });
  const own = new Set(found.flatMap((each) => ('why' in each ? each.ends : each.routers)).map(({ tunnel }) => tunnel));
  return [...found, ...homeless(dialling, hubs, own)];
};

/** Those of a domain of hubs that are of none of them, and why. */
const homeless = (all: readonly FlexEnd[], hubs: readonly FlexEnd[], taken: ReadonlySet<unknown>): readonly Apart[] =>
  all.flatMap((spoke): readonly Apart[] => {
    const near = hubs.filter(({ domain, device }) => domain === spoke.domain && device !== spoke.device);
    // Where a FlexVPN client chooses the hub, that is said of all such tunnels.
    if (near.length === 0 || taken.has(spoke.tunnel) || destinationOf(spoke) === 'dynamic') return [];
    const { device, tunnel, domain } = spoke;
    const named = near.map((hub) => hub.device.id).join(', ');
    const says = `${device.id} dials ${destinationOf(spoke)}, and none of the hubs of ${domain} (${named}) says that this is its address`;
    return [{ construct: 'HubAndSpoke', ends: [{ device, tunnel }], why: [says] }];
  });

/** The template that its profile clones tunnels from. */
const isHub = ({ profile, tunnel }: FlexEnd): boolean =>
  (profile.props['virtualTemplate'] as { readonly name?: string } | undefined)?.name === tunnel.name;

/** Devices of a hub and its spokes, in its order. */
export const routersOf = ({ routers }: HubCandidate): readonly ImportedDevice[] => routers.map(({ device }) => device);
