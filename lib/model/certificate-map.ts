import { z } from 'zod';
import { noun } from './noun';
import { integer, objectName, preference, text } from './values';

/** Picks certificates by what they say. Rules of one sequence must all hold; sequences are alternatives, lowest first. */
export const certificateMap = noun(
  'certificate-map',
  'certificate map',
  z.strictObject({
    /** Name on the device. */
    name: objectName,
    /** Position among alternatives, 1 to 65535. Default: 10. IOS-XE only. */
    sequence: integer(1, 65535).default(10),
    /** What must be true of a certificate; all of them. */
    rules: preference(
      z.strictObject({
        /** Which part of the certificate. */
        field: z.enum(['subject-name', 'issuer-name', 'alt-subject-name']),
        /** Equals, contains, does not equal, does not contain. */
        operator: z.enum(['eq', 'co', 'ne', 'nc']),
        /** Compared without regard to case, for example `o = example`. */
        value: text(255),
      }),
      'rule',
    ),
  }),
);
