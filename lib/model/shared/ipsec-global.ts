import { z } from 'zod';
import { replayWindow } from './ipsec-profile';
import { noun } from '../noun';
import { integer, objectName } from '../values';

/** Settings of IPsec for the whole device; what a profile says wins. Others that it has stay. */
export const ipsecGlobal = noun(
  'ipsec-global',
  'global IPsec settings',
  z.strictObject({
    /** A device has one. */
    name: objectName,
    /** IPsec SA lifetime in seconds, 120 to 2592000. Default: 3600. */
    lifetimeSeconds: integer(120, 2592000, 'seconds').optional(),
    /** IPsec SA lifetime in kilobytes, 2560 to 4294967295, or `disable`. Default: 4608000. */
    lifetimeKilobytes: z.union([integer(2560, 4294967295, 'kilobytes'), z.literal('disable')]).optional(),
    /** Seconds without traffic after which an SA goes, 60 to 86400. Default: never. */
    idleTime: integer(60, 86400, 'seconds').optional(),
    /** Packets of the replay window, or `disable`. Default: 64. */
    replayWindow: replayWindow.optional(),
    /** The DF bit of the outer header. Default: `copy`. */
    dfBit: z.enum(['clear', 'copy', 'set']).optional(),
    /** When large packets are split. Default: the device's. */
    fragmentation: z.enum(['before-encryption', 'after-encryption']).optional(),
    /** UDP encapsulation where there is NAT. Default: true. */
    natTransparency: z.boolean().optional(),
  }),
  { identity: { only: 'ipsec-global' } },
);
