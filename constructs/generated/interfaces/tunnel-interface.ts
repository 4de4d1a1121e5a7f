// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Reference } from '../../../lib/model/noun';
import type { SecretRef } from '../../../lib/model/secret';
import { type Placed } from '../../core/device-object';

/** Props of `TunnelInterface`. */
export interface TunnelInterfaceProps extends Placed {
  /**
   * `Tunnel` and a number of 0 to 10413 (the FMC's highest; IOS-XE goes to 2147483647).
   * @default the construct's id
   */
  readonly name?: string;
  /**
   * Logical name. FMC only, required there.
   * Not on IOS-XE: IOS-XE has no logical interface names: leave ifname out.
   * ASA: `nameif …`.
   * FMC: `ifname`.
   */
  readonly ifname?: string;
  /**
   * The security zone that it is in, by which rules of access control and NAT name it. FMC only.
   * Not on IOS-XE: a router is in no security zone of an FMC: leave zone out.
   * Not on ASA: an ASA has no security zones: leave zone out.
   * FMC: `securityZone`.
   * @default none
   */
  readonly zone?: Reference<'security-zone'>;
  /**
   * A remark that the device keeps; one line.
   * Allowed: at most 200 characters.
   * IOS-XE: `description …`.
   * ASA: `description …`.
   * FMC: `description`.
   */
  readonly description?: string;
  /**
   * Address with prefix length. IPv6 may stand instead; on IOS-XE also `negotiated` or `unnumbered`.
   * Allowed: like 10.58.1.1/30.
   * IOS-XE: `ip address …`.
   * ASA: `ip address …`.
   * FMC: `ipv4.static.address`, `ipv4.static.netmask`.
   */
  readonly address?: string;
  /**
   * Address of the other unit of a failover pair, in the same network. ASA only.
   * Allowed: four numbers of 0 to 255, like 192.0.2.1.
   * Not on IOS-XE: IOS-XE has no failover pair: leave standbyAddress out.
   * ASA: in the header.
   * Not on FMC: the FMC has no such setting of a tunnel interface: leave it out.
   */
  readonly standbyAddress?: string;
  /**
   * The address that the gateway gives (FlexVPN client). IOS-XE only.
   * IOS-XE: `ip address …`.
   * Not on ASA: a tunnel of an ASA has an address: write address.
   * Not on FMC: the FMC has no such setting of a tunnel interface: leave it out.
   */
  readonly negotiated?: true;
  /**
   * The VRF that the interface is in. IOS-XE only.
   * Allowed: 1 to 64 letters, digits or _ . : / + -, beginning with a letter, a digit or _.
   * IOS-XE: `vrf forwarding …`.
   * Not on ASA: this is of IOS-XE routers: leave it out on an ASA.
   * Not on FMC: the FMC has no such setting of a tunnel interface: leave it out.
   * @default global
   */
  readonly vrf?: Reference<'vrf'> | string;
  /**
   * IPv6 addresses. On an FMC one with its prefix length, instead of `address`, with `mode: 'ipsec-ipv6'`. IOS-XE
   * and FMC only.
   * Allowed: at least 1; each like 2001:db8::1/64, { linkLocal: 'fe80::1' }, { prefix: '2001:db8::/64', eui64:
   * true }, autoconfig, negotiated or dhcp.
   * IOS-XE: `ipv6 address …`, a line each.
   * Not on ASA: this is of IOS-XE routers: leave it out on an ASA.
   * FMC: `ipv6.addresses`.
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
   * Not on ASA: this is of IOS-XE routers: leave it out on an ASA.
   * Not on FMC: on the FMC a tunnel has an IPv6 address: write ipv6Addresses.
   */
  readonly ipv6Enable?: true;
  /**
   * Whether the device tells hosts of better ways (ICMP redirects). IOS-XE only.
   * IOS-XE: `ip redirects` or `no ip redirects` (not shown at true).
   * Not on ASA: this is of IOS-XE routers: leave it out on an ASA.
   * Not on FMC: the FMC has no such setting of a tunnel interface: leave it out.
   * @default true; false on a DMVPN hub
   */
  readonly redirects?: boolean;
  /**
   * OSPF for IPv4: each line without its `ip ospf`, like `1 area 0`. IOS-XE only.
   * Allowed: at least 1; each at most 200 characters.
   * IOS-XE: `ip ospf …`, a line each.
   * Not on ASA: this is of IOS-XE routers: leave it out on an ASA.
   * Not on FMC: the FMC has no such setting of a tunnel interface: leave it out.
   */
  readonly ospf?: readonly string[];
  /**
   * OSPF for IPv6: each line without its `ipv6 ospf`, like `1 area 0`. IOS-XE only.
   * Allowed: at least 1; each at most 200 characters.
   * IOS-XE: `ipv6 ospf …`, a line each.
   * Not on ASA: this is of IOS-XE routers: leave it out on an ASA.
   * Not on FMC: the FMC has no such setting of a tunnel interface: leave it out.
   */
  readonly ipv6Ospf?: readonly string[];
  /**
   * Switched off by hand. IOS-XE only.
   * IOS-XE: `shutdown` or `no shutdown` (not shown at false).
   * ASA: `shutdown` or `no shutdown` (not shown at false).
   * FMC: `enabled`.
   */
  readonly shutdown?: boolean;
  /**
   * The interface whose IPv4 address it borrows, instead of `address`. IOS-XE only.
   * Allowed: like GigabitEthernet0/0.
   * IOS-XE: `ip unnumbered …`.
   * Not on ASA: this is of IOS-XE routers: leave it out on an ASA.
   * Not on FMC: the FMC has no such setting of a tunnel interface: leave it out.
   */
  readonly unnumbered?: Reference<'loopback-interface'> | Reference<'tunnel-interface'> | string;
  /**
   * The interface whose IPv6 address it borrows. IOS-XE only.
   * Allowed: like GigabitEthernet0/0.
   * IOS-XE: `ipv6 unnumbered …`.
   * Not on ASA: this is of IOS-XE routers: leave it out on an ASA.
   * Not on FMC: the FMC has no such setting of a tunnel interface: leave it out.
   */
  readonly ipv6Unnumbered?: Reference<'loopback-interface'> | Reference<'tunnel-interface'> | string;
  /**
   * What routing protocols take for its bandwidth, 1 to 200000000 kbit/s. IOS-XE only.
   * IOS-XE: `bandwidth …`.
   * Not on ASA: this is of IOS-XE routers: leave it out on an ASA.
   * Not on FMC: the FMC has no such setting of a tunnel interface: leave it out.
   * @default the device's
   */
  readonly bandwidth?: number;
  /**
   * Largest IP packet in bytes, 68 to 9216. IOS-XE only.
   * Allowed: 68 to 9216 bytes.
   * IOS-XE: `ip mtu …`.
   * Not on ASA: this is of IOS-XE routers: leave it out on an ASA.
   * Not on FMC: the FMC derives it from the source interface: leave ipMtu out.
   * @default the device's
   */
  readonly ipMtu?: number;
  /**
   * Largest TCP segment in bytes, 500 to 1460. IOS-XE only.
   * Allowed: 500 to 1460 bytes.
   * IOS-XE: `ip tcp adjust-mss …`.
   * Not on ASA: this is of IOS-XE routers: leave it out on an ASA.
   * Not on FMC: on the FMC this is not a setting of the tunnel: leave tcpMss out.
   * @default not adjusted
   */
  readonly tcpMss?: number;
  /**
   * The word that NHRP peers must know, at most 8 characters. Only ever a `Secret`. IOS-XE only.
   * IOS-XE: `ip nhrp authentication …`.
   * Not on ASA: this is of IOS-XE routers: leave it out on an ASA.
   * Not on FMC: the FMC has no such setting of a tunnel interface: leave it out.
   */
  readonly nhrpAuthentication?: SecretRef;
  /**
   * NHRP: each line without its `ip nhrp`, like `network-id 1` or `redirect`. IOS-XE only.
   * Allowed: at least 1; each at most 200 characters.
   * IOS-XE: `ip nhrp …`, a line each.
   * Not on ASA: this is of IOS-XE routers: leave it out on an ASA.
   * Not on FMC: the FMC has no such setting of a tunnel interface: leave it out.
   */
  readonly nhrp?: readonly string[];
  /**
   * Seconds between keepalives (1 to 32767) and lost ones that take it down (1 to 255). IOS-XE only.
   * IOS-XE: `keepalive …`.
   * Not on ASA: this is of IOS-XE routers: leave it out on an ASA.
   * Not on FMC: the FMC has no such setting of a tunnel interface: leave it out.
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
   * Not on ASA: this is of IOS-XE routers: leave it out on an ASA.
   * Not on FMC: the FMC has no such setting of a tunnel interface: leave it out.
   * @default none
   */
  readonly key?: number;
  /**
   * Front VRF of the tunnel. IOS-XE only.
   * Allowed: 1 to 64 letters, digits or _ . : / + -, beginning with a letter, a digit or _.
   * IOS-XE: `tunnel vrf …`.
   * Not on ASA: this is of IOS-XE routers: leave it out on an ASA.
   * Not on FMC: the FMC has no front VRF here: leave tunnelVrf out.
   * @default global
   */
  readonly tunnelVrf?: Reference<'vrf'> | string;
  /**
   * What the tunnel protects, where not all of it: an access list; each of its lines has SAs of its own. IOS-XE
   * only.
   * IOS-XE: `tunnel protection ipsec policy ipv4 …`.
   * ASA: `tunnel protection ipsec policy …`.
   * Not on FMC: the FMC has no such setting of a tunnel interface: leave it out.
   */
  readonly protectionPolicy?: Reference<'access-list'>;
  /**
   * The same for IPv6. IOS-XE only.
   * IOS-XE: `tunnel protection ipsec policy ipv6 …`.
   * Not on ASA: this is of IOS-XE routers: leave it out on an ASA.
   * Not on FMC: the FMC has no such setting of a tunnel interface: leave it out.
   */
  readonly ipv6ProtectionPolicy?: Reference<'ipv6-access-list'>;
  /**
   * Find out how large a packet gets through. IOS-XE only.
   * IOS-XE: `tunnel path-mtu-discovery` or `no tunnel path-mtu-discovery` (not shown at false).
   * Not on ASA: this is of IOS-XE routers: leave it out on an ASA.
   * Not on FMC: the FMC has no such setting of a tunnel interface: leave it out.
   * @default false
   */
  readonly pathMtuDiscovery?: true;
  /**
   * What the tunnel carries and by what. GRE carries both families and multicast, in IPsec of transport mode;
   * `gre-multipoint` is DMVPN. On an FMC `ipsec-ipv4` or `ipsec-ipv6`, by the family of the address of the tunnel,
   * whatever that of its source is.
   * IOS-XE: `tunnel mode …` (not shown at gre-ip).
   * ASA: `tunnel mode …`.
   * FMC: `ipsecMode`.
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
   * Interface that the tunnel leaves by: `GigabitEthernet0/0`, an address, or `dynamic`; on the FMC its logical
   * name.
   * Allowed: 1 to 64 letters, digits or _ . : / + -, beginning with a letter, a digit or _.
   * IOS-XE: `tunnel source …`.
   * ASA: `tunnel source interface …`.
   * FMC: `tunnelSource`.
   */
  readonly source: Reference<'loopback-interface'> | string;
  /**
   * The IPv6 address of the source interface that the tunnel leaves from. FMC only.
   * Not on IOS-XE: on IOS-XE write the address as source, and leave sourceIpv6Address out.
   * Not on ASA: an ASA takes the source interface alone: leave sourceIpv6Address out.
   * FMC: `tunnelSrcIPv6IntfAddr`.
   * @default its IPv4 address, and its first global IPv6 address where it has no IPv4
   */
  readonly sourceIpv6Address?: string;
  /**
   * The peer's address or name, or `dynamic` where a FlexVPN client chooses it. IOS-XE only, required there but
   * for multipoint: on the FMC it is the other endpoint of the topology.
   * Allowed: an address like 203.0.113.1, a host name, or dynamic.
   * IOS-XE: `tunnel destination …`.
   * ASA: `tunnel destination …`.
   * Not on FMC: on the FMC the peer is the other endpoint of the topology: leave destination out.
   */
  readonly destination?: string;
  /**
   * IOS-XE only, required there in IPsec modes.
   * Allowed: the IpsecProfile construct, or { profile, shared: true }.
   * IOS-XE: `tunnel protection ipsec profile …`.
   * ASA: `tunnel protection ipsec profile …`.
   * Not on FMC: on the FMC the topology protects the tunnel: leave protection out.
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
