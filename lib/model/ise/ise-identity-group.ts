import { z } from 'zod';
import { noun, ref } from '../noun';
import { labelText, text } from '../values';

/**
 * A user identity group of ISE (Administration > Identity Management > Groups): rules of a policy set ask for it as
 * `IdentityGroup:Name`. From ISE 3.2 on they can be made; in earlier ones refer to what is there with `fromExisting`.
 */
export const iseIdentityGroup = noun(
  'ise-identity-group',
  'ISE identity group',
  z.strictObject({
    /** Name in ISE, at most 128 characters. */
    name: labelText(128),
    /** A remark that ISE keeps, at most 256 characters. */
    description: text(256).optional(),
    /** The group that it stands in. Default: the root of user identity groups. */
    parent: ref('ise-identity-group').optional(),
  }),
);
