import { z } from 'zod';
import { authorizationAttributes, entryName } from '../shared/authorization-attributes';
import { noun } from '../noun';
import { fileName } from './secure-client-profile';
import { secretRef } from '../secret';

const entry = z.strictObject({
  /** Who is asked for: a user, or a group by the name that the router makes of an identity. */
  name: entryName,
  /** Password. Only ever a `Secret`. Of a group that only authorizes, what the router asks with: `cisco` by default. */
  password: secretRef,
  /** What they are given. */
  attributes: authorizationAttributes.prefault({}),
});

/**
 * Users and groups with what they are given, as a FreeRADIUS `users` file (`mods-config/files/authorize`): the RADIUS
 * side of FlexVPN, Cisco Live BRKSEC-2881.
 */
export const radiusAuthorization = noun(
  'radius-authorization',
  'RADIUS authorization',
  z.strictObject({
    /** Name of the file. */
    name: fileName,
    /** In the order of the file. */
    entries: z
      .array(entry)
      .min(1, { error: 'write at least one entry' })
      .refine((entries) => new Set(entries.map(({ name }) => name)).size === entries.length, {
        error: 'two entries have one name: the server would read the first alone',
      }),
  }),
);
