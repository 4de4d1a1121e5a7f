import { z } from 'zod';
import { anyAddress, firewallRef } from '../choices';
import { noun, ref } from '../noun';
import { ipv6, objectName, preference, text } from '../values';
import { notValid } from '../wording';

/** Who this end says it is, instead of what the topology says. */
const identity = z.strictObject({
  type: z.enum(['address', 'auto', 'host-name', 'key-id', 'email'], {
    error: notValid('identity', 'one of address, auto, host-name, key-id, email'),
  }),
  /** The name itself. Not with `auto`. */
  value: text(128).optional(),
});

/** Where an end is reached besides. */
const backup = z.strictObject({
  interface: z.union([ref('tunnel-interface'), objectName], {
    error: notValid('interface', "the TunnelInterface construct, or a logical name like 'outside2'"),
  }),
  /** Its address where it stands behind NAT. */
  natAddress: anyAddress.optional(),
  /** The IPv6 address of the interface that peers reach it at. Default: its IPv4 address. Policy-based only. */
  ipv6Address: ipv6.optional(),
});

/** One end of a topology: a managed firewall with its interface, or a peer outside (extranet). */
export const vpnEndpoint = noun(
  'vpn-endpoint',
  'VPN endpoint',
  z
    .strictObject({
      /** The firewall's name, which may have blanks and signs, or the extranet name. */
      name: text(128),
      /** The topology that it is an end of. */
      topology: ref('vpn-topology'),
      /** Its part in the topology. Default: `peer`. */
      role: z.enum(['peer', 'hub', 'spoke']).default('peer'),
      /** The managed firewall; with `interface`. */
      device: firewallRef.optional(),
      /**
       * Its tunnel interface, at a hub a dynamic one; in a policy-based topology the logical name of the interface that faces
       * the peers.
       */
      interface: z
        .union([ref('tunnel-interface'), ref('ftd-dynamic-tunnel'), objectName], {
          error: notValid('interface', "the TunnelInterface construct, or a logical name like 'outside'"),
        })
        .optional(),
      /**
       * Address of a peer that this FMC does not manage, IPv4 or IPv6; several are backups in order; `dynamic`: not known.
       */
      extranet: z
        .union([z.literal('dynamic'), anyAddress, preference(anyAddress, 'address')], {
          error: notValid('peer', "an address like 198.51.100.10 or 2001:db8::1, a list of them, or 'dynamic'"),
        })
        .optional(),
      /** Networks behind this end. Policy-based only. */
      networks: preference(z.union([ref('network-object'), ref('network-group')]), 'network').optional(),
      /** Traffic that is protected, as an extended access list, instead of `networks`. Policy-based only. */
      traffic: ref('access-list').optional(),
      /** Who may open the connection. Default: `both`. */
      opens: z.enum(['both', 'originate-only', 'answer-only']).optional(),
      /** Its address where it stands behind NAT. */
      natAddress: anyAddress.optional(),
      /**
       * The IPv6 address of its interface that peers reach it at. Default: its IPv4 address. Policy-based only: a tunnel
       * interface says it itself (`sourceIpv6Address`).
       */
      ipv6Address: ipv6.optional(),
      /** Who it says it is. Default: as the topology says. */
      identity: identity.optional(),
      /** A route for each peer as it comes. Default: false. */
      dynamicReverseRoute: z.boolean().optional(),
      /** NAT on the way is taken into account. Default: true. */
      natTraversal: z.boolean().optional(),
      /** The way when `interface` is down: a second tunnel interface, or the logical name of one that faces the peers. */
      backup: backup.optional(),
      /** Of hubs the one that spokes prefer. Default: the FMC's choice. Hubs only. */
      primaryHub: z.boolean().optional(),
      /** Addresses that a hub gives to the tunnels of its spokes. Default: spokes have their own. Dynamic hubs only. */
      pools: preference(ref('address-pool'), 'pool').optional(),
      /** The same in IPv6. Default: spokes have their own. Dynamic hubs only. */
      ipv6Pools: preference(ref('ipv6-address-pool'), 'IPv6 address pool').optional(),
      /** Tell the far end the address of this tunnel, so that it has a route to it. Default: the FMC's. Route-based only. */
      sendTunnelAddress: z.boolean().optional(),
      /** Take the routes that IKEv2 brings from the far end. Default: the FMC's, which takes them. Route-based only. */
      acceptRoutes: z.boolean().optional(),
      /** Traffic of the tunnel that is let through: an extended access list. Default: all. */
      filter: ref('access-list').optional(),
    })
    .superRefine((p, context) => {
      const issue = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
      if ((p.device === undefined) === (p.extranet === undefined))
        context.addIssue({
          code: 'custom',
          message:
            'an endpoint is either a managed device (write device and interface) or an extranet peer (write extranet)',
        });
      if ((p.device === undefined) !== (p.interface === undefined))
        issue('interface', 'device and interface belong together: write both');
      if (p.extranet !== undefined && p.backup !== undefined)
        issue(
          'backup',
          "an extranet peer has its backups in its address: write extranet: ['198.51.100.10', '198.51.100.11']",
        );
      for (const field of ['primaryHub', 'pools', 'ipv6Pools'] as const)
        if (p[field] !== undefined && p.role !== 'hub')
          issue(field, "only a hub has it: leave it out, or write role: 'hub'");
      if (p.ipv6Address !== undefined && typeof p.interface !== 'string')
        issue(
          'ipv6Address',
          'is of the interface that faces the peers: write it on the tunnel interface, as sourceIpv6Address',
        );
      if (p.backup?.ipv6Address !== undefined && typeof p.backup.interface !== 'string')
        issue(
          'backup',
          'ipv6Address is of an interface that faces the peers: write it on the tunnel interface, as sourceIpv6Address',
        );
      const strange = p.extranet === undefined ? undefined : objectName.safeParse(p.name).error?.issues[0];
      if (strange) issue('name', strange.message);
      if (p.networks && p.traffic) issue('traffic', 'networks and traffic both say what is protected: leave one out');
      if (p.identity && (p.identity.type === 'auto') === (p.identity.value !== undefined))
        issue('identity', "write a value with it, and none with type: 'auto'");
    }),
  { identity: ({ device }) => device, within: 'topology' },
);
