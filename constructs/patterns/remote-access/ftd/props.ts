import type { Referable } from '../../../../lib/model/noun';
import type { NounOf } from '../../../../lib/model/nouns';
import type { Fmc, FtdDevice } from '../../../devices/fmc';
import type { SecureClientProfileProps } from '../../../generated/clients/secure-client-profile';
import type { RaConnectionProfileProps } from '../../../generated/remote-access/ra-connection-profile';
import type { FtdGroupPolicyProps } from '../../../generated/remote-access/ftd-group-policy';
import type { RemoteAccessPolicyProps } from '../../../generated/remote-access/ra-vpn-policy';
import type { VpnAccessRules } from '../../shared/access-rules';
import type { CryptoSuite } from '../../shared/crypto-suite';
import type { ClientTransport } from '../transport';

/** What clients must know before they connect: with client services off the firewall does not hand it out. */
export interface RaClientProfile {
  /** What users see: `Example staff`. */
  readonly displayName: string;
  /** Name or address at which the firewall is reached. */
  readonly address: string;
  /** How the client behaves. Default: as it does by itself. */
  readonly preferences?: SecureClientProfileProps['preferences'];
}

/** One group of users: who they are, and what they get. */
export type RaVpnGroup = Omit<RaConnectionProfileProps, 'policy' | 'groupPolicy' | 'name'> & {
  /** Name of the connection profile. */
  readonly name: string;
  /** What its users get: a group policy is made of it. Which protocols it allows is said by `transport`. */
  readonly group: Omit<FtdGroupPolicyProps, 'protocols' | 'clientProfile'>;
};

export interface RaVpnPolicyProps extends ClientTransport {
  /** The FMC, where the scope is neither it nor on it: inside a composite. Default: the FMC of the scope. */
  readonly device?: Fmc;
  /**
   * Profiles and updates of the client by the firewall itself. It works over TLS only, so true opens TLS at the interface
   * again, and all that is weak in TLS with it. Default: false; hand profiles out by other means.
   */
  readonly clientServices?: boolean;
  /** What protects the tunnels, for example `CryptoSuite.nsa()`. Its `pfs` is not written: clients do not ask for it. */
  readonly suite: CryptoSuite;
  /** The certificate that the firewall shows. */
  readonly certificate: Referable<'cert-trustpoint'>;
  /** Zones by whose interfaces users come in. */
  readonly zones: readonly Referable<'security-zone'>[];
  /** Groups of users. */
  readonly groups: readonly RaVpnGroup[];
  /** The client profile that is made for all groups: where the firewall is, and that it speaks IPsec. Default: none. */
  readonly clientProfile?: RaClientProfile;
  /** What users are allowed by what their computer is. Default: what the policy has on the FMC. */
  readonly dynamicAccess?: Referable<'dynamic-access-policy'>;
  /** The realm of type `local` whose users log in to groups with `server: 'local'`. Default: none. */
  readonly localRealm?: Referable<'realm'>;
  /** Firewalls that it is for. Default: none yet. */
  readonly devices?: readonly FtdDevice[];
  /**
   * A rule of access control for each group, in the policy that the firewalls have: from the addresses of its users to the
   * networks of its split tunnel list, and to the zone `inside`, which is needed where everything goes through the tunnel.
   * What is begun behind the firewall towards users it does not let through. Default: none, and the rules that are there
   * decide.
   */
  readonly accessRules?: VpnAccessRules;
  /** What of the VPN the FMC logs: the platform settings policy, and the level (default `informational`). FMC 7.7 and later. */
  readonly logging?: {
    readonly policy: Referable<'platform-settings'>;
    readonly level?: NounOf<'vpn-logging'>['level'];
  };
  /** Packages of Secure Client to hand out. Only with TLS. */
  readonly clientImages?: RemoteAccessPolicyProps['clientImages'];
  /** Users choose their group when they log in. Default: true where there are several. */
  readonly chooseGroup?: boolean;
  /** Place of its IKEv2 policy among others, 1 to 65535. Default: 1. */
  readonly priority?: number;
  /** Names on the FMC. Default: the id of the construct. */
  readonly names?: { readonly policy?: string; readonly ikePolicy?: string; readonly ipsecProposal?: string };
}
