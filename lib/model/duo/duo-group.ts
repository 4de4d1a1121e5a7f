import { z } from 'zod';
import { noun } from '../noun';
import { labelText, text } from '../values';

/** A group of users in Duo. */
export const duoGroup = noun(
  'duo-group',
  'Duo group',
  z.strictObject({
    /** Name in Duo. */
    name: labelText(256),
    /** A remark that Duo keeps, at most 256 characters. */
    description: text(256).optional(),
  }),
);
