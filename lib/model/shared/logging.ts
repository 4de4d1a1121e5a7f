import { z } from 'zod';
import { interfaceRef, vrfRef } from '../choices';
import { noun } from '../noun';
import { hostName, integer, objectName, preference } from '../values';

const level = z.enum([
  'emergencies',
  'alerts',
  'critical',
  'errors',
  'warnings',
  'notifications',
  'informational',
  'debugging',
]);

/** Where the device's log goes. Others' lines stay. */
export const logging = noun(
  'logging',
  'logging',
  z
    .strictObject({
      /** A device has one. */
      name: objectName,
      /** Log servers. */
      hosts: preference(z.strictObject({ host: hostName, vrf: vrfRef.optional() }), 'server').optional(),
      /** How much goes to them. Default: informational. */
      trap: level.optional(),
      /** The log in memory: bytes (4096 to 2147483647) and how much goes there. */
      buffered: z.strictObject({ size: integer(4096, 2147483647, 'bytes'), level: level.optional() }).optional(),
      /** Whether anything goes to the console. Default: as it is. */
      consoleEnabled: z.literal(false).optional(),
      /** How much goes to the console. Default: debugging. */
      console: level.optional(),
      /** How much goes to terminals that ask for it. Default: debugging. */
      monitor: level.optional(),
      /** Interface whose address the servers see. */
      sourceInterface: interfaceRef.optional(),
    })
    .refine((p) => p.console === undefined || p.consoleEnabled === undefined, {
      path: ['console'],
      error: 'nothing goes to the console: leave console out, or leave consoleEnabled out',
    }),
  { identity: { only: 'logging' } },
);
