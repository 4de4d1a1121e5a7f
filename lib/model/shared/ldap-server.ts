import { z } from 'zod';
import { noun, ref } from '../noun';
import { secretRef } from '../secret';
import { integer, ipv4, objectName, text } from '../values';

/** A directory that knows users and passwords. */
export const ldapServer = noun(
  'ldap-server',
  'LDAP server',
  z.strictObject({
    /** Name on the device. */
    name: objectName,
    /** Its address. */
    address: ipv4,
    /** TCP port. Default: 389. */
    port: integer(1, 65535).optional(),
    /** What its attributes mean. */
    attributeMap: ref('ldap-attribute-map').optional(),
    /** Seconds to wait for an answer, 1 to 65535. Default: 30. */
    timeout: integer(1, 65535, 'seconds').optional(),
    /** As whom the device asks. */
    bind: z
      .strictObject({
        /** Distinguished name, like `CN=admin,CN=Users,DC=example,DC=net`. */
        rootDn: text(240),
        /** Only ever a `Secret`. */
        password: secretRef,
      })
      .optional(),
    /** Where users are looked for, like `CN=Users,DC=example,DC=net`. */
    baseDn: text(240),
    /** Log in as the user first, then look the user up. `no-authorization`: no look-up at all. */
    bindFirst: z.union([z.literal(true), z.literal('no-authorization')]).optional(),
    /** TLS, with the CA of this trustpoint. */
    secureTrustpoint: ref('cert-trustpoint').optional(),
  }),
);
