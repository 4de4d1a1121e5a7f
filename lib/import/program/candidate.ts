import { isRef } from '../../model/noun';
import type { Declared } from '../read/judge';
import type { ImportedDevice } from '../read/imported-device';
import { routersOf, type HubCandidate } from '../site-to-site/hub-and-spoke';
import type { AccessCandidate } from '../remote-access/access-candidate';
import type { VpnCandidate } from '../site-to-site/site-to-site';

/** A construct of level 2 that may stand for what devices have. */
export type Candidate = VpnCandidate | HubCandidate | AccessCandidate;

export const isVpn = (each: Candidate): each is VpnCandidate => 'ends' in each;
export const isHub = (each: Candidate): each is HubCandidate => 'routers' in each;
export const isAccess = (each: Candidate): each is AccessCandidate => 'group' in each;

/** The devices on which it writes. */
export const devicesOf = (each: Candidate): readonly ImportedDevice[] => {
  if (isVpn(each)) return each.ends.map(({ device }) => device);
  return isHub(each) ? routersOf(each) : [each.device];
};

export const constructOf = (each: Candidate): 'SiteToSiteVpn' | 'HubAndSpoke' | AccessCandidate['construct'] => {
  if (isVpn(each)) return 'SiteToSiteVpn';
  return isHub(each) ? 'HubAndSpoke' : each.construct;
};

/** The method lists by which the profiles of a router check passwords. */
const passwordLists = (declared: readonly Declared[]): ReadonlySet<string> =>
  new Set(
    declared
      .filter(({ kind }) => kind === 'ikev2-profile')
      .flatMap(({ refs }) => refs.filter((to) => to.ref === 'aaa-authentication-list').map(({ name }) => name)),
  );

/**
 * What the VPNs of a router need there and never write: a way in beside AAA, and global settings of IKEv2 of which they say
 * only some.
 */
export const standsBeside = ({ kind, name, props }: Declared, declared: readonly Declared[]): boolean => {
  if (kind === 'ikev2-global') return Object.keys(props).length > 1;
  return kind === 'aaa-authentication-list'
    ? !passwordLists(declared).has(name)
    : kind === 'aaa' || kind === 'local-user';
};

/** Its props with each reference to an object that it does not write as a construct takes one. */
export const withReferables = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(withReferables);
  if (isRef(value)) return { ref: { ...value, external: true } };
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, withReferables(member)]));
};
