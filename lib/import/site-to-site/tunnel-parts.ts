import type { Declared } from '../read/judge';
import { finder, firstOf, refIn, selected } from '../read/find-declared';
import { protectionOf } from '../read/router-protection';
import type { MeetingEnd } from './tunnels';

type Bag = Readonly<Record<string, unknown>>;

/** What an end offers to protect the IKE SA. */
export interface Offer {
  readonly ike: Bag;
  /** Seconds. */
  readonly lifetime: unknown;
  /** What the objects of it are called. */
  readonly names: Names;
}

export type Names = Readonly<Record<string, string | number>>;

/** What of an end a level-2 VPN is made from, whatever the platform calls it. */
export interface EndParts {
  /** At least one, the preferred first. */
  readonly offers: readonly Offer[];
  readonly esp: Bag;
  readonly pfs: unknown;
  /** Seconds; `inherited` where an ASA says none. */
  readonly ipsecLifetime: unknown;
  readonly dpd: 'off' | Bag;
  /** `signature`: only where the end says it. */
  readonly authentication: { readonly method: string; readonly trustpoint?: unknown; readonly signature?: unknown };
  /** What the objects are called, but for those of the offers. */
  readonly names: Names;
  /** Lines of the file in which its keys stand. */
  readonly keys: readonly [number, number];
  /** What it demands of the subject of the other end's certificate. */
  readonly demanded?: string;
  /** The name that it says it is, where that is no address. */
  readonly identity?: unknown;
  /** Its keyring has one key for both directions. */
  readonly symmetricKey?: true;
  /** Its tunnel address; none where the tunnel is an entry of a crypto map. */
  readonly address?: unknown;
  readonly type?: 'policy-based';
  /** Networks of the other end that its traffic goes to through the tunnel. */
  readonly far: readonly string[];
  /** Networks behind it, where it says them. */
  readonly near?: readonly string[];
}

/** What is missing of an end, in words. */
export type Lack = string;

/** The names of those that are there. */
const namesOf = (names: Readonly<Record<string, string | number | undefined>>): Names =>
  Object.fromEntries(Object.entries(names).filter((each): each is [string, string | number] => each[1] !== undefined));

const routedInto = (declared: readonly Declared[], tunnel: Declared): readonly string[] =>
  declared
    .filter(({ kind, refs }) => kind.endsWith('static-route') && refs.some((to) => to.name === tunnel.name))
    .map(({ props }) => String(props['destination']));

const subjectIn = (map: Declared | undefined): string | undefined => {
  const [first, ...others] = (map?.props['alternatives'] ?? []) as readonly { readonly rules: readonly Bag[] }[];
  const rule = first?.rules[0];
  return others.length === 0 && first?.rules.length === 1 ? String(rule?.['value']) : undefined;
};

const provenBy = ({ authenticationLocal: local, trustpoints }: Bag): EndParts['authentication'] =>
  local === 'rsa-sig' || local === 'ecdsa-sig'
    ? { method: 'certificate', trustpoint: (firstOf(trustpoints) as Bag | undefined)?.['name'], signature: local }
    : { method: 'pre-share' };

/** A router: a tunnel interface whose IPsec profile names an IKEv2 profile. */
const routerParts = ({ device, tunnel }: MeetingEnd): EndParts | Lack => {
  const { declared } = device.objects;
  const find = finder(declared);
  const { ipsecProfile, transformSet, profile, offer } = protectionOf(find, tunnel);
  if (!ipsecProfile || !transformSet || !profile || !offer)
    return `${device.id} has not all of an IKEv2 proposal, policy and profile, a transform set and an IPsec profile`;
  const { proposal, policy } = offer;
  const { lifetime = 86400, dpd = 'off' } = profile.props;
  const keyring = find.at(profile.props['keyring']);
  const certificateMap = find.at(firstOf(profile.props['matchCertificates']));
  const peer = firstOf(keyring?.props['peers']) as { readonly name?: string; readonly key?: unknown } | undefined;
  const demanded = subjectIn(certificateMap);
  const identity = profile.props['identityLocal'] as Bag | undefined;
  return {
    offers: [{ ike: proposal.props, lifetime, names: { proposal: proposal.name, policy: policy.name } }],
    esp: transformSet.props,
    pfs: ipsecProfile.props['pfs'],
    ipsecLifetime: ipsecProfile.props['lifetimeSeconds'] ?? 3600,
    dpd: dpd as EndParts['dpd'],
    authentication: provenBy(profile.props),
    names: namesOf({
      keyring: keyring?.name,
      keyringPeer: peer?.name,
      certificateMap: certificateMap?.name,
      profile: profile.name,
      transformSet: transformSet.name,
      ipsecProfile: ipsecProfile.name,
    }),
    keys: (keyring ?? profile).lines,
    far: routedInto(declared, tunnel),
    ...(peer?.key === undefined ? {} : { symmetricKey: true }),
    ...(demanded === undefined ? {} : { demanded }),
    ...(identity?.['type'] === 'fqdn' ? { identity: identity['fqdn'] } : {}),
    ...(tunnel.props['address'] === undefined ? {} : { address: tunnel.props['address'] }),
  };
};

const askedBy = ({ keepAliveOff, keepAlive }: Bag): EndParts['dpd'] => {
  if (keepAliveOff === true) return 'off';
  const { threshold = 10, retry = 2 } = (keepAlive ?? {}) as Bag;
  return { interval: threshold, retry };
};

/** What the policies of an ASA offer, the lowest number first. */
const offersOf = (policies: readonly Declared[]): readonly Offer[] =>
  [...policies]
    .sort((a, b) => Number(a.name) - Number(b.name))
    .map(({ name, props: { lifetime = 86400, ...ike } }) => ({ ike, lifetime, names: { policy: name } }));

/** What an ASA has by a tunnel interface, or by an entry of a crypto map. */
const wayOf = ({ device, tunnel }: MeetingEnd) => {
  const { declared } = device.objects;
  const find = finder(declared);
  if (tunnel.kind !== 'crypto-map-entry') {
    const ipsecProfile = find.at(tunnel.props['protection']);
    return {
      protection: ipsecProfile?.props ?? {},
      proposals: ipsecProfile?.props['transformSets'],
      names: { ipsecProfile: ipsecProfile?.name, ifname: tunnel.props['ifname'] as string | undefined },
      networks: { far: routedInto(declared, tunnel), address: tunnel.props['address'] },
    };
  }
  const list = find.at(tunnel.props['match']);
  const { map, sequence } = tunnel.props as { readonly map: string; readonly sequence: number };
  return {
    protection: tunnel.props,
    proposals: tunnel.props['proposals'],
    names: { accessList: list?.name, cryptoMap: map, sequence },
    networks: { ...selected(list, find), type: 'policy-based' as const },
  };
};

/** An ASA: the tunnel group that is called like the address of the other end. */
const asaParts = (end: MeetingEnd, group: Declared): EndParts | Lack => {
  const { device } = end;
  const find = finder(device.objects.declared);
  const { general = {}, ipsec = {} } = group.props as { readonly general?: Bag; readonly ipsec?: Bag };
  const groupPolicy = find.at(general['defaultGroupPolicy']);
  const { protection, proposals, names, networks } = wayOf(end);
  const transformSet = find.at(firstOf(proposals));
  const offers = offersOf(find.of('ikev2-proposal'));
  if (!groupPolicy || !transformSet || offers.length === 0)
    return `${device.id} has not all of an IKEv2 policy, an IPsec proposal, and a group policy in its tunnel group`;
  const certificate = refIn(ipsec['localCertificate']);
  return {
    offers,
    esp: transformSet.props,
    pfs: protection['pfs'],
    ipsecLifetime: protection['lifetimeSeconds'] ?? 'inherited',
    dpd: askedBy(ipsec),
    authentication:
      certificate === undefined ? { method: 'pre-share' } : { method: 'certificate', trustpoint: certificate.name },
    names: namesOf({ groupPolicy: groupPolicy.name, transformSet: transformSet.name, ...names }),
    keys: group.lines,
    ...networks,
  };
};

/** Or what an end lacks of it. */
export const partsOf = (end: MeetingEnd): EndParts | Lack => {
  const find = finder(end.device.objects.declared);
  const group = find.named('tunnel-group', end.peer);
  if (group !== undefined) return asaParts(end, group);
  return end.tunnel.props['ifname'] === undefined && end.tunnel.kind === 'tunnel-interface'
    ? routerParts(end)
    : `${end.device.id} has no tunnel group called ${end.peer}`;
};
