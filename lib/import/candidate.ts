import { isRef } from '../model/noun';
import type { ImportedDevice } from './imported-device';
import { routersOf, type HubCandidate } from './hub-and-spoke';
import type { AccessCandidate } from './remote-access';
import type { VpnCandidate } from './site-to-site';

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

export const constructOf = (each: Candidate): 'SiteToSiteVpn' | 'HubAndSpoke' | 'RemoteAccess' => {
  if (isVpn(each)) return 'SiteToSiteVpn';
  return isHub(each) ? 'HubAndSpoke' : 'RemoteAccess';
};

/** Its props with each reference to an object that it does not write as a construct takes one. */
export const withReferables = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(withReferables);
  if (isRef(value)) return { ref: { ...value, external: true } };
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, withReferables(member)]));
};
