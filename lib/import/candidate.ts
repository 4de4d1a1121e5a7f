import { isRef } from '../model/noun';
import type { ImportedDevice } from './device-text';
import type { AccessCandidate } from './remote-access';
import type { VpnCandidate } from './site-to-site';

/** A construct of level 2 that may stand for what devices have. */
export type Candidate = VpnCandidate | AccessCandidate;

export const isVpn = (each: Candidate): each is VpnCandidate => 'ends' in each;

/** The devices on which it writes. */
export const devicesOf = (each: Candidate): readonly ImportedDevice[] =>
  isVpn(each) ? each.ends.map(({ device }) => device) : [each.device];

export const constructOf = (each: Candidate): 'SiteToSiteVpn' | 'RemoteAccess' =>
  isVpn(each) ? 'SiteToSiteVpn' : 'RemoteAccess';

/** Its props with each reference to an object that it does not write as a construct takes one. */
export const withReferables = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(withReferables);
  if (isRef(value)) return { ref: { ...value, external: true } };
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, withReferables(member)]));
};
