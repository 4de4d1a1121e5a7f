import { z } from 'zod';
import { noun, ref } from '../noun';
import { labelText, text } from '../values';
import { notValid } from '../wording';

/**
 * A RADIUS application of Duo: what an authentication proxy logs in to Duo with. Duo makes its integration key and secret
 * key; they go from there to the proxy and are kept nowhere between.
 */
export const duoRadiusApplication = noun(
  'duo-radius-application',
  'Duo RADIUS application',
  z.strictObject({
    /** Name in Duo. There must be no other application of that name. */
    name: labelText(256),
    /** Groups whose users may use it. Default: all users. */
    groups: z.array(ref('duo-group')).min(1).optional(),
    /** `simple`: EXAMPLE\alice and alice@example.net are both alice; `none`: names are taken as they are. Default: none. */
    usernameNormalization: z
      .enum(['simple', 'none'], { error: notValid('normalization', 'simple or none') })
      .default('none'),
    /** The policy that its logins follow. Default: the one that is there, or the global one. */
    policy: ref('duo-policy').optional(),
    /** A remark for administrators, at most 512 characters. */
    notes: text(512).optional(),
  }),
);
