import { z } from 'zod';
import { ipFields } from './interface-fields';
import { noun } from '../noun';
import { ipv4Interface, text } from '../values';
import { plain } from '../plain-text';

/** An interface that is always up: an address for tunnels and routing protocols to stand on. */
export const loopbackInterface = noun(
  'loopback-interface',
  'loopback interface',
  z
    .strictObject({
      /** `Loopback` and a number of 0 to 2147483647. */
      name: plain().regex(/^Loopback(0|[1-9]\d{0,9})$/, {
        error: (issue) => `'${String(issue.input)}' is not a loopback interface: write it like Loopback0`,
      }),
      /** A remark that the device keeps; one line. */
      description: text(200).optional(),
      /** Address with prefix length, usually /32. It may be left out where there is an IPv6 address. */
      address: ipv4Interface.optional(),
      ...ipFields,
    })
    .superRefine((p, context) => {
      if (!p.address && !p.ipv6Addresses && !p.ipv6Enable)
        context.addIssue({
          code: 'custom',
          path: ['address'],
          message: 'is missing: write it like 10.59.0.1/32, or ipv6Addresses',
        });
    }),
  { identity: 'id' },
);
