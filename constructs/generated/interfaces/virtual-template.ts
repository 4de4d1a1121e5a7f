// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { Reference } from '../../../lib/model/noun';
import type { SecretRef } from '../../../lib/model/secret';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { IVirtualTemplate } from '../references';

/** Props of `VirtualTemplate`. */
export interface VirtualTemplateProps extends Placed {
  /**
   * `Virtual-Template` and a number of 1 to 4095.
   * @default the construct's id
   */
  readonly name?: string;
  /**
   * A remark that the device keeps; one line.
   * Allowed: at most 200 characters.
   * IOS-XE: `description …`.
   */
  readonly description?: string;
  /**
   * The VRF that the interface is in. IOS-XE only.
   * Allowed: 1 to 64 letters, digits or _ . : / + -, beginning with a letter, a digit or _.
   * IOS-XE: `vrf forwarding …`.
   * @default global
   */
  readonly vrf?: Reference<'vrf'> | string;
  /**
   * IPv6 addresses. IOS-XE only.
   * Allowed: at least 1; each like 2001:db8::1/64, { linkLocal: 'fe80::1' }, { prefix: '2001:db8::/64', eui64:
   * true }, autoconfig, negotiated or dhcp.
   * IOS-XE: `ipv6 address …`, a line each.
   */
  readonly ipv6Addresses?: readonly (
    | string
    | {
        readonly linkLocal: string;
      }
    | {
        readonly prefix: string;
        readonly eui64: true;
      }
  )[];
  /**
   * IPv6 with a link-local address alone. IOS-XE only.
   * IOS-XE: `ipv6 enable` or `no ipv6 enable` (not shown at false).
   */
  readonly ipv6Enable?: true;
  /**
   * Whether the device tells hosts of better ways (ICMP redirects). IOS-XE only.
   * IOS-XE: `ip redirects` or `no ip redirects` (not shown at true).
   * @default true; false on a DMVPN hub
   */
  readonly redirects?: boolean;
  /**
   * OSPF for IPv4: each line without its `ip ospf`, like `1 area 0`. IOS-XE only.
   * Allowed: at least 1; each at most 200 characters.
   * IOS-XE: `ip ospf …`, a line each.
   */
  readonly ospf?: readonly string[];
  /**
   * OSPF for IPv6: each line without its `ipv6 ospf`, like `1 area 0`. IOS-XE only.
   * Allowed: at least 1; each at most 200 characters.
   * IOS-XE: `ipv6 ospf …`, a line each.
   */
  readonly ipv6Ospf?: readonly string[];
  /**
   * Switched off by hand. IOS-XE only.
   * IOS-XE: `shutdown` or `no shutdown` (not shown at false).
   */
  readonly shutdown?: boolean;
  /**
   * The interface whose IPv4 address it borrows, instead of `address`. IOS-XE only.
   * Allowed: like GigabitEthernet0/0.
   * IOS-XE: `ip unnumbered …`.
   */
  readonly unnumbered?: Reference<'loopback-interface'> | Reference<'tunnel-interface'> | string;
  /**
   * The interface whose IPv6 address it borrows. IOS-XE only.
   * Allowed: like GigabitEthernet0/0.
   * IOS-XE: `ipv6 unnumbered …`.
   */
  readonly ipv6Unnumbered?: Reference<'loopback-interface'> | Reference<'tunnel-interface'> | string;
  /**
   * What routing protocols take for its bandwidth, 1 to 200000000 kbit/s. IOS-XE only.
   * IOS-XE: `bandwidth …`.
   * @default the device's
   */
  readonly bandwidth?: number;
  /**
   * Largest IP packet in bytes, 68 to 9216. IOS-XE only.
   * Allowed: 68 to 9216 bytes.
   * IOS-XE: `ip mtu …`.
   * @default the device's
   */
  readonly ipMtu?: number;
  /**
   * Largest TCP segment in bytes, 500 to 1460. IOS-XE only.
   * Allowed: 500 to 1460 bytes.
   * IOS-XE: `ip tcp adjust-mss …`.
   * @default not adjusted
   */
  readonly tcpMss?: number;
  /**
   * The word that NHRP peers must know, at most 8 characters. Only ever a `Secret`. IOS-XE only.
   * IOS-XE: `ip nhrp authentication …`.
   */
  readonly nhrpAuthentication?: SecretRef;
  /**
   * NHRP: each line without its `ip nhrp`, like `network-id 1` or `redirect`. IOS-XE only.
   * Allowed: at least 1; each at most 200 characters.
   * IOS-XE: `ip nhrp …`, a line each.
   */
  readonly nhrp?: readonly string[];
  /**
   * Seconds between keepalives (1 to 32767) and lost ones that take it down (1 to 255). IOS-XE only.
   * IOS-XE: `keepalive …`.
   * @default none
   */
  readonly keepalive?: {
    /** Allowed: 1 to 32767 seconds. */
    readonly seconds: number;
    /** Allowed: 1 to 255. */
    readonly retries: number;
  };
  /**
   * GRE key, 0 to 4294967295; equal at both ends, and no secret. IOS-XE only.
   * IOS-XE: `tunnel key …`.
   * @default none
   */
  readonly key?: number;
  /**
   * Front VRF of the tunnel. IOS-XE only.
   * Allowed: 1 to 64 letters, digits or _ . : / + -, beginning with a letter, a digit or _.
   * IOS-XE: `tunnel vrf …`.
   * @default global
   */
  readonly tunnelVrf?: Reference<'vrf'> | string;
  /**
   * What the tunnel protects, where not all of it: an access list; each of its lines has SAs of its own. IOS-XE
   * only.
   * IOS-XE: `tunnel protection ipsec policy ipv4 …`.
   */
  readonly protectionPolicy?: Reference<'access-list'>;
  /**
   * The same for IPv6. IOS-XE only.
   * IOS-XE: `tunnel protection ipsec policy ipv6 …`.
   */
  readonly ipv6ProtectionPolicy?: Reference<'ipv6-access-list'>;
  /**
   * Find out how large a packet gets through. IOS-XE only.
   * IOS-XE: `tunnel path-mtu-discovery` or `no tunnel path-mtu-discovery` (not shown at false).
   * @default false
   */
  readonly pathMtuDiscovery?: true;
  /**
   * What a tunnel carries and by what.
   * IOS-XE: `tunnel mode …` (not shown at gre-ip).
   * @default 'ipsec-ipv4'
   */
  readonly mode?:
    | 'ipsec-ipv4'
    | 'ipsec-ipv6'
    | 'ipsec-dual-overlay'
    | 'ipsec-ipv4-v6-overlay'
    | 'ipsec-ipv6-v4-overlay'
    | 'gre-ip'
    | 'gre-ipv6'
    | 'gre-multipoint'
    | 'gre-multipoint-ipv6';
  /**
   * Interface or address that tunnels leave by.
   * IOS-XE: `tunnel source …`.
   * @default where the peer came in
   */
  readonly source?: string;
  /**
   * The IPsec profile. It may refer back to the IKEv2 profile that names this template.
   * Allowed: the IpsecProfile construct, or { profile, shared: true }.
   * IOS-XE: `tunnel protection ipsec profile …`.
   */
  readonly protection?:
    | Reference<'ipsec-profile'>
    | {
        readonly profile: Reference<'ipsec-profile'>;
        /** Several tunnels of one source interface share the SAs; write it on each of them. */
        readonly shared?: true;
        /** Another IKEv2 profile than that of the IPsec profile. */
        readonly ikev2Profile?: Reference<'ikev2-profile'>;
      };
}

/**
 * What the tunnel of each peer is cloned from. It borrows an address (a fixed one is not supported) and has no
 * destination: peers bring theirs.
 * IOS-XE: `interface <name>`; other lines of the block are left alone.
 */
export class VirtualTemplate
  extends DeviceObject<'virtual-template', VirtualTemplateProps>
  implements IVirtualTemplate
{
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): IVirtualTemplate {
    return new ExistingObject(scope, id, 'virtual-template', name);
  }

  constructor(scope: Construct, id: string, props: VirtualTemplateProps = {}) {
    super(scope, id, 'virtual-template', () => props);
  }
}
