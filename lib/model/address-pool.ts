import { z } from 'zod';
import { noun } from './noun';
import { ipv4, objectName, preference } from './values';

/** An IPv4 address as a number, for comparison. */
export const addressNumber = (address: string): number =>
  address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);

/** Addresses that the device gives to peers. */
export const addressPool = noun(
  'address-pool',
  'address pool',
  z.strictObject({
    /** Name on the device. */
    name: objectName,
    /** Ranges of addresses; a range without `to` is one address. */
    ranges: preference(
      z
        .strictObject({ from: ipv4, to: ipv4.optional() })
        .refine(({ from, to }) => to === undefined || addressNumber(from) <= addressNumber(to), {
          error: 'from is higher than to: write the lower address first',
        }),
      'range',
    ),
    /** The mask that clients get with the address. Default: that of the address's class. FMC and ASA only. */
    mask: ipv4.optional(),
  }),
);
