import type { Referable } from '../../../lib/model/noun';
import type { FtdDevice } from '../../devices/fmc';
import type { Authentication } from '../shared/authentication';
import type { CryptoSuite } from '../shared/crypto-suite';

/** BGP between a hub and its spokes, for IPv4. */
export interface FtdHubBgp {
  /**
   * The autonomous system of the firewall, 1 to 4294967295; a firewall has one. That of a spoke is not that of the hub.
   * Spokes that are to reach each other through the hub have one each.
   */
  readonly asn: number;
  /** Seconds between keepalives, and without one until a neighbour is gone; the shorter ones of both ends count. Default: 60 and 180. */
  readonly timers?: { readonly keepalive: number; readonly hold: number };
}

/** What hub and spokes say of themselves. */
interface FtdEnd {
  /** The firewall, or the pair: `fmc.ftd('NAME')`. All of one FMC. */
  readonly device: FtdDevice;
  /** Logical name of the interface that tunnels leave by, like `outside`. */
  readonly interface: string;
  /**
   * The IPv6 address of this interface, where tunnels go over IPv6: write it at all ends. Default: they go over IPv4.
   */
  readonly sourceIpv6Address?: string;
  /** Networks behind it, of which BGP tells the other side. Only with `bgp`. Default: none. */
  readonly networks?: readonly string[];
  /** The security zone of its tunnels, by which rules of access control and NAT name them. Default: none. */
  readonly zone?: Referable<'security-zone'>;
  /**
   * BGP: write it at all ends. Default: none, and how networks behind a spoke are reached is said elsewhere. A static route
   * on the hub cannot, since it has no tunnel of its own to each spoke.
   */
  readonly bgp?: FtdHubBgp;
}

/** The firewall that all spokes connect to. */
export interface FtdHub extends FtdEnd {
  /**
   * Its address in all tunnels, on a loopback interface of its own: `10.99.0.1/32`, or of IPv6, `2001:db8:99::1/128`, and
   * then at all ends.
   */
  readonly tunnel: string;
  /** The loopback interface. Default: `Loopback1`. */
  readonly loopback?: string;
  /** What the tunnels of the spokes are cloned from. Default: `Virtual-Template1`. */
  readonly template?: string;
}

/** A second way from a spoke to the hub, for when the first is down. */
export interface FtdBackup {
  /** Logical name of the interface of the other internet line, like `outside2`. */
  readonly interface: string;
  /** The IPv6 address of this interface, where tunnels go over IPv6. */
  readonly sourceIpv6Address?: string;
  /** Its address in the second tunnel, with prefix length, in another network than the first. */
  readonly tunnel: string;
  /** The tunnel interface. Default: `Tunnel101`. */
  readonly tunnelInterface?: string;
}

/** The tunnel of a spoke to the second hub. */
export interface FtdWayToBackupHub {
  /** The address of the spoke in it, with prefix length, in another network than its other tunnels: `10.98.0.11/24`. */
  readonly tunnel: string;
  /** Logical name of the interface that it leaves by. Default: that of the first tunnel, with its address. */
  readonly interface?: string;
  /** The IPv6 address of this interface, where tunnels go over IPv6. */
  readonly sourceIpv6Address?: string;
  /** The tunnel interface. Default: `Tunnel102`. */
  readonly tunnelInterface?: string;
  /** A second tunnel to the second hub, by another line. Its interface is `Tunnel103` by default. Default: none. */
  readonly backup?: FtdBackup;
}

/** A firewall that connects to the hub. */
export interface FtdSpoke extends FtdEnd {
  /** Its address in the tunnel, with prefix length: `10.99.0.11/24`. */
  readonly tunnel: string;
  /** The tunnel interface. Default: `Tunnel100`. */
  readonly tunnelInterface?: string;
  /** A second tunnel, by another line. Default: none. */
  readonly backup?: FtdBackup;
  /** Its tunnel to the second hub: write it where there is a `backupHub`. */
  readonly toBackupHub?: FtdWayToBackupHub;
}

export interface FtdHubAndSpokeProps {
  /** What protects the VPN, at all ends alike. */
  readonly suite: CryptoSuite;
  /** `Certificates.issuedBy('CA')`, or `PreSharedKey.from(…)`, one key for all. */
  readonly authentication: Authentication;
  /** The firewall that all spokes connect to. */
  readonly hub: FtdHub;
  /**
   * A second hub, another firewall, for when the first does not answer: in a topology of its own, to which each spoke has a
   * tunnel of its own (`toBackupHub`), always up. With BGP spokes go by the first hub while it tells a network
   * (weight 100). Which of the hubs the networks behind them send to is said there. Default: none.
   */
  readonly backupHub?: FtdHub;
  /** One or hundreds. A spoke more changes nothing on the hub, but its BGP neighbours where it speaks BGP. */
  readonly spokes: readonly FtdSpoke[];
  /** Spokes reach each other through the hub. Default: the FMC's, which is no. */
  readonly spokeToSpoke?: boolean;
  /** Lifetimes in seconds, equal at all ends. Default: IKE SA 28800, IPsec SA 3600. */
  readonly lifetimes?: { readonly ike?: number; readonly ipsec?: number };
  /** Dead peer detection: seconds without a word from the peer, 10 to 3600, and between questions then, 2 to 10. Default: 10 and 2. */
  readonly dpd?: { readonly interval: number; readonly retry: number } | 'off';
  /** Names on the FMC. Default: the id of the VPN. */
  readonly names?: { readonly proposal?: string; readonly policy?: string; readonly transformSet?: string };
}
