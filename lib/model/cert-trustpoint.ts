import { z } from 'zod';
import { noun } from './noun';
import { secretRef } from './secret';
import { integer, objectName, preference, text } from './values';

/**
 * A certificate authority that this device trusts, and the certificate that it presents itself.
 * The definition only: keys are generated and certificates enrolled on the device.
 */
export const certTrustpoint = noun(
  'cert-trustpoint',
  'trustpoint',
  z.strictObject({
    /** Name on the device. */
    name: objectName,
    /** Where the certificate comes from: pasted at the terminal, from a SCEP server (`url`), or a PKCS#12 file (FMC). */
    enrollment: z.discriminatedUnion('type', [
      z.strictObject({ type: z.literal('terminal') }),
      z.strictObject({ type: z.literal('url'), url: z.url({ protocol: /^https?$/, error: 'write an http or https URL' }) }),
      z.strictObject({
        type: z.literal('pkcs12'),
        /** The file's content in base64, as a `Secret`. */
        content: secretRef,
        /** The file's passphrase, as a `Secret`. */
        passphrase: secretRef,
      }),
    ]),
    /** X.500 subject of this device's certificate, for example `cn=edge.example.net,o=Example`. */
    subjectName: text(255).optional(),
    /** Fully qualified name in the certificate; it must hold a dot. */
    fqdn: z
      .string()
      .regex(/^[^\s.]+(\.[^\s.]+)+$/, { error: 'write a name with a dot, like edge.example.net' })
      .optional(),
    /** How revocation is checked, in order. Default: `crl`. */
    revocationCheck: preference(z.enum(['crl', 'ocsp', 'none']), 'way to check').optional(),
    /** The RSA key pair to certify, and its size in bits (2048 to 4096). */
    rsaKeypair: z.strictObject({ label: objectName, bits: integer(2048, 4096, 'bits').optional() }).optional(),
  }),
);
