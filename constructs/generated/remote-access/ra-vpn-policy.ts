// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { Reference } from '../../../lib/model/noun';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { IRemoteAccessPolicy } from '../references';

/** Props of `RemoteAccessPolicy`. */
export interface RemoteAccessPolicyProps extends Placed {
  /**
   * Name on the FMC.
   * @default the construct's id; inside a composite its path below the stack, joined with `-`
   */
  readonly name?: string;
  /**
   * A remark.
   * Allowed: at most 200 characters.
   * FMC: `description`.
   */
  readonly description?: string;
  /**
   * By what users may connect.
   * Allowed: at least 1.
   * FMC: `configureSSL`, `configureIpsec`.
   * @default `['ipsec-ikev2']`, nothing by TLS
   */
  readonly protocols?: readonly ('ipsec-ikev2' | 'ssl')[];
  /**
   * Where users come in.
   * Allowed: at least 1.
   * FMC: `accessInterfaceSettings.interfaceSettings`.
   */
  readonly accessInterfaces: readonly {
    /** Zone or interface group whose interfaces clients reach. */
    readonly zone: Reference<'security-zone'>;
    /**
     * IPsec IKEv2.
     * @default true
     */
    readonly ipsec?: boolean;
    /**
     * TLS. It makes the firewall listen on the web port.
     * @default false
     */
    readonly ssl?: boolean;
    /**
     * DTLS; it needs TLS.
     * @default false
     */
    readonly dtls?: boolean;
    /**
     * Certificate of this interface alone.
     * @default that of the policy
     */
    readonly certificate?: Reference<'cert-trustpoint'>;
  }[];
  /**
   * Users choose a connection profile when they log in.
   * FMC: `accessInterfaceSettings.allowConnectionProfileSelection`.
   * @default false
   */
  readonly chooseProfile?: boolean;
  /**
   * TCP port of TLS, 1 to 65535.
   * FMC: `accessInterfaceSettings.webPort`.
   * @default 443
   */
  readonly webPort?: number;
  /**
   * UDP port of DTLS, 1 to 65535.
   * FMC: `accessInterfaceSettings.dtlsPort`.
   * @default 443
   */
  readonly dtlsPort?: number;
  /**
   * Certificate that is shown in TLS.
   * FMC: `accessInterfaceSettings.sslIdCertificate`.
   */
  readonly sslCertificate?: Reference<'cert-trustpoint'>;
  /**
   * Certificate that is shown in IKEv2. Needed with IPsec.
   * FMC: `accessInterfaceSettings.ipsecIdCertificate`.
   */
  readonly ipsecCertificate?: Reference<'cert-trustpoint'>;
  /**
   * Traffic out of tunnels is not looked at by the access control policy.
   * FMC: `accessInterfaceSettings.bypassACPolicyForDecryptTraffic`.
   * @default false
   */
  readonly bypassAccessControl?: boolean;
  /**
   * IKEv2 policies, by their priority. Needed with IPsec.
   * Allowed: at least 1.
   * FMC: `ikev2Policies`.
   */
  readonly ikev2Policies?: readonly Reference<'ikev2-policy'>[];
  /**
   * Group policies of its connection profiles, `DfltGrpPolicy` among them.
   * Allowed: at least 1.
   * FMC: `groupPolicies`.
   */
  readonly groupPolicies: readonly Reference<'ftd-group-policy'>[];
  /**
   * Packages of Secure Client that are handed out, in order.
   * Allowed: at least 1.
   * FMC: `anyConnectClientImages`.
   */
  readonly clientImages?: readonly {
    /** The package. */
    readonly package: Reference<'secure-client-file'>;
    /** For which operating system. */
    readonly system: 'windows' | 'mac' | 'linux';
  }[];
  /**
   * Package of the browser in which SAML users log in.
   * FMC: `externalBrowserPackage`.
   * @default the client's own
   */
  readonly externalBrowser?: Reference<'secure-client-file'>;
  /**
   * What users are allowed by what their computer is.
   * FMC: `dapPolicy`.
   * @default what the policy has on the FMC stays, also where it was declared before
   */
  readonly dynamicAccess?: Reference<'dynamic-access-policy'>;
  /**
   * Where addresses come from.
   * FMC: `useAuthorizationServerForIPv4` of `addressassignmentsettings`, `useAuthorizationServerForIPv6` of
   * `addressassignmentsettings`, `useDHCP` of `addressassignmentsettings`, `useInternalAddressPoolForIPv4` of
   * `addressassignmentsettings`, `useInternalAddressPoolForIPv6` of `addressassignmentsettings`,
   * `ipAddressReuseInterval` of `addressassignmentsettings`.
   * @default from all
   */
  readonly addressAssignment?: {
    /**
     * The authorization server, IPv4.
     * @default true
     */
    readonly authorizationServerIpv4?: boolean;
    /**
     * The authorization server, IPv6.
     * @default true
     */
    readonly authorizationServerIpv6?: boolean;
    /**
     * A DHCP server.
     * @default true
     */
    readonly dhcp?: boolean;
    /**
     * Pools of the FMC, IPv4.
     * @default true
     */
    readonly poolsIpv4?: boolean;
    /**
     * Pools of the FMC, IPv6.
     * @default true
     */
    readonly poolsIpv6?: boolean;
    /**
     * Minutes until an address is given again, 0 to 480.
     * Allowed: 0 to 480 minutes.
     * @default 0
     */
    readonly reuseMinutes?: number;
  };
  /**
   * IKEv2 and IPsec parameters.
   * FMC: `ikev2settings.identitySentToPeer` of `ipsecadvancedsettings`,
   * `ikev2settings.enableNotificationOnTunnelDisconnect` of `ipsecadvancedsettings`,
   * `ikev2settings.doNotRebootUntilSessionsTerminated` of `ipsecadvancedsettings`, `ikev2settings.cookieChallenge`
   * of `ipsecadvancedsettings`, `ikev2settings.thresholdToChallengeIncomingCookies` of `ipsecadvancedsettings`,
   * `ikev2settings.percentageOfSAsAllowedInNegotiation` of `ipsecadvancedsettings`,
   * `ikev2settings.maximumNumberOfSAsAllowed` of `ipsecadvancedsettings`,
   * `ipsecsettings.enableFragmentationBeforeEncryption` of `ipsecadvancedsettings`,
   * `ipsecsettings.maximumTransmissionUnitAging.enabled` of `ipsecadvancedsettings`,
   * `ipsecsettings.maximumTransmissionUnitAging.resetIntervalMinutes` of `ipsecadvancedsettings`,
   * `natKeepaliveMessageTraversal.enabled` of `ipsecadvancedsettings`,
   * `natKeepaliveMessageTraversal.intervalSeconds` of `ipsecadvancedsettings`.
   */
  readonly ipsec?: {
    /**
     * What the firewall says it is.
     * @default `auto-or-dn`
     */
    readonly identity?: 'auto-or-dn' | 'ip-address' | 'host-name';
    /**
     * Clients are told when their tunnel goes.
     * @default false
     */
    readonly notifyOnDisconnect?: boolean;
    /**
     * The device does not reboot while there are sessions.
     * @default false
     */
    readonly rebootAfterSessions?: boolean;
    /**
     * When a client must answer a cookie (RFC 7296 section 2.6).
     * @default `custom`
     */
    readonly cookieChallenge?: 'custom' | 'always' | 'never';
    /**
     * Half-open SAs from which on, with `custom`, 1 to 1000.
     * @default 50
     */
    readonly cookieThreshold?: number;
    /**
     * Percent of SAs that may be in negotiation, 1 to 100.
     * Allowed: 1 to 100 percent.
     * @default 100
     */
    readonly negotiationLimit?: number;
    /**
     * How many SAs there may be, 1 to 2147483647.
     * @default the device's limit
     */
    readonly saLimit?: number;
    /**
     * Large packets are split before they are encrypted. The FMC does not take it always (CSCwq59104).
     * @default true
     */
    readonly fragmentBeforeEncryption?: boolean;
    /**
     * Minutes after which the path MTU is found out anew, 10 to 30.
     * Allowed: 10 to 30 minutes.
     * @default never
     */
    readonly mtuAgingMinutes?: number;
    /**
     * Seconds between messages that keep NAT open, 10 to 3600, or false.
     * @default 20
     */
    readonly natKeepAlive?: false | number;
  };
}

/**
 * A remote access VPN policy of the FMC, every setting by itself: where and by what users come in. Its
 * connection profiles say who they are. `RaVpnPolicy` writes all that belongs together.
 * FMC: `policy/ravpns`.
 */
export class RemoteAccessPolicy
  extends DeviceObject<'ra-vpn-policy', RemoteAccessPolicyProps>
  implements IRemoteAccessPolicy
{
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): IRemoteAccessPolicy {
    return new ExistingObject(scope, id, 'ra-vpn-policy', name);
  }

  constructor(scope: Construct, id: string, props: RemoteAccessPolicyProps) {
    super(scope, id, 'ra-vpn-policy', () => props);
  }
}
