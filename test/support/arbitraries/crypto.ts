import fc from 'fast-check';
import type { NounOf } from '../../../lib/model/nouns';
import {
  distinct,
  domainName,
  groups,
  has,
  hashes,
  hostName,
  hostOrNetwork,
  anyAddress,
  int,
  ipv4,
  mayRef,
  plainName,
  on,
  oneOf,
  opt,
  port,
  rare,
  record,
  refTo,
  refsTo,
  secretRef,
  someOf,
  text,
  vrfRef,
  where,
  word,
  type Pool,
} from './basic';

type Name = fc.Arbitrary<string>;

const gcm = ['aes-gcm-256', 'aes-gcm-128'] as const;
const cbc = ['aes-cbc-256', 'aes-cbc-192', 'aes-cbc-128', '3des', 'des'] as const;
const own = ['aes-gcm-256', 'aes-gcm-192', 'aes-gcm-128', 'gmac-256', 'gmac-192', 'gmac-128'] as const;
const kems = ['mlkem512', 'mlkem768', 'mlkem1024'] as const;

type Proposal = NounOf<'ikev2-proposal'>;
/** `pqc` needs a release that the simulated router is not; the FMC has none. */
export const proposal = (name: Name, pqc = false): fc.Arbitrary<Proposal> => {
  const common = {
    name,
    group: someOf(groups, 4),
    ...(pqc ? { pqc: rare(record<NonNullable<Proposal['pqc']>>({ kems: someOf(kems), optional: on })) } : {}),
  };
  return fc.oneof(
    record<Proposal>({ ...common, encryption: someOf(gcm), prf: someOf(hashes, 3) }),
    record<Proposal>({ ...common, encryption: someOf(cbc), integrity: someOf(hashes, 3), prf: opt(someOf(hashes, 3)) }),
  );
};

type Policy = NounOf<'ikev2-policy'>;
export const policy = (name: Name, pool: Pool): fc.Arbitrary<Policy> =>
  record<Policy>({
    name,
    proposals: refsTo('ikev2-proposal', pool, 3),
    fvrf: opt(fc.oneof<fc.Arbitrary<NonNullable<Policy['fvrf']>>[]>(fc.constant('any'), vrfRef(pool))),
    localAddresses: opt(distinct(ipv4, 3)),
    matchInboundOnly: on,
    matchApplication: rare(oneOf(['sdwan', 'autovpn'] as const)),
  });

type TransformSet = NounOf<'ipsec-transform-set'>;
const mode = oneOf(['tunnel', 'transport', 'transport-require'] as const);
/** Without what only IOS-XE has: for the FMC. */
export const plainTransformSet = (name: Name): fc.Arbitrary<TransformSet> => {
  const two = oneOf(['tunnel', 'transport'] as const);
  return fc.oneof(
    record<TransformSet>({
      name,
      encryption: oneOf(['aes-gcm-256', 'aes-gcm-192', 'aes-gcm-128'] as const),
      mode: two,
    }),
    record<TransformSet>({ name, encryption: oneOf(cbc), integrity: oneOf(hashes), mode: two }),
  );
};
export const transformSet = (name: Name): fc.Arbitrary<TransformSet> => {
  const common = { name, mode, esn: on, compression: rare(fc.constant('lzs' as const)) };
  const ah = oneOf(hashes);
  const weak = oneOf([...cbc, 'null', 'seal'] as const);
  return fc.oneof(
    record<TransformSet>({ ...common, encryption: oneOf(own), ah: rare(ah) }),
    record<TransformSet>({ ...common, encryption: weak, integrity: oneOf(hashes), ah: rare(ah) }),
    record<TransformSet>({ ...common, encryption: weak, ah }),
    record<TransformSet>({ ...common, ah }),
  );
};

type Peer = NounOf<'ikev2-keyring'>['peers'][number];
const peerIdentity: fc.Arbitrary<NonNullable<Peer['identity']>> = fc.oneof(
  anyAddress.map((address) => ({ type: 'address' as const, address })),
  domainName.map((fqdn) => ({ type: 'fqdn' as const, fqdn })),
  domainName.map((domain) => ({ type: 'fqdn-domain' as const, domain })),
  domainName.map((host) => ({ type: 'email' as const, email: `vpn@${host}` })),
  domainName.map((domain) => ({ type: 'email-domain' as const, domain })),
  word.map((keyId) => ({ type: 'key-id' as const, keyId })),
);
type Ppk = NonNullable<Peer['ppk']>;
const ppk = (pool: Pool): fc.Arbitrary<Ppk> =>
  fc.oneof<fc.Arbitrary<Ppk>[]>(
    record<Extract<Ppk, { manual: unknown }>>({
      manual: record<Extract<Ppk, { manual: unknown }>['manual']>({ id: word, key: secretRef, hex: on }),
      required: on,
    }),
    ...(has(pool, 'skip-client')
      ? [record<Extract<Ppk, { dynamic: unknown }>>({ dynamic: refTo('skip-client', pool), required: on })]
      : []),
  );
const peer = (pool: Pool): fc.Arbitrary<Peer> =>
  fc
    .tuple(
      record<Peer>({
        name: plainName,
        description: opt(text),
        address: opt(hostOrNetwork),
        hostname: rare(hostName),
        identity: rare(peerIdentity),
        ppk: rare(ppk(pool)),
      }),
      fc.oneof(fc.record({ key: secretRef }), fc.record({ localKey: secretRef, remoteKey: secretRef })),
    )
    .map(([found, keys]) => ({
      ...found,
      ...((found.address ?? found.hostname ?? found.identity) ? {} : { address: '192.0.2.1' }),
      ...keys,
    }));
export const keyring = (name: Name, pool: Pool): fc.Arbitrary<NounOf<'ikev2-keyring'>> =>
  record<NounOf<'ikev2-keyring'>>({ name, peers: distinct(peer(pool), 3, (each) => each.name) });

type SkipClient = NounOf<'skip-client'>;
export const skipClient = (name: Name): fc.Arbitrary<SkipClient> =>
  fc.record({
    name,
    server: fc.record({ host: hostName, port: int(1, 65535) }),
    psk: record<SkipClient['psk']>({ id: word, key: secretRef, hex: on }),
  });

type IpsecProfile = NounOf<'ipsec-profile'>;
export const replayWindow = oneOf([64, 128, 256, 512, 1024, 'disable'] as const);
export const kilobytes = fc.oneof(fc.constant(4608000), int(2560, 4294967295), fc.constant('disable' as const));
export const seconds = fc.oneof(fc.constant(3600), int(120, 2592000));
export const ipsecProfile = (name: Name, pool: Pool): fc.Arbitrary<IpsecProfile> =>
  fc
    .tuple(
      record<IpsecProfile>({
        name,
        description: opt(text),
        transformSets: refsTo('ipsec-transform-set', pool, 6),
        lifetimeKilobytes: opt(kilobytes),
        idleTime: rare(int(60, 86400)),
        replayWindow: rare(replayWindow),
        dfBit: rare(oneOf(['clear', 'copy', 'set'] as const)),
        dummy: rare(
          fc.oneof(
            int(0, 25000).map((pps) => ({ pps })),
            int(1, 3600).map((every) => ({ seconds: every })),
          ),
        ),
        perHost: on,
        policyLimit: rare(int(1, 50000)),
        pfs: opt(
          fc.oneof<fc.Arbitrary<NonNullable<IpsecProfile['pfs']>>[]>(
            oneOf(groups),
            fc.constant(true as const),
            fc.record({ group: oneOf(groups), pqc: someOf(kems) }),
          ),
        ),
        ecn: rare(oneOf(['discard', 'propagate'] as const)),
        ikev2Profile: refTo('ikev2-profile', pool),
        mixedMode: on,
        responderOnly: on,
        reverseRoute: on,
        reverseRouteDistance: rare(int(1, 255)),
        reverseRouteTag: rare(int(1, 4294967295)),
        reverseRouteGateway: rare(anyAddress),
        redundancy: rare(record<NonNullable<IpsecProfile['redundancy']>>({ group: plainName, stateful: on })),
      }),
      fc.oneof(
        fc.constant({}),
        seconds.map((lifetimeSeconds) => ({ lifetimeSeconds })),
        int(1, 30).map((lifetimeDays) => ({ lifetimeDays })),
      ),
    )
    .map(([profile, lifetime]) => ({ ...profile, ...lifetime }));

type Trustpoint = NounOf<'cert-trustpoint'>;
const url = domainName.map((host) => `http://${host}:80/scep`);
const enrollment = (pool: Pool): fc.Arbitrary<Trustpoint['enrollment']> => {
  type One<T extends Trustpoint['enrollment']['type']> = Extract<Trustpoint['enrollment'], { type: T }>;
  return fc.oneof<fc.Arbitrary<Trustpoint['enrollment']>[]>(
    record<One<'terminal'>>({ type: fc.constant('terminal'), pem: on }),
    record<One<'url'>>({ type: fc.constant('url'), url, vrf: rare(vrfRef(pool)) }),
    fc.constant({ type: 'selfsigned' }),
    record<One<'profile'>>({ type: fc.constant('profile'), profile: plainName }),
  );
};
const ekus = [
  'server-auth',
  'client-auth',
  'ocsp-signing',
  'code-signing',
  'email-protection',
  'time-stamping',
] as const;
const exemptions = ['allow expired-certificate', 'skip revocation-check', 'skip authorization-check'] as const;
const keypair = fc.oneof(
  record<NonNullable<Trustpoint['rsaKeypair']>>({ label: plainName, bits: opt(int(2048, 4096)) }),
  fc.record({ label: plainName, bits: int(2048, 4096), encryptionBits: int(2048, 4096) }),
);

/** `parents`: which trustpoints may stand above it, so that none stands above itself. */
export const trustpoint = (name: Name, pool: Pool, parents: Pool = pool): fc.Arbitrary<Trustpoint> =>
  record<Trustpoint>({
    name,
    enrollment: enrollment(pool),
    enrollmentModeRa: on,
    enrollmentRetryCount: rare(int(1, 100)),
    enrollmentRetryPeriod: rare(int(1, 60)),
    usage: rare(someOf(['ike', 'ssl-server', 'ssl-client'] as const)),
    serialNumber: rare(oneOf([true, 'none'] as const)),
    fqdn: opt(fc.oneof(domainName, fc.constant('none'))),
    ipAddress: rare(
      fc.oneof<fc.Arbitrary<NonNullable<Trustpoint['ipAddress']>>[]>(fc.constant('none'), anyAddress, port(pool)),
    ),
    password: rare(secretRef),
    subjectName: opt(text),
    subjectAltName: rare(domainName),
    revocationCheck: opt(someOf(['crl', 'ocsp', 'none'] as const)),
    rsaKeypair: opt(keypair),
    ecKeypair: rare(plainName),
    keysOn: rare(oneOf(['usbtoken0:', 'nvram:'])),
    hash: rare(oneOf(hashes)),
    fingerprint: rare(fc.stringMatching(/^[0-9A-F]{40}$/)),
    autoEnroll: rare(record<NonNullable<Trustpoint['autoEnroll']>>({ percent: opt(int(1, 100)), regenerate: on })),
    chainValidation: rare(
      fc.oneof<fc.Arbitrary<NonNullable<Trustpoint['chainValidation']>>[]>(
        fc.constant('stop'),
        ...(has(parents, 'cert-trustpoint') ? [refTo('cert-trustpoint', parents).map((parent) => ({ parent }))] : []),
      ),
    ),
    sourceInterface: rare(port(pool)),
    vrf: rare(vrfRef(pool)),
    storage: rare(oneOf(['nvram:', 'flash:certs'])),
    ekuRequest: rare(someOf(ekus)),
    matchCertificates: where(has(pool, 'certificate-map'), () =>
      distinct(
        record<NonNullable<Trustpoint['matchCertificates']>[number]>({
          map: refTo('certificate-map', pool),
          exempt: opt(oneOf(exemptions)),
        }),
        2,
      ),
    ),
    authorizationList: mayRef('aaa-authorization-list', pool),
    authorizationUsername: rare(oneOf(['commonname', 'serialnumber'])),
    ocspUrl: rare(url),
    crlQuery: rare(fc.constant('ldap://crl.example.net')),
    crlCache: rare(fc.oneof(fc.constant('none' as const), int(1, 43200))),
    primary: on,
    regenerate: on,
  }).map(({ ecKeypair, ...all }) =>
    ecKeypair === undefined || (all.enrollment.type === 'selfsigned' && all.rsaKeypair) ? all : { ...all, ecKeypair },
  );

/** As the router prints it: in small letters, blanks around `=`. */
const certificateText = fc.oneof(
  fc.tuple(oneOf(['cn', 'o', 'ou']), domainName).map(([attribute, value]) => `${attribute} = ${value}`),
  fc.array(fc.stringMatching(/^[a-z0-9.,-]{1,8}$/), { minLength: 1, maxLength: 3 }).map((words) => words.join(' ')),
);
type Rules = NonNullable<NounOf<'certificate-map'>['rules']>;
const rulesOf = <F extends Rules[number]['field'], O extends Rules[number]['operator']>(
  fields: readonly F[],
  operators: readonly O[],
): fc.Arbitrary<Rules> =>
  distinct(fc.record({ field: oneOf(fields), operator: oneOf(operators), value: certificateText }), 4);
/** What every platform knows of a certificate map. */
export const plainCertificateMap = (name: Name): fc.Arbitrary<NounOf<'certificate-map'>> =>
  record<NounOf<'certificate-map'>>({
    name,
    sequence: opt(int(1, 65535)),
    rules: rulesOf(['subject-name', 'issuer-name', 'alt-subject-name'], ['eq', 'co', 'ne', 'nc']),
  });
const anyRules = rulesOf(
  ['subject-name', 'issuer-name', 'name', 'unstructured-subject-name', 'serial-number', 'valid-start', 'expires-on'],
  ['eq', 'co', 'ne', 'nc', 'lt', 'ge'],
);
export const certificateMap = (name: Name): fc.Arbitrary<NounOf<'certificate-map'>> =>
  fc.oneof(
    plainCertificateMap(name),
    fc.record({
      name,
      alternatives: fc
        .uniqueArray(fc.record({ sequence: int(1, 40), rules: anyRules }), {
          minLength: 1,
          maxLength: 3,
          selector: ({ sequence }) => sequence,
        })
        .map((all) => [...all].sort((a, b) => a.sequence - b.sequence)),
    }),
  );
