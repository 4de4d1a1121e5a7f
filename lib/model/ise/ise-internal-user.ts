import { z } from 'zod';
import { noun, ref } from '../noun';
import { secretRef } from '../secret';
import { labelText, text, userName } from '../values';

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
    /** A remark that ISE keeps, at most 256 characters. */
    description: text(256).optional(),
    /** Mail address of the user. */
    email: z.email({ error: 'is not a mail address: write it like alice@example.net' }).optional(),
    /** First name, at most 64 characters. */
    firstName: text(64).optional(),
    /** Last name, at most 64 characters. */
    lastName: text(64).optional(),
    /** User identity groups. */
    groups: z.array(ref('ise-identity-group')).optional(),
    /** Ask for another password at the next login. A VPN client cannot answer that. Default: false. */
    changePassword: z.boolean().default(false),
    /**
     * Values of the user custom attributes that are defined on ISE (Administration > Identities > Settings), by their
     * names: all that shall have a value. Default: what is there stays.
     */
    customAttributes: z.record(labelText(128), text(1024)).optional(),
  }),
  { identity: 'id' },
);
