import type { Declared } from '../read/judge';
import { finder, onlyOf } from '../read/find-declared';
import { protectionOf } from '../read/router-protection';
import { flexProofOf, type FlexProof } from './flex-proof';
import type { ReadDevice } from './tunnels';

type Bag = Readonly<Record<string, unknown>>;

/** What a router has for the tunnels of a FlexVPN: of its hub, or of a spoke. */
export interface FlexEnd extends ReadDevice {
  /** The tunnel interface of a spoke, the virtual template of a hub. */
  readonly tunnel: Declared;
  readonly profile: Declared;
  readonly domain: string;
  readonly identity: string;
  readonly authorization: Declared;
  readonly proof: FlexProof;
  /** What is said once, for all ends. */
  readonly common: FlexCommon;
}

export interface FlexCommon {
  readonly suite: { readonly ike: Bag; readonly esp: Bag; readonly pfs: unknown };
  readonly lifetimes: { readonly ike: unknown; readonly ipsec: unknown };
  readonly dpd: unknown;
  readonly names: Bag;
}

/** The end whose tunnels a template or tunnel interface has, where its peers are known by the domain of their names. */
export const flexEndOf = (read: ReadDevice, tunnel: Declared): FlexEnd | undefined => {
  const { declared } = read.device.objects;
  const find = finder(declared);
  const { ipsecProfile, transformSet, profile, offer } = protectionOf(find, tunnel);
  const domain = onlyOf(profile?.props['matchRemoteFqdnDomains']);
  const { type, fqdn } = (profile?.props['identityLocal'] ?? {}) as { readonly type?: string; readonly fqdn?: string };
  const asked = onlyOf(profile?.props['aaaAuthorization']) as { readonly policy?: unknown; list?: unknown } | undefined;
  const authorization = find.at(asked?.policy) ?? find.named('ikev2-authorization-policy', String(asked?.policy));
  const list = find.at(asked?.list);
  if (!ipsecProfile || !profile || !transformSet || typeof domain !== 'string' || type !== 'fqdn') return undefined;
  if (fqdn === undefined || !authorization || !list || !offer) return undefined;
  const { proposal, policy } = offer;
  const proof = flexProofOf(profile, find);
  return {
    ...{ ...read, tunnel, profile, domain, identity: fqdn, authorization, proof },
    common: {
      suite: { ike: proposal.props, esp: transformSet.props, pfs: ipsecProfile.props['pfs'] },
      lifetimes: { ike: profile.props['lifetime'], ipsec: ipsecProfile.props['lifetimeSeconds'] },
      dpd: profile.props['dpd'] ?? 'off',
      names: {
        proposal: proposal.name,
        policy: policy.name,
        profile: profile.name,
        transformSet: transformSet.name,
        ipsecProfile: ipsecProfile.name,
        authorizationPolicy: authorization.name,
        authorizationList: list.name,
        ...(proof.keyring === undefined ? {} : { keyring: proof.keyring.name }),
      },
    },
  };
};
