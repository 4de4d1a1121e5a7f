import { z } from 'zod';
import { noun } from './noun';
import { ipv4, ipv4Network, objectName } from './values';

/** A named host or network of the FMC. */
export const networkObject = noun(
  'network-object',
  'network object',
  z.strictObject({
    /** Name on the FMC. */
    name: objectName,
    /** An address (a host) or a network with a length. */
    value: z.union([ipv4, ipv4Network], {
      error: (issue) =>
        `'${String(issue.input)}' is neither an address nor a network: write 192.0.2.1 or 10.20.0.0/16 (host bits zero)`,
    }),
  }),
);
