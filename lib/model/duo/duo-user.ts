import { z } from 'zod';
import { noun, ref } from '../noun';
import { preference, text, userName } from '../values';
import { notValid } from '../wording';

/** A user of the second factor. */
export const duoUser = noun(
  'duo-user',
  'Duo user',
  z.strictObject({
    /** User name: the same as for the first factor. */
    name: userName(256),
    /** The person's name. Default: none. */
    realname: text(256).optional(),
    /** Mail address of the user. */
    email: z.email({ error: 'is not a mail address: write it like alice@example.net' }).optional(),
    /**
     * Other names by which the user logs in, at most eight: `EXAMPLE\alice`, `alice@example.net`. No two users share one.
     * Default: what is there stays.
     */
    aliases: preference(userName(256), 'alias').max(8, { error: 'write at most eight aliases' }).optional(),
    /** `active`: asks for the second factor; `bypass`: lets in without it; `disabled`: denies. Default: active. */
    status: z
      .enum(['active', 'bypass', 'disabled'], { error: notValid('status', 'active, bypass or disabled') })
      .default('active'),
    /** A remark for administrators, at most 512 characters. */
    notes: text(512).optional(),
    /** Groups that the user is in. Memberships in groups that are not declared stay. */
    groups: z.array(ref('duo-group')).optional(),
    /** Phones of the user. Others, that the user has enrolled, stay. */
    phones: z.array(ref('duo-phone')).optional(),
  }),
  { identity: 'id' },
);
