// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { Reference } from '../../../lib/model/noun';
import type { SecretRef } from '../../../lib/model/secret';
import { DeviceObject, type Placed } from '../../core/device-object';
import type { ICertTrustpointOverride } from '../references';

/** Props of `CertTrustpointOverride`. */
export interface CertTrustpointOverrideProps extends Placed {
  /**
   * The enrolment, which is `overridable`.
   * FMC: not in the body.
   */
  readonly object: Reference<'cert-trustpoint'>;
  /**
   * Where the certificate comes from: pasted at the terminal, from a SCEP server (`url`), self-signed, or a
   * PKCS#12 file.
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
   * FMC: `scepContent.retryCount`.
   * @default 10
   */
  readonly enrollmentRetryCount?: number;
  /**
   * Minutes between, 1 to 60. Of SCEP.
   * Allowed: 1 to 60 minutes.
   * FMC: `scepContent.retryPeriodInMins`.
   * @default 1
   */
  readonly enrollmentRetryPeriod?: number;
  /**
   * The device's serial number in the certificate: true, or `none` (not asked).
   * FMC: `certificateParameters.includeDeviceSerial`.
   */
  readonly serialNumber?: true | 'none';
  /**
   * Fully qualified name in the certificate; it must hold a dot. `none`: not asked. `hostname` (FMC only): that of
   * each device.
   * Allowed: a name with a dot, like edge.example.net.
   * FMC: `certificateParameters.includeFQDN`, `certificateParameters.customFqdn`.
   */
  readonly fqdn?: string;
  /**
   * Address in the certificate: the address, on IOS-XE an interface, or `none` (not asked).
   * FMC: `certificateParameters.includeDeviceIp`.
   */
  readonly ipAddress?: string | Reference<'loopback-interface'> | Reference<'tunnel-interface'>;
  /**
   * X.500 subject of this device's certificate, for example `cn=edge.example.net,o=Example`.
   * Allowed: at most 255 characters.
   * FMC: `certificateParameters.commonName`, `certificateParameters.organizationalUnit`,
   * `certificateParameters.organization`, `certificateParameters.locality`, `certificateParameters.state`,
   * `certificateParameters.countryCode`, `certificateParameters.email`.
   */
  readonly subjectName?: string;
  /**
   * How revocation is checked, in order; `none` at the end takes a certificate of which nothing can be learnt.
   * Allowed: at least 1.
   * FMC: `revocation.certRevocationListContent.enableCertRevocationList`,
   * `revocation.certRevocationListContent.enableCertRevocationListDistributionPoint`,
   * `revocation.onlineCertificateStatusProtocolContent.enableOnlineCertificateStatusProtocol`,
   * `revocation.evaluationPriority`, `revocation.ignoreRevocation`.
   * @default `crl`; on the FMC what it does by itself
   */
  readonly revocationCheck?: readonly ('crl' | 'ocsp' | 'none')[];
  /**
   * The RSA key pair to certify, and its size in bits (2048 to 4096).
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
   * FMC: not in the body.
   */
  readonly ecKeypair?: string;
  /**
   * Size of that key in bits: 256, 384 or 521. IOS-XE and FMC.
   * FMC: not in the body.
   * @default 256
   */
  readonly ecKeysize?: 256 | 384 | 521;
  /**
   * Fingerprint that the CA certificate must have, hexadecimal. Of SCEP and EST.
   * Allowed: its 32 to 128 hexadecimal digits without blanks.
   * FMC: `scepContent.fingerprint`, `estContent.fingerprint`.
   */
  readonly fingerprint?: string;
  /**
   * Password of the request, which revokes the certificate later (the challenge of SCEP). Only ever a `Secret`.
   * FMC: `scepContent.challengePassword` (never shown again).
   */
  readonly password?: SecretRef;
  /**
   * OCSP server instead of the one in the certificate. IOS-XE and FMC.
   * Allowed: an http or https URL.
   * FMC: `revocation.onlineCertificateStatusProtocolContent.onlineCertificateStatusProtocolUrl`.
   */
  readonly ocspUrl?: string;
  /**
   * The authority to authenticate: its certificate, its fingerprint. IOS-XE and ASA.
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
   * FMC: `revocation.certRevocationListContent.enableStaticCertRevocationList`,
   * `revocation.certRevocationListContent.certRevocationStaticUrlList`.
   */
  readonly crlUrls?: readonly string[];
  /**
   * For whose certificates the authority is trusted. FMC only.
   * Allowed: at least 1.
   * FMC: `validationUsage.ipsecClient`, `validationUsage.sslClient`, `validationUsage.sslServer`.
   * @default what the FMC does by itself
   */
  readonly validationUsage?: readonly ('ipsec-client' | 'ssl-client' | 'ssl-server')[];
  /**
   * The usages that a certificate names for its key are not looked at for IPsec. FMC only.
   * FMC: `key.ignoreIpsecKeyusage`.
   * @default they are
   */
  readonly ignoreIpsecKeyUsage?: boolean;
  /**
   * false: the pasted certificate need not say that it is an authority's. That of a SAML identity provider, which
   * signs for itself, says so seldom. ASA and FMC.
   * FMC: `skipCaFlagCheck`.
   * @default it must
   */
  readonly caCheck?: false;
}

/**
 * What a certificate enrolment is on one firewall: a PKCS#12 file of its own, or another name in the
 * certificate. All of it is written, nothing is taken from the enrolment. A firewall that holds the certificate
 * is enrolled anew by hand.
 * FMC: `object/certenrollments/{certenrollments:<object>}/overrides`.
 */
export class CertTrustpointOverride
  extends DeviceObject<'cert-trustpoint-override', CertTrustpointOverrideProps>
  implements ICertTrustpointOverride
{
  constructor(scope: Construct, id: string, props: CertTrustpointOverrideProps) {
    super(scope, id, 'cert-trustpoint-override', () => props);
  }
}
