import { z } from 'zod';
import { noun } from '../noun';
import { integer, text } from '../values';
import { notValid } from '../wording';
import { plain } from '../plain-text';

const number = { error: notValid('telephone number', 'it with its country and without blanks, like +15551234567') };

/** A phone that Duo sends pushes to. Its user names it: `phones: [phone]`. */
export const duoPhone = noun(
  'duo-phone',
  'Duo phone',
  z.strictObject({
    /** The number, by which the phone is known. */
    name: plain(),
    /** The number, with its country and without blanks: `+15551234567` (E.164). */
    number: plain(number).regex(/^\+[1-9]\d{6,14}$/, number),
    /** What Duo calls the phone. Default: none. */
    label: text(128).optional(),
    /** Kind of phone. Pushes need a mobile one. Default: mobile. */
    type: z.enum(['mobile', 'landline']).default('mobile'),
    /**
     * Send the link that activates Duo Mobile, by SMS, once, when the phone has its user. It is never sent again, whether
     * or not it was followed. Default: nothing is sent.
     */
    activation: z
      .strictObject({
        /** How long the link works, in seconds, 60 to 2592000. Default: 86400 (a day). */
        validSeconds: integer(60, 2592000, 'seconds').default(86400),
        /** Also send where to install Duo Mobile from. Default: true. */
        install: z.boolean().default(true),
      })
      .optional(),
  }),
  { identity: ['number'] },
);
