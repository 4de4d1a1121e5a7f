// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { Reference } from '../../../lib/model/noun';
import type { SecretRef } from '../../../lib/model/secret';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { ICertTrustpoint } from '../references';

/** Props of `CertTrustpoint`. */
export interface CertTrustpointProps extends Placed {
  /**
   * Name on the device.
   * @default the construct's id; inside a composite its path below the stack, joined with `-`
   */
  readonly name?: string;
  /**
   * Where the certificate comes from: pasted at the terminal, from a SCEP server (`url`), self-signed, or a
   * PKCS#12 file.
   * IOS-XE: `enrollment …`.
   * ASA: `enrollment …`.
   * FMC: `enrollmentType` (fixed at creation), `pkcs12Content.base64Certificate` (never shown again),
   * `pkcs12Content.passPhrase` (never shown again), `caCertificate.caOnly`, `caCertificate.base64Content`,
   * `scepContent.enrollmentUrl`, `estContent.enrollmentUrl`, `estContent.username`, `estContent.password` (never
   * shown again), `estContent.sourceInterface`, `estContent.ignoreServerCertificateValidations`,
   * `acmeContent.enrollmentUrl`, `acmeContent.authProtocol`, `acmeContent.authInterface`,
   * `acmeContent.sourceInterface`, `acmeContent.authCertificateRef`, `acmeContent.autoEnrollEnabled`,
   * `acmeContent.autoEnrollLifePct`, `acmeContent.keyRegenEnabled`, `key.keyType`, `key.keyName`, `key.keySize`.
   */
  readonly enrollment:
    | {
        readonly type: 'terminal';
        readonly pem?: true;
      }
    | {
        readonly type: 'url';
        /** Allowed: an http or https URL. */
        readonly url: string;
        /** Allowed: 1 to 64 letters, digits or _ . : / + -, beginning with a letter, a digit or _. */
        readonly vrf?: Reference<'vrf'> | string;
      }
    | {
        readonly type: 'selfsigned';
      }
    | {
        readonly type: 'est';
        /** Allowed: an https URL. */
        readonly url: string;
        /**
         * Who asks.
         * @default no user; then no password either
         */
        readonly user?: {
          /**
           * Name at the server.
           * Allowed: at most 128 characters.
           */
          readonly name: string;
          /** Its password, only ever a `Secret`. */
          readonly password: SecretRef;
        };
        /**
         * Zone or group of the interface that the server is reached by.
         * @default what the routing table says
         */
        readonly source?: Reference<'security-zone'>;
        /**
         * The certificate of the server is not checked.
         * @default it is
         */
        readonly trustAnyServer?: true;
      }
    | {
        readonly type: 'acme';
        /** Allowed: the https URL of its directory. */
        readonly url: string;
        /** Zone or group of the one interface at which the server finds the firewall. */
        readonly interface: Reference<'security-zone'>;
        /**
         * Zone or group of the interface that the server is reached by.
         * @default what the routing table says
         */
        readonly source?: Reference<'security-zone'>;
        /** The authority of the server's own certificate: a trustpoint of the `terminal` that the firewall holds. */
        readonly authority: Reference<'cert-trustpoint'>;
        /**
         * Enrolled anew by the firewall itself.
         * @default the FMC's
         */
        readonly renewal?: {
          /** When: after this part of its life, 10 to 99 percent. */
          readonly percent: number;
          /**
           * With a new key each time.
           * @default false
           */
          readonly newKey?: boolean;
        };
      }
    | {
        readonly type: 'profile';
        readonly profile: string;
      }
    | {
        readonly type: 'pkcs12';
        /** The file's content in base64, as a `Secret`. */
        readonly content: SecretRef;
        /** The file's passphrase, as a `Secret`. */
        readonly passphrase: SecretRef;
      };
  /**
   * How often the CA is asked again, 1 to 100; 0 (FMC only): until it answers. Of SCEP.
   * Allowed: 0 to 100.
   * IOS-XE: `enrollment retry count …`.
   * Not on ASA: this is of IOS-XE trustpoints: leave it out on an ASA.
   * FMC: `scepContent.retryCount`.
   * @default 10
   */
  readonly enrollmentRetryCount?: number;
  /**
   * Minutes between, 1 to 60. Of SCEP.
   * Allowed: 1 to 60 minutes.
   * IOS-XE: `enrollment retry period …`.
   * Not on ASA: this is of IOS-XE trustpoints: leave it out on an ASA.
   * FMC: `scepContent.retryPeriodInMins`.
   * @default 1
   */
  readonly enrollmentRetryPeriod?: number;
  /**
   * The device's serial number in the certificate: true, or `none` (not asked).
   * IOS-XE: `serial-number …`.
   * Not on ASA: this is of IOS-XE trustpoints: leave it out on an ASA.
   * FMC: `certificateParameters.includeDeviceSerial`.
   */
  readonly serialNumber?: true | 'none';
  /**
   * Fully qualified name in the certificate; it must hold a dot. `none`: not asked. `hostname` (FMC only): that of
   * each device.
   * Allowed: a name with a dot, like edge.example.net.
   * IOS-XE: `fqdn …`.
   * ASA: `fqdn …`.
   * FMC: `certificateParameters.includeFQDN`, `certificateParameters.customFqdn`.
   */
  readonly fqdn?: string;
  /**
   * Address in the certificate: the address, on IOS-XE an interface, or `none` (not asked).
   * IOS-XE: `ip-address …`.
   * Not on ASA: this is of IOS-XE trustpoints: leave it out on an ASA.
   * FMC: `certificateParameters.includeDeviceIp`.
   */
  readonly ipAddress?: string | Reference<'loopback-interface'> | Reference<'tunnel-interface'>;
  /**
   * X.500 subject of this device's certificate, for example `cn=edge.example.net,o=Example`.
   * Allowed: at most 255 characters.
   * IOS-XE: `subject-name …`.
   * ASA: `subject-name …`.
   * FMC: `certificateParameters.commonName`, `certificateParameters.organizationalUnit`,
   * `certificateParameters.organization`, `certificateParameters.locality`, `certificateParameters.state`,
   * `certificateParameters.countryCode`, `certificateParameters.email`.
   */
  readonly subjectName?: string;
  /**
   * How revocation is checked, in order; `none` at the end takes a certificate of which nothing can be learnt.
   * Allowed: at least 1.
   * IOS-XE: `revocation-check …` (shown where none is typed: crl).
   * ASA: `revocation-check …`.
   * FMC: `revocation.certRevocationListContent.enableCertRevocationList`,
   * `revocation.certRevocationListContent.enableCertRevocationListDistributionPoint`,
   * `revocation.onlineCertificateStatusProtocolContent.enableOnlineCertificateStatusProtocol`,
   * `revocation.evaluationPriority`, `revocation.ignoreRevocation`.
   * @default `crl`; on the FMC what it does by itself
   */
  readonly revocationCheck?: readonly ('crl' | 'ocsp' | 'none')[];
  /**
   * The RSA key pair to certify, and its size in bits (2048 to 4096).
   * IOS-XE: `rsakeypair …`.
   * ASA: `keypair …`.
   * FMC: not in the body.
   */
  readonly rsaKeypair?: {
    readonly label: string;
    /** Allowed: 2048 to 4096 bits. */
    readonly bits?: number;
    /**
     * Size of a key of its own for encryption; the other one signs. IOS-XE only.
     * Allowed: 2048 to 4096 bits.
     */
    readonly encryptionBits?: number;
  };
  /**
   * The elliptic curve key pair to certify, by its label. IOS-XE and FMC.
   * IOS-XE: `eckeypair …`.
   * Not on ASA: on an ASA a key pair is a key pair: write rsaKeypair with its label.
   * FMC: not in the body.
   */
  readonly ecKeypair?: string;
  /**
   * Size of that key in bits: 256, 384 or 521. IOS-XE and FMC.
   * IOS-XE: no line: done by a dialogue.
   * Not on ASA: this is of IOS-XE trustpoints: leave it out on an ASA.
   * FMC: not in the body.
   * @default 256
   */
  readonly ecKeysize?: 256 | 384 | 521;
  /**
   * Fingerprint that the CA certificate must have, hexadecimal. Of SCEP and EST.
   * Allowed: its 32 to 128 hexadecimal digits without blanks.
   * IOS-XE: `fingerprint …`.
   * Not on ASA: this is of IOS-XE trustpoints: leave it out on an ASA.
   * FMC: `scepContent.fingerprint`, `estContent.fingerprint`.
   */
  readonly fingerprint?: string;
  /**
   * Password of the request, which revokes the certificate later (the challenge of SCEP). Only ever a `Secret`.
   * IOS-XE: `password …`.
   * Not on ASA: an ASA asks for it when it enrols: leave it out.
   * FMC: `scepContent.challengePassword` (never shown again).
   */
  readonly password?: SecretRef;
  /**
   * OCSP server instead of the one in the certificate. IOS-XE and FMC.
   * Allowed: an http or https URL.
   * IOS-XE: `ocsp url …`.
   * Not on ASA: this is of IOS-XE trustpoints: leave it out on an ASA.
   * FMC: `revocation.onlineCertificateStatusProtocolContent.onlineCertificateStatusProtocolUrl`.
   */
  readonly ocspUrl?: string;
  /**
   * The authority to authenticate: its certificate, its fingerprint. IOS-XE and ASA.
   * IOS-XE: no line: done by a dialogue.
   * ASA: no line: done by a dialogue.
   * FMC: not in the body.
   * @default none
   */
  readonly ca?: {
    /**
     * Its certificate: PEM text, the file that holds it, or the `certificate` of a DuoSamlApplication. Needed where
     * it is pasted (`terminal`).
     * Allowed: its PEM, from BEGIN CERTIFICATE to END CERTIFICATE, or { file }.
     */
    readonly certificate?:
      | string
      | {
          readonly file: string;
        }
      | SecretRef;
    /**
     * MD5, SHA-1 or SHA-256 of the certificate. It is compared, and what differs is never accepted. Of what is
     * fetched from a `url` an ASA shows the MD5 alone, so write that one for it.
     */
    readonly fingerprint?: string;
  };
  /**
   * Where lists of revoked certificates are fetched, instead of where each certificate says. FMC only.
   * Allowed: at least 1; each an http or https URL.
   * Not on IOS-XE: this is of the FMC: leave it out on a router.
   * Not on ASA: this is of IOS-XE trustpoints: leave it out on an ASA.
   * FMC: `revocation.certRevocationListContent.enableStaticCertRevocationList`,
   * `revocation.certRevocationListContent.certRevocationStaticUrlList`.
   */
  readonly crlUrls?: readonly string[];
  /**
   * For whose certificates the authority is trusted. FMC only.
   * Allowed: at least 1.
   * Not on IOS-XE: this is of the FMC: leave it out on a router.
   * Not on ASA: this is of IOS-XE trustpoints: leave it out on an ASA.
   * FMC: `validationUsage.ipsecClient`, `validationUsage.sslClient`, `validationUsage.sslServer`.
   * @default what the FMC does by itself
   */
  readonly validationUsage?: readonly ('ipsec-client' | 'ssl-client' | 'ssl-server')[];
  /**
   * The usages that a certificate names for its key are not looked at for IPsec. FMC only.
   * Not on IOS-XE: this is of the FMC: leave it out on a router.
   * Not on ASA: this is of IOS-XE trustpoints: leave it out on an ASA.
   * FMC: `key.ignoreIpsecKeyusage`.
   * @default they are
   */
  readonly ignoreIpsecKeyUsage?: boolean;
  /**
   * false: the pasted certificate need not say that it is an authority's. That of a SAML identity provider, which
   * signs for itself, says so seldom. ASA and FMC.
   * Not on IOS-XE: this is of the FMC: leave it out on a router.
   * ASA: `ca-check` or `no ca-check` (not shown at true).
   * FMC: `skipCaFlagCheck`.
   * @default it must
   */
  readonly caCheck?: false;
  /**
   * The SCEP server is a registration authority. IOS-XE only.
   * IOS-XE: `enrollment mode ra` or `no enrollment mode ra` (not shown at false).
   * Not on ASA: this is of IOS-XE trustpoints: leave it out on an ASA.
   * Not on FMC: the FMC has no such setting of a certificate enrolment: leave it out.
   */
  readonly enrollmentModeRa?: true;
  /**
   * What the certificate is for. IOS-XE only.
   * Allowed: at least 1.
   * IOS-XE: `usage …`.
   * Not on ASA: this is of IOS-XE trustpoints: leave it out on an ASA.
   * Not on FMC: the FMC has no such setting of a certificate enrolment: leave it out.
   * @default ike
   */
  readonly usage?: readonly ('ike' | 'ssl-server' | 'ssl-client')[];
  /**
   * Further name in the certificate. IOS-XE only.
   * Allowed: at most 255 characters.
   * IOS-XE: `subject-alt-name …`.
   * Not on ASA: this is of IOS-XE trustpoints: leave it out on an ASA.
   * Not on FMC: the FMC has no such setting of a certificate enrolment: leave it out.
   */
  readonly subjectAltName?: string;
  /**
   * Where the keys are made and kept, a token like `usbtoken0:`. IOS-XE only.
   * Allowed: at most 64 characters.
   * IOS-XE: `on …`.
   * Not on ASA: this is of IOS-XE trustpoints: leave it out on an ASA.
   * Not on FMC: the FMC has no such setting of a certificate enrolment: leave it out.
   * @default on the device
   */
  readonly keysOn?: string;
  /**
   * Hash of the request. IOS-XE only.
   * IOS-XE: `hash …`.
   * Not on ASA: this is of IOS-XE trustpoints: leave it out on an ASA.
   * Not on FMC: the FMC has no such setting of a certificate enrolment: leave it out.
   * @default the release's (sha256, from 17.15 sha512)
   */
  readonly hash?: 'sha512' | 'sha384' | 'sha256' | 'sha1' | 'md5';
  /**
   * Renew by itself at this part of the lifetime in percent (1 to 100); `regenerate`: with a new key. IOS-XE only.
   * IOS-XE: `auto-enroll …`.
   * Not on ASA: this is of IOS-XE trustpoints: leave it out on an ASA.
   * Not on FMC: the FMC has no such setting of a certificate enrolment: leave it out.
   */
  readonly autoEnroll?: {
    /** Allowed: 1 to 100 percent. */
    readonly percent?: number;
    readonly regenerate?: true;
  };
  /**
   * Where a chain is checked up to: `stop` here, or on with a parent trustpoint. IOS-XE only.
   * IOS-XE: `chain-validation …`.
   * Not on ASA: this is of IOS-XE trustpoints: leave it out on an ASA.
   * Not on FMC: the FMC has no such setting of a certificate enrolment: leave it out.
   * @default `stop`
   */
  readonly chainValidation?:
    | 'stop'
    | {
        readonly parent: Reference<'cert-trustpoint'>;
      };
  /**
   * Interface whose address the CA sees. IOS-XE only.
   * Allowed: like GigabitEthernet0/0.
   * IOS-XE: `source interface …`.
   * Not on ASA: this is of IOS-XE trustpoints: leave it out on an ASA.
   * Not on FMC: the FMC has no such setting of a certificate enrolment: leave it out.
   */
  readonly sourceInterface?: Reference<'loopback-interface'> | Reference<'tunnel-interface'> | string;
  /**
   * VRF in which CA, CRL and OCSP are reached. IOS-XE only.
   * Allowed: 1 to 64 letters, digits or _ . : / + -, beginning with a letter, a digit or _.
   * IOS-XE: `vrf …`.
   * Not on ASA: this is of IOS-XE trustpoints: leave it out on an ASA.
   * Not on FMC: the FMC has no such setting of a certificate enrolment: leave it out.
   * @default global
   */
  readonly vrf?: Reference<'vrf'> | string;
  /**
   * Where the device keeps the certificates, for example `nvram:`. IOS-XE only.
   * Allowed: at most 64 characters.
   * IOS-XE: `storage …`.
   * Not on ASA: this is of IOS-XE trustpoints: leave it out on an ASA.
   * Not on FMC: the FMC has no such setting of a certificate enrolment: leave it out.
   */
  readonly storage?: string;
  /**
   * Extended key usages to ask for. IOS-XE only.
   * Allowed: at least 1.
   * IOS-XE: `eku request …`.
   * Not on ASA: this is of IOS-XE trustpoints: leave it out on an ASA.
   * Not on FMC: the FMC has no such setting of a certificate enrolment: leave it out.
   */
  readonly ekuRequest?: readonly (
    'server-auth' | 'client-auth' | 'ocsp-signing' | 'code-signing' | 'email-protection' | 'time-stamping'
  )[];
  /**
   * Certificates for which a check is left out. IOS-XE only.
   * Allowed: at least 1.
   * IOS-XE: `match certificate …`, a line each.
   * Not on ASA: this is of IOS-XE trustpoints: leave it out on an ASA.
   * Not on FMC: the FMC has no such setting of a certificate enrolment: leave it out.
   */
  readonly matchCertificates?: readonly {
    readonly map: Reference<'certificate-map'>;
    readonly exempt?: 'allow expired-certificate' | 'skip revocation-check' | 'skip authorization-check';
  }[];
  /**
   * AAA list that is asked whether a certificate may. IOS-XE only.
   * IOS-XE: `authorization list …`.
   * Not on ASA: this is of IOS-XE trustpoints: leave it out on an ASA.
   * Not on FMC: the FMC has no such setting of a certificate enrolment: leave it out.
   */
  readonly authorizationList?: Reference<'aaa-authorization-list'>;
  /**
   * Which part of the subject is the name to ask for, for example `commonname`. IOS-XE only.
   * Allowed: at most 64 characters.
   * IOS-XE: `authorization username subjectname …`.
   * Not on ASA: this is of IOS-XE trustpoints: leave it out on an ASA.
   * Not on FMC: the FMC has no such setting of a certificate enrolment: leave it out.
   */
  readonly authorizationUsername?: string;
  /**
   * LDAP URL of the CRL. IOS-XE only.
   * Allowed: at most 255 characters.
   * IOS-XE: `crl query …`.
   * Not on ASA: this is of IOS-XE trustpoints: leave it out on an ASA.
   * Not on FMC: the FMC has no such setting of a certificate enrolment: leave it out.
   */
  readonly crlQuery?: string;
  /**
   * Whether and how long CRLs are kept: `none`, or minutes after which they go (1 to 43200). IOS-XE only.
   * IOS-XE: `crl cache …`.
   * Not on ASA: this is of IOS-XE trustpoints: leave it out on an ASA.
   * Not on FMC: the FMC has no such setting of a certificate enrolment: leave it out.
   */
  readonly crlCache?: 'none' | number;
  /**
   * The trustpoint that is taken where none is named. IOS-XE only.
   * IOS-XE: `primary` or `no primary` (not shown at false).
   * Not on ASA: this is of IOS-XE trustpoints: leave it out on an ASA.
   * Not on FMC: the FMC has no such setting of a certificate enrolment: leave it out.
   */
  readonly primary?: true;
  /**
   * A new key at each manual enrolment. IOS-XE only.
   * IOS-XE: `regenerate` or `no regenerate` (not shown at false).
   * Not on ASA: this is of IOS-XE trustpoints: leave it out on an ASA.
   * Not on FMC: the FMC has no such setting of a certificate enrolment: leave it out.
   */
  readonly regenerate?: true;
  /**
   * Who signs the request of a `terminal` enrolment. IOS-XE and ASA.
   * Allowed: { command: ['program', 'argument'] } or { drop: { csr: 'file', certificate: 'file' } }.
   * IOS-XE: no line: done by a dialogue.
   * ASA: no line: done by a dialogue.
   * Not on FMC: on the FMC nothing is signed from here: leave signer out.
   * @default none, the device is not enrolled
   */
  readonly signer?:
    | {
        /** Allowed: at least 1. */
        readonly command: readonly string[];
      }
    | {
        readonly drop: {
          readonly csr: string;
          readonly certificate: string;
        };
      };
  /**
   * `apply` renews a certificate that ends within so many days, 1 to 365; with `regenerate` the device makes a new
   * key for it. IOS-XE and ASA.
   * Allowed: 1 to 365 days.
   * IOS-XE: no line: done by a dialogue.
   * ASA: no line: done by a dialogue.
   * Not on FMC: the FMC has no such setting of a certificate enrolment: leave it out.
   * @default only one that has ended
   */
  readonly renewDays?: number;
  /**
   * Whether single firewalls may have another value under this name: a `CertTrustpointOverride` gives it. FMC
   * only.
   * Not on IOS-XE: only an FMC has object overrides: write a trustpoint for each router.
   * Not on ASA: this is of IOS-XE trustpoints: leave it out on an ASA.
   * FMC: `overridable`.
   * @default what is set on the FMC, and no for a new one
   */
  readonly overridable?: boolean;
}

/**
 * A certificate authority that this device trusts, and the certificate that it presents itself.
 * With `ca` the authority is authenticated on the device, its fingerprint compared; with `signer` (terminal) a
 * request goes out and the certificate comes in; a `url` with `ca` enrols at the SCEP server, `selfsigned` with
 * `rsaKeypair` certifies itself, `pkcs12` is imported. The key pair is generated when it is not there; one that
 * is there is kept. Without these the definition only is written.
 * IOS-XE: `crypto pki trustpoint <name>`.
 * ASA: `crypto ca trustpoint <name>`; other lines of the block are left alone.
 * FMC: `object/certenrollments`.
 */
export class CertTrustpoint extends DeviceObject<'cert-trustpoint', CertTrustpointProps> implements ICertTrustpoint {
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): ICertTrustpoint {
    return new ExistingObject(scope, id, 'cert-trustpoint', name);
  }

  constructor(scope: Construct, id: string, props: CertTrustpointProps) {
    super(scope, id, 'cert-trustpoint', () => props);
  }
}
