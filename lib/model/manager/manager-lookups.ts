import { z } from 'zod';
import { noun } from '../noun';
import { text } from '../values';

const named = z.strictObject({
  /** Name on the FMC. */
  name: text(128),
});

/** A realm (Active Directory, LDAP or local users) of the FMC: looked up by name, never created. */
export const realm = noun('realm', 'realm', named);
