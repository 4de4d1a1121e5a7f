import { defined } from '../kernel/defined';
import { stableJson } from '../kernel/json';
import type { ImportedDevice } from './imported-device';
import { differencesOf, fieldsAs } from './end-differences';
import { finder } from './find-declared';
import { flexEndOf, type FlexCommon, type FlexEnd } from './flex-ends';
import { addressesIn } from './interface-addresses';
import { commonName } from './naming';
import { free } from '../kernel/free-name';
import type { Apart, ReadDevice } from './tunnels';

type Bag = Readonly<Record<string, unknown>>;

/** A `HubAndSpoke` for a hub and those of the devices that dial it. */
export interface HubCandidate {
  readonly id: string;
  /** The hub first. */
  readonly routers: readonly Pick<FlexEnd, 'device' | 'tunnel'>[];
  /** What it is given; devices by their ids. */
  readonly props: HubProps;
}

export interface HubProps {
  readonly suite: FlexCommon['suite'];
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
const saidOnce = ({ domain, common: { suite, lifetimes, dpd, authentication, names } }: FlexEnd): Bag => ({
  'domain of the identities': domain,
  ...fieldsAs('IKE', suite.ike),
  ...fieldsAs('ESP', suite.esp),
  'PFS group': suite.pfs,
  'lifetime of the IKE SA': seconds(lifetimes.ike),
  'lifetime of the IPsec SA': seconds(lifetimes.ipsec),
  'dead peer detection': dpd,
  ...fieldsAs('authentication', authentication),
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

const hubOf = (end: FlexEnd, address: string): HubProps['hub'] => {
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
    }),
  };
};

const spokeOf = ({ device, tunnel, identity, authorization }: FlexEnd): HubProps['spokes'][number] => ({
  device: device.id,
  ...defined({
    identity,
    interface: tunnel.props['source'],
    tunnel: tunnel.props['address'],
    lan: authorization.props['routeSetInterfaces'],
    tunnelInterface: tunnel.name === 'Tunnel0' ? undefined : tunnel.name,
    ipMtu: tunnel.props['ipMtu'],
  }),
});

const usualDpd = stableJson({ interval: 10, retry: 2, mode: 'on-demand' });

const propsOf = (id: string, hub: FlexEnd, spokes: readonly FlexEnd[], address: string): HubProps => {
  const { suite, lifetimes, dpd, authentication, names } = hub.common;
  const said = defined(lifetimes);
  const { list } = toldBy(hub);
  const own = Object.entries({ ...names, ...(list === undefined ? {} : { accessList: list }) });
  return {
    suite,
    authentication,
    domain: hub.domain,
    ...(Object.keys(said).length === 0 ? {} : { lifetimes: said }),
    ...(stableJson(dpd) === usualDpd ? {} : { dpd }),
    hub: hubOf(hub, address),
    spokes: spokes.map(spokeOf),
    names: Object.fromEntries(own.filter(([key, name]) => name !== (key === 'policy' ? 'SITE-TO-SITE' : id))),
  };
};

const destinationOf = ({ tunnel }: FlexEnd): string => String(tunnel.props['destination']);

/** Why a hub and its spokes are not one HubAndSpoke. */
const against = (hub: FlexEnd, spokes: readonly FlexEnd[]): readonly string[] => {
  const { authentication, suite, dpd } = hub.common;
  return [
    ...spokes.flatMap((spoke) => differencesOf([hub.device.id, spoke.device.id], [saidOnce(hub), saidOnce(spoke)])),
    ...(authentication['method'] === 'certificate'
      ? []
      : ['import reads only certificates of one trustpoint at all ends']),
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
  return hubs.flatMap((hub): readonly (HubCandidate | Apart)[] => {
    const spokes = spokesOf(hub, dialling, hubs);
    if (spokes.length === 0) return [];
    const why = against(hub, spokes);
    const routers = [hub, ...spokes].map(({ device, tunnel }) => ({ device, tunnel }));
    if (why.length > 0) return [{ construct: 'HubAndSpoke', ends: routers, why }];
    const id = idOf(hub, taken);
    return [{ id, routers, props: propsOf(id, hub, spokes, destinationOf(spokes[0]!)) }];
  });
};

/** The template that its profile clones tunnels from. */
const isHub = ({ profile, tunnel }: FlexEnd): boolean =>
  (profile.props['virtualTemplate'] as { readonly name?: string } | undefined)?.name === tunnel.name;

/** Devices of a hub and its spokes, in its order. */
export const routersOf = ({ routers }: HubCandidate): readonly ImportedDevice[] => routers.map(({ device }) => device);
