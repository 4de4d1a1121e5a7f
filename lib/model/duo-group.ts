import { z } from 'zod';
import { noun } from './noun';
import { labelText, text } from './values';

/** A group of users in Duo. */
export const duoGroup = noun(
  'duo-group',
  'Duo group',
  z.strictObject({
    /** Name in Duo. */
    name: labelText(256),
    description: text(256).optional(),
  }),
);
