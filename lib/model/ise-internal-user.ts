import { z } from 'zod';
import { noun, ref } from './noun';
import { secretRef } from './secret';
import { text, userName } from './values';

/** A user whom ISE itself knows (Administration > Identities > Users): the first factor, where no directory is asked. */
export const iseInternalUser = noun(
  'ise-internal-user',
  'ISE internal user',
  z.strictObject({
    /** User name. The same as in Duo, where a second factor follows. */
    name: userName(128),
    /** Password. ISE never shows it; it is sent when the user is made and when it changes, and at no other time. */
    password: secretRef,
    /** Whether the user may log in. Default: true. */
    enabled: z.boolean().default(true),
    description: text(256).optional(),
    email: z.email({ error: 'is no mail address: write it like alice@example.net' }).optional(),
    firstName: text(64).optional(),
    lastName: text(64).optional(),
    /** User identity groups. */
    groups: z.array(ref('ise-identity-group')).optional(),
    /** Ask for another password at the next login. A VPN client cannot answer that. Default: false. */
    changePassword: z.boolean().default(false),
  }),
);
