import { z } from 'zod';
import { noun } from '../noun';
import { integer, ipv6Prefix, objectName } from '../values';

/** IPv6 addresses that the device gives to clients: so many from the first one on. */
export const ipv6AddressPool = noun(
  'ipv6-address-pool',
  'IPv6 address pool',
  z.strictObject({
    /** Name on the device. */
    name: objectName,
    /** First address with its prefix length: `2001:db8:1::10/64`. */
    start: ipv6Prefix,
    /** How many addresses, 1 to 16384. */
    size: integer(1, 16384, 'addresses'),
    /**
     * Whether single firewalls may have another value under this name: a `Ipv6AddressPoolOverride` gives it. Default:
     * what is set on the FMC, and no for a new one.
     */
    overridable: z.boolean().optional(),
  }),
);
