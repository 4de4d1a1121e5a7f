import { z } from 'zod';
import { noun, ref } from '../noun';
import { labelText, preference, text } from '../values';

/**
 * Where ISE looks for users, one after the other (Administration > Identity Source Sequences). ISE has no API for RADIUS
 * token servers: one is made by hand, and named here.
 */
export const iseIdentitySourceSequence = noun(
  'ise-identity-source-sequence',
  'ISE identity source sequence',
  z.strictObject({
    /** Name in ISE. */
    name: labelText(128),
    /** A remark that ISE keeps, at most 256 characters. */
    description: text(256).optional(),
    /** What is asked, first is first: `Internal Users`, a join point, the name of an LDAP or RADIUS token server. */
    sources: preference(z.union([ref('ise-active-directory'), labelText(128)]), 'source'),
    /** Of whom a certificate is: the profile that says it. Default: no certificates. */
    certificateProfile: ref('ise-certificate-profile').optional(),
    /** When one cannot be asked: go on to the next, or stop. Default: continue. */
    ifUnreachable: z.enum(['continue', 'stop']).default('continue'),
  }),
);
