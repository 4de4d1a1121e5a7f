import { z } from 'zod';
import { noun } from '../noun';
import { labelText } from '../values';

/** A join point: an Active Directory that ISE is joined to. Looked up by name; who owns the domain joins it. */
export const iseActiveDirectory = noun(
  'ise-active-directory',
  'ISE Active Directory join point',
  z.strictObject({ name: labelText(128) }),
);
