import { z } from 'zod';
import { noun } from '../noun';
import { labelText } from '../values';

/** A user identity group of ISE. Looked up by name; groups are made by who owns the ISE. */
export const iseIdentityGroup = noun(
  'ise-identity-group',
  'ISE identity group',
  z.strictObject({ name: labelText(128) }),
);
