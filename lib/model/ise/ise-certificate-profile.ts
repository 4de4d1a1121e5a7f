import { z } from 'zod';
import { noun, ref } from '../noun';
import { labelText, text } from '../values';

const attributes = [
  'subject-common-name',
  'subject-alternative-name',
  'subject-serial-number',
  'subject',
  'subject-alternative-name-other-name',
  'subject-alternative-name-email',
  'subject-alternative-name-dns',
] as const;

/** How ISE makes a user of a certificate (Administration > External Identity Sources > Certificate Authentication Profile). */
export const iseCertificateProfile = noun(
  'ise-certificate-profile',
  'ISE certificate authentication profile',
  z.strictObject({
    /** Name in ISE. */
    name: labelText(128),
    /** A remark that ISE keeps, at most 256 characters. */
    description: text(256).optional(),
    /** The part of the certificate that is the user's name. Default: subject-common-name. */
    userFrom: z.enum(attributes).default('subject-common-name'),
    /** The directory in which the user is looked for. Default: none. */
    directory: ref('ise-active-directory').optional(),
    /**
     * When the certificate is compared with the one in the directory. `resolve-ambiguity`: when several users fit.
     * Default: never.
     */
    compare: z.enum(['never', 'resolve-ambiguity', 'always']).default('never'),
  }),
);
