import type { Json, JsonObject } from '../../kernel/json';
import { isIpv4, isIpv4Cidr } from '../../kernel/ip';
import { invalid } from './answer';
import type { Members, Shape } from './shape';
import { atLeast, seed, type Collection, type World } from './world';

/** At most 64 characters and no leading blank (Cisco tech note 215972). */
export const nameShape: Shape = { is: 'text', required: true, max: 64, pattern: /^\S/ };
export const description: Shape = { is: 'text' };
const crud = ['GET', 'POST', 'PUT', 'DELETE'] as const;
export const groups = [1, 2, 5, 14, 15, 16, 19, 20, 21, 24, 31];
const ikeEncryption = ['DES', '3DES', 'AES', 'AES-192', 'AES-256', 'AES-GCM', 'AES-GCM-192', 'AES-GCM-256', 'NULL'];
const espEncryption = [...ikeEncryption.slice(0, 8), 'AES-GMAC', 'AES-GMAC-192', 'AES-GMAC-256', 'NULL'];
const hashes = ['MD5', 'SHA', 'SHA-256', 'SHA-384', 'SHA-512'];

const network = (at: string, type: string, valid: (value: string) => boolean): Collection => ({
  at,
  type,
  verbs: crud,
  ids: 'uuid',
  bulk: true,
  filters: ['nameOrValue', 'name'],
  unique: ['object/hosts', 'object/networks'],
  members: {
    name: nameShape,
    value: { is: 'text', required: true },
    description,
    overridable: { is: 'flag', fallback: false },
  },
  check: (_world, { body }) => {
    if (!valid(String(body['value']))) throw invalid(`Invalid IP Address: ${String(body['value'])}`);
  },
  metadata: { ipType: 'V_4', parentType: 'NetworkAddress' },
  scope: 'users',
});

const ikev2Policy: Collection = {
  at: 'object/ikev2policies',
  type: 'Ikev2Policy',
  takes: ['IKEv2Policy'],
  verbs: crud,
  unique: ['object/ikev2policies'],
  blank: ' ',
  members: {
    name: nameShape,
    description,
    priority: { is: 'number', from: 1, to: 65535, required: true },
    lifetimeInSeconds: { is: 'number', from: 120, to: 2147483647, fallback: 86400 },
    encryptionAlgorithms: { is: 'words', words: ikeEncryption, required: true },
    integrityAlgorithms: { is: 'words', words: ['NULL', ...hashes], required: true },
    prfIntegrityAlgorithms: { is: 'words', words: hashes, required: true },
    diffieHellmanGroups: { is: 'numbers', among: groups, required: true },
  },
  /** Unproven that REST refuses this, and not the deployment. */
  check: (_world, { body }) => {
    const encryption = body['encryptionAlgorithms'] as readonly string[];
    if (
      (body['integrityAlgorithms'] as readonly string[]).includes('NULL') &&
      encryption.some((e) => !e.includes('GCM'))
    )
      throw invalid('Integrity algorithm NULL is valid only with AES-GCM encryption algorithms');
  },
  scope: 'users',
};

const ipsecProposal: Collection = {
  at: 'object/ikev2ipsecproposals',
  type: 'IKEv2IPsecProposal',
  verbs: crud,
  unique: ['object/ikev2ipsecproposals'],
  blank: '',
  members: {
    name: nameShape,
    description,
    encryptionAlgorithms: { is: 'words', words: espEncryption, required: true },
    integrityAlgorithms: {
      is: 'words',
      words: ['NULL', 'MD5', 'SHA-1', 'SHA-256', 'SHA-384', 'SHA-512'],
      fallback: ['NULL'],
    },
  },
  scope: 'users',
};

const flag = (fallback?: boolean): Shape => ({ is: 'flag', ...(fallback === undefined ? {} : { fallback }) });
const line: Shape = { is: 'text' };
const object = (members: Members): Shape => ({ is: 'object', members });

const enrollment: Collection = {
  at: 'object/certenrollments',
  type: 'CertEnrollment',
  verbs: crud,
  unique: ['object/certenrollments'],
  filters: ['name'],
  members: {
    name: nameShape,
    description,
    enrollmentType: {
      is: 'word',
      words: ['SCEP', 'EST', 'MANUAL', 'SELF_SIGNED_CERTFICATE', 'PKCS12'],
      required: true,
    },
    overridable: flag(false),
    skipCaFlagCheck: flag(false),
    validationUsage: object({ ipsecClient: flag(true), sslClient: flag(true), sslServer: flag(false) }),
    caCertificate: object({ caOnly: flag(), base64Content: line }),
    pkcs12Content: object({ base64Certificate: line, passPhrase: { is: 'text', hidden: '*********' } }),
    scepContent: object({
      enrollmentUrl: line,
      challengePassword: { is: 'text', hidden: '*****' },
      retryPeriodInMins: line,
      retryCount: line,
      fingerprint: line,
    }),
    certificateParameters: object({
      includeFQDN: { is: 'word', words: ['DEVICE_HOSTNAME', 'NONE', 'CUSTOM', 'DEFAULT'], fallback: 'DEFAULT' },
      includeDeviceSerial: flag(false),
      commonName: line,
    }),
    key: object({
      keyType: { is: 'word', words: ['RSA', 'ECDSA', 'EdDSA'], fallback: 'RSA' },
      keyName: { is: 'text', fallback: '<Default-RSA-Key>' },
      keySize: {
        is: 'word',
        words: [512, 768, 1024, 2048, 3072, 4096, 256, 384, 521].map((n) => `CertKey_${n}`),
        fallback: 'CertKey_2048',
      },
      ignoreIpsecKeyusage: flag(false),
    }),
    revocation: object({
      certRevocationListContent: object({
        enableCertRevocationList: flag(false),
        enableCertRevocationListDistributionPoint: flag(false),
        enableStaticCertRevocationList: flag(false),
        certRevocationStaticUrlList: { is: 'list', of: line },
      }),
      onlineCertificateStatusProtocolContent: object({
        enableOnlineCertificateStatusProtocol: flag(false),
        onlineCertificateStatusProtocolUrl: line,
      }),
      evaluationPriority: { is: 'word', words: ['CRL', 'OCSP', 'NONE'], fallback: 'CRL' },
      ignoreRevocation: flag(false),
    }),
  },
  /** By version, as the Terraform provider of Cisco has it: PKCS12 from 7.2, MANUAL CA-only from 7.4, the others newer than 7.6. */
  check: (world, { body, before }) => {
    const type = String(body['enrollmentType']);
    const has = (member: string, key: string): boolean => (body[member] as JsonObject | undefined)?.[key] !== undefined;
    if (before && before['enrollmentType'] !== type) throw invalid('enrollmentType cannot be changed');
    const manual = type === 'MANUAL' && atLeast(world.version, '7.4');
    if (!before && type !== 'PKCS12' && !manual && !atLeast(world.version, '7.7'))
      throw invalid(`Unsupported enrollmentType: ${type}`);
    if (type === 'PKCS12' && !(has('pkcs12Content', 'base64Certificate') && has('pkcs12Content', 'passPhrase')))
      throw invalid('Missing required field: pkcs12Content');
    if (type === 'MANUAL' && (body['caCertificate'] as JsonObject | undefined)?.['caOnly'] !== true)
      throw invalid('Only caOnly is supported for MANUAL enrollment');
  },
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

const certificateMap: Collection = {
  at: 'object/certificatemaps',
  type: 'CertificateMap',
  verbs: crud,
  unique: ['object/certificatemaps'],
  filters: ['nameOrValue'],
  members: {
    name: nameShape,
    description,
    rules: {
      is: 'list',
      required: true,
      of: object({
        field: {
          is: 'word',
          required: true,
          words: ['SUBJECT', 'ALTERNATIVE_SUBJECT', 'ISSUER', 'EXTENDED_KEY_USAGE'],
        },
        component: {
          is: 'word',
          required: true,
          words: (
            'WHOLE_FIELD COUNTRY COMMON_NAME DN_QUALIFIER EMAIL_ADDRESS GENERATIONAL_QUALIFIER GIVEN_NAME INITIALS LOCALITY ' +
            'NAME ORGANISATION ORGANISATIONAL_UNIT SERIAL_NUMBER SURNAME STATE_PROVINCE TITLE USER_ID UNSTRUCTURED_NAME ' +
            'IP_ADDRESS DOMAIN_COMPONENT'
          ).split(' '),
        },
        operator: { is: 'word', required: true, words: ['EQUALS', 'CONTAINS', 'DOES_NOT_EQUAL', 'DOES_NOT_CONTAIN'] },
        value: { is: 'text', required: true },
      }),
    },
  },
  scope: 'users',
};

export const objectCollections: readonly Collection[] = [
  network('object/hosts', 'Host', isIpv4),
  network('object/networks', 'Network', isIpv4Cidr),
  ikev2Policy,
  ipsecProposal,
  enrollment,
  certificateMap,
  {
    at: 'object/securityzones',
    type: 'SecurityZone',
    verbs: ['GET'],
    ids: 'uuid',
    members: {},
    filters: ['name'],
    scope: 'none',
  },
];

/** What an FMC ships with, and the enrolments that somebody has made in the GUI. */
const builtIns = (enrollments: readonly string[]): readonly (readonly [string, JsonObject])[] => {
  const policy = (
    name: string,
    priority: number,
    encryption: Json,
    integrity: Json,
    dh: Json,
  ): [string, JsonObject] => [
    'object/ikev2policies',
    {
      name,
      priority,
      lifetimeInSeconds: 86400,
      encryptionAlgorithms: encryption,
      integrityAlgorithms: integrity,
      prfIntegrityAlgorithms: hashes.slice(1),
      diffieHellmanGroups: dh,
    },
  ];
  const gcm = ['AES-GCM', 'AES-GCM-192', 'AES-GCM-256'];
  return [
    policy('AES-GCM-NULL-SHA', 10, gcm, ['NULL'], [14, 19, 20, 21]),
    policy('AES-SHA-SHA', 20, ['AES', 'AES-192', 'AES-256'], hashes.slice(1), [14, 19, 20, 21]),
    policy('DES-SHA-SHA', 80, ['DES'], ['SHA'], [14]),
    ['object/ikev2ipsecproposals', { name: 'AES-GCM', encryptionAlgorithms: gcm, integrityAlgorithms: ['NULL'] }],
    [
      'object/ikev2ipsecproposals',
      { name: 'AES-SHA', encryptionAlgorithms: ['AES', 'AES-192', 'AES-256'], integrityAlgorithms: ['SHA-1'] },
    ],
    ...enrollments.map((name): [string, JsonObject] => [
      'object/certenrollments',
      {
        name,
        enrollmentType: 'SCEP',
        overridable: false,
        skipCaFlagCheck: false,
        validationUsage: { ipsecClient: true, sslClient: true, sslServer: false },
        scepContent: {
          enrollmentUrl: 'http://ca.lab.example/scep',
          challengePassword: 'not-shown',
          retryPeriodInMins: '1',
          retryCount: '10',
        },
        certificateParameters: { includeFQDN: 'DEFAULT', includeDeviceSerial: false },
        key: { keyType: 'RSA', keyName: '<Default-RSA-Key>', keySize: 'CertKey_2048', ignoreIpsecKeyusage: false },
      },
    ]),
  ];
};

export const seedObjects = (world: World, enrollments: readonly string[]): void =>
  builtIns(enrollments).forEach(([at, body]) =>
    seed(world, at, world.newId(), body, at === 'object/certenrollments' ? { enrolled: true } : { system: true }),
  );
