import { z } from 'zod';
import { noun } from '../noun';
import { labelText, preference } from '../values';
import { notValid } from '../wording';

const methods = [
  'duo-push',
  'duo-passcode',
  'sms',
  'phonecall',
  'hardware-token',
  'webauthn-platform',
  'webauthn-roaming',
  'desktop',
] as const;

/**
 * A policy of Duo: whom an application lets in, and by which second factors. An application names it with `policy`; what
 * it does not say is said by the global policy. A section that is left out here stays as it is.
 */
export const duoPolicy = noun(
  'duo-policy',
  'Duo policy',
  z
    .strictObject({
      /** Name in Duo. There must be no other policy of that name. */
      name: labelText(256),
      /**
       * Users whom Duo does not know yet: they enrol at their first login (`enroll`), come in without a second factor
       * (`no-mfa`), or stay out (`deny`). Default: as the global policy says.
       */
      newUsers: z
        .enum(['enroll', 'no-mfa', 'deny'], { error: notValid('way with new users', 'enroll, no-mfa or deny') })
        .optional(),
      /**
       * All users: they are asked for the second factor (`enforce`), come in without it (`bypass`), or stay out (`deny`).
       * Default: as the global policy says.
       */
      authentication: z
        .enum(['enforce', 'bypass', 'deny'], { error: notValid('way with users', 'enforce, bypass or deny') })
        .optional(),
      /** Second factors that are not taken; all others are. Default: as the global policy says. */
      blockedMethods: preference(
        z.enum(methods, { error: notValid('second factor', `one of ${methods.join(', ')}`) }),
        'second factor',
      ).optional(),
    })
    .refine(({ blockedMethods = [] }) => methods.some((method) => !blockedMethods.includes(method)), {
      path: ['blockedMethods'],
      error: "no second factor is left: leave one out, or write authentication: 'deny'",
    }),
);
