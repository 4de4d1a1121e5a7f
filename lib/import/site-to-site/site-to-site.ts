import { stableJson } from '../../kernel/json';
import { differencesOf, fieldsAs, type Settings } from './end-differences';
import { clearKeysIn } from '../read/interface-addresses';
import { commonName, upperCase } from '../text/naming';
import { free } from '../../kernel/free-name';
import type { Override } from './override';
import { partsOf, type EndParts, type Names, type Offer } from './tunnel-parts';
import type { Apart, Meeting, MeetingEnd } from './tunnels';

type Bag = Readonly<Record<string, unknown>>;

/** A VPN of level 2 for one tunnel between two of the devices. */
export interface VpnCandidate {
  readonly id: string;
  readonly ends: Meeting;
  /** What `SiteToSiteVpn` is given, but for its devices, which are the ids of these. */
  readonly props: VpnProps;
  /** The environment variable of its key. */
  readonly variables: readonly string[];
  /** What its objects say beyond what it does. */
  readonly overrides?: readonly Override[];
}

export interface VpnProps {
  readonly suite: { readonly ike: Bag; readonly esp: Bag; readonly pfs: unknown };
  readonly authentication: Bag;
  readonly lifetimes: { readonly ike: unknown; readonly ipsec: unknown };
  /** Left out where it is what a VPN has by itself. */
  readonly dpd?: unknown;
  readonly ends: readonly (Bag & { readonly device: string; readonly names?: Names })[];
  /** Names that all ends share. */
  readonly names: Names;
}

/** An end with what it offers that the other end takes. */
interface Side extends EndParts {
  readonly end: MeetingEnd;
  readonly offer: Offer;
}
type Sides = readonly [Side, Side];

/** With CBC the integrity algorithms serve as PRF where none is said; an ASA says it always. */
const plainIke = ({ prf, ...ike }: Bag): Bag =>
  prf === undefined || stableJson(prf) === stableJson(ike['integrity']) ? ike : { ...ike, prf };

const sidesOf = (ends: Meeting, [a, b]: readonly [EndParts, EndParts]): Sides => {
  const taken = ({ ike }: Offer): Offer | undefined =>
    b.offers.find((other) => stableJson(plainIke(other.ike)) === stableJson(plainIke(ike)));
  const agreed = a.offers.find((offer) => taken(offer) !== undefined) ?? a.offers[0]!;
  return [
    { ...a, end: ends[0], offer: agreed },
    { ...b, end: ends[1], offer: taken(agreed) ?? b.offers[0]! },
  ];
};

/** How often a peer is asked; when a router asks is its own matter where the other end is a firewall. */
const pace = (dpd: EndParts['dpd']): EndParts['dpd'] =>
  dpd === 'off' ? dpd : { interval: dpd['interval'], retry: dpd['retry'] };

/** Whether two ends have keys that can be read and that are not one. */
const keysDiffer = (sides: Sides): boolean => {
  const keys = sides.map(({ end, keys: lines }) => clearKeysIn(end.source, lines));
  return keys.every(({ size }) => size > 0) && new Set(keys.flatMap((each) => [...each])).size > 1;
};

const seconds = (value: unknown): string => {
  if (value === 'inherited') return 'what the ASA has by itself';
  return typeof value === 'number' ? `${value} seconds` : String(value);
};

/** What is said of both ends once. `isPaced`: when a router asks counts only where both ends are routers that ask. */
const saidOnce = ({ offer, esp, pfs, ipsecLifetime, dpd, authentication, type }: Side, isPaced: boolean): Settings => ({
  kind: type ?? 'route-based',
  ...fieldsAs('IKE', plainIke(offer.ike)),
  ...fieldsAs('ESP', esp),
  'PFS group': pfs,
  'lifetime of the IKE SA': seconds(offer.lifetime),
  'lifetime of the IPsec SA': seconds(ipsecLifetime),
  'dead peer detection': isPaced ? pace(dpd) : dpd,
  authentication: authentication.method,
  trustpoint: authentication.trustpoint,
});

/** What must be said once, and is not the same at both ends. */
const otherwise = (sides: Sides): readonly string[] => {
  const [a, b] = sides;
  const isPaced = sides.some(({ dpd }) => dpd === 'off' || dpd['mode'] === undefined);
  return [
    ...differencesOf([a.end.device.id, b.end.device.id], [saidOnce(a, isPaced), saidOnce(b, isPaced)]),
    ...(a.pfs === undefined && b.pfs === undefined
      ? ['a SiteToSiteVpn always has perfect forward secrecy, and the ends have none']
      : []),
    ...(keysDiffer(sides) ? ['the keys of the ends differ'] : []),
  ];
};

const authenticationOf = ([a, b]: Sides, key: string): Bag => {
  const { method, trustpoint } = a.authentication;
  if (method === 'pre-share') return { method, key: { secret: 'env', name: `${key}_KEY` } };
  return { method, trustpoint, signature: a.authentication.signature ?? b.authentication.signature ?? 'rsa-sig' };
};

const dpdOf = ([a, b]: Sides): Pick<VpnProps, 'dpd'> => {
  const dpd = [a, b].map((side) => side.dpd).find((each) => each !== 'off' && each['mode'] !== undefined) ?? a.dpd;
  if (dpd === 'off') return { dpd };
  const { interval, retry, mode = 'on-demand' } = dpd;
  if (interval === 10 && retry === 2 && mode === 'on-demand') return {};
  return { dpd: mode === 'on-demand' ? { interval, retry } : { interval, retry, mode } };
};

const allNames = ({ names, offer }: Side): Names => ({ ...offer.names, ...names });

/** What only an end can say, of what it has for the tunnel alone. */
const ofAnEnd: ReadonlySet<string> = new Set([
  'keyringPeer',
  'groupPolicy',
  'ifname',
  'accessList',
  'cryptoMap',
  'sequence',
]);

/** Names that all ends have that have such an object. On an ASA a policy has a number. */
const sharedNames = (sides: Sides): Names => {
  const all = sides.map(allNames);
  const isPolicy = sides.every(({ offer }) => 'proposal' in offer.names);
  const keys = Object.keys({ ...all[0], ...all[1] }).filter(
    (key) => !ofAnEnd.has(key) && (key !== 'policy' || isPolicy),
  );
  return Object.fromEntries(
    keys.flatMap((key) => {
      const names = [...new Set(all.flatMap((each) => each[key] ?? []))];
      return names.length === 1 ? [[key, names[0]!] as const] : [];
    }),
  );
};

/** What an object is called where nothing says it. */
const defaultName = (key: string, id: string, { end }: Side, far: Side): string | number | undefined => {
  const isRouter = end.tunnel.props['ifname'] === undefined && end.tunnel.kind === 'tunnel-interface';
  if (key === 'policy') return isRouter ? 'SITE-TO-SITE' : '100';
  if (key === 'cryptoMap') return `${end.interface}_map`;
  if (key === 'sequence') return 10;
  return key === 'keyringPeer' ? far.end.device.id : id;
};

const ownNames = (own: Side, far: Side, shared: Names, id: string): { readonly names?: Names } => {
  const names = Object.fromEntries(
    Object.entries(allNames(own)).filter(([key, name]) => name !== (shared[key] ?? defaultName(key, id, own, far))),
  );
  return Object.keys(names).length === 0 ? {} : { names };
};

const endOf = (own: Side, far: Side, shared: Names, id: string): VpnProps['ends'][number] => ({
  device: own.end.device.id,
  interface: own.end.interface,
  address: own.end.address,
  ...(far.demanded === undefined ? {} : { subject: far.demanded }),
  ...(own.identity === undefined ? {} : { identity: own.identity }),
  ...(own.address === undefined ? {} : { tunnel: own.address }),
  networks: own.near ?? far.far,
  ...(own.symmetricKey === undefined ? {} : { symmetricKey: own.symmetricKey }),
  ...(own.type === undefined ? { tunnelInterface: own.end.tunnel.name } : { type: own.type }),
  ...ownNames(own, far, shared, id),
});

/** The name that most of its objects have, where it can be an id and is free; else the two devices. */
const idOf = (sides: Sides, taken: Set<string>): string => {
  const all = sides.flatMap((side) => Object.values(allNames(side))).map(String);
  const [a, b] = sides;
  const own = [a, b].map((side) => new Set(Object.values(allNames(side)).map(String)));
  const both = all.filter((name) => own.every((names) => names.has(name)));
  return free(commonName(both, 3) ?? `${a.end.device.id}-${b.end.device.id}`, taken, '-');
};

/** A VPN of level 2 for a tunnel, as far as one can be made of what its first end has. */
export const candidateOf = (ends: Meeting, taken: Set<string>): VpnCandidate | Apart => {
  const found = ends.map(partsOf);
  const lacks = found.filter((each): each is string => typeof each === 'string');
  if (lacks.length > 0) return { ends, why: lacks };
  const sides = sidesOf(ends, found as [EndParts, EndParts]);
  const why = otherwise(sides);
  if (why.length > 0) return { ends, why };
  const [a, b] = sides;
  const [id, names] = [idOf(sides, taken), sharedNames(sides)];
  const authentication = authenticationOf(sides, upperCase(id));
  const ikes = [a, b].map(({ offer }) => offer.ike);
  return {
    id,
    ends,
    props: {
      // An end that says no PRF has it of the integrity; one that says it has it said.
      suite: { ike: ikes.find((ike) => ike['prf'] === undefined) ?? ikes[0]!, esp: a.esp, pfs: a.pfs },
      authentication,
      lifetimes: { ike: a.offer.lifetime, ipsec: a.ipsecLifetime },
      ...dpdOf(sides),
      ends: [endOf(a, b, names, id), endOf(b, a, names, id)],
      names,
    },
    variables: authentication['method'] === 'pre-share' ? [`${upperCase(id)}_KEY`] : [],
  };
};
