import type { Authentication } from './shared/authentication';
import type { CryptoSuite } from './shared/crypto-suite';
import type { Violation } from '../core/checks';
import type { RouterVpnNames } from './shared/props';

/** Names of a FlexVPN's objects on the devices. Default: the VPN's id. */
export interface FlexVpnNames extends RouterVpnNames {
  /** IKEv2 authorization policy. */
  readonly authorizationPolicy?: string;
  /** Method list of the authorization. */
  readonly authorizationList?: string;
  /** Access list of the networks behind the hub. */
  readonly accessList?: string;
  /** Keyring, where ends have keys. */
  readonly keyring?: string;
  /** Certificate map of the hubs. */
  readonly certificateMap?: string;
  /** FlexVPN client. */
  readonly client?: string;
}

/** The names of Cisco's slides: the objects named `default` that a device has by itself are changed, and used. */
export const smartDefaultNames = {
  proposal: 'default',
  policy: 'default',
  profile: 'default',
  transformSet: 'default',
  ipsecProfile: 'default',
  authorizationPolicy: 'default',
  authorizationList: 'default',
  client: 'default',
} as const satisfies FlexVpnNames;

/** What is equal at all ends of a FlexVPN. */
export interface FlexVpnCommonProps {
  /** What protects the VPN, at all ends alike. */
  readonly suite: CryptoSuite;
  /** Certificates of one authority. A key that all spokes know is refused. */
  readonly authentication: Authentication;
  /** Domain of all IKE identities: an end whose identity is in it is let in. */
  readonly domain: string;
  /** Dead peer detection. Default: every 10 s when there is traffic, again after 2 s. */
  readonly dpd?: { readonly interval: number; readonly retry: number; readonly mode: 'on-demand' | 'periodic' };
  /** Lifetimes in seconds, equal at all ends. Default: IKE SA 86400, IPsec SA 3600. */
  readonly lifetimes?: { readonly ike?: number; readonly ipsec?: number };
  /** Names on the devices. Default: the id of the VPN. */
  readonly names?: FlexVpnNames;
}

/** The same, when nothing is wrong with it. */
export type FlexVpnSound = Omit<FlexVpnCommonProps, 'authentication'> & {
  /** How hub and spokes prove who they are: certificates. */
  readonly authentication: Extract<Authentication, { readonly method: 'certificate' }>;
};

/** The identities of a FlexVPN must differ, and be in its domain. */
export const identityFaults = (
  props: FlexVpnCommonProps,
  ends: readonly { readonly at: string; readonly identity: string }[],
): readonly Violation[] => {
  const faults: Violation[] = [];
  if (props.authentication.method !== 'certificate')
    faults.push([
      'authentication',
      "one key for all spokes lets each play every other: write Certificates.issuedBy('TRUSTPOINT')",
    ]);
  const seen = new Map<string, string>();
  for (const { at, identity } of ends) {
    const lower = identity.toLowerCase();
    if (!lower.endsWith(`.${props.domain.toLowerCase()}`))
      faults.push([
        `${at}.identity`,
        `'${identity}' is not in ${props.domain}: write a name like ${at.split(/\W/)[0]}.${props.domain}`,
      ]);
    const other = seen.get(lower);
    if (other !== undefined)
      faults.push([`${at}.identity`, `${identity} is that of ${other} too: give each end its own`]);
    else seen.set(lower, at);
  }
  return faults;
};

/** What every profile of a FlexVPN says. */
export const commonProfile = (id: string, props: FlexVpnSound) => ({
  name: props.names?.profile ?? id,
  dpd: props.dpd ?? ({ interval: 10, retry: 2, mode: 'on-demand' } as const),
  ...(props.lifetimes?.ike === undefined ? {} : { lifetime: props.lifetimes.ike }),
});
