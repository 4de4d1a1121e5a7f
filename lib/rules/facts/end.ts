import type { Resource } from '../../model/network';
import { isRef } from '../../model/noun';
import type { NounOf } from '../../model/nouns';
import { localAddress } from './local-address';
import { isSignature, localMethod, profileOf, protectionOf, remoteMethods, vrfName } from './profile';
import type { DeviceView } from '../engine/network-view';

type Tunnel = Resource<'tunnel-interface'>;
export type Proposal = NounOf<'ikev2-proposal'>;
export type TransformSet = NounOf<'ipsec-transform-set'>;

/** One end of a tunnel with all that must fit to the other. What is not known is undefined and disagrees with nothing. */
export interface End {
  readonly device: DeviceView;
  readonly tunnel: Tunnel;
  /** Its address on the way to the peer. */
  readonly address: string | undefined;
  readonly ike: readonly Proposal[] | undefined;
  readonly esp: readonly TransformSet[] | undefined;
  readonly ikeLifetime: number | undefined;
  readonly ipsecLifetime: number;
  /** In words: `group 19`, `group 19 with mlkem768`, `none`. */
  readonly pfs: string;
  /** How it proves itself: `certificate` where the kind of signature is not said. */
  readonly proves: string | undefined;
  readonly takes: readonly string[];
  readonly identity: NounOf<'ikev2-profile'>['identityLocal'];
  /** What it matches the peer by; undefined where it takes whom it dials. */
  readonly profile: Resource<'ikev2-profile'> | undefined;
}

/** All of them, or undefined where one belongs to somebody else and is not known. */
const known = <T>(all: readonly (T | undefined)[]): readonly T[] | undefined =>
  all.length === 0 || all.some((each) => each === undefined) ? undefined : (all as readonly T[]);

/** What a router offers: all proposals of the policies for the front VRF. Without a policy, smart defaults. */
const offered = (tunnel: Tunnel, device: DeviceView): readonly Proposal[] | undefined => {
  const front = vrfName(tunnel.noun.tunnelVrf);
  const policies = device.all('ikev2-policy').filter(({ noun }) => {
    const fvrf = vrfName(noun.fvrf);
    return fvrf === front || fvrf === 'any';
  });
  return known(policies.flatMap(({ noun }) => noun.proposals.map((ref) => device.to(ref)?.noun)));
};

type Pfs = NounOf<'ipsec-profile'>['pfs'];
const pfsWords = (pfs: Pfs | NounOf<'vpn-topology'>['pfs']): string => {
  if (pfs === undefined) return 'none';
  if (pfs === true) return 'the group that the device chooses';
  return typeof pfs === 'number' ? `group ${pfs}` : `group ${pfs.group} with ${pfs.pqc.join(' or ')}`;
};

const ofRouter = (tunnel: Tunnel, device: DeviceView): End | undefined => {
  const [profile, ipsec] = [profileOf(tunnel.noun, device), protectionOf(tunnel.noun, device)];
  if (profile === undefined || ipsec === undefined) return undefined;
  const { lifetime = 86400, identityLocal } = profile.noun;
  const whole = device.all('ipsec-global').flatMap(({ noun }) => noun.lifetimeSeconds ?? []);
  const { lifetimeSeconds, lifetimeDays, transformSets = [], pfs } = ipsec.noun;
  return {
    device,
    tunnel,
    address: localAddress(tunnel.noun, device),
    ike: offered(tunnel, device),
    esp: known(transformSets.map((ref) => device.to(ref)?.noun)),
    ikeLifetime: lifetime === 'certificate' ? undefined : lifetime,
    ipsecLifetime: lifetimeSeconds ?? (lifetimeDays === undefined ? (whole[0] ?? 3600) : lifetimeDays * 86400),
    pfs: pfsWords(pfs),
    proves: localMethod(profile.noun),
    takes: remoteMethods(profile.noun),
    identity: identityLocal,
    profile,
  };
};

/** The end of a topology that has this tunnel interface. */
const ofTopology = (tunnel: Tunnel, device: DeviceView): End | undefined => {
  const endpoint = device.users(tunnel).find((user): user is Resource<'vpn-endpoint'> => user.kind === 'vpn-endpoint');
  const topology = device.to(endpoint?.noun.topology)?.noun;
  if (topology === undefined) return undefined;
  const policies = topology.ikev2Policies.map((ref) => device.to(ref)?.noun);
  const method = topology.authentication.method;
  const byAddress = topology.identity === 'ip-address' || method === 'pre-share';
  return {
    device,
    tunnel,
    address: undefined,
    ike: known(policies.flatMap((policy) => policy?.proposals.map((ref) => device.to(ref)?.noun) ?? [undefined])),
    esp: known(topology.ipsecProposals.map((ref) => device.to(ref)?.noun)),
    ikeLifetime: policies[0] === undefined ? undefined : (policies[0].lifetime ?? 86400),
    ipsecLifetime: topology.lifetimeSeconds,
    pfs: pfsWords(topology.pfs),
    proves: method,
    takes: [method],
    identity: topology.identity === 'host-name' || byAddress ? undefined : { type: 'dn' },
    profile: undefined,
  };
};

export const endOf = (tunnel: Tunnel, device: DeviceView): End | undefined =>
  tunnel.noun.protection === undefined ? ofTopology(tunnel, device) : ofRouter(tunnel, device);

/** Whether a method that one end uses is one that the other takes. */
export const isTaken = (method: string, taken: readonly string[]): boolean =>
  taken.some((each) => each === method || (isSignature(each) && method === 'certificate')) ||
  (isSignature(method) && taken.includes('certificate'));

export const sourceName = ({ noun }: Tunnel): string => (isRef(noun.source) ? noun.source.name : noun.source);
