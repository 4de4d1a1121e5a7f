import type { Resource } from '../../model/network';
import type { NounOf } from '../../model/nouns';
import { alternativesOf } from '../../model/shared/transform-set-alternatives';
import type { SecretRef } from '../../model/secret';
import { isSignature } from './profile';
import type { DeviceView } from '../engine/network-view';

export type Proposal = NounOf<'ikev2-proposal'>;
export type TransformSet = NounOf<'ipsec-transform-set'>;
export type Identity = NounOf<'ikev2-profile'>['identityLocal'];

/** The keys of an end: what it says, and what it expects. */
export interface Keys {
  readonly says?: SecretRef | undefined;
  readonly expects?: SecretRef | undefined;
}

/** What the packets of a tunnel look like. */
export interface Form extends Pick<NounOf<'tunnel-interface'>, 'mode' | 'key' | 'ipMtu'> {
  /** The mode says what is in the tunnel alone, and not what the tunnel goes over. */
  readonly insideOnly?: true;
}

/** One end of a tunnel with all that must fit to the other. What is not known is undefined and disagrees with nothing. */
export interface End {
  readonly device: DeviceView;
  /** What a finding is said of: a tunnel, a crypto map entry, an endpoint, the profile that clones a template, a client. */
  readonly at: Resource;
  /** The firewall behind a manager, or the device itself: two ends of it are no pair. */
  readonly firewall: string;
  /** Its tunnel interface, where it has one. */
  readonly tunnel: Resource<'tunnel-interface'> | undefined;
  /** What its packets look like. Undefined of a policy-based end, and where each peer chooses. */
  readonly form: Form | undefined;
  /** Its addresses on the way to the peer, as far as they are known. */
  readonly addresses: readonly string[];
  /** Where it looks for its peer: addresses, the first preferred. Empty where it waits. */
  readonly dials: readonly string[];
  readonly ike: readonly Proposal[] | undefined;
  readonly esp: readonly TransformSet[] | undefined;
  readonly ikeLifetime: number | undefined;
  readonly ipsecLifetime: number | undefined;
  /** In words: `group 19`, `group 19 with mlkem768`, `none`. */
  readonly pfs: string | undefined;
  /** How it proves itself: `certificate` where the kind of signature is not said. */
  readonly proves: string | undefined;
  readonly takes: readonly string[];
  /** An address may be one that it has and that is not known here. */
  readonly identity: Identity | { readonly type: 'address'; readonly address?: undefined };
  /** It looks for the identity of its peer in the certificate that the peer shows. */
  readonly looksInCertificate: boolean;
  /** What it matches the peer by; undefined where it takes whom it dials. */
  readonly profile: Resource<'ikev2-profile'> | undefined;
  /** Trustpoints of which it shows a certificate; undefined of one that is not declared. */
  readonly shows: readonly (Resource<'cert-trustpoint'> | undefined)[];
  /** Trustpoints by which it checks the certificate of the peer. */
  readonly checks: readonly (Resource<'cert-trustpoint'> | undefined)[];
  /** Its keys for that peer. */
  readonly keysFor: (peer: End) => Keys;
}

/** What an end has of which nothing is known. */
export const unknownOf = (device: DeviceView, at: Resource): End => ({
  device,
  at,
  firewall: device.path,
  tunnel: undefined,
  form: undefined,
  addresses: [],
  dials: [],
  ike: undefined,
  esp: undefined,
  ikeLifetime: undefined,
  ipsecLifetime: undefined,
  pfs: undefined,
  proves: undefined,
  takes: [],
  identity: undefined,
  profile: undefined,
  looksInCertificate: false,
  shows: [],
  checks: [],
  keysFor: () => ({}),
});

/** All of them, or undefined where one is not declared and so not known. */
export const known = <T>(all: readonly (T | undefined)[]): readonly T[] | undefined =>
  all.length === 0 || all.some((each) => each === undefined) ? undefined : (all as readonly T[]);

export const espOf = (
  refs: NounOf<'ipsec-profile'>['transformSets'] | undefined,
  device: DeviceView,
): readonly TransformSet[] | undefined =>
  known((refs ?? []).map((ref) => device.to(ref)?.noun))?.flatMap(alternativesOf);

type Pfs = NounOf<'ipsec-profile'>['pfs'];
export const pfsWords = (pfs: Pfs | NounOf<'vpn-topology'>['pfs']): string => {
  if (pfs === undefined) return 'none';
  if (pfs === true) return 'the group that the device chooses';
  return typeof pfs === 'number' ? `group ${pfs}` : `group ${pfs.group} with ${pfs.pqc.join(' or ')}`;
};

/** Whether a method that one end uses is one that the other takes: a firewall takes certificates of every kind. */
export const isTaken = (method: string, taken: readonly string[]): boolean =>
  taken.some((each) => each === method || (isSignature(each) && method === 'certificate')) ||
  (isSignature(method) && taken.includes('certificate'));
