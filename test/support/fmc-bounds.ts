import type { Kind } from '../../lib/model/nouns';

/** Bounds and words of Cisco's specification, each with a noun to try it on. */

export const ref = (kind: Kind, name: string) => ({ ref: kind, name, external: true });
const env = { secret: 'env', name: 'KEY' };
export const ikePolicy = { name: 'x', priority: 10, proposals: [{ ref: 'ikev2-proposal', name: 'PROPOSAL' }] };
export const gcm = { name: 'x', encryption: ['aes-gcm-256'], prf: ['sha512'], group: [19] };
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
export const radius = { name: 'RADIUS-1', address: '192.0.2.1', key: env };
const balancing = {
  name: 'RA',
  policy: ref('ra-vpn-policy', 'RA'),
  address: '192.0.2.1',
  interface: ref('security-zone', 'z'),
};
export const profile = {
  name: 'x',
  policy: ref('ra-vpn-policy', 'RA'),
  groupPolicy: ref('ftd-group-policy', 'G'),
  authentication: 'aaa',
  server: 'local',
  passwordManagement: true,
};
const logging = { name: 'x', policy: ref('platform-settings', 'x') };
const route = {
  name: 'net-10.30.0.0-16@tunnel',
  device: ref('ftd-device', 'mumbai-pair'),
  destination: '10.30.0.0/16',
  network: { ref: 'network-object', name: 'net-10.30.0.0-16' },
  interface: { ref: 'tunnel-interface', name: 'mumbai-pair/Tunnel100' },
  gateway: '10.58.1.1',
};
const route6 = {
  name: 'net-6@outside',
  device: ref('ftd-device', 'mumbai-pair'),
  destination: '2001:db8:30::/48',
  network: { ref: 'network-object', name: 'net-6', external: true },
  interface: 'outside',
  gateway: '2001:db8::1',
};
const monitor = { name: 'x', number: 10, address: '192.0.2.1', zones: [ref('security-zone', 'z')] };
const directory = {
  name: 'x',
  type: 'ldap',
  user: { name: 'vpn', password: env },
  baseDn: 'dc=example,dc=net',
  groupDn: 'dc=example,dc=net',
  servers: [{ host: 'ldap.example.net', encryption: 'none' }],
};
export const scep = { name: 'x', enrollment: { type: 'url', url: 'http://ca.example.net/scep' } };

export type Row = readonly [
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
const pool = { name: 'x' };
/** A line that logs by itself, so often. */
const loggingEach = (seconds: number): object => ({
  entries: [{ action: 'permit', source: 'any', destination: 'any', options: `log warnings interval ${seconds}` }],
});
export const bounds: readonly Row[] = [
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
  ['ra-vpn-policy', 'ipsec.cookieThreshold', 1, 1000, raPolicy, within('ipsec', 'cookieThreshold')],
  ['ra-vpn-policy', 'ipsec.negotiationLimit', 1, 100, raPolicy, within('ipsec', 'negotiationLimit')],
  ['ra-vpn-policy', 'ipsec.natKeepAlive', 10, 3600, raPolicy, within('ipsec', 'natKeepAlive')],
  ['ra-connection-profile', 'passwordWarningDays', 0, 180, profile],
  ['ra-load-balancing', 'port', 1, 65535, { ...balancing, members: [{ device: ref('ftd-device', 'd') }] }],
  [
    'ra-load-balancing',
    'priority',
    1,
    10,
    balancing,
    (priority) => ({ members: [{ device: ref('ftd-device', 'd'), priority }] }),
  ],
  [
    'secure-client-attribute',
    'timeout',
    1,
    300,
    { name: 'x', type: 'defer-update' },
    (timeout) => ({ deferUpdate: { prompt: 'until-timeout', timeout, action: 'defer', minimumVersion: '5.1.0' } }),
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
  ['realm', 'download.hour', 0, 23, directory, within('download', 'hour')],
  [
    'realm',
    'servers.port',
    1,
    65535,
    directory,
    (port) => ({ servers: [{ host: 'ldap.example.net', encryption: 'none', port }] }),
  ],
  ['saml-server', 'timeout', 1, 7200, saml],
  ['cert-trustpoint', 'enrollmentRetryCount', 0, 100, scep],
  ['cert-trustpoint', 'enrollmentRetryPeriod', 1, 60, scep],
  ['vpn-topology', 'saLimit', 1, 2147483647, topology],
  ['vpn-topology', 'tfc.payload', 64, 1024, topology, within('tfc', 'payload', { burst: 0, timeout: 0 })],
  ['vpn-topology', 'tfc.timeout', 10, 60, topology, within('tfc', 'timeout', { burst: 0, payload: 0 })],
  ['ra-crypto-map', 'tfc.burst', 0, 16, cryptoMap, within('tfc', 'burst', { payload: 0, timeout: 0 })],
  ['ra-crypto-map', 'tfc.payload', 64, 1024, cryptoMap, within('tfc', 'payload', { burst: 0, timeout: 0 })],
  ['ra-crypto-map', 'tfc.timeout', 10, 60, cryptoMap, within('tfc', 'timeout', { burst: 0, payload: 0 })],
  ['ra-vpn-policy', 'ipsec.saLimit', 1, 2147483647, raPolicy, within('ipsec', 'saLimit')],
  ['ra-vpn-policy', 'ipsec.mtuAgingMinutes', 10, 30, raPolicy, within('ipsec', 'mtuAgingMinutes')],
  [
    'radius-server',
    'address.authPort',
    1,
    65535,
    radius,
    within('address', 'authPort', { host: '192.0.2.1', acctPort: 1813 }),
  ],
  [
    'radius-server',
    'address.acctPort',
    1,
    65535,
    radius,
    within('address', 'acctPort', { host: '192.0.2.1', authPort: 1812 }),
  ],
  ['access-list', 'log interval', 1, 600, { name: 'x' }, loggingEach],
  [
    'address-pool',
    'supernet.subnetLength',
    17,
    30,
    pool,
    within('supernet', 'subnetLength', { network: '10.64.0.0/16', size: 2 }),
  ],
  [
    'address-pool',
    'supernet.start',
    1,
    254,
    pool,
    within('supernet', 'start', { network: '10.64.0.0/16', subnetLength: 24, size: 1 }),
  ],
  [
    'address-pool',
    'supernet.size',
    1,
    254,
    pool,
    within('supernet', 'size', { network: '10.64.0.0/16', subnetLength: 24 }),
  ],
  ['ipv6-address-pool', 'size', 1, 16384, { name: 'x', start: '2001:db8::10/64' }],
  ['ftd-group-policy', 'simultaneousLogins', 0, 2147483647, { name: 'x' }],
  ['ftd-group-policy', 'sessionTimeout', 1, 35791394, { name: 'x' }],
  ['ftd-group-policy', 'sessionTimeoutAlert', 1, 30, { name: 'x' }],
  ['ftd-group-policy', 'idleTimeout', 1, 35791394, { name: 'x' }],
  ['ftd-group-policy', 'idleTimeoutAlert', 1, 30, { name: 'x' }],
  ['static-route', 'distance', 1, 254, route],
  ['ipv6-static-route', 'distance', 1, 254, route6],
  ['vpn-logging', 'bufferBytes', 4096, 52428800, logging],
];

/** The same of nouns that the specification is cut by. */
export const beyond: typeof bounds = [
  ['sla-monitor', 'number', 1, 2147483647, monitor],
  ['sla-monitor', 'frequency', 1, 604800, { ...monitor, timeout: 0 }],
  ['sla-monitor', 'timeout', 0, 604800000, { ...monitor, frequency: 604800 }],
  ['sla-monitor', 'threshold', 0, 2147483647, monitor],
  ['sla-monitor', 'packets', 1, 100, monitor],
  ['sla-monitor', 'dataSize', 0, 16384, monitor],
  ['sla-monitor', 'tos', 0, 255, monitor],
];

const ciphers = ['aes-gcm-256', 'aes-gcm-192', 'aes-gcm-128'];
export const words: readonly (readonly [Kind, string, readonly unknown[], unknown, object])[] = [
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
  ['vpn-topology', 'keepAlive', ['off', 'never-first', { threshold: 10, retry: 2 }], 'on', topology],
  ['vpn-topology', 'peerIdentity', ['required', 'if-supported-by-certificate', 'not-checked'], 'checked', topology],
  ['ftd-group-policy', 'sslRekeyMethod', ['new-tunnel', 'existing-tunnel'], 'ssl', { name: 'x' }],
  ['cert-trustpoint', 'ecKeysize', [256, 384, 521], 512, { ...scep, ecKeypair: 'KEY' }],
  [
    'cert-trustpoint',
    'rsaKeypair',
    [2048, 3072, 4096].map((bits) => ({ label: 'K', bits })),
    { label: 'K', bits: 2560 },
    scep,
  ],
  ['cert-trustpoint', 'validationUsage', [['ipsec-client'], ['ssl-client', 'ssl-server']], ['ipsec'], scep],
  ['cert-trustpoint', 'revocationCheck', [['crl'], ['ocsp', 'crl', 'none'], ['none']], ['none', 'crl'], scep],
  ['ikev2-proposal', 'encryption', [['aes-gcm-256']], ['null'], gcm],
  ['vpn-logging', 'level', ['emergencies', 'debugging'], 'loud', logging],
  ['vpn-logging', 'toFmc', ['vpn', 'all', 'off'], 'some', logging],
];
