import { z } from 'zod';
import { firewallRef } from '../choices';
import { noun } from '../noun';
import { plain } from '../plain-text';
import { ipv4Interface, ipv6Prefix, objectName, preference, text } from '../values';
import { notValid } from '../wording';

/** A loopback interface of a firewall: an address that is always there, which tunnels borrow. */
export const ftdLoopback = noun(
  'ftd-loopback',
  'loopback interface',
  z
    .strictObject({
      /** `Loopback` and a number of 1 to 1024. */
      name: plain().refine(
        (name) => /^Loopback[1-9]\d{0,3}$/.test(name) && Number(name.slice('Loopback'.length)) <= 1024,
        {
          error: notValid('loopback interface of a firewall', 'it like Loopback1'),
        },
      ),
      /** The firewall it is on. Set by the construct. */
      device: firewallRef,
      /** Its logical name on the firewall. A change makes it again. */
      ifname: objectName,
      /** A remark that the FMC keeps; one line. */
      description: text(200).optional(),
      /** Address with prefix length, usually /32. IPv6 may stand instead, or beside it. */
      address: ipv4Interface.optional(),
      /** IPv6 addresses with their prefix lengths, usually /128. Default: none. */
      ipv6Addresses: preference(ipv6Prefix, 'IPv6 address').optional(),
      /** Switched off by hand. Default: false. */
      shutdown: z.boolean().optional(),
    })
    .refine(({ address, ipv6Addresses }) => address !== undefined || ipv6Addresses !== undefined, {
      path: ['address'],
      error: 'is missing: write it like 10.99.0.1/32, or ipv6Addresses',
    }),
  { identity: 'id', within: 'device' },
);
