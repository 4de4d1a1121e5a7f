import { z } from 'zod';
import { anyAddress, interfaceRef, vrfRef } from '../choices';
import { plain, plainBlock, plainUrl } from '../plain-text';
import { secretRef } from '../secret';
import { integer, objectName, preference, text } from '../values';
import { notValid } from '../wording';
import { acmeEnrollment, estEnrollment, serverExtras } from './cert-trustpoint-fields';

const httpUrl = plainUrl({ protocol: /^https?$/, error: 'write an http or https URL' });
const on = z.literal(true).optional();

/** Where the certificate comes from. */
const enrollment = z.discriminatedUnion('type', [
  /** Pasted at the terminal; `pem`: with its BEGIN and END lines. */
  z.strictObject({ type: z.literal('terminal'), pem: on }),
  /** A SCEP server; `vrf`: where it is reached. */
  z.strictObject({ type: z.literal('url'), url: httpUrl, vrf: vrfRef.optional() }),
  /** Made by the device itself. */
  z.strictObject({ type: z.literal('selfsigned') }),
  estEnrollment,
  acmeEnrollment,
  /** As an enrolment profile of the device says. IOS-XE only. */
  z.strictObject({ type: z.literal('profile'), profile: objectName }),
  z.strictObject({
    type: z.literal('pkcs12'),
    /** The file's content in base64, as a `Secret`. */
    content: secretRef,
    /** The file's passphrase, as a `Secret`. */
    passphrase: secretRef,
  }),
]);

const hexadecimal = /^[0-9A-Fa-f]{2}([ :]?[0-9A-Fa-f]{2})*$/;
const printed = notValid(
  'fingerprint',
  'the MD5, SHA-1 or SHA-256 of the certificate in hexadecimal, as the device or openssl shows it',
);

/** The certificate of the authority, and what it is known by. IOS-XE and ASA. */
const authority = z
  .strictObject({
    /**
     * Its certificate: PEM text, the file that holds it, or the `certificate` of a DuoSamlApplication. Needed where it is
     * pasted (`terminal`).
     */
    certificate: z
      .union([
        plainBlock().regex(/^\s*-----BEGIN CERTIFICATE-----[^]+-----END CERTIFICATE-----\s*$/, {
          error: 'write its PEM, from BEGIN CERTIFICATE to END CERTIFICATE, or { file }',
        }),
        z.strictObject({ file: plain().min(1) }),
        secretRef,
      ])
      .optional(),
    /**
     * MD5, SHA-1 or SHA-256 of the certificate. It is compared, and what differs is never accepted. Of what is fetched
     * from a `url` an ASA shows the MD5 alone, so write that one for it.
     */
    fingerprint: plain({ error: printed })
      .regex(hexadecimal, { error: printed })
      .transform((text) => text.replace(/[ :]/g, '').toUpperCase())
      .refine((text) => [32, 40, 64].includes(text.length), { error: printed })
      .optional(),
  })
  .refine((value) => value.certificate !== undefined || value.fingerprint !== undefined, {
    error: 'write the certificate, the fingerprint, or both',
  });

/** How a certificate is had, what it says, and how those of others are checked: what an FMC keeps of it too. */
export const enrolmentFields = {
  /** Where the certificate comes from: pasted at the terminal, from a SCEP server (`url`), self-signed, or a PKCS#12 file. */
  enrollment,
  /** How often the CA is asked again, 1 to 100; 0 (FMC only): until it answers. Default: 10. Of SCEP. */
  enrollmentRetryCount: integer(0, 100).optional(),
  /** Minutes between, 1 to 60. Default: 1. Of SCEP. */
  enrollmentRetryPeriod: integer(1, 60, 'minutes').optional(),
  /** The device's serial number in the certificate: true, or `none` (not asked). */
  serialNumber: z.union([z.literal(true), z.literal('none')]).optional(),
  /** Fully qualified name in the certificate; it must hold a dot. `none`: not asked. `hostname` (FMC only): that of each device. */
  fqdn: plain()
    .regex(/^([^\s.]+(\.[^\s.]+)+|none|hostname)$/, { error: 'write a name with a dot, like edge.example.net' })
    .optional(),
  /** Address in the certificate: the address, on IOS-XE an interface, or `none` (not asked). */
  ipAddress: z.union([z.literal('none'), anyAddress, interfaceRef]).optional(),
  /** X.500 subject of this device's certificate, for example `cn=edge.example.net,o=Example`. */
  subjectName: text(255).optional(),
  /**
   * How revocation is checked, in order; `none` at the end takes a certificate of which nothing can be learnt. Default:
   * `crl`; on the FMC what it does by itself.
   */
  revocationCheck: preference(z.enum(['crl', 'ocsp', 'none']), 'way to check').optional(),
  /** The RSA key pair to certify, and its size in bits (2048 to 4096). */
  rsaKeypair: z
    .strictObject({
      label: objectName,
      bits: integer(2048, 4096, 'bits').optional(),
      /** Size of a key of its own for encryption; the other one signs. IOS-XE only. */
      encryptionBits: integer(2048, 4096, 'bits').optional(),
    })
    .refine((key) => key.encryptionBits === undefined || key.bits !== undefined, {
      error: 'write bits too: the size of the signing key comes before that of the encryption key',
    })
    .optional(),
  /** The elliptic curve key pair to certify, by its label. IOS-XE and FMC. */
  ecKeypair: objectName.optional(),
  /** Size of that key in bits: 256, 384 or 521. Default: 256. IOS-XE and FMC. */
  ecKeysize: z.union([z.literal(256), z.literal(384), z.literal(521)], { error: 'write 256, 384 or 521' }).optional(),
  /** Fingerprint that the CA certificate must have, hexadecimal. Of SCEP and EST. */
  fingerprint: plain()
    .regex(/^[0-9A-Fa-f]{32,128}$/, {
      error: notValid('fingerprint', 'its 32 to 128 hexadecimal digits without blanks'),
    })
    .optional(),
  /** Password of the request, which revokes the certificate later (the challenge of SCEP). Only ever a `Secret`. */
  password: secretRef.optional(),
  /** OCSP server instead of the one in the certificate. IOS-XE and FMC. */
  ocspUrl: httpUrl.optional(),
  /** The authority to authenticate: its certificate, its fingerprint. Default: none. IOS-XE and ASA. */
  ca: authority.optional(),
  ...serverExtras,
};
