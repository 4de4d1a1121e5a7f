import { isRef } from '../../model/noun';
import type { Resource } from '../../model/network';
import type { NounOf } from '../../model/nouns';
import type { SecretRef } from '../../model/secret';
import { contains } from './address';
import { checkedBy, shownBy } from './certificate';
import { espOf, known, pfsWords, unknownOf, type End, type Keys, type Proposal } from './end';
import { addressesOf, localAddress, waysTo } from './local-address';
import { localMethod, profileOf, protectionOf, refIn, remoteMethods, vrfName } from './profile';
import type { DeviceView } from '../engine/network-view';

type Profile = Resource<'ikev2-profile'>;

/** What a router offers: all proposals of the policies for the front VRF. Without a policy, smart defaults. */
const offered = (front: string | undefined, device: DeviceView): readonly Proposal[] | undefined => {
  const policies = device.all('ikev2-policy').filter(({ noun }) => {
    const fvrf = vrfName(noun.fvrf);
    return fvrf === front || fvrf === 'any';
  });
  return known(policies.flatMap(({ noun }) => noun.proposals.map((ref) => device.to(ref)?.noun)));
};

const inlineKey = (method: unknown): SecretRef | undefined =>
  typeof method === 'object' && method !== null && 'key' in method
    ? (method as { readonly key: SecretRef }).key
    : undefined;

/** The peer of the keyring that fits an address best: the longest match. */
const inRing = (ring: NounOf<'ikev2-keyring'> | undefined, addresses: readonly string[]): Keys => {
  const length = (address: string): number => Number(address.split('/')[1] ?? 32);
  const [peer] = (ring?.peers ?? [])
    .filter(({ address }) => address !== undefined && addresses.some((each) => contains(address, each)))
    .sort((a, b) => length(b.address!) - length(a.address!));
  return peer === undefined ? {} : { says: peer.localKey ?? peer.key, expects: peer.remoteKey ?? peer.key };
};

const keysOf = (profile: Profile, dials: readonly string[], device: DeviceView, peer: End): Keys => {
  const { authenticationLocal, authenticationRemote = [], keyring } = profile.noun;
  const ring = device.to(refIn<'ikev2-keyring'>(keyring, 'keyring'))?.noun;
  const ofRing = inRing(ring, dials.length > 0 ? dials : peer.addresses);
  return {
    says: inlineKey(authenticationLocal) ?? ofRing.says,
    expects: authenticationRemote.map(inlineKey).find((key) => key !== undefined) ?? ofRing.expects,
  };
};

const ofProfile = (
  profile: Profile,
  ipsec: Resource<'ipsec-profile'> | undefined,
  device: DeviceView,
): Partial<End> => {
  const { lifetime = 86400, identityLocal } = profile.noun;
  const whole = device.all('ipsec-global').flatMap(({ noun }) => noun.lifetimeSeconds ?? []);
  const { lifetimeSeconds, lifetimeDays } = ipsec?.noun ?? {};
  const written = lifetimeSeconds ?? (lifetimeDays === undefined ? undefined : lifetimeDays * 86400);
  return {
    profile,
    esp: espOf(ipsec?.noun.transformSets, device),
    ikeLifetime: lifetime === 'certificate' ? undefined : lifetime,
    ipsecLifetime: ipsec === undefined ? undefined : (written ?? whole[0] ?? 3600),
    pfs: ipsec === undefined ? undefined : pfsWords(ipsec.noun.pfs),
    proves: localMethod(profile.noun),
    takes: remoteMethods(profile.noun),
    identity: identityLocal,
    shows: shownBy(profile.noun, device),
    checks: checkedBy(profile.noun, device),
  };
};

/** Where a tunnel looks for its peer; that of a FlexVPN client, at its gateways. */
const dialled = (tunnel: Resource<'tunnel-interface'>, device: DeviceView): readonly string[] => {
  const { destination } = tunnel.noun;
  if (destination !== undefined && destination !== 'dynamic') return [destination];
  return device
    .all('flexvpn-client')
    .filter(({ noun }) => noun.tunnel?.name === tunnel.name)
    .flatMap(({ noun }) => noun.peers.map(({ host }) => host));
};

/** A tunnel interface of a router. */
export const ofTunnel = (tunnel: Resource<'tunnel-interface'>, device: DeviceView): End | undefined => {
  const [profile, ipsec] = [profileOf(tunnel.noun, device), protectionOf(tunnel.noun, device)];
  if (profile === undefined || ipsec === undefined) return undefined;
  const dials = dialled(tunnel, device);
  return {
    ...unknownOf(device, tunnel),
    ...ofProfile(profile, ipsec, device),
    tunnel,
    form: tunnel.noun,
    addresses: waysTo(localAddress(tunnel.noun, device), tunnel),
    dials,
    ike: offered(vrfName(tunnel.noun.tunnelVrf), device),
    keysFor: (peer) => keysOf(profile, dials, device, peer),
  };
};

/** A profile that clones a template for each peer that dials in. */
export const ofTemplates = (device: DeviceView): readonly End[] =>
  device.all('ikev2-profile').flatMap((profile) => {
    const clones = profile.noun.virtualTemplate;
    const template = device.to(refIn<'virtual-template'>(clones, 'template'));
    if (template === undefined || profile.noun.shutdown) return [];
    return [
      {
        ...unknownOf(device, profile),
        ...ofProfile(profile, protectionOf(template.noun, device), device),
        form: isRef(clones) ? template.noun : undefined,
        addresses: addressesOf(device),
        ike: offered(vrfName(template.noun.tunnelVrf), device),
        keysFor: (peer) => keysOf(profile, [], device, peer),
      },
    ];
  });
