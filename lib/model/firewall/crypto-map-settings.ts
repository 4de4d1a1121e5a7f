import { ref } from '../noun';
import { dhGroup, integer, preference } from '../values';
import { z } from 'zod';

/** What entries of static and dynamic crypto maps both say. */
export const cryptoMapSettings = {
  /** IPsec proposals in order of preference, at most eleven. */
  proposals: preference(ref('ipsec-transform-set'), 'IPsec proposal').max(11, {
    error: 'write at most eleven IPsec proposals',
  }),
  /** Diffie-Hellman group for perfect forward secrecy. Default: none. */
  pfs: dhGroup.optional(),
  /** IPsec SA lifetime in seconds, 120 to 2147483647. Default: 28800. */
  lifetimeSeconds: integer(120, 2147483647, 'seconds').optional(),
  /** IPsec SA lifetime in kilobytes, 10 to 2147483647, or `disable`: time alone counts. Default: 4608000. */
  lifetimeKilobytes: z.union([integer(10, 2147483647, 'kilobytes'), z.literal('disable')]).optional(),
  /** Routes to what the peer protects, while the tunnel is up. Default: off. */
  reverseRoute: z.literal(true).optional(),
} as const;
