import type { Referable } from '../../../lib/model/noun';
import type { FtdDevice } from '../../devices/fmc';
import type { VpnAccessRules } from '../shared/access-rules';
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
  /** Networks behind it, of which BGP tells the other side. Only with `bgp`. Default: none. */
  readonly networks?: readonly string[];
  /** The security zone of its tunnels, by which rules of access control and NAT name them. Default: none. */
  readonly zone?: Referable<'security-zone'>;
  /**
   * Rules of access control that let the traffic of the VPN through this firewall, in the policy that it has: from the
   * networks of the hub to those of the spokes, and with `spokeToSpoke` between spokes. Needs `zone`, and `networks` at all
   * ends. Default: none, and the rules that are there decide.
   */
  readonly accessRules?: VpnAccessRules;
  /**
   * BGP: write it at all ends. Default: none, and how networks behind a spoke are reached is said elsewhere. A static route
   * on the hub cannot, since it has no tunnel of its own to each spoke.
   */
  readonly bgp?: FtdHubBgp;
}

/** The firewall that all spokes connect to. */
export interface FtdHub extends FtdEnd {
  /** Its address in all tunnels, on a loopback interface of its own: `10.99.0.1/32`. */
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
  /** Its address in the second tunnel, with prefix length, in another network than the first. */
  readonly tunnel: string;
  /** The tunnel interface. Default: `Tunnel101`. */
  readonly tunnelInterface?: string;
}

/** A firewall that connects to the hub. */
export interface FtdSpoke extends FtdEnd {
  /** Its address in the tunnel, with prefix length: `10.99.0.11/24`. */
  readonly tunnel: string;
  /** The tunnel interface. Default: `Tunnel100`. */
  readonly tunnelInterface?: string;
  /** A second tunnel, by another line. Default: none. */
  readonly backup?: FtdBackup;
}

export interface FtdHubAndSpokeProps {
  /** What protects the VPN, at all ends alike. */
  readonly suite: CryptoSuite;
  /** `Certificates.issuedBy('CA')`, or `PreSharedKey.from(…)`, one key for all. */
  readonly authentication: Authentication;
  /** The firewall that all spokes connect to. */
  readonly hub: FtdHub;
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
