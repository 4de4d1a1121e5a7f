import fc from 'fast-check';
import type { Resource } from '../../../lib/model/network';
import type { Ref } from '../../../lib/model/noun';
import type { NounOf } from '../../../lib/model/nouns';
import { weekdays } from '../../../lib/model/weekdays';
import {
  distinct,
  groups,
  hashes,
  int,
  ipv4,
  ipv4Interface,
  ipv4Network,
  ipv6,
  ipv6Prefix,
  oneOf,
  opt,
  rare,
  record,
  resource,
  someOf,
  text,
  type Arbitraries,
} from './basic';
import { plainTransformSet, proposal } from './crypto';
import { fmcClientAttribute, fmcGroupPolicy } from './fmc-group-policy';
import { fmcOverrides, type FmcOverrideKind } from './fmc-overrides';
import { fmcPki, type FmcPkiKind } from './fmc-pki';
import { fmcPolicies, type FmcPolicyKind } from './fmc-policies';
import { fmcRealms, fmcSaml, type FmcRealmKind } from './fmc-realms';
import { fmcRemoteAccess, type FmcRemoteAccessKind } from './fmc-remote-access';
import { fmcName, its, several, theirs } from './fmc-shared';
import { fmcSiteToSite, type FmcSiteToSiteKind } from './fmc-site-to-site';

/** Every noun that the FMC writes, with what it needs there. */
export type FmcKind =
  | 'network-object'
  | 'network-group'
  | 'fqdn-object'
  | 'security-zone'
  | 'sla-monitor'
  | 'time-range'
  | 'nat-policy'
  | 'url-object'
  | 'security-group-tag'
  | 'address-pool'
  | 'ipv6-address-pool'
  | FmcOverrideKind
  | 'saml-server'
  | 'ftd-group-policy'
  | 'secure-client-attribute'
  | FmcPkiKind
  | FmcRealmKind
  | 'ikev2-policy'
  | 'ipsec-transform-set'
  | 'tunnel-interface'
  | 'static-route'
  | 'ipv6-static-route'
  | 'ftd-bgp'
  | 'ftd-loopback'
  | 'ftd-ecmp-zone'
  | 'ftd-dynamic-tunnel'
  | FmcPolicyKind
  | FmcSiteToSiteKind
  | FmcRemoteAccessKind;

/** Monday first, as they are read. */
const daysOfWeek = [...weekdays.slice(1), weekdays[0]];
const momentOfWeek = fc.record({ day: oneOf(weekdays), time: oneOf(['06:00', '18:00']) });

const gcm = ['aes-gcm-256', 'aes-gcm-192', 'aes-gcm-128'] as const;
const gmac = ['gmac-256', 'gmac-192', 'gmac-128'] as const;
const cbc = ['aes-cbc-256', 'aes-cbc-192', 'aes-cbc-128', '3des', 'des', 'null'] as const;
type TransformSet = NounOf<'ipsec-transform-set'>;
/** One of each, or several of one sort. */
const fmcTransformSet: fc.Arbitrary<TransformSet> = fc.oneof(
  plainTransformSet(fmcName),
  fc
    .tuple(fmcName, fc.oneof(someOf(cbc), someOf([...gcm, ...gmac])), someOf(hashes))
    .map(([name, [encryption, ...others], [integrity, ...hashed]]): TransformSet => ({
      name,
      mode: 'tunnel',
      encryption: encryption!,
      ...(others.length === 0 ? {} : { furtherEncryption: others }),
      ...((cbc as readonly string[]).includes(encryption!) ? { integrity: integrity! } : {}),
      ...((cbc as readonly string[]).includes(encryption!) && hashed.length > 0 ? { furtherIntegrity: hashed } : {}),
    })),
);

const supernetPool: fc.Arbitrary<NounOf<'address-pool'>> = fc
  .tuple(fmcName, int(17, 24), int(1, 60), int(1, 60))
  .map(([name, subnetLength, start, size]) => ({
    name,
    ranges: [],
    supernet: { network: '10.64.0.0/16', subnetLength, start, size },
  }));

const ftd: Ref<'ftd-device'> = { ref: 'ftd-device', name: 'mumbai-pair', external: true };

type Tunnel = NounOf<'tunnel-interface'>;
const tunnel = {
  name: fc.nat(10413).map((n) => `Tunnel${n}`),
  device: fc.constant(ftd),
  ifname: fmcName,
  zone: rare(its('security-zone', 'tunnel-zone', 'inside-zone')),
  description: opt(text),
  source: fc.constantFrom('outside', 'inside'),
};

const zoneModes = ['routed', 'switched', 'inline', 'passive'] as const;

export const fmcNouns: Arbitraries<FmcKind> = {
  ...fmcRemoteAccess,
  ...fmcPolicies,
  ...fmcSiteToSite,
  ...fmcPki,
  ...fmcOverrides,
  ...fmcRealms,
  'network-object': record<NounOf<'network-object'>>({
    name: fmcName,
    value: fc.oneof(ipv4, ipv4Network),
    overridable: opt(fc.boolean()),
  }),
  'fqdn-object': record<NounOf<'fqdn-object'>>({
    name: fmcName,
    fqdn: fc.stringMatching(/^[a-z]([a-z0-9-]{0,8}[a-z0-9])?\.example\.net$/),
    // What is as it is where nothing is said of it reads back as nothing.
    dnsResolution: opt(oneOf(['ipv4-only', 'ipv6-only'] as const)),
  }),
  'network-group': fc.record({
    name: fmcName,
    members: fc
      .tuple(
        someOf<NounOf<'network-group'>['members'][number]>([
          { ref: 'network-object', name: 'net-10.30.0.0-16' },
          theirs('fqdn-object', 'WWW'),
          theirs('network-group', 'GROUP'),
        ]),
        fc.uniqueArray(fc.oneof(ipv4, ipv4Network, ipv6), { maxLength: 3 }),
      )
      .map(([objects, literals]) => [...objects, ...literals]),
  }),
  'security-zone': fc.oneof(
    fc.record({ name: fmcName, type: fc.constant('zone' as const), mode: oneOf(zoneModes) }),
    fc.record({
      name: fmcName,
      type: fc.constant('interface-group' as const),
      mode: oneOf(zoneModes),
      interfaces: someOf(['outside', 'inside'] as const).map((names) =>
        names.map((name) => ({ device: ftd, interface: name })),
      ),
    }),
  ),
  'nat-policy': record<NounOf<'nat-policy'>>({ name: fmcName, description: opt(text) }),
  'time-range': record<NounOf<'time-range'>>({
    name: fmcName,
    description: opt(text),
    from: opt(oneOf(['2026-12-01T08:00', '2027-01-01T00:00'])),
    until: opt(oneOf(['2028-02-29T23:59'])),
    weekly: opt(
      distinct(
        fc.oneof(
          fc.record({
            days: fc.subarray(daysOfWeek, { minLength: 1 }),
            from: oneOf(['00:00', '08:00']),
            to: oneOf(['17:30', '23:59']),
          }),
          fc
            .record({ from: momentOfWeek, to: momentOfWeek })
            .filter(({ from, to }) => from.day !== to.day || from.time !== to.time),
        ),
        3,
      ),
    ),
  }).filter(({ from, until, weekly }) => (from ?? until ?? weekly) !== undefined),
  'sla-monitor': record<NounOf<'sla-monitor'>>({
    name: fmcName,
    description: opt(text),
    number: int(1, 2147483647),
    address: ipv4,
    zones: several('security-zone', 'outside-zone', 'inside-zone'),
    // What is as it is where nothing is said of it reads back as nothing.
    frequency: opt(int(61, 604800)),
    timeout: opt(int(0, 4999)),
    threshold: opt(int(0, 4999)),
    packets: opt(int(2, 100)),
    dataSize: opt(int(29, 16384)),
    tos: opt(int(1, 255)),
  }),
  'security-group-tag': record<NounOf<'security-group-tag'>>({
    name: fmcName,
    description: opt(fc.constant('tagged by the switches')),
    tag: fc.integer({ min: 0, max: 65535 }),
  }),
  'url-object': fc.record({ name: fmcName, url: fmcName.map((path) => `https://vpn.example.net/${path}`) }),
  'address-pool': fc.oneof(
    supernetPool,
    record<NounOf<'address-pool'>>({
      name: fmcName,
      ranges: fc.nat(200).map((n) => [{ from: '10.99.0.1', to: `10.99.0.${n + 2}` }]),
      mask: opt(oneOf(['255.255.255.0', '255.255.0.0'])),
    }),
  ),
  'ipv6-address-pool': fc.record({
    name: fmcName,
    start: fc.constant('2001:db8::10/64'),
    size: fc.integer({ min: 1, max: 16384 }),
  }),
  'saml-server': fmcSaml,
  'ftd-group-policy': fmcGroupPolicy,
  'secure-client-attribute': fmcClientAttribute,
  'ikev2-policy': record<NounOf<'ikev2-policy'>>({
    name: fmcName,
    proposals: fc.constant([{ ref: 'ikev2-proposal' as const, name: 'PROPOSAL' }]),
    priority: fc.integer({ min: 1, max: 65535 }),
    lifetime: opt(fc.integer({ min: 120, max: 86400 })),
  }),
  'ipsec-transform-set': fmcTransformSet,
  'tunnel-interface': fc.oneof(
    { weight: 2, arbitrary: record<Tunnel>({ ...tunnel, address: ipv4Interface, mode: fc.constant('ipsec-ipv4') }) },
    record<Tunnel>({
      ...tunnel,
      ipv6Addresses: ipv6Prefix.map((one) => [one]),
      mode: fc.constant('ipsec-ipv6'),
      sourceIpv6Address: opt(ipv6),
    }),
  ),
  'ftd-ecmp-zone': record<NounOf<'ftd-ecmp-zone'>>({
    name: fmcName,
    device: fc.constant(ftd),
    description: opt(text),
    interfaces: fc.shuffledSubarray<NounOf<'ftd-ecmp-zone'>['interfaces'][number]>(
      [{ ref: 'tunnel-interface', name: 'mumbai-pair/Tunnel100' }, 'outside', 'inside'],
      { minLength: 2 },
    ),
  }),
  'ftd-loopback': record<NounOf<'ftd-loopback'>>({
    name: int(1, 1024).map((n) => `Loopback${n}`),
    device: fc.constant(ftd),
    ifname: fmcName,
    description: opt(text),
    address: opt(ipv4Interface),
    ipv6Addresses: opt(fc.uniqueArray(ipv6Prefix, { minLength: 1, maxLength: 2 })),
    shutdown: opt(fc.constant(true)),
  }).map((found) => (found.address || found.ipv6Addresses ? found : { ...found, address: '10.99.0.1/32' })),
  'ftd-dynamic-tunnel': record<NounOf<'ftd-dynamic-tunnel'>>({
    name: int(1, 10413).map((n) => `Virtual-Template${n}`),
    device: fc.constant(ftd),
    ifname: fmcName,
    zone: rare(its('security-zone', 'tunnel-zone', 'inside-zone')),
    description: opt(text),
    unnumbered: fc.oneof<fc.Arbitrary<NounOf<'ftd-dynamic-tunnel'>['unnumbered']>[]>(
      fc.constant({ ref: 'ftd-loopback' as const, name: 'mumbai-pair/Loopback1' }),
      fc.constant('inside'),
    ),
    mode: oneOf(['ipsec-ipv4', 'ipsec-ipv6'] as const),
    source: fc.constantFrom('outside', 'inside'),
    sourceIpv6Address: opt(ipv6),
    shutdown: opt(fc.constant(true)),
  }),
  'static-route': fc.oneof(
    record<NounOf<'static-route'>>({
      name: fc.constant('net-10.30.0.0-16@tunnel'),
      device: fc.constant(ftd),
      destination: ipv4Network,
      network: fc.constant({ ref: 'network-object' as const, name: 'net-10.30.0.0-16' }),
      interface: fc.constantFrom<NonNullable<NounOf<'static-route'>['interface']>[]>(
        { ref: 'tunnel-interface', name: 'mumbai-pair/Tunnel100' },
        'outside',
      ),
      gateway: fc.oneof(ipv4, fc.constant(theirs('network-object', 'router'))),
      distance: fc.integer({ min: 1, max: 254 }),
      track: rare(its('sla-monitor', 'LINE')),
    }),
    fc.record({
      name: fc.constant('net-10.30.0.0-16@Null0'),
      device: fc.constant(ftd),
      destination: ipv4Network,
      network: fc.constant({ ref: 'network-object' as const, name: 'net-10.30.0.0-16' }),
      interface: fc.constant('Null0'),
      distance: int(1, 254),
    }),
  ),
  'ipv6-static-route': record<NounOf<'ipv6-static-route'>>({
    name: fc.constant('net-6@outside'),
    device: fc.constant(ftd),
    destination: fc.constant('2001:db8:30::/48'),
    network: fc.constant(theirs('network-object', 'net-6')),
    interface: fc.constant('outside'),
    gateway: fc.oneof(ipv6, fc.constant(theirs('network-object', 'router-6'))),
    distance: fc.integer({ min: 1, max: 254 }),
  }),
  'ftd-bgp': record<NounOf<'ftd-bgp'>>({
    name: fc.constant('bgp'),
    device: fc.constant(ftd),
    asn: int(1, 4294967295),
    routerId: opt(ipv4),
    // What is as it is where nothing is said of it reads back as nothing.
    neighbors: fc.uniqueArray(
      record<NounOf<'ftd-bgp'>['neighbors'][number]>({
        address: ipv4,
        remoteAs: int(1, 4294967295),
        description: opt(text),
        ebgpMultihop: opt(int(2, 255)),
        weight: opt(int(1, 65535)),
        timers: opt(fc.record({ keepalive: int(1, 59), hold: int(61, 65535) })),
      }),
      { minLength: 1, maxLength: 3, selector: ({ address }) => address },
    ),
    networks: opt(fc.constant([{ ref: 'network-object' as const, name: 'net-10.30.0.0-16' }])),
  }),
};

/** A proposal that a policy of the FMC can embed. */
export const proposalNoun: fc.Arbitrary<NounOf<'ikev2-proposal'>> = fc.oneof(
  proposal(fc.constant('PROPOSAL')),
  fc.record({
    name: fc.constant('PROPOSAL'),
    encryption: someOf(gcm),
    prf: someOf(hashes),
    group: someOf([...groups, 31] as const, 3),
  }),
);

/** What the nouns above refer to, declared on the same FMC. */
export const fmcSurroundings: readonly Resource[] = [
  resource('ikev2-proposal', { name: 'PROPOSAL', encryption: ['aes-gcm-256'], prf: ['sha384'], group: [19] }),
  ...['STAFF', 'GUESTS'].map((name) =>
    resource(
      'ra-connection-profile',
      {
        name,
        policy: theirs('ra-vpn-policy', 'RA'),
        groupPolicy: theirs('ftd-group-policy', 'GP-1'),
        authentication: 'aaa',
        server: 'local',
        ipv4Pools: [theirs('address-pool', 'POOL-1')],
      },
      `RA/${name}`,
    ),
  ),
  ...['RADIUS-1', 'RADIUS-2'].map((name, i) =>
    resource('radius-server', {
      name,
      address: { host: `192.0.2.${i + 1}`, authPort: 1812, acctPort: 1813 },
      key: { secret: 'env', name: 'RADIUS' },
      timeout: 60,
    }),
  ),
  resource('aaa-server-group', {
    name: 'SERVERS',
    type: 'radius',
    servers: [{ ref: 'radius-server', name: 'RADIUS-1' }],
  }),
  resource('network-object', { name: 'net-10.30.0.0-16', value: '10.30.0.0/16' }),
  resource(
    'tunnel-interface',
    {
      name: 'Tunnel100',
      device: ftd,
      ifname: 'tunnel',
      address: '10.58.1.2/30',
      mode: 'ipsec-ipv4',
      source: 'outside',
    },
    'mumbai-pair/Tunnel100',
  ),
];
