/** What keeps its addresses on the way into a tunnel of an ASA. */
export interface AsaNatExemption {
  /** The interface of the networks here, by its logical name: `inside`. */
  readonly inside: string;
}

/** Names of the objects that protect a VPN on a router. Default: the VPN's id. */
export interface RouterVpnNames {
  /** IKEv2 proposal. */
  readonly proposal?: string;
  /**
   * IKEv2 policy, which all VPNs of level 2 on a router share. An `IkeV2Policy` of this name that the program declares
   * before, and that offers the proposal, is used as it is. Default: `SITE-TO-SITE`.
   */
  readonly policy?: string;
  /** IKEv2 profile. */
  readonly profile?: string;
  /** Transform set. */
  readonly transformSet?: string;
  /** IPsec profile. */
  readonly ipsecProfile?: string;
}
