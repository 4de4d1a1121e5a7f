import { isIpv4Cidr, networkOf } from '../../kernel/ip';
import { stableJson } from '../../kernel/json';
import type { Declared } from '../read/judge';
import type { ImportedDevice } from '../read/imported-device';
import { finder, refIn, selected } from '../read/find-declared';
import { addressesIn } from '../read/interface-addresses';

/** A device with the lines of the file that it was read from. */
export interface ReadDevice {
  readonly device: ImportedDevice;
  readonly source: readonly string[];
}

/** Where a tunnel leaves, and to whom. */
interface Way {
  /** A tunnel interface, or an entry of a crypto map. */
  readonly tunnel: Declared;
  /** Interface that the tunnel leaves by. */
  readonly interface: string;
  /** Address of the other end, as this one dials it. */
  readonly peer: string;
}

/** One end of a tunnel between two of the devices. */
export interface MeetingEnd extends ReadDevice, Way {
  /** Address at which the other end dials it. */
  readonly address: string;
}

/** Two ends that have each other's address as their destination. */
export type Meeting = readonly [MeetingEnd, MeetingEnd];

/** Tunnels that stay of level 1, one end or both, and why. */
export interface Apart {
  /** The construct that they are not. Default: a SiteToSiteVpn. */
  readonly construct?: 'SiteToSiteVpn' | 'HubAndSpoke';
  readonly ends: readonly Pick<MeetingEnd, 'device' | 'tunnel'>[];
  readonly why: readonly string[];
}

/** An end of which the other is not found yet. */
interface OpenEnd extends ReadDevice, Way {
  /** Addresses that it says it has: that of its interface, and that by which it names itself. */
  readonly addresses: readonly string[];
}

/** By a tunnel interface. */
const routedWay = (tunnel: Declared): readonly Way[] => {
  const { source, destination } = tunnel.props as { readonly source?: unknown; readonly destination?: unknown };
  if (typeof source !== 'string' || typeof destination !== 'string') return [];
  return [{ tunnel, interface: source, peer: destination }];
};

/** By an entry of the crypto map of an interface. */
const mappedWay = (entry: Declared, all: readonly Declared[]): readonly Way[] => {
  const { map, peers = [] } = entry.props as { readonly map?: string; readonly peers?: readonly string[] };
  const port = finder(all).named('crypto-map', map ?? '')?.props['interfaces'];
  const [outside] = Array.isArray(port) ? (port as readonly string[]) : [];
  return outside === undefined || peers.length !== 1 ? [] : [{ tunnel: entry, interface: outside, peer: peers[0]! }];
};

/** The address by which the profile of a tunnel interface says who it is. */
const identityOf = ({ props }: Declared, all: readonly Declared[]): readonly string[] => {
  const find = finder(all);
  const profile = find.at(find.at(props['protection'])?.props['ikev2Profile']);
  const { type, address } = (profile?.props['identityLocal'] ?? {}) as { readonly type?: string; address?: string };
  return type === 'address' && address !== undefined ? [address] : [];
};

const endsOf = (read: ReadDevice): readonly OpenEnd[] => {
  const { declared } = read.device.objects;
  const ways = declared.flatMap((each) =>
    each.kind === 'crypto-map-entry' ? mappedWay(each, declared) : routedWay(each),
  );
  if (ways.length === 0) return [];
  const known = addressesIn(read.source);
  return ways.map((way) => {
    const own = known.get(way.interface);
    return { ...read, ...way, addresses: [...(own === undefined ? [] : [own]), ...identityOf(way.tunnel, declared)] };
  });
};

/** Whether an end dials the other; undefined where the other does not say its address. */
const dials = ({ peer }: OpenEnd, { addresses }: OpenEnd): boolean | undefined =>
  addresses.length === 0 ? undefined : addresses.includes(peer);

/** Whether two ends have what only both ends of one tunnel have: addresses of one network, or each other's selectors. */
const areAlike = (a: OpenEnd, b: OpenEnd): boolean => {
  const [one, other] = [a, b].map(({ tunnel }) => String(tunnel.props['address'] ?? ''));
  if (isIpv4Cidr(one!) && isIpv4Cidr(other!)) return one !== other && networkOf(one!) === networkOf(other!);
  const [own, far] = [a, b].map(({ tunnel, device }) => {
    const find = finder(device.objects.declared);
    return selected(find.at(tunnel.props['match']), find);
  });
  return own!.near.length > 0 && stableJson(own) === stableJson({ near: far!.far, far: far!.near });
};

type Pair = readonly [OpenEnd, OpenEnd];
const meeting = ([a, b]: Pair): Meeting => [
  { ...a, address: b.peer },
  { ...b, address: a.peer },
];

const nowhere = ({ device, interface: port, addresses }: OpenEnd): string =>
  addresses.length === 0
    ? `${device.id} does not say which address ${port} has`
    : `${device.id} says that ${port} has ${addresses.join(' or ')}`;

/** Two ends that look like one tunnel, of which one does not dial what the other says it has. */
const missed = (pair: Pair): Apart => {
  const [[a, b], why] = [pair, []] as [Pair, string[]];
  for (const [from, to] of [
    [a, b],
    [b, a],
  ] as const)
    if (dials(from, to) === false) why.push(`${from.device.id} dials ${from.peer}, and ${nowhere(to)}`);
  return { ends: pair, why };
};

/** The hubs among which a FlexVPN client chooses the other end of a tunnel. */
const chosenBy = ({ device, tunnel }: OpenEnd): string => {
  const clients = finder(device.objects.declared).of('flexvpn-client');
  const client = clients.find(({ props }) => refIn(props['tunnel'])?.name === tunnel.name);
  const peers = (client?.props['peers'] ?? []) as readonly { readonly host?: string }[];
  const among = peers.length === 0 ? '' : ` (${peers.map(({ host }) => host).join(', ')})`;
  return `a FlexVPN client of ${device.id} chooses the other end${among}, and no construct that import writes has one`;
};

const alone = (end: OpenEnd): Apart => ({
  ends: [end],
  why: [
    end.peer === 'dynamic'
      ? chosenBy(end)
      : `${nowhere(end)}, so that nothing says which tunnel of another device ends there`,
  ],
});

const several = (pair: Pair): Apart => ({
  ends: pair,
  why: [...pair.filter(({ addresses }) => addresses.length === 0).map(nowhere), 'more than one pair of ends fits'],
});

/**
 * Tunnels of which both ends are among the devices, in the order of these, and those that can be no such tunnel. `isOther`:
 * what is of another VPN.
 */
export const meetingsOf = (
  devices: readonly ReadDevice[],
  isOther: (tunnel: Declared) => boolean = () => false,
): { readonly meetings: readonly Meeting[]; readonly apart: readonly Apart[] } => {
  if (devices.length < 2) return { meetings: [], apart: [] };
  const ends = devices.map((read) => endsOf(read).filter(({ tunnel }) => !isOther(tunnel)));
  const pairs = ends.flatMap((own, i) =>
    own.flatMap((a) => ends.slice(i + 1).flatMap((far) => far.map((b): Pair => [a, b]))),
  );
  const said = pairs.map((pair) => ({ pair, known: [dials(...pair), dials(pair[1], pair[0])] }));
  const sure = said.filter(({ known }) => known.every((each) => each === true)).map(({ pair }) => pair);
  const met = new Set(sure.flat());
  const open = said.filter(({ pair }) => pair.every((end) => !met.has(end)) && areAlike(...pair));
  const likely = open.filter(({ known }) => !known.includes(false)).map(({ pair }) => pair);
  const isOnly = (pair: Pair): boolean => pair.every((end) => likely.filter((each) => each.includes(end)).length === 1);
  const found = new Set([...sure, ...likely.filter(isOnly)]);
  const apart = [
    ...likely.filter((pair) => !isOnly(pair)).map(several),
    ...open
      .filter(({ known }) => known.includes(false) && known.some((each) => each !== false))
      .map(({ pair }) => missed(pair)),
  ];
  const seen = new Set([...found, ...apart.map((each) => each.ends)].flat());
  const unknown = ends.flat().filter((end) => end.addresses.length === 0 && !seen.has(end));
  return {
    meetings: pairs.filter((pair) => found.has(pair)).map(meeting),
    apart: [...apart, ...unknown.map(alone)],
  };
};
