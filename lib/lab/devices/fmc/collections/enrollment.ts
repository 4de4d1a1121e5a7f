import type { JsonObject } from '../../../../kernel/json';
import { atLeast } from '../../../../kernel/version';
import { invalid } from '../answer';
import {
  atLeastOne,
  crud,
  description,
  enrollments,
  flag,
  line,
  list,
  nameShape,
  need,
  number,
  object,
  oneOf,
  ref,
  secret,
  word,
  zones,
} from '../members';
import type { Collection } from '../world';

const keySizes = [512, 768, 1024, 2048, 3072, 4096, 256, 384, 521].map((n) => `CertKey_${n}`);

/** What each type of enrolment cannot do without. */
const needs: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  PKCS12: [
    ['pkcs12Content', 'base64Certificate'],
    ['pkcs12Content', 'passPhrase'],
  ],
  MANUAL: [['caCertificate', 'base64Content']],
  SCEP: [['scepContent', 'enrollmentUrl']],
  EST: [['estContent', 'enrollmentUrl']],
  ACME: ['enrollmentUrl', 'authProtocol', 'authInterface', 'authCertificateRef'].map(
    (member) => ['acmeContent', member] as const,
  ),
};
/** By version, as the Terraform provider of Cisco has it: PKCS12 from 7.2, MANUAL CA-only from 7.4, the others newer than 7.6. */
const since: Readonly<Record<string, string>> = { PKCS12: '7.2', MANUAL: '7.4', ACME: '10.0' };

const enrollment: Collection = {
  at: enrollments,
  type: 'CertEnrollment',
  verbs: crud,
  writes: '7.2',
  unique: [enrollments],
  filters: ['name'],
  members: {
    name: nameShape,
    description,
    enrollmentType: oneOf('SCEP ACME EST MANUAL SELF_SIGNED_CERTFICATE PKCS12', true),
    overridable: flag(false),
    skipCaFlagCheck: flag(false),
    validationUsage: object({ ipsecClient: flag(true), sslClient: flag(true), sslServer: flag(false) }),
    caCertificate: object({ caOnly: flag(), base64Content: line }),
    pkcs12Content: object({ base64Certificate: line, passPhrase: secret('*********') }),
    scepContent: object({
      enrollmentUrl: line,
      challengePassword: secret('*****'),
      /** Numbers as text, both. */
      retryPeriodInMins: { is: 'text', pattern: /^([1-9]|[1-5]\d|60)$/ },
      retryCount: { is: 'text', pattern: /^(\d{1,2}|100)$/ },
      fingerprint: line,
    }),
    estContent: object({
      enrollmentUrl: line,
      username: line,
      password: secret('*****'),
      fingerprint: line,
      sourceInterface: ref(...zones),
      ignoreServerCertificateValidations: flag(),
    }),
    acmeContent: object({
      enrollmentUrl: line,
      authProtocol: oneOf('HTTP01'),
      authInterface: ref(...zones),
      sourceInterface: ref(...zones),
      authCertificateRef: ref(enrollments),
      autoEnrollEnabled: flag(),
      autoEnrollLifePct: number(10, 99),
      keyRegenEnabled: flag(),
    }),
    certificateParameters: object({
      includeFQDN: word('DEFAULT', 'DEVICE_HOSTNAME', 'NONE', 'CUSTOM'),
      includeDeviceSerial: flag(false),
      customFqdn: line,
      includeDeviceIp: line,
      commonName: line,
      organizationalUnit: line,
      organization: line,
      locality: line,
      state: line,
      countryCode: line,
      email: line,
    }),
    key: object({
      keyType: word('RSA', 'ECDSA', 'EdDSA'),
      keyName: { is: 'text', fallback: '<Default-RSA-Key>' },
      keySize: { is: 'word', words: keySizes, fallback: 'CertKey_2048' },
      ignoreIpsecKeyusage: flag(false),
    }),
    revocation: object({
      certRevocationListContent: object({
        enableCertRevocationList: flag(false),
        enableCertRevocationListDistributionPoint: flag(false),
        enableStaticCertRevocationList: flag(false),
        certRevocationStaticUrlList: list(line),
      }),
      onlineCertificateStatusProtocolContent: object({
        enableOnlineCertificateStatusProtocol: flag(false),
        onlineCertificateStatusProtocolUrl: line,
      }),
      evaluationPriority: word('CRL', 'OCSP', 'NONE'),
      ignoreRevocation: flag(false),
    }),
  },
  check: (world, { body, before }) => {
    const type = String(body['enrollmentType']);
    const has = (member: string, key: string): boolean => (body[member] as JsonObject | undefined)?.[key] !== undefined;
    if (before && before['enrollmentType'] !== type) throw invalid('enrollmentType cannot be changed');
    if (!before && !atLeast(world.version, since[type] ?? '7.7')) throw invalid(`Unsupported enrollmentType: ${type}`);
    const lacking = (needs[type] ?? []).find(([member, key]) => !has(member, key));
    if (lacking) throw invalid(`Missing required field: ${lacking.join('.')}`);
    if (type === 'MANUAL' && (body['caCertificate'] as JsonObject)['caOnly'] !== true)
      throw invalid('Only caOnly is supported for MANUAL enrollment');
  },
  /** CSCwq44417: what is written of this flag is not kept. */
  derive: (body) => ({ ...body, skipCaFlagCheck: false }),
  /** CSCwq44439: the certificate comes back with a line end that was not sent. */
  extra: (_world, _collection, { body }): JsonObject => {
    const content = body['pkcs12Content'] as JsonObject | undefined;
    if (!content) return {};
    return {
      pkcs12Content: { base64Certificate: `${String(content['base64Certificate'])}\n`, passPhrase: '*********' },
    };
  },
  scope: 'users',
};

const components =
  'WHOLE_FIELD COUNTRY COMMON_NAME DN_QUALIFIER EMAIL_ADDRESS GENERATIONAL_QUALIFIER GIVEN_NAME INITIALS LOCALITY ' +
  'NAME ORGANISATION ORGANISATIONAL_UNIT SERIAL_NUMBER SURNAME STATE_PROVINCE TITLE USER_ID UNSTRUCTURED_NAME ' +
  'IP_ADDRESS DOMAIN_COMPONENT';

const certificateMap: Collection = {
  at: 'object/certificatemaps',
  type: 'CertificateMap',
  verbs: crud,
  since: '7.0',
  writes: '7.2',
  unique: ['object/certificatemaps'],
  filters: ['nameOrValue'],
  members: {
    name: nameShape,
    description,
    rules: atLeastOne(
      object({
        field: oneOf('SUBJECT ALTERNATIVE_SUBJECT ISSUER EXTENDED_KEY_USAGE', true),
        component: oneOf(components, true),
        operator: oneOf('EQUALS CONTAINS DOES_NOT_EQUAL DOES_NOT_CONTAIN', true),
        value: need,
      }),
    ),
  },
  scope: 'users',
};

export const pkiCollections: readonly Collection[] = [enrollment, certificateMap];
