import { z } from 'zod';
import { noun, ref } from '../noun';
import { objectName } from '../values';

/**
 * `aaa new-model`: logins and VPNs are decided by method lists. It changes how every line logs in at once, so it is never
 * declared without a local user and a login list `default` that ends in `local` (rule TW-AAA-001).
 */
export const aaa = noun(
  'aaa',
  'AAA switch',
  z.strictObject({
    /** A device has one. */
    name: objectName,
    /** Always on: a device without it is one without this construct. */
    newModel: z.literal(true).default(true),
    /** One number for all records of a session, or one for each service. Default: the device's (`common`). */
    sessionId: z.enum(['common', 'unique']).optional(),
    /** Who can log in when no server answers. Default: a local user that is declared on the device. */
    fallback: ref('local-user').optional(),
  }),
  { identity: { only: 'aaa' } },
);
