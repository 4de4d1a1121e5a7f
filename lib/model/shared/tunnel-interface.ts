import { z } from 'zod';
import { anyAddress, firewallRef } from '../choices';
import { ipFields, tunnelFields } from './interface-fields';
import { noun, ref } from '../noun';
import { tunnelMode, tunnelProtection } from './tunnel-mode';
import { hostName, ipv4, ipv4Interface, objectName, text } from '../values';
import { notValid } from '../wording';
import { plain } from '../plain-text';

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
      /** Address with prefix length. On IOS-XE `negotiated`, `unnumbered` or IPv6 may stand instead. */
      address: ipv4Interface.optional(),
      /** Address of the other unit of a failover pair, in the same network. ASA only. */
      standbyAddress: ipv4.optional(),
      /** The address that the gateway gives (FlexVPN client). IOS-XE only. */
      negotiated: z.literal(true).optional(),
      ...ipFields,
      ...tunnelFields,
      /**
       * What the tunnel carries and by what. Default: `ipsec-ipv4`, IPv4 in IPsec. GRE carries both families and
       * multicast, in IPsec of transport mode; `gre-multipoint` is DMVPN. Others than the default: IOS-XE only.
       */
      mode: tunnelMode.default('ipsec-ipv4'),
      /** Interface that the tunnel leaves by: `GigabitEthernet0/0`, an address, or `dynamic`; on the FMC its logical name. */
      source: z.union([ref('loopback-interface'), objectName], {
        error: notValid('source of a tunnel', 'an interface like GigabitEthernet0/0, an address, or dynamic'),
      }),
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
        if (p.mode !== 'ipsec-ipv4')
          issue('mode', `${p.mode} is of IOS-XE: on the FMC leave mode out, or write 'ipsec-ipv4'`);
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
