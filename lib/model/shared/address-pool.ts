import { z } from 'zod';
import { noun } from '../noun';
import { distinct, integer, ipv4, ipv4Network, objectName } from '../values';

/** An IPv4 address as a number, for comparison. */
export const addressNumber = (address: string): number =>
  address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);

/** One large network, of which each firewall takes a part of its own: what a pool of many firewalls is on the FMC. */
const supernet = z
  .strictObject({
    /** The whole: `10.10.0.0/16`. */
    network: ipv4Network,
    /** Prefix length of each part, longer than that of the whole: 24. */
    subnetLength: integer(1, 30),
    /** Which address of a part is the first: 1 is the one after the network's own. Default: 1. */
    start: integer(1, 2147483647).default(1),
    /** How many addresses of each part. */
    size: integer(1, 2147483647, 'addresses'),
  })
  .superRefine(({ network, subnetLength, start, size }, context) => {
    const issue = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message });
    const whole = Number(network.split('/')[1]);
    if (subnetLength <= whole) issue('subnetLength', `a part of ${network} is smaller: write more than ${whole}`);
    const most = 2 ** (32 - subnetLength) - 2;
    if (start + size - 1 > most)
      issue(
        'size',
        `a /${subnetLength} has ${most} addresses for clients, and from ${start} on these end at ${start + size - 1}`,
      );
  });

export const poolRange = z
  .strictObject({ from: ipv4, to: ipv4.optional() })
  .refine(({ from, to }) => to === undefined || addressNumber(from) <= addressNumber(to), {
    error: 'from is higher than to: write the lower address first',
  });

/** Addresses that the device gives to peers. */
export const addressPool = noun(
  'address-pool',
  'address pool',
  z
    .strictObject({
      /** Name on the device. */
      name: objectName,
      /** Ranges of addresses; a range without `to` is one address. */
      ranges: distinct(z.array(poolRange), 'range').default([]),
      /** Instead of ranges: a network of which each firewall takes a part. FMC from 7.4 on only. */
      supernet: supernet.optional(),
      /** The mask that clients get with the address. Default: that of the address's class. FMC and ASA only. */
      mask: ipv4.optional(),
      /**
       * Whether single firewalls may have another value under this name: a `AddressPoolOverride` gives it. Default:
       * what is set on the FMC, and no for a new one. FMC only.
       */
      overridable: z.boolean().optional(),
    })
    .superRefine((pool, context) => {
      const issue = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message });
      if (pool.supernet === undefined && pool.ranges.length === 0)
        issue('ranges', "is missing: write ranges: [{ from: '10.99.0.10', to: '10.99.0.250' }]");
      if (pool.supernet === undefined) return;
      if (pool.ranges.length > 0) issue('ranges', 'the supernet has the addresses: leave ranges out, or supernet');
      if (pool.mask !== undefined) issue('mask', 'the parts of the supernet have theirs: leave mask out');
    }),
);
