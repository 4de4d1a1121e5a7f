import { networkOf } from '../../kernel/ip';
import { methodOf } from '../../model/shared/ike-authentication';
import { keyWith, knows } from './identity';
import type { TunnelSide } from './tunnel-side';

/**
 * How far a negotiation gets before it ends, in the words by which Cisco's devices log it (IOS-XE `%IKEV2-3-NEG_ABORT`, ASA
 * 750003), the earliest first. Not proven on devices: which words a device has for what.
 */
export const ikeErrors = [
  'Maximum number of retransmissions reached',
  'Failed to find a matching policy',
  'Failed to locate an item in the database',
  'Auth exchange failed',
  'There was no IPSEC policy found for received TS',
  'Received no proposal chosen notify',
] as const;
export type IkeError = (typeof ikeErrors)[number];

/** The error of the negotiation that got furthest. */
export const furthest = (errors: readonly IkeError[]): IkeError =>
  ikeErrors[Math.max(0, ...errors.map((error) => ikeErrors.indexOf(error)))]!;

const shared = <T>(a: readonly T[] | undefined, b: readonly T[] | undefined): boolean =>
  (a ?? []).some((each) => (b ?? []).includes(each));

const ikeShared = (a: TunnelSide, b: TunnelSide): boolean =>
  a.proposals.some((one) =>
    b.proposals.some(
      (two) =>
        shared(one.encryption, two.encryption) &&
        shared(one.prf ?? one.integrity, two.prf ?? two.integrity) &&
        shared(one.integrity ?? ['none'], two.integrity ?? ['none']) &&
        shared<number>(one.group, two.group),
    ),
  );

const espShared = (a: TunnelSide, b: TunnelSide): boolean =>
  a.ipsec?.pfs === b.ipsec?.pfs &&
  a.transformSets.some((one) =>
    b.transformSets.some((two) => one.encryption === two.encryption && one.integrity === two.integrity),
  );

const sorted = (networks: readonly string[] | undefined): string => JSON.stringify([...(networks ?? [])].sort());
const sameTraffic = (a: TunnelSide, b: TunnelSide): boolean =>
  (a.protects === undefined) === (b.protects === undefined) &&
  sorted(a.protects?.here) === sorted(b.protects?.there) &&
  sorted(a.protects?.there) === sorted(b.protects?.here);

/** Whether an end takes the proof of the other. Who judges EAP, and what certificates say, is not known here. */
const believes = (own: TunnelSide, far: TunnelSide): boolean => {
  const proof = methodOf(far.profile?.authenticationLocal ?? 'rsa-sig');
  const taken = own.profile?.authenticationRemote?.map(methodOf) ?? ['rsa-sig'];
  if (!taken.includes(proof)) return false;
  if (proof !== 'pre-share' || own.anyKey || far.anyKey) return true;
  const [mine, theirs] = [keyWith(own, far), keyWith(far, own)];
  return mine !== undefined && theirs !== undefined && mine.remote === theirs.local;
};

/** Where the address of the other end is not known, the tunnel's own network says which tunnel is meant. */
const reaches = (from: TunnelSide, to: TunnelSide): boolean => {
  if (from.answers) return to.peers.length > 0;
  if (to.answers) return to.reachedAt === undefined || shared(from.peers, to.reachedAt);
  if (to.localAddress !== undefined) return from.peers.includes(to.localAddress);
  const [here, there] = [from.tunnelAddress, to.tunnelAddress];
  if (here === undefined || there === undefined) return here === there;
  return networkOf(here) === networkOf(there);
};

/** `match address local`: a profile may be for connections at one place only. */
const isHere = ({ profile, localAddress, source }: TunnelSide): boolean =>
  (profile?.matchLocal ?? []).length === 0 ||
  profile!.matchLocal!.some((place) =>
    typeof place === 'string'
      ? localAddress === undefined || place === localAddress
      : source === undefined || place.interface === source,
  );

/** What the certificates of two ends say, the own first. Undefined: what the other end expects. */
export type Subjects = readonly [string | undefined, string | undefined];

/** Why two ends do not come together; undefined where they do. */
export const disagreement = (a: TunnelSide, b: TunnelSide, [ofA, ofB]: Subjects): IkeError | undefined => {
  if ((a.answers && b.answers) || !reaches(a, b) || !reaches(b, a)) return 'Maximum number of retransmissions reached';
  if (!ikeShared(a, b)) return 'Failed to find a matching policy';
  if (!knows(a, b, ofB) || !isHere(a)) return 'Failed to locate an item in the database';
  if (!knows(b, a, ofA) || !isHere(b) || !believes(a, b) || !believes(b, a)) return 'Auth exchange failed';
  if (!sameTraffic(a, b)) return 'There was no IPSEC policy found for received TS';
  return espShared(a, b) ? undefined : 'Received no proposal chosen notify';
};
