import { z } from 'zod';
import { noun } from '../noun';
import { secretRef } from '../secret';
import { integer, objectName } from '../values';

/** A user that the device itself knows: who can log in when no server answers. */
export const localUser = noun(
  'local-user',
  'local user',
  z
    .strictObject({
      /** User name. */
      name: objectName,
      /** What the user may do, 0 to 15. Default: 1; 15 may do everything. */
      privilege: integer(0, 15).optional(),
      /** The password, which the device keeps as a hash. Only ever a `Secret`. */
      secret: secretRef.optional(),
      /** The password in a form that can be read back, which EAP and CHAP need. Only ever a `Secret`. */
      password: secretRef.optional(),
    })
    .superRefine((p, context) => {
      if ((p.secret === undefined) === (p.password === undefined))
        context.addIssue({
          code: 'custom',
          path: ['secret'],
          message: p.secret
            ? 'secret and password are one line: leave password out, or secret where EAP or CHAP need the password'
            : "is missing: write secret: Secret.fromEnv('NAME') (kept as a hash), or password (for EAP and CHAP)",
        });
    }),
  { identity: 'id' },
);
