// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Reference } from '../../../lib/model/noun';

/** Props of `VpnEndpoint`. */
export interface VpnEndpointFields {
  /**
   * The topology that it is an end of.
   * FMC: not in the body.
   */
  readonly topology: Reference<'vpn-topology'>;
  /**
   * Its part in the topology.
   * FMC: `peerType`.
   * @default 'peer'
   */
  readonly role?: 'peer' | 'hub' | 'spoke';
  /**
   * Its tunnel interface, at a hub a dynamic one; in a policy-based topology the logical name of the interface
   * that faces the peers.
   * Allowed: 1 to 64 letters, digits or _ . : / + -, beginning with a letter, a digit or _.
   * FMC: `interface`.
   */
  readonly interface?: Reference<'tunnel-interface'> | Reference<'ftd-dynamic-tunnel'> | string;
  /**
   * Address of a peer that this FMC does not manage, IPv4 or IPv6; several are backups in order; `dynamic`: not
   * known.
   * Allowed: four numbers of 0 to 255, like 192.0.2.1.
   * FMC: `extranet`, `extranetInfo`.
   */
  readonly extranet?: string | readonly string[];
  /**
   * Networks behind this end. Policy-based only.
   * Allowed: at least 1.
   * FMC: `protectedNetworks.networks`.
   */
  readonly networks?: readonly (Reference<'network-object'> | Reference<'network-group'>)[];
  /**
   * Traffic that is protected, as an extended access list, instead of `networks`. Policy-based only.
   * FMC: `protectedNetworks.acl`.
   */
  readonly traffic?: Reference<'access-list'>;
  /**
   * Who may open the connection.
   * FMC: `connectionType`.
   * @default `both`
   */
  readonly opens?: 'both' | 'originate-only' | 'answer-only';
  /**
   * Its address where it stands behind NAT.
   * Allowed: four numbers of 0 to 255, like 192.0.2.1.
   * FMC: `nattedInterfaceAddress`.
   */
  readonly natAddress?: string;
  /**
   * The IPv6 address of its interface that peers reach it at. Policy-based only: a tunnel interface says it itself
   * (`sourceIpv6Address`).
   * FMC: `ipv6InterfaceAddress`.
   * @default its IPv4 address
   */
  readonly ipv6Address?: string;
  /**
   * Who it says it is.
   * FMC: `isLocalTunnelIdEnabled`, `localIdentityType`, `localIdentityString`.
   * @default as the topology says
   */
  readonly identity?: {
    readonly type: 'address' | 'auto' | 'host-name' | 'key-id' | 'email';
    /**
     * The name itself. Not with `auto`.
     * Allowed: at most 128 characters.
     */
    readonly value?: string;
  };
  /**
   * A route for each peer as it comes.
   * FMC: `dynamicRRIEnabled`.
   * @default false
   */
  readonly dynamicReverseRoute?: boolean;
  /**
   * NAT on the way is taken into account.
   * FMC: `enableNatTraversal`.
   * @default true
   */
  readonly natTraversal?: boolean;
  /**
   * The way when `interface` is down: a second tunnel interface, or the logical name of one that faces the peers.
   * FMC: `backupInterfaces`.
   */
  readonly backup?: {
    /** Allowed: 1 to 64 letters, digits or _ . : / + -, beginning with a letter, a digit or _. */
    readonly interface: Reference<'tunnel-interface'> | string;
    /**
     * Its address where it stands behind NAT.
     * Allowed: four numbers of 0 to 255, like 192.0.2.1.
     */
    readonly natAddress?: string;
    /**
     * The IPv6 address of the interface that peers reach it at. Policy-based only.
     * @default its IPv4 address
     */
    readonly ipv6Address?: string;
  };
  /**
   * Of hubs the one that spokes prefer. Hubs only.
   * FMC: `isPrimaryHub`.
   * @default the FMC's choice
   */
  readonly primaryHub?: boolean;
  /**
   * Addresses that a hub gives to the tunnels of its spokes. Dynamic hubs only.
   * Allowed: at least 1.
   * FMC: `ipv4PoolsForSpokeVti`.
   * @default spokes have their own
   */
  readonly pools?: readonly Reference<'address-pool'>[];
  /**
   * The same in IPv6. Dynamic hubs only.
   * Allowed: at least 1.
   * FMC: `ipv6PoolsForSpokeVti`.
   * @default spokes have their own
   */
  readonly ipv6Pools?: readonly Reference<'ipv6-address-pool'>[];
  /**
   * Tell the far end the address of this tunnel, so that it has a route to it. Route-based only.
   * FMC: `sendTunnelInterfaceIpToPeer`.
   * @default the FMC's
   */
  readonly sendTunnelAddress?: boolean;
  /**
   * Take the routes that IKEv2 brings from the far end. Route-based only.
   * FMC: `allowIncomingIKEv2Routes`.
   * @default the FMC's, which takes them
   */
  readonly acceptRoutes?: boolean;
  /**
   * Traffic of the tunnel that is let through: an extended access list.
   * FMC: `vpnFilterAcl`.
   * @default all
   */
  readonly filter?: Reference<'access-list'>;
}
