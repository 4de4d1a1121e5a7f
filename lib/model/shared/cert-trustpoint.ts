import { z } from 'zod';
import { anyAddress, interfaceRef, vrfRef } from '../choices';
import { noun, ref } from '../noun';
import { secretRef } from '../secret';
import { hashName, integer, objectName, oneWord, preference, text } from '../values';
import { notValid } from '../wording';
import { trustpointFaults } from './cert-trustpoint-checks';
import { acmeEnrollment, estEnrollment, serverExtras } from './cert-trustpoint-fields';
import { plain, plainBlock, plainUrl } from '../plain-text';

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

/** Who signs the request of this device. IOS-XE and ASA. */
const signer = z.union(
  [
    /** A program (no shell): the request comes on its standard input in PEM, the certificate goes out in PEM. */
    z.strictObject({ command: z.array(plain().min(1)).min(1) }),
    /** Files: the request is written to one, and the certificate is taken from the other when it is there. */
    z.strictObject({ drop: z.strictObject({ csr: plain().min(1), certificate: plain().min(1) }) }),
  ],
  { error: "write { command: ['program', 'argument'] } or { drop: { csr: 'file', certificate: 'file' } }" },
);

/**
 * A certificate authority that this device trusts, and the certificate that it presents itself.
 *
 * With `ca` the authority is authenticated on the device, its fingerprint compared; with `signer` (terminal) a request
 * goes out and the certificate comes in; a `url` with `ca` enrols at the SCEP server, `selfsigned` with `rsaKeypair`
 * certifies itself, `pkcs12` is imported. The key pair is generated when it is not there; one that is there is kept.
 * Without these the definition only is written.
 */
export const certTrustpoint = noun(
  'cert-trustpoint',
  'trustpoint',
  z
    .strictObject({
      /** Name on the device. */
      name: objectName,
      /** Where the certificate comes from: pasted at the terminal, from a SCEP server (`url`), self-signed, or a PKCS#12 file. */
      enrollment,
      /** The SCEP server is a registration authority. IOS-XE only. */
      enrollmentModeRa: on,
      /** How often the CA is asked again, 1 to 100; 0 (FMC only): until it answers. Default: 10. Of SCEP. */
      enrollmentRetryCount: integer(0, 100).optional(),
      /** Minutes between, 1 to 60. Default: 1. Of SCEP. */
      enrollmentRetryPeriod: integer(1, 60, 'minutes').optional(),
      /** What the certificate is for. Default: ike. IOS-XE only. */
      usage: preference(z.enum(['ike', 'ssl-server', 'ssl-client']), 'usage').optional(),
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
      /** Further name in the certificate. IOS-XE only. */
      subjectAltName: oneWord(255, 'domain name').optional(),
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
      /** Where the keys are made and kept, a token like `usbtoken0:`. Default: on the device. IOS-XE only. */
      keysOn: oneWord(64, 'device').optional(),
      /** The elliptic curve key pair to certify, by its label. IOS-XE and FMC. */
      ecKeypair: objectName.optional(),
      /** Size of that key in bits: 256, 384 or 521. Default: 256. IOS-XE and FMC. */
      ecKeysize: z
        .union([z.literal(256), z.literal(384), z.literal(521)], { error: 'write 256, 384 or 521' })
        .optional(),
      /** Hash of the request. Default: the release's (sha256, from 17.15 sha512). IOS-XE only. */
      hash: hashName.optional(),
      /** Fingerprint that the CA certificate must have, hexadecimal. Of SCEP and EST. */
      fingerprint: plain()
        .regex(/^[0-9A-Fa-f]{32,128}$/, {
          error: notValid('fingerprint', 'its 32 to 128 hexadecimal digits without blanks'),
        })
        .optional(),
      /** Password of the request, which revokes the certificate later (the challenge of SCEP). Only ever a `Secret`. */
      password: secretRef.optional(),
      /** Renew by itself at this part of the lifetime in percent (1 to 100); `regenerate`: with a new key. IOS-XE only. */
      autoEnroll: z.strictObject({ percent: integer(1, 100, 'percent').optional(), regenerate: on }).optional(),
      /** Where a chain is checked up to: `stop` here, or on with a parent trustpoint. Default: `stop`. IOS-XE only. */
      chainValidation: z.union([z.literal('stop'), z.strictObject({ parent: ref('cert-trustpoint') })]).optional(),
      /** Interface whose address the CA sees. IOS-XE only. */
      sourceInterface: interfaceRef.optional(),
      /** VRF in which CA, CRL and OCSP are reached. Default: global. IOS-XE only. */
      vrf: vrfRef.optional(),
      /** Where the device keeps the certificates, for example `nvram:`. IOS-XE only. */
      storage: oneWord(64, 'file system').optional(),
      /** Extended key usages to ask for. IOS-XE only. */
      ekuRequest: preference(
        z.enum(['server-auth', 'client-auth', 'ocsp-signing', 'code-signing', 'email-protection', 'time-stamping']),
        'usage',
      ).optional(),
      /** Certificates for which a check is left out. IOS-XE only. */
      matchCertificates: preference(
        z.strictObject({
          map: ref('certificate-map'),
          exempt: z.enum(['allow expired-certificate', 'skip revocation-check', 'skip authorization-check']).optional(),
        }),
        'certificate map',
      ).optional(),
      /** AAA list that is asked whether a certificate may. IOS-XE only. */
      authorizationList: ref('aaa-authorization-list').optional(),
      /** Which part of the subject is the name to ask for, for example `commonname`. IOS-XE only. */
      authorizationUsername: oneWord(64, 'part of the subject').optional(),
      /** OCSP server instead of the one in the certificate. IOS-XE and FMC. */
      ocspUrl: httpUrl.optional(),
      /** LDAP URL of the CRL. IOS-XE only. */
      crlQuery: oneWord(255, 'URL').optional(),
      ...serverExtras,
      /** Whether and how long CRLs are kept: `none`, or minutes after which they go (1 to 43200). IOS-XE only. */
      crlCache: z.union([z.literal('none'), integer(1, 43200, 'minutes')]).optional(),
      /** The trustpoint that is taken where none is named. IOS-XE only. */
      primary: on,
      /** A new key at each manual enrolment. IOS-XE only. */
      regenerate: on,
      /** The authority to authenticate: its certificate, its fingerprint. Default: none. IOS-XE and ASA. */
      ca: authority.optional(),
      /** Who signs the request of a `terminal` enrolment. Default: none, the device is not enrolled. IOS-XE and ASA. */
      signer: signer.optional(),
      /**
       * `apply` renews a certificate that ends within so many days, 1 to 365; with `regenerate` the device makes a new
       * key for it. Default: only one that has ended. IOS-XE and ASA.
       */
      renewDays: integer(1, 365, 'days').optional(),
    })
    .superRefine((noun, context) => {
      for (const [field, message] of trustpointFaults(noun))
        context.addIssue({ code: 'custom', path: [field], message });
    }),
  // Self-signed, of smart licensing, and of the secure unique device identifier.
  { made: /^(TP-self-signed-|SLA-TrustPoint$|CISCO_IDEVID_SUDI)/ },
);
