import { z } from 'zod';
import { noun } from '../noun';
import { objectName, oneWord, preference } from '../values';

/** Which attribute of a directory means which of AAA. */
export const ldapAttributeMap = noun(
  'ldap-attribute-map',
  'LDAP attribute map',
  z.strictObject({
    /** Name on the device. */
    name: objectName,
    /** Pairs of names: in the directory, and in AAA. */
    maps: preference(
      z.strictObject({
        /** Attribute of the directory, like `memberOf`. */
        ldap: oneWord(128, 'attribute'),
        /** Attribute of AAA, like `supplicant-group`. */
        aaa: oneWord(128, 'attribute'),
      }),
      'pair',
    ),
  }),
);
