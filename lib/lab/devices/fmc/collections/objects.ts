import type { Json, JsonObject } from '../../../../kernel/json';
import { invalid } from '../answer';
import { groupPolicies } from './group-policy';
import { crud, description, nameShape, number, oneOf, required } from '../members';
import { settleMembers } from '../shape';
import { seed, type Collection, type World } from '../world';

export const groups = [1, 2, 5, 14, 15, 16, 19, 20, 21, 24, 31];
const ikeEncryption = ['DES', '3DES', 'AES', 'AES-192', 'AES-256', 'AES-GCM', 'AES-GCM-192', 'AES-GCM-256', 'NULL'];
const espEncryption = [...ikeEncryption.slice(0, 8), 'AES-GMAC', 'AES-GMAC-192', 'AES-GMAC-256', 'NULL'];
const hashes = ['MD5', 'SHA', 'SHA-256', 'SHA-384', 'SHA-512'];

const ikev2Policy: Collection = {
  at: 'object/ikev2policies',
  since: '6.3',
  type: 'Ikev2Policy',
  // The last is what fmcapi sends.
  takes: ['IKEv2Policy', 'Ikev2PolicyObject'],
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
  since: '6.3',
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

const ikev1Policy: Collection = {
  at: 'object/ikev1policies',
  type: 'IKEv1Policy',
  verbs: crud,
  unique: ['object/ikev1policies'],
  members: {
    name: nameShape,
    description,
    priority: required(number(1, 65535)),
    lifetimeInSeconds: number(120, 2147483647, 86400),
    encryption: oneOf('DES 3DES AES-128 AES-192 AES-256', true),
    hash: oneOf('SHA MD5', true),
    diffieHellmanGroup: { is: 'number-of', among: [1, 2, 5, 14], required: true },
    authenticationMethod: { is: 'word', words: ['Certificate', 'Preshared Key'], required: true },
  },
  scope: 'users',
};
const ikev1Proposal: Collection = {
  at: 'object/ikev1ipsecproposals',
  type: 'IKEv1IPsecProposal',
  verbs: crud,
  unique: ['object/ikev1ipsecproposals'],
  members: {
    name: nameShape,
    description,
    espEncryption: oneOf('DES 3DES ESP_NULL AES-128 AES-192 AES-256', true),
    espHash: oneOf('SHA NONE MD5', true),
  },
  scope: 'users',
};

export const objectCollections: readonly Collection[] = [ikev2Policy, ipsecProposal, ikev1Policy, ikev1Proposal];

type Seeded = readonly [at: string, body: JsonObject];

const builtInPolicy = (name: string, priority: number, encryption: Json, integrity: Json, dh: Json): Seeded => [
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
const builtInProposal = (name: string, encryption: Json, integrity: string): Seeded => [
  'object/ikev2ipsecproposals',
  { name, encryptionAlgorithms: encryption, integrityAlgorithms: [integrity] },
];
const [gcm, cbc] = [
  ['AES-GCM', 'AES-GCM-192', 'AES-GCM-256'],
  ['AES', 'AES-192', 'AES-256'],
];

/** What an FMC ships with. */
const builtIns: readonly Seeded[] = [
  builtInPolicy('AES-GCM-NULL-SHA', 10, gcm, ['NULL'], [14, 19, 20, 21]),
  builtInPolicy('AES-SHA-SHA', 20, cbc, hashes.slice(1), [14, 19, 20, 21]),
  builtInPolicy('DES-SHA-SHA', 80, ['DES'], ['SHA'], [14]),
  builtInProposal('AES-GCM', gcm, 'NULL'),
  builtInProposal('AES-SHA', cbc, 'SHA-1'),
];

/** An enrolment that an administrator has made in the GUI. */
const enrolment = (name: string): JsonObject => ({
  name,
  enrollmentType: 'SCEP',
  overridable: true,
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
});

/** A realm that an administrator has made in the GUI. */
const activeDirectory = (domain: string): JsonObject => ({
  name: domain,
  enabled: true,
  realmType: 'AD',
  adPrimaryDomain: domain,
  dirUsername: `vpn@${domain}`,
  dirPassword: 'not-shown',
  baseDn: 'dc=lab,dc=example',
  groupDn: 'dc=lab,dc=example',
  groupAttribute: 'member',
  directoryConfigurations: [
    { hostname: 'dc.lab.example', port: 389, encryptionProtocol: 'NONE', useRoutingToSelectInterface: true },
  ],
});

/** What an administrator has made in the GUI, by name. */
interface There {
  readonly enrollments: readonly string[];
  readonly authorities: readonly string[];
  readonly realms: readonly string[];
  readonly natPolicies: readonly string[];
}

/** What an FMC has from the beginning; its defaults are filled in like those of what is written. */
export const seedObjects = (world: World, { enrollments, authorities, realms }: There): void => {
  builtIns.forEach(([at, body]) => seed(world, at, world.newId(), body, { system: true }));
  enrollments.forEach((name) =>
    seed(world, 'object/certenrollments', world.newId(), enrolment(name), { enrolled: true }),
  );
  const policy = world.collections.find((spec) => spec.at === groupPolicies)!;
  const filled = settleMembers(policy.members, { name: 'DfltGrpPolicy' }, '', world.lookup);
  seed(world, groupPolicies, world.newId(), filled, { system: true });
  ['HTTPS', 'DNS_over_UDP'].forEach((name) =>
    seed(world, 'object/protocolportobjects', world.newId('uuid'), { name }, { system: true }),
  );
  authorities.forEach((name) => seed(world, 'object/externalcacertificates', world.newId('uuid'), { name }));
  const realm = world.collections.find((spec) => spec.at === 'object/realms')!;
  realms.forEach((name) =>
    seed(
      world,
      'object/realms',
      world.newId('uuid'),
      settleMembers(realm.members, activeDirectory(name), '', world.lookup),
    ),
  );
};
/** Policies are of one domain each. */
export const seedPolicies = (world: World, { natPolicies }: There): void => {
  seed(world, 'policy/dynamicaccesspolicies', world.newId(), { name: 'DfltAccessPolicy' }, { system: true });
  natPolicies.forEach((name) => seed(world, 'policy/ftdnatpolicies', world.newId('uuid'), { name }));
};
