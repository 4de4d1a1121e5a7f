import fc from 'fast-check';
import type { NounOf } from '../../../lib/model/nouns';
import { int, oneOf, rare, record, someOf, text } from './basic';
import { fmcName, its, orOff, several, theirs } from './fmc-shared';

/** Group policies with everything that the FMC keeps of them. */

type Policy = NounOf<'ftd-group-policy'>;
type Split = NonNullable<Policy['splitTunnel']>;
const flag = rare(fc.boolean());
const list = (name: string) => fc.constant(theirs('access-list', name, { type: 'extended' }));
const tunnel = oneOf(['tunnel-specified', 'exclude-specified'] as const);
const names = fc.oneof<fc.Arbitrary<Pick<Split, 'dns' | 'dnsDomains'>>[]>(
  fc.constant({}),
  fc.record({ dns: oneOf(['as-split-tunnel', 'all'] as const) }),
  fc.record({
    dns: fc.constant('specified-domains' as const),
    dnsDomains: someOf(['corp.example.net', 'lab.example', 'example.in']),
  }),
);
const split: fc.Arbitrary<Split> = fc
  .tuple(
    fc.oneof<fc.Arbitrary<Split>[]>(
      fc.record({ ipv4: fc.constant('tunnel-all' as const), ipv6: fc.constant('tunnel-all' as const) }),
      fc.record({ ipv4: tunnel, list: list('SPLIT') }),
      fc.record({ ipv4: tunnel, ipv6: tunnel, list: list('SPLIT') }),
    ),
    names,
  )
  .map(([ways, asked]) => ({ ...ways, ...asked }));
const modules = [
  'amp-enabler',
  'feedback',
  'ise-posture',
  'network-access-manager',
  'network-visibility',
  'umbrella',
  'web-security',
  'start-before-login',
  'dart',
] as const;
const clientModule = record<NonNullable<Policy['clientModules']>[number]>({
  module: oneOf(modules),
  profile: rare(fc.constant(theirs('secure-client-file', 'posture', { type: 'ise-posture' }))),
  download: fc.boolean(),
});
const hosts = (...all: readonly string[]) => rare(several('network-object', ...all));

type Attribute = NounOf<'secure-client-attribute'>;
const domains = someOf(['saas.example.net', 'video.example', 'example.in']);
const deferred = fc.oneof<fc.Arbitrary<NonNullable<Attribute['deferUpdate']>>[]>(
  fc.record({
    prompt: oneOf(['until-answered', 'none'] as const),
    action: oneOf(['defer', 'update'] as const),
    minimumVersion: fc.constant('5.1.0'),
  }),
  fc.record({
    prompt: fc.constant('until-timeout' as const),
    timeout: int(1, 300),
    action: oneOf(['defer', 'update'] as const),
    minimumVersion: fc.constant('5.1.0'),
  }),
);
const ofType = <T extends Attribute['type']>(type: T) => ({
  name: fmcName,
  description: rare(text),
  type: fc.constant(type),
});
export const fmcClientAttribute: fc.Arbitrary<Attribute> = fc.oneof(
  record<Attribute>({ ...ofType('dynamic-split-tunnel'), include: domains, exclude: rare(domains) }),
  record<Attribute>({ ...ofType('dynamic-split-tunnel'), exclude: domains }),
  record<Attribute>({ ...ofType('defer-update'), deferUpdate: deferred }),
  record<Attribute>({ ...ofType('per-app'), value: oneOf(['dGVzdA==', 'YXBwcw==']) }),
  record<Attribute>({ ...ofType('custom'), attribute: fmcName, value: text }),
);

export const fmcGroupPolicy: fc.Arbitrary<Policy> = record<Policy>({
  name: fmcName,
  protocols: oneOf<Policy['protocols']>([['ipsec-ikev2'], ['ssl'], ['ipsec-ikev2', 'ssl']]),
  banner: rare(text),
  dnsServers: hosts('dns-1', 'dns-2'),
  winsServers: hosts('wins-1', 'wins-2'),
  domain: rare(fc.constant('corp.example.net')),
  dhcpScope: rare(its('network-object', 'dhcp-scope')),
  addressPools: rare(several('address-pool', 'POOL-1', 'POOL-2')),
  splitTunnel: rare(split),
  clientProfile: rare(fc.constant(theirs('secure-client-file', 'staff', { type: 'vpn-profile' }))),
  managementProfile: rare(fc.constant(theirs('secure-client-file', 'mgmt', { type: 'management-profile' }))),
  clientModules: rare(fc.uniqueArray(clientModule, { minLength: 1, maxLength: 4, selector: ({ module }) => module })),
  customAttributes: rare(
    someOf([
      theirs('secure-client-attribute', 'SAAS', { type: 'dynamic-split-tunnel' }),
      theirs('secure-client-attribute', 'LATER', { type: 'defer-update' }),
      theirs('secure-client-attribute', 'APPS', { type: 'per-app' }),
      theirs('secure-client-attribute', 'OTHER', { type: 'custom' }),
    ]),
  ),
  mtu: rare(int(576, 1462)),
  ignoreDontFragment: flag,
  sslCompression: rare(oneOf(['disabled', 'deflate', 'lzs'] as const)),
  dtlsCompression: rare(oneOf(['disabled', 'lzs'] as const)),
  keepAlive: rare(orOff(int(15, 600))),
  gatewayDpd: rare(orOff(int(5, 3600))),
  clientDpd: rare(orOff(int(5, 3600))),
  bypassUnsupportedProtocols: flag,
  sslRekey: rare(orOff(int(4, 10080))),
  sslRekeyMethod: rare(oneOf(['new-tunnel', 'existing-tunnel'] as const)),
  clientFirewallPrivate: rare(list('PRIVATE')),
  clientFirewallPublic: rare(list('PUBLIC')),
  trafficFilter: rare(list('FILTER')),
  vlan: rare(int(1, 4094)),
  accessHours: rare(its('time-range', 'WORK')),
  simultaneousLogins: rare(int(0, 2147483647)),
  sessionTimeout: rare(int(1, 35791394)),
  sessionTimeoutAlert: rare(int(1, 30)),
  idleTimeout: rare(int(1, 35791394)),
  idleTimeoutAlert: rare(int(1, 30)),
});
