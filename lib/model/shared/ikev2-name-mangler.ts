import { z } from 'zod';
import { noun } from '../noun';
import { objectName } from '../values';

const dnField = z.enum(['common-name', 'country', 'domain', 'locality', 'organization', 'organization-unit', 'state']);
const delimiter = z.enum(['.', '@', '/'], { error: 'write one of . @ /' });

/** What of a peer's identity is the name to ask AAA for. An identity that is an address cannot be mangled. */
export const ikev2NameMangler = noun(
  'ikev2-name-mangler',
  'IKEv2 name mangler',
  z
    .strictObject({
      /** Name on the device. */
      name: objectName,
      /** Of a distinguished name. */
      dn: dnField.optional(),
      /** Of a domain name: all of it, the domain, or the host. */
      fqdn: z.enum(['all', 'domain', 'hostname']).optional(),
      /** Of a mail address: all of it, the domain, or the user. */
      email: z.enum(['all', 'domain', 'username']).optional(),
      /** Of an EAP identity: all of it, a field of a distinguished name, or what stands before or after a delimiter. */
      eap: z
        .union([
          z.literal('all'),
          z.strictObject({ dn: dnField }),
          z.strictObject({ prefix: delimiter }),
          z.strictObject({ suffix: delimiter }),
        ])
        .optional(),
    })
    .refine((p) => p.dn ?? p.fqdn ?? p.email ?? p.eap, {
      path: ['dn'],
      error: "is missing: write dn, fqdn, email or eap, like dn: 'organization-unit'",
    }),
);
