// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { Reference } from '../../../lib/model/noun';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { IIseAuthorizationProfile } from '../references';

/** Props of `IseAuthorizationProfile`. */
export interface IseAuthorizationProfileProps extends Placed {
  /**
   * Name in ISE.
   * @default the construct's id; inside a composite its path below the stack, joined with `-`
   */
  readonly name?: string;
  /**
   * A remark that ISE keeps, at most 256 characters.
   * ISE: `description`.
   */
  readonly description?: string;
  /**
   * Let in, or refuse whom a rule with this profile is for.
   * ISE: `accessType`.
   * @default 'accept'
   */
  readonly access?: 'accept' | 'reject';
  /**
   * The group policy that an ASA or a firewall of an FMC gives: ISE's `ASA VPN`, which is sent as `Class` (RFC
   * 2865 section 5.25).
   * ISE: `asaVpn`.
   */
  readonly groupPolicy?: string;
  /**
   * An access list that the headend fetches from ISE for this user.
   * ISE: `daclName`.
   */
  readonly downloadableAcl?: Reference<'ise-downloadable-acl'>;
  /**
   * An access list that is on the headend, by name: `Filter-Id` (RFC 2865 section 5.11).
   * ISE: `acl`.
   */
  readonly accessList?: string;
  /**
   * What a router is told: the same as RadiusAuthorization writes into a users file.
   * ISE: `advancedAttributes`.
   */
  readonly attributes?: {
    /**
     * The one address of this peer. Only a server can say it. `Framed-IP-Address` (RFC 2865 section 5.8).
     * Allowed: four numbers of 0 to 255, like 192.0.2.1.
     */
    readonly framedIpAddress?: string;
    /**
     * Mask of the given address. `Framed-IP-Netmask` (RFC 2865 section 5.9).
     * Allowed: four numbers of 0 to 255, like 192.0.2.1.
     */
    readonly framedIpNetmask?: string;
    /** The router gives an address of this pool. `Framed-Pool` (RFC 2869 section 5.18). */
    readonly framedPool?: Reference<'address-pool'> | string;
    /** The same in Cisco's own words. `ipsec:addr-pool`. */
    readonly addressPool?: Reference<'address-pool'> | string;
    /**
     * The router asks this DHCP server for an address. `ipsec:group-dhcp-server`.
     * Allowed: four numbers of 0 to 255, like 192.0.2.1.
     */
    readonly groupDhcpServer?: string;
    /**
     * One or two DNS servers. `ipsec:dns-servers`.
     * Allowed: 1 to 2 items; each four numbers of 0 to 255, like 192.0.2.1.
     */
    readonly dnsServers?: readonly string[];
    /**
     * The client's domain. `ipsec:default-domain`.
     * Allowed: like 192.0.2.1 or hub.example.net.
     */
    readonly defaultDomain?: string;
    /**
     * What the client shows at login. `ipsec:banner`.
     * Allowed: at most 200 characters.
     */
    readonly banner?: string;
    /**
     * Networks behind the headend: the split tunnel. `ipsec:route-set=prefix`.
     * Allowed: at least 1; each like 10.20.0.0/16.
     */
    readonly routeSetPrefixes?: readonly string[];
    /** Tell the peer the address of the tunnel interface. `ipsec:route-set=interface`. */
    readonly routeSetInterface?: true;
    /**
     * Gateways that a client tries when this one does not answer, at most 10. `ipsec:ipsec-backup-gateway`.
     * Allowed: 1 to 10 items; each like 192.0.2.1 or hub.example.net.
     */
    readonly backupGateways?: readonly string[];
    /**
     * Lines of the interface that is cloned for the peer: `vrf forwarding RED`. `ip:interface-config`.
     * Allowed: at least 1; each at most 200 characters.
     */
    readonly interfaceConfig?: readonly string[];
    /**
     * Seconds between accounting updates, 60 to 86400. `Acct-Interim-Interval` (RFC 2869 section 5.16).
     * Allowed: 60 to 86400 seconds.
     */
    readonly acctInterimInterval?: number;
    /**
     * Further `Cisco-AVPair` attributes, whole: `ip:inacl#1=permit ip any any`.
     * Allowed: at least 1; each protocol:attribute=value, like ip:inacl#1=permit ip any any.
     */
    readonly avPairs?: readonly string[];
  };
  /**
   * Name of the network device profile.
   * ISE: `profileName`.
   * @default 'Cisco'
   */
  readonly profile?: string;
}

/**
 * What a user is given who may log in (Policy > Results > Authorization > Authorization Profiles). `attributes`
 * are the same words as in RadiusAuthorization and LocalAuthorization.
 * ISE: `authorizationprofile`.
 */
export class IseAuthorizationProfile
  extends DeviceObject<'ise-authorization-profile', IseAuthorizationProfileProps>
  implements IIseAuthorizationProfile
{
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): IIseAuthorizationProfile {
    return new ExistingObject(scope, id, 'ise-authorization-profile', name);
  }

  constructor(scope: Construct, id: string, props: IseAuthorizationProfileProps = {}) {
    super(scope, id, 'ise-authorization-profile', () => props);
  }
}
