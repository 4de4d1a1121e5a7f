import { z } from 'zod';
import { noun } from './noun';
import { ipv4, ipv4Network, objectName } from './values';
import { isNo } from './wording';

/** A named host or network of the FMC. */
export const networkObject = noun(
  'network-object',
  'network object',
  z.strictObject({
    /** Name on the FMC. */
    name: objectName,
    /** An address (a host) or a network with a length. */
    value: z.union([ipv4, ipv4Network], {
      error: isNo('address and no network', '192.0.2.1 or 10.20.0.0/16 (host bits zero)'),
    }),
  }),
);
