import { z } from 'zod';
import { noun, ref } from '../noun';
import { integer, preference, text, userName } from '../values';
import { notValid } from '../wording';

const mail = z.email({ error: 'is not a mail address: write it like alice@example.net' });

/**
 * A user of the second factor. One who comes from a directory (directory sync) is not changed from here: a plan says so, and
 * only groups and phones are joined.
 */
export const duoUser = noun(
  'duo-user',
  'Duo user',
  z
    .strictObject({
      /** User name: the same as for the first factor. */
      name: userName(256),
      /** The person's name. Default: none. */
      realname: text(256).optional(),
      /** Mail address of the user. */
      email: mail.optional(),
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
      /**
       * Send a mail with a link by which the user enrols a phone, once, when the user is there and has none enrolled. It is
       * never sent again. Default: nothing is sent.
       */
      enrollment: z
        .strictObject({
          /** Where the mail goes. Default: `email`. */
          email: mail.optional(),
          /** How long the link works, in seconds, 60 to 2592000. Default: 2592000 (30 days). */
          validSeconds: integer(60, 2592000, 'seconds').default(2592000),
        })
        .optional(),
    })
    .refine(({ email, enrollment }) => enrollment === undefined || (enrollment.email ?? email) !== undefined, {
      path: ['enrollment'],
      error: 'has nowhere to go: write the email of the user, or an email of its own',
    }),
  { identity: 'id' },
);
