import { z } from 'zod';
import { noun } from '../noun';
import { objectName, oneWord, preference, text } from '../values';

const target = oneWord(32, 'route target');

/** A routing table of its own. A VPN that uses it needs an address family in it. */
export const vrf = noun(
  'vrf',
  'VRF',
  z
    .strictObject({
      /** Name on the device. */
      name: objectName,
      /** A remark that the device keeps; one line. */
      description: text(244).optional(),
      /** Route distinguisher, for example `65000:1`. Only where routes go into BGP. */
      rd: oneWord(32, 'route distinguisher').optional(),
      /** Route targets of the routes that it gives, in all families. */
      exports: preference(target, 'route target').optional(),
      /** Route targets of the routes that it takes, in all families. */
      imports: preference(target, 'route target').optional(),
      /** The protocols that it routes. Default: IPv4 alone. */
      addressFamilies: z
        .array(
          z.strictObject({
            family: z.enum(['ipv4', 'ipv6']),
            /** Route targets of the routes that it gives. */
            exports: preference(target, 'route target').optional(),
            /** Route targets of the routes that it takes. */
            imports: preference(target, 'route target').optional(),
          }),
        )
        .min(1, { error: "write at least one address family: [{ family: 'ipv4' }]" })
        .default([{ family: 'ipv4' }]),
    })
    .refine((p) => new Set(p.addressFamilies.map((each) => each.family)).size === p.addressFamilies.length, {
      path: ['addressFamilies'],
      error: 'an address family is listed twice: write it once, with all its route targets',
    }),
);
