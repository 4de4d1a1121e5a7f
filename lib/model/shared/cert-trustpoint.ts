import { z } from 'zod';
import { interfaceRef, vrfRef } from '../choices';
import { noun, ref } from '../noun';
import { hashName, integer, objectName, oneWord, preference } from '../values';
import { checkTrustpoint } from './cert-trustpoint-checks';
import { enrolmentFields } from './enrolment-fields';
import { plain } from '../plain-text';

const on = z.literal(true).optional();

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
      ...enrolmentFields,
      /** The SCEP server is a registration authority. IOS-XE only. */
      enrollmentModeRa: on,
      /** What the certificate is for. Default: ike. IOS-XE only. */
      usage: preference(z.enum(['ike', 'ssl-server', 'ssl-client']), 'usage').optional(),
      /** Further name in the certificate. IOS-XE only. */
      subjectAltName: oneWord(255, 'domain name').optional(),
      /** Where the keys are made and kept, a token like `usbtoken0:`. Default: on the device. IOS-XE only. */
      keysOn: oneWord(64, 'device').optional(),
      /** Hash of the request. Default: the release's (sha256, from 17.15 sha512). IOS-XE only. */
      hash: hashName.optional(),
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
      /** LDAP URL of the CRL. IOS-XE only. */
      crlQuery: oneWord(255, 'URL').optional(),
      /** Whether and how long CRLs are kept: `none`, or minutes after which they go (1 to 43200). IOS-XE only. */
      crlCache: z.union([z.literal('none'), integer(1, 43200, 'minutes')]).optional(),
      /** The trustpoint that is taken where none is named. IOS-XE only. */
      primary: on,
      /** A new key at each manual enrolment. IOS-XE only. */
      regenerate: on,
      /** Who signs the request of a `terminal` enrolment. Default: none, the device is not enrolled. IOS-XE and ASA. */
      signer: signer.optional(),
      /**
       * `apply` renews a certificate that ends within so many days, 1 to 365; with `regenerate` the device makes a new
       * key for it. Default: only one that has ended. IOS-XE and ASA.
       */
      renewDays: integer(1, 365, 'days').optional(),
      /**
       * Whether single firewalls may have another value under this name: a `CertTrustpointOverride` gives it. Default:
       * what is set on the FMC, and no for a new one. FMC only.
       */
      overridable: z.boolean().optional(),
    })
    .superRefine(checkTrustpoint),
  // Self-signed, of smart licensing, and of the secure unique device identifier.
  { made: /^(TP-self-signed-|SLA-TrustPoint$|CISCO_IDEVID_SUDI)/ },
);
