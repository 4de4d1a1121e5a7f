import type { Resource } from '../../model/network';
import { isRef, type Ref } from '../../model/noun';
import type { NounOf } from '../../model/nouns';
import { methodOf } from '../../model/shared/ike-authentication';
import type { DeviceView } from '../engine/network-view';

type Profile = NounOf<'ikev2-profile'>;

/** How peers may prove themselves. */
export const remoteMethods = ({ authenticationRemote }: Profile): readonly string[] =>
  (authenticationRemote ?? []).map(methodOf);
/** How this end proves itself. */
export const localMethod = ({ authenticationLocal }: Profile): string | undefined =>
  authenticationLocal === undefined ? undefined : methodOf(authenticationLocal);
export const isSignature = (method: string | undefined): boolean => method?.endsWith('-sig') ?? false;
/** Whether an end shows a certificate; firewalls do not say of which kind. */
export const isByCertificate = (method: string | undefined): boolean => isSignature(method) || method === 'certificate';
/** Users with a password dial in, not only machines. */
export const isHeadend = (profile: Profile): boolean =>
  remoteMethods(profile).some((method) => method === 'eap' || method === 'anyconnect-eap');

/** A reference that may stand alone or with what is particular to its use. */
export const refIn = <K extends string>(value: unknown, field: string): Ref<K> | undefined => {
  if (isRef(value)) return value as Ref<K>;
  const inner = (value as Readonly<Record<string, unknown>> | undefined)?.[field];
  return isRef(inner) ? (inner as Ref<K>) : undefined;
};

export const trustpointsOf = (profile: Profile, device: DeviceView): readonly Resource<'cert-trustpoint'>[] =>
  (profile.trustpoints ?? []).flatMap((each) => device.to(refIn<'cert-trustpoint'>(each, 'trustpoint')) ?? []);

/** The IPsec profile that protects an interface. */
export const protectionOf = (
  noun: { readonly protection?: NounOf<'tunnel-interface'>['protection'] | undefined },
  device: DeviceView,
): Resource<'ipsec-profile'> | undefined => device.to(refIn<'ipsec-profile'>(noun.protection, 'profile'));

/** Whether an interface says that others share its IPsec SAs. */
export const sharesProtection = ({
  protection,
}: {
  readonly protection?: NounOf<'tunnel-interface'>['protection'] | undefined;
}): boolean => protection !== undefined && !isRef(protection) && protection.shared === true;

/** The IKEv2 profile of an interface: its own, or that of its IPsec profile. */
export const profileOf = (
  noun: { readonly protection?: NounOf<'tunnel-interface'>['protection'] },
  device: DeviceView,
): Resource<'ikev2-profile'> | undefined => {
  const own = noun.protection === undefined || isRef(noun.protection) ? undefined : noun.protection.ikev2Profile;
  return device.to(own ?? protectionOf(noun, device)?.noun.ikev2Profile);
};

/** The IPsec profiles that name an IKEv2 profile. */
export const ipsecProfilesOf = (
  profile: Resource<'ikev2-profile'>,
  device: DeviceView,
): readonly Resource<'ipsec-profile'>[] =>
  device.users(profile).filter((user): user is Resource<'ipsec-profile'> => user.kind === 'ipsec-profile');

/** The authorization policy of a line; a device shows its name alone. */
export const policyOf = (
  policy: Ref<'ikev2-authorization-policy'> | string | undefined,
  device: DeviceView,
): Resource<'ikev2-authorization-policy'> | undefined =>
  typeof policy === 'string' ? device.find('ikev2-authorization-policy', policy) : device.to(policy);

/** The name of a VRF, which may be a construct or a name. */
export const vrfName = (vrf: Ref | string | undefined): string | undefined => (isRef(vrf) ? vrf.name : vrf);

/** Every address, as one spells it for a peer. */
export const isEveryAddress = (address: string): boolean => ['0.0.0.0', '0.0.0.0/0', '::/0'].includes(address);

/** Whether a method list asks servers. */
export const asksServers = (list: Resource<'aaa-authorization-list'> | undefined): boolean =>
  list?.noun.methods.some((method) => isRef(method) || method.startsWith('group ')) ?? false;
