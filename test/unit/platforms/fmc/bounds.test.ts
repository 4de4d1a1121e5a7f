import { lowerRest } from '../../../../lib/desired/rest/lower';
import { nouns, type Kind } from '../../../../lib/model/nouns';
import { grammarOf } from '../../../../lib/platforms/fmc/grammar';
import { fmcSurroundings } from '../../../support/arbitraries';

/** Bounds and words of Cisco's specification, at synth: in the schema where all platforms share them, else in the grammar. */

const ref = (kind: Kind, name: string) => ({ ref: kind, name, external: true });
const env = { secret: 'env', name: 'KEY' };
const ikePolicy = { name: 'x', priority: 10, proposals: [{ ref: 'ikev2-proposal', name: 'PROPOSAL' }] };
const gcm = { name: 'x', encryption: ['aes-gcm-256'], prf: ['sha512'], group: [19] };
const topology = {
  name: 'x',
  ikev2Policies: [ref('ikev2-policy', 'P')],
  authentication: { method: 'pre-share', key: env },
  ipsecProposals: [ref('ipsec-transform-set', 'T')],
};
const cryptoMap = { name: 'z', policy: ref('ra-vpn-policy', 'RA'), zone: ref('security-zone', 'z') };
const raPolicy = {
  name: 'x',
  accessInterfaces: [{ zone: ref('security-zone', 'z') }],
  ipsecCertificate: ref('cert-trustpoint', 'C'),
  ikev2Policies: [ref('ikev2-policy', 'P')],
  groupPolicies: [ref('ftd-group-policy', 'DfltGrpPolicy')],
};
const saml = {
  name: 'x',
  entityId: 'https://sso.example.net/m',
  signInUrl: 'https://sso.example.net/l',
  identityProviderCertificate: ref('cert-trustpoint', 'C'),
};
const group = { name: 'x', servers: [{ ref: 'radius-server', name: 'RADIUS-1' }] };
const radius = { name: 'x', address: '192.0.2.1', key: env };
const balancing = {
  name: 'RA',
  policy: ref('ra-vpn-policy', 'RA'),
  address: '192.0.2.1',
  interface: ref('security-zone', 'z'),
};
const profile = {
  name: 'x',
  policy: ref('ra-vpn-policy', 'RA'),
  groupPolicy: ref('ftd-group-policy', 'G'),
  authentication: 'aaa',
  server: 'local',
  passwordManagement: true,
};
const logging = { name: 'x', policy: ref('platform-settings', 'x') };
const scep = { name: 'x', enrollment: { type: 'url', url: 'http://ca.example.net/scep' } };

/** What the program says is wrong with a noun on an FMC, from schema or grammar. */
const faultsOf = (kind: Kind, props: object): readonly string[] => {
  const parsed = nouns[kind].schema.safeParse(props);
  if (!parsed.success) return parsed.error.issues.map(({ message }) => message);
  const noun = parsed.data as never;
  const own = { kind, name: parsed.data.name, path: 'stack/fmc/x', noun };
  return lowerRest([...fmcSurroundings, own], grammarOf, 'the FMC', '7.7').problems.map(({ path, message }) => {
    expect(path).toBe('stack/fmc/x');
    return message;
  });
};

type Row = readonly [
  kind: Kind,
  field: string,
  lowest: number,
  highest: number,
  base: object,
  at?: (n: number) => object,
];
const within =
  (outer: string, inner: string, more: object = {}) =>
  (n: number): object => ({ [outer]: { [inner]: n, ...more } });
const rows: readonly Row[] = [
  ['ikev2-policy', 'priority', 1, 65535, ikePolicy],
  ['ikev2-policy', 'lifetime', 120, 2147483647, ikePolicy],
  ['vpn-topology', 'lifetimeSeconds', 120, 2147483647, topology],
  ['vpn-topology', 'lifetimeKilobytes', 10, 2147483647, topology],
  ['vpn-topology', 'cookieThreshold', 1, 100, topology],
  ['vpn-topology', 'negotiationLimit', 1, 100, topology],
  ['vpn-topology', 'mtuAgingMinutes', 10, 30, topology],
  ['vpn-topology', 'natKeepAlive', 10, 3600, topology],
  ['vpn-topology', 'idleTimeout', 1, 35791394, topology],
  ['vpn-topology', 'keepAlive.threshold', 10, 3600, topology, within('keepAlive', 'threshold', { retry: 2 })],
  ['vpn-topology', 'keepAlive.retry', 2, 10, topology, within('keepAlive', 'retry', { threshold: 10 })],
  ['vpn-topology', 'tfc.burst', 0, 16, topology, within('tfc', 'burst', { payload: 0, timeout: 0 })],
  [
    'vpn-topology',
    'authentication.length',
    1,
    127,
    topology,
    (length) => ({ authentication: { method: 'automatic', length } }),
  ],
  ['ra-crypto-map', 'clientServicesPort', 1, 65535, { ...cryptoMap, clientServices: true }],
  ['ra-crypto-map', 'lifetimeSeconds', 120, 2147483647, cryptoMap],
  ['ra-crypto-map', 'lifetimeKilobytes', 10, 2147483647, cryptoMap],
  ['ra-vpn-policy', 'webPort', 1, 65535, raPolicy],
  ['ra-vpn-policy', 'dtlsPort', 1, 65535, raPolicy],
  ['ra-vpn-policy', 'addressAssignment.reuseMinutes', 0, 480, raPolicy, within('addressAssignment', 'reuseMinutes')],
  ['ra-vpn-policy', 'ipsec.cookieThreshold', 1, 100, raPolicy, within('ipsec', 'cookieThreshold')],
  ['ra-vpn-policy', 'ipsec.negotiationLimit', 1, 100, raPolicy, within('ipsec', 'negotiationLimit')],
  ['ra-vpn-policy', 'ipsec.natKeepAlive', 10, 3600, raPolicy, within('ipsec', 'natKeepAlive')],
  ['ra-connection-profile', 'passwordWarningDays', 1, 180, profile],
  ['ra-load-balancing', 'port', 1, 65535, { ...balancing, members: [{ device: ref('ftd-device', 'd') }] }],
  [
    'ra-load-balancing',
    'priority',
    1,
    10,
    balancing,
    (priority) => ({ members: [{ device: ref('ftd-device', 'd'), priority }] }),
  ],
  ['ftd-group-policy', 'mtu', 576, 1462, { name: 'x' }],
  ['ftd-group-policy', 'keepAlive', 15, 600, { name: 'x' }],
  ['ftd-group-policy', 'gatewayDpd', 5, 3600, { name: 'x' }],
  ['ftd-group-policy', 'clientDpd', 5, 3600, { name: 'x' }],
  ['ftd-group-policy', 'sslRekey', 4, 10080, { name: 'x' }],
  ['ftd-group-policy', 'vlan', 1, 4094, { name: 'x' }],
  ['aaa-server-group', 'retryInterval', 1, 10, group],
  ['aaa-server-group', 'interimAccountingMinutes', 1, 120, group],
  ['aaa-server-group', 'dynamicAuthorizationPort', 1024, 65535, group],
  ['radius-server', 'timeout', 1, 300, radius],
  ['saml-server', 'timeout', 1, 7200, saml],
  ['cert-trustpoint', 'enrollmentRetryCount', 1, 100, scep],
  ['cert-trustpoint', 'enrollmentRetryPeriod', 1, 60, scep],
  ['vpn-logging', 'bufferBytes', 4096, 52428800, logging],
];

describe('bounds', () => {
  const titled = rows.map((row) => [`${row[0]} ${row[1]}: ${row[2]} to ${row[3]}`, row] as const);
  test.each(titled)('%s', (_title, [kind, field, lowest, highest, base, at]) => {
    const faults = (n: number) => faultsOf(kind, { ...base, ...(at ? at(n) : { [field]: n }) });
    for (const n of [lowest, highest]) expect([n, faults(n)]).toEqual([n, []]);
    for (const n of [lowest - 1, highest + 1, lowest + 0.5]) expect([n, faults(n)]).not.toEqual([n, []]);
  });
});

const ciphers = ['aes-gcm-256', 'aes-gcm-192', 'aes-gcm-128'];
const words: readonly (readonly [Kind, string, readonly unknown[], unknown, object])[] = [
  ['ikev2-proposal', 'encryption', ciphers.map((one) => [one]), ['aes-ctr-256'], gcm],
  ['ikev2-proposal', 'prf', ['sha512', 'sha384', 'sha256', 'sha1', 'md5'].map((one) => [one]), ['sha224'], gcm],
  ['ikev2-proposal', 'group', [1, 2, 5, 14, 15, 16, 19, 20, 21, 24, 31].map((one) => [one]), [17], gcm],
  ['ipsec-transform-set', 'encryption', [...ciphers, 'gmac-256', 'gmac-192', 'gmac-128'], 'seal', { name: 'x' }],
  ['vpn-topology', 'topology', ['point-to-point', 'hub-and-spoke', 'full-mesh'], 'star', topology],
  ['vpn-topology', 'mode', ['tunnel', 'transport-preferred', 'transport-require'], 'transport', topology],
  ['vpn-topology', 'pfs', [1, 2, 5, 14, 15, 16, 19, 20, 21, 24, 31], 17, topology],
  ['vpn-topology', 'dontFragment', ['set', 'copy', 'clear', 'none'], 'keep', topology],
  ['vpn-topology', 'identity', ['auto-or-dn', 'ip-address', 'host-name'], 'dn', topology],
  ['vpn-topology', 'cookieChallenge', ['custom', 'always', 'never'], 'on', topology],
  ['ra-crypto-map', 'pfs', [14, 31], 17, cryptoMap],
  ['ra-crypto-map', 'dontFragment', ['set', 'copy', 'clear', 'none'], 'keep', cryptoMap],
  ['ftd-group-policy', 'sslCompression', ['disabled', 'deflate', 'lzs'], 'gzip', { name: 'x' }],
  ['ftd-group-policy', 'dtlsCompression', ['disabled', 'lzs'], 'deflate', { name: 'x' }],
  ['saml-server', 'signature', ['none', 'rsa-sha1', 'rsa-sha256', 'rsa-sha384', 'rsa-sha512'], 'rsa-md5', saml],
  ['aaa-server-group', 'accountingMode', ['single', 'multiple'], 'all', group],
  ['vpn-logging', 'toFmc', ['vpn', 'all', 'off'], 'some', logging],
];

describe('words', () => {
  test.each(words)('%s %s', (kind, field, known, strange, base) => {
    for (const value of known) expect([value, faultsOf(kind, { ...base, [field]: value })]).toEqual([value, []]);
    expect(faultsOf(kind, { ...base, [field]: strange })).not.toEqual([]);
  });
});

describe('what the FMC has no place for is said, and not left out in silence', () => {
  test.each<readonly [string, Kind, object, string]>([
    [
      'two proposals in a policy',
      'ikev2-policy',
      { ...ikePolicy, proposals: [ikePolicy.proposals[0], ref('ikev2-proposal', 'SECOND')] },
      'proposals: a policy of the FMC is one proposal: write an IkeV2Policy for each and give them all',
    ],
    [
      'a lifetime of the proposal',
      'ikev2-proposal',
      { ...gcm, lifetime: 3600 },
      'lifetime: on the FMC it stands in the policy: write it there',
    ],
    [
      'how often a RADIUS server is asked',
      'radius-server',
      { ...radius, retransmit: 2 },
      'retransmit: the FMC asks again by the retryInterval of the group: leave it out',
    ],
    [
      'more than 1000 lines',
      'access-list',
      {
        name: 'x',
        entries: Array.from({ length: 1001 }, () => ({ action: 'permit', source: 'any', destination: 'any' })),
      },
      'entries: the FMC takes 1000 and these are 1001: write network groups',
    ],
    [
      'the whole subject and its parts',
      'ra-connection-profile',
      {
        ...profile,
        authentication: 'aaa-and-certificate',
        certificateName: { primary: 'user-id', wholeSubject: true },
      },
      'the whole subject is the name: leave it out, or write wholeSubject: false',
    ],
  ])('%s', (_what, kind, props, says) => expect(faultsOf(kind, props)).toEqual([says]));
});
