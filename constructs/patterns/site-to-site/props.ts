import type { Referable, Reference } from '../../../lib/model/noun';
import type { AsaFirewall } from '../../devices/asa-firewall';
import type { FtdDevice } from '../../devices/fmc';
import type { IosXeRouter } from '../../devices/ios-xe-router';
import type { AccessRuleProps } from '../../generated/policies/access-rule';
import type { Authentication } from '../shared/authentication';
import type { CryptoSuite } from '../shared/crypto-suite';
import type { AsaNatExemption } from '../shared/props';
import type { ExternalPeer } from './external-peer';

/** What this program manages: a router, an ASA, or a firewall behind an FMC. */
export type SiteToSiteDevice = IosXeRouter | AsaFirewall | FtdDevice;

/** One end of a site-to-site VPN. */
export interface SiteToSiteEnd {
  /** A router, an ASA, or a firewall that an FMC manages. */
  readonly device: SiteToSiteDevice;
  /** Not here: an end has a device or a peer, by which editors tell the two apart. */
  readonly peer?: undefined;
  /** Interface that faces the peers: `GigabitEthernet0/0`; on a firewall its logical name, like `outside`. */
  readonly interface: string;
  /**
   * Address at which the peers reach it, IPv4 or IPv6, of one family at all ends. Behind an FMC an IPv6 address is one that
   * the interface has.
   */
  readonly address: string;
  /** Tunnel address with prefix length, where the VPN has two ends. IPv6 (`2001:db8::1/64`) not on an ASA. */
  readonly tunnel?: string;
  /** Networks behind this end, of the family of the tunnel addresses; every other end gets a route to them through the tunnel. */
  readonly networks: readonly string[];
  /** What the subject of this end's certificate contains, for example `cn = pune.example.net`. Needed by routers that it dials. */
  readonly subject?: string;
  /** The name that this router says it is, with a pre-shared key; write it at all ends. Default: its address. */
  readonly identity?: string;
  /**
   * The traffic of the VPN is kept out of the firewall's NAT: on an ASA say the interface of its networks, behind an FMC
   * the NAT policy. Firewalls only. Default: nothing is.
   */
  readonly natExemption?: NatExemption | AsaNatExemption;
  /**
   * Rules in the access control policy of the firewall that let the traffic of the VPN through, from and to the networks of
   * its ends. Firewalls behind an FMC only; a route-based end says its `zone` too. Default: none, and the rules that are
   * there decide.
   */
  readonly accessRules?: SiteToSiteAccessRules;
  /** Name of the tunnel interface. Default: `Tunnel100`, and one more for each further peer. */
  readonly tunnelInterface?: string;
  /**
   * The security zone of the tunnel interface, by which rules of access control and NAT name it. Firewalls behind an FMC
   * only, route-based. Default: none, and rules of zones do not match what comes out of the tunnel.
   */
  readonly zone?: Referable<'security-zone'>;
  /**
   * `route-based`: a virtual tunnel interface. `policy-based`: an entry of the crypto map of the interface; only between
   * firewalls, and at all ends alike. Default: `route-based`.
   */
  readonly type?: 'route-based' | 'policy-based';
  /** BGP, which tells the networks: write it at all ends. Default: static routes. */
  readonly bgp?: SiteToSiteBgp;
  /** A second internet line of a router: a second tunnel, for when the first is down. Default: one line. */
  readonly secondLine?: SecondLine;
  /**
   * Router, with a pre-shared key: its keyring has one line for both directions, `pre-shared-key KEY`. Default: a line for
   * each direction.
   */
  readonly symmetricKey?: true;
  /** Names of the objects at this end, of a router or an ASA. Default: those of the VPN. */
  readonly names?: SiteToSiteEndNames;
}

/**
 * A second internet line of a router in a VPN with two ends: a tunnel of its own to the other end, and routes that count
 * when those through the first tunnel are gone. Names on the devices are those of the first tunnel with `-2`.
 */
export interface SecondLine {
  /** Interface of the line: `GigabitEthernet0/1`. */
  readonly interface: string;
  /** Address at which the other end reaches it. */
  readonly address: string;
  /** Address of this router in the second tunnel, with prefix length. */
  readonly tunnel: string;
  /** Address of the other end in the second tunnel, of the same network. */
  readonly peerTunnel: string;
  /** Name of the tunnel interface here. Default: one more than that of the first tunnel has by default. */
  readonly tunnelInterface?: string;
  /**
   * The VRF that the interface is in (front VRF), which has a default route of its own: so packets to the one address of
   * the other end leave by the line that they are of. Default: the global table, where other routes must do that.
   */
  readonly vrf?: Reference<'vrf'> | string;
  /** Administrative distance of the routes through the second tunnel, 2 to 254; those through the first have 1. Default: 10. */
  readonly distance?: number;
  /**
   * Routers ask the other end through the first tunnel (IP SLA), and its routes are there while it answers. Default: they
   * are there while the tunnel is up, which dead peer detection decides.
   */
  readonly probe?: {
    /** Seconds between questions, 1 to 604800. Default: 10. */
    readonly interval?: number;
    /** Number of the IP SLA operation and of the tracked object, 1 to 1000. Default: that of the tunnel interface. */
    readonly number?: number;
  };
}

/** BGP over the tunnels of an end, for IPv4, instead of static routes. */
export interface SiteToSiteBgp {
  /** The autonomous system of the device, 1 to 4294967295; a device has one. Its neighbours are told of `networks`. */
  readonly asn: number;
  /** Seconds between keepalives, and without one until a neighbour is gone; the shorter ones of both ends count. Default: 60 and 180. */
  readonly timers?: { readonly keepalive: number; readonly hold: number };
}

/** BGP of a peer that is not managed. */
export interface ExternalBgp {
  /** Its autonomous system, 1 to 4294967295. */
  readonly asn: number;
  /** Where it speaks BGP, if that is not its tunnel address: a route leads there, and it may be some hops away. */
  readonly address?: string;
}

/** An end that this program does not manage: what is declared of it is what the other ends must fit. */
export interface ExternalEnd {
  /** The peer. A VPN has one end of this kind at most. */
  readonly peer: ExternalPeer;
  /** Not here: an end has a device or a peer. */
  readonly device?: undefined;
  /** Its tunnel address with prefix length, where the VPN is route-based and has two ends. Not with a dynamic peer of a router. */
  readonly tunnel?: string;
  /** Networks behind it; every other end gets a route to them through the tunnel, or protects traffic to them. */
  readonly networks: readonly string[];
  /** BGP, which tells the networks: write it at all ends. Default: static routes. */
  readonly bgp?: ExternalBgp;
}

/** Where a firewall translates addresses, and what it must leave as it is. */
export interface NatExemption {
  /** The NAT policy that the firewall has. A rule for each pair of networks is put into it, before the automatic ones. */
  readonly policy: Referable<'nat-policy'>;
  /** Zone of the networks behind this end. Default: any. */
  readonly inside?: Referable<'security-zone'>;
  /** Zone of the tunnel. Default: any. */
  readonly outside?: Referable<'security-zone'>;
}

/** What lets the traffic of a VPN through a firewall: for each peer a rule for what comes, and one for what goes. */
export interface SiteToSiteAccessRules {
  /** The access control policy that the firewall has: `AccessPolicy.fromExisting(fmc, 'policy', 'NAME')`. */
  readonly policy: Referable<'access-policy'>;
  /**
   * Where the rules are put: `{ section }`, `{ category }`, `{ before: rule }` or `{ after: rule }`. Default: the end of the
   * section `mandatory`, above the section in which policies block the rest.
   */
  readonly place?: AccessRuleProps['place'];
  /** Zone of the networks behind this end. Default: any. */
  readonly inside?: Referable<'security-zone'>;
  /** Policy-based: zone of the interface that faces the peers. A route-based end has that of its tunnel, `zone`. */
  readonly outside?: Referable<'security-zone'>;
  /** Which events they make. Default: none. */
  readonly logging?: AccessRuleProps['logging'];
}

/** Names of the objects on the devices. Default: the VPN's id, and a suffix where an end has several peers. */
export interface SiteToSiteNames {
  /** IKEv2 proposal. */
  readonly proposal?: string;
  /** IKEv2 policy. */
  readonly policy?: string;
  /** IKEv2 keyring. */
  readonly keyring?: string;
  /** Certificate map. */
  readonly certificateMap?: string;
  /** IKEv2 profile. */
  readonly profile?: string;
  /** Transform set; on the FMC IPsec proposal. */
  readonly transformSet?: string;
  /** IPsec profile. */
  readonly ipsecProfile?: string;
}

/** Names of the objects at one end: where it had a VPN before, or where names follow a rule of the site. */
export interface SiteToSiteEndNames extends SiteToSiteNames {
  /** IKEv2 policy; on an ASA its number, like `10`. Default: on a router that of the VPN, on an ASA the next from 100. */
  readonly policy?: string;
  /** Router: what its keyring calls the other end, where the VPN has two. Default: the id of its device. */
  readonly keyringPeer?: string;
  /** ASA: group policy. Default: the id of the VPN. */
  readonly groupPolicy?: string;
  /** ASA: logical name of the tunnel interface (`nameif`). Default: the id of the VPN. */
  readonly ifname?: string;
  /** Policy-based ASA: access list of what is protected. Default: the id of the VPN. */
  readonly accessList?: string;
  /** Policy-based ASA: crypto map of the interface. Default: the interface's name with `_map`. */
  readonly cryptoMap?: string;
  /** Policy-based ASA: place of the entry in the crypto map, where the VPN has two ends. Default: the next from 10. */
  readonly sequence?: number;
}

/** How a peer that is gone is noticed (RFC 7296 section 2.4). */
export interface SiteToSiteDpd {
  /** Seconds without a word from the peer, 10 to 3600. */
  readonly interval: number;
  /** Seconds between questions then, 2 to 10. */
  readonly retry: number;
  /** When a router asks: only when it has something to send, or always. Default: `on-demand`. */
  readonly mode?: 'on-demand' | 'periodic';
}

export interface SiteToSiteVpnProps {
  /** What protects the VPN, at all ends alike. */
  readonly suite: CryptoSuite;
  /** How the ends prove who they are. */
  readonly authentication: Authentication;
  /**
   * Two or more, on any mix of platforms. More than two make a full mesh, a tunnel for each pair. One of them may be a
   * peer that this program does not manage: `{ peer, tunnel, networks }`.
   */
  readonly ends: readonly (SiteToSiteEnd | ExternalEnd)[];
  /** Lifetimes in seconds, equal at all ends. Default: IKE SA 28800, IPsec SA 3600. */
  readonly lifetimes?: {
    readonly ike?: number;
    /** `inherited`: none is written, and each device has its own. Between ASAs (28800) or between routers (3600). */
    readonly ipsec?: number | 'inherited';
  };
  /**
   * Dead peer detection: seconds without a word from the peer (10 to 3600), and between questions then (2 to 10); on
   * routers only when there is traffic (`on-demand`), unless `mode` is `periodic`. `off`: a peer that is gone is noticed
   * when the SA ends. Default: 10 and 2, on-demand, what firewalls do by themselves.
   */
  readonly dpd?: SiteToSiteDpd | 'off';
  /** With more than two ends: the network that each pair takes a /30 of, in order; further ends take further ones. */
  readonly tunnelNetwork?: string;
  /**
   * IPv6 between routers over an IPv4 internet: GRE in IPsec, link-local tunnel addresses, and OSPFv3 (`ospf: '1 area 0'`)
   * instead of static routes. `tunnel` is left out then, and `networks` are empty. Default: IPv4.
   */
  readonly ipv6?: { readonly ospf: string };
  /** Names on the devices. Default: the id of the VPN. */
  readonly names?: SiteToSiteNames;
}
