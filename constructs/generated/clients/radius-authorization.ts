// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Reference } from '../../../lib/model/noun';
import type { SecretRef } from '../../../lib/model/secret';
import { type Placed } from '../../core/device-object';

/** Props of `RadiusAuthorization`. */
export interface RadiusAuthorizationProps extends Placed {
  /**
   * Name of the file.
   * @default the construct's id; inside a composite its path below the stack, joined with `-`
   */
  readonly name?: string;
  /**
   * In the order of the file.
   * Allowed: at least 1.
   */
  readonly entries: readonly {
    /**
     * Who is asked for: a user, or a group by the name that the router makes of an identity.
     * Allowed: at most 253 characters.
     */
    readonly name: string;
    /**
     * Password. Only ever a `Secret`. Of a group that only authorizes, what the router asks with: `cisco` by
     * default.
     */
    readonly password: SecretRef;
    /** What they are given. */
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
  }[];
}
