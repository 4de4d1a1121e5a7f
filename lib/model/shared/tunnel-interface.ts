import { z } from 'zod';
import { anyAddress, firewallRef } from '../choices';
import { ipFields, tunnelFields } from './interface-fields';
import { noun, ref } from '../noun';
import { tunnelMode, tunnelProtection } from './tunnel-mode';
import { hostName, ipv4, ipv4Interface, ipv6, objectName, text } from '../values';
import { notValid } from '../wording';
import { plain } from '../plain-text';

/** On an FMC the address of a tunnel is of the family that it carries. */
const wrongFamily = (p: {
  readonly mode: string;
  readonly address?: unknown;
  readonly ipv6Addresses?: unknown;
}): readonly (readonly [field: string, message: string])[] => {
  const [v4, v6] = [p.address !== undefined, p.ipv6Addresses !== undefined];
  if (p.mode === 'ipsec-ipv6')
    return [
      ...(v4 ? [['address', "does not go with mode: 'ipsec-ipv6' on the FMC: leave it out"] as const] : []),
      ...(v6 ? [] : [['ipv6Addresses', 'is missing: write it like 2001:db8::1/64'] as const]),
    ];
  if (v6) return [['ipv6Addresses', "goes with mode: 'ipsec-ipv6' on the FMC: write that too"]];
  return v4 ? [] : [['address', "is missing: write it like 10.58.1.1/30, or ipv6Addresses with mode: 'ipsec-ipv6'"]];
};

/**
 * A route-based tunnel: a virtual tunnel interface in IPsec or GRE mode. On an FMC its scope is the firewall:
 * `fmc.ftd('NAME')`.
 */
export const tunnelInterface = noun(
  'tunnel-interface',
  'tunnel interface',
  z
    .strictObject({
      /** `Tunnel` and a number of 0 to 10413 (the FMC's highest; IOS-XE goes to 2147483647). */
      name: plain().refine(
        (name) => /^Tunnel(0|[1-9]\d{0,9})$/.test(name) && Number(name.slice('Tunnel'.length)) <= 2147483647,
        {
          error: notValid('tunnel interface', 'it like Tunnel100'),
        },
      ),
      /** The firewall it is on. FMC only. */
      device: firewallRef.optional(),
      /** Logical name. FMC only, required there. */
      ifname: objectName.optional(),
      /** The security zone that it is in, by which rules of access control and NAT name it. Default: none. FMC only. */
      zone: ref('security-zone').optional(),
      /** A remark that the device keeps; one line. */
      description: text(200).optional(),
      /** Address with prefix length. IPv6 may stand instead; on IOS-XE also `negotiated` or `unnumbered`. */
      address: ipv4Interface.optional(),
      /** Address of the other unit of a failover pair, in the same network. ASA only. */
      standbyAddress: ipv4.optional(),
      /** The address that the gateway gives (FlexVPN client). IOS-XE only. */
      negotiated: z.literal(true).optional(),
      ...ipFields,
      ...tunnelFields,
      /**
       * IPv6 addresses. On an FMC one with its prefix length, instead of `address`, with `mode: 'ipsec-ipv6'`. IOS-XE and
       * FMC only.
       */
      ipv6Addresses: ipFields.ipv6Addresses,
      /**
       * What the tunnel carries and by what. Default: `ipsec-ipv4`, IPv4 in IPsec. GRE carries both families and
       * multicast, in IPsec of transport mode; `gre-multipoint` is DMVPN. On an FMC `ipsec-ipv4` or `ipsec-ipv6`, by the
       * family of the address of the tunnel, whatever that of its source is.
       */
      mode: tunnelMode.default('ipsec-ipv4'),
      /** Interface that the tunnel leaves by: `GigabitEthernet0/0`, an address, or `dynamic`; on the FMC its logical name. */
      source: z.union([ref('loopback-interface'), objectName], {
        error: notValid('source of a tunnel', 'an interface like GigabitEthernet0/0, an address, or dynamic'),
      }),
      /**
       * The IPv6 address of the source interface that the tunnel leaves from. Default: its IPv4 address, and its first
       * global IPv6 address where it has no IPv4. FMC only.
       */
      sourceIpv6Address: ipv6.optional(),
      /**
       * The peer's address or name, or `dynamic` where a FlexVPN client chooses it. IOS-XE only, required there but for
       * multipoint: on the FMC it is the other endpoint of the topology.
       */
      destination: z
        .union([z.literal('dynamic'), anyAddress, hostName], {
          error: notValid('peer', 'an address like 203.0.113.1, a host name, or dynamic'),
        })
        .optional(),
      /** IOS-XE only, required there in IPsec modes. */
      protection: tunnelProtection.optional(),
    })
    .superRefine((p, context) => {
      const issue = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
      const from = (['address', 'negotiated', 'unnumbered'] as const).filter((field) => p[field] !== undefined);
      if (from.length > 1) issue(from[1]!, `${from.join(' and ')} all give the IPv4 address: leave all but one out`);
      if (p.device !== undefined) {
        if (p.mode !== 'ipsec-ipv4' && p.mode !== 'ipsec-ipv6')
          issue('mode', `${p.mode} is of IOS-XE: on the FMC leave mode out, or write 'ipsec-ipv6' for IPv6`);
        for (const [field, message] of wrongFamily(p)) issue(field, message);
        return;
      }
      if (from.length === 0 && !p.ipv6Addresses && !p.ipv6Enable && !p.ipv6Unnumbered)
        issue('address', 'is missing: write it like 10.58.1.1/30, or negotiated, unnumbered or ipv6Addresses');
      const multipoint = p.mode.startsWith('gre-multipoint');
      if (multipoint && p.destination !== undefined)
        issue('destination', `${p.mode} has many peers: leave destination out, or write mode: 'gre-ip'`);
      if (!multipoint && p.destination === undefined)
        issue('destination', "is missing: write the peer's address, or 'dynamic' for a FlexVPN client");
      if (p.mode.startsWith('ipsec') && p.protection === undefined)
        issue('protection', `${p.mode} needs protection: give the IpsecProfile construct`);
    }),
  { identity: 'id', within: 'device', carries: ['ifname'] },
);
