import { stableJson } from '../kernel/json';
import type { Declared } from './declare';
import { free, upperCase } from './naming';
import { partsOf, keysDiffer, type EndParts, type Meeting, type MeetingEnd } from './tunnels';

type Bag = Readonly<Record<string, unknown>>;

/** A VPN of level 2 for one tunnel between two of the devices. */
export interface VpnCandidate {
  readonly id: string;
  readonly ends: Meeting;
  /** What `SiteToSiteVpn` is given, but for its devices, which are the ids of these. */
  readonly props: VpnProps;
  /** The environment variable of its key. */
  readonly variables: readonly string[];
}

export interface VpnProps {
  readonly suite: { readonly ike: Bag; readonly esp: Bag; readonly pfs: unknown };
  readonly authentication: Bag;
  readonly lifetimes: { readonly ike: unknown; readonly ipsec: unknown };
  readonly dpd?: unknown;
  readonly ends: readonly (Bag & { readonly device: string })[];
  readonly names: Readonly<Record<string, string>>;
}

/** Why the tunnel between two devices stays of level 1. */
export interface NoCandidate {
  readonly ends: Meeting;
  readonly why: readonly string[];
}

const subjectIn = (map: Declared | undefined): string | undefined => {
  const [first, ...others] = (map?.props['alternatives'] ?? []) as readonly { readonly rules: readonly Bag[] }[];
  const rule = first?.rules[0];
  return others.length === 0 && first?.rules.length === 1 ? String(rule?.['value']) : undefined;
};

const authenticationOf = (parts: EndParts, key: string): Bag => {
  const { authenticationLocal: local, trustpoints = [] } = parts.profile.props as {
    readonly authenticationLocal?: unknown;
    readonly trustpoints?: readonly Bag[];
  };
  if (local !== 'rsa-sig' && local !== 'ecdsa-sig')
    return { method: 'pre-share', key: { secret: 'env', name: `${key}_KEY` } };
  return { method: 'certificate', trustpoint: trustpoints[0]?.['name'], signature: local };
};

/** The name that an end says it is, where that is no address. */
const identityOf = ({ profile }: EndParts): Bag => {
  const identity = profile.props['identityLocal'] as Bag | undefined;
  return identity?.['type'] === 'fqdn' ? { identity: identity['fqdn'] } : {};
};

const endOf = (end: MeetingEnd, own: EndParts, far: EndParts): Bag & { readonly device: string } => {
  const subject = subjectIn(far.certificateMap);
  const { address } = own.tunnel as { readonly address?: string };
  return {
    device: end.device.id,
    interface: end.interface,
    address: end.address,
    ...(subject === undefined ? {} : { subject }),
    ...identityOf(own),
    ...(address === undefined ? {} : { tunnel: address }),
    networks: far.routed,
    tunnelInterface: end.tunnel.name,
  };
};

const namesOf = (parts: EndParts): Readonly<Record<string, string>> => ({
  proposal: parts.proposal.name,
  policy: parts.policy.name,
  ...(parts.keyring === undefined ? {} : { keyring: parts.keyring.name }),
  ...(parts.certificateMap === undefined ? {} : { certificateMap: parts.certificateMap.name }),
  profile: parts.profile.name,
  transformSet: parts.transformSet.name,
  ipsecProfile: parts.ipsecProfile.name,
});

/** The name that most of its objects have, where it can be an id and is free; else the two devices. */
const idOf = (names: Readonly<Record<string, string>>, [a, b]: Meeting, taken: Set<string>): string => {
  const all = Object.values(names);
  const countOf = (name: string): number => all.filter((each) => each === name).length;
  const [most] = [...all].sort((one, other) => countOf(other) - countOf(one));
  const wish =
    most !== undefined && countOf(most) > 1 && /^[\w-]+$/.test(most) ? most : `${a.device.id}-${b.device.id}`;
  return free(wish, taken, '-');
};

const settingsOf = (parts: EndParts): Pick<VpnProps, 'suite' | 'lifetimes' | 'dpd'> => {
  const { proposal, transformSet, ipsecProfile, profile } = parts;
  return {
    suite: { ike: proposal.props, esp: transformSet.props, pfs: ipsecProfile.props['pfs'] },
    lifetimes: { ike: profile.props['lifetime'] ?? 86400, ipsec: ipsecProfile.props['lifetimeSeconds'] ?? 3600 },
    dpd: profile.props['dpd'] ?? 'off',
  };
};

const otherwise = (a: EndParts, b: EndParts): readonly string[] => {
  const [one, other]: readonly [Bag, Bag] = [{ ...settingsOf(a) }, { ...settingsOf(b) }];
  const words = { suite: 'algorithms', lifetimes: 'lifetimes', dpd: 'dead peer detection' };
  const differing = Object.entries(words).filter(([key]) => stableJson(one[key]) !== stableJson(other[key]));
  const names = [a, b].map((parts) => stableJson(namesOf(parts)));
  return [
    ...differing.map(([, word]) => `the ends differ in their ${word}`),
    ...(names[0] === names[1] ? [] : ['the objects of the ends have not the same names']),
  ];
};

/** A VPN of level 2 for a tunnel, as far as one can be made of what its first end has. */
export const candidateOf = (ends: Meeting, taken: Set<string>): VpnCandidate | NoCandidate => {
  const [a, b] = ends;
  const [one, other] = [partsOf(a), partsOf(b)];
  if (one === undefined || other === undefined)
    return { ends, why: ['an end lacks an object that a SiteToSiteVpn writes'] };
  const why = [...otherwise(one, other), ...(keysDiffer(ends, [one, other]) ? ['the keys of the ends differ'] : [])];
  if (why.length > 0) return { ends, why };
  const names = namesOf(one);
  const id = idOf(names, ends, taken);
  const authentication = authenticationOf(one, upperCase(id));
  return {
    id,
    ends,
    props: {
      ...settingsOf(one),
      authentication,
      ends: [endOf(a, one, other), endOf(b, other, one)],
      names,
    },
    variables: authentication['method'] === 'pre-share' ? [`${upperCase(id)}_KEY`] : [],
  };
};
