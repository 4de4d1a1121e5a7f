import fc from 'fast-check';
import type { Resource } from '../../../lib/model/network';
import type { Ref } from '../../../lib/model/noun';
import type { NounOf } from '../../../lib/model/nouns';
import {
  ipv4,
  ipv4Interface,
  ipv4Network,
  oneOf,
  opt,
  record,
  resource,
  secretRef,
  text,
  type Arbitraries,
} from './basic';
import { plainCertificateMap, plainTransformSet, proposal } from './crypto';
import { fmcPolicies, type FmcPolicyKind } from './fmc-policies';
import { fmcRemoteAccess, type FmcRemoteAccessKind } from './fmc-remote-access';
import { fmcName, theirs } from './fmc-shared';
import { fmcSiteToSite, type FmcSiteToSiteKind } from './fmc-site-to-site';

/** Every noun that the FMC writes, with what it needs there. */
export type FmcKind =
  | 'network-object'
  | 'network-group'
  | 'url-object'
  | 'address-pool'
  | 'ipv6-address-pool'
  | 'saml-server'
  | 'ftd-group-policy'
  | 'cert-trustpoint'
  | 'certificate-map'
  | 'ikev2-policy'
  | 'ipsec-transform-set'
  | 'tunnel-interface'
  | 'static-route'
  | FmcPolicyKind
  | FmcSiteToSiteKind
  | FmcRemoteAccessKind;

const ftd: Ref<'ftd-device'> = { ref: 'ftd-device', name: 'mumbai-pair', external: true };

export const fmcNouns: Arbitraries<FmcKind> = {
  ...fmcRemoteAccess,
  ...fmcPolicies,
  ...fmcSiteToSite,
  'network-object': fc.record({ name: fmcName, value: fc.oneof(ipv4, ipv4Network) }),
  'network-group': fc.record({
    name: fmcName,
    members: fc.constant([{ ref: 'network-object' as const, name: 'net-10.30.0.0-16' }]),
  }),
  'url-object': fc.record({ name: fmcName, url: fmcName.map((path) => `https://vpn.example.net/${path}`) }),
  'address-pool': record<NounOf<'address-pool'>>({
    name: fmcName,
    ranges: fc.nat(200).map((n) => [{ from: '10.99.0.1', to: `10.99.0.${n + 2}` }]),
    mask: opt(oneOf(['255.255.255.0', '255.255.0.0'])),
  }),
  'ipv6-address-pool': fc.record({
    name: fmcName,
    start: fc.constant('2001:db8::10/64'),
    size: fc.integer({ min: 1, max: 16384 }),
  }),
  'saml-server': record<NounOf<'saml-server'>>({
    name: fmcName,
    entityId: fc.constant('https://sso.example.net/metadata'),
    signInUrl: fc.constant('https://sso.example.net/login'),
    signOutUrl: opt(fc.constant('https://sso.example.net/logout')),
    identityProviderCertificate: fc.constant({ ref: 'cert-trustpoint' as const, name: 'CA', external: true }),
    signature: oneOf(['none', 'rsa-sha1', 'rsa-sha256', 'rsa-sha384', 'rsa-sha512'] as const),
    timeout: fc.integer({ min: 1, max: 7200 }),
    internalNetwork: fc.boolean(),
    reauthenticate: fc.boolean(),
  }),
  'ftd-group-policy': record<NounOf<'ftd-group-policy'>>({
    name: fmcName,
    protocols: oneOf<NounOf<'ftd-group-policy'>['protocols']>([['ipsec-ikev2'], ['ssl'], ['ipsec-ikev2', 'ssl']]),
    banner: opt(text),
    domain: opt(fc.constant('corp.example.net')),
    mtu: opt(fc.integer({ min: 576, max: 1462 })),
    keepAlive: opt(fc.oneof(fc.constant(false as const), fc.integer({ min: 15, max: 600 }))),
    gatewayDpd: opt(fc.oneof(fc.constant(false as const), fc.integer({ min: 5, max: 3600 }))),
    sslRekey: opt(fc.oneof(fc.constant(false as const), fc.integer({ min: 4, max: 10080 }))),
    vlan: opt(fc.integer({ min: 1, max: 4094 })),
    simultaneousLogins: opt(fc.nat(100)),
    sessionTimeout: opt(fc.integer({ min: 1, max: 4473924 })),
    idleTimeout: opt(fc.integer({ min: 1, max: 35791394 })),
  }),
  'cert-trustpoint': record<NounOf<'cert-trustpoint'>>({
    name: fmcName,
    enrollment: fc.record({ type: fc.constant('pkcs12' as const), content: secretRef, passphrase: secretRef }),
  }),
  'certificate-map': plainCertificateMap(fmcName),
  'ikev2-policy': record<NounOf<'ikev2-policy'>>({
    name: fmcName,
    proposals: fc.constant([{ ref: 'ikev2-proposal' as const, name: 'PROPOSAL' }]),
    priority: fc.integer({ min: 1, max: 65535 }),
    lifetime: opt(fc.integer({ min: 120, max: 86400 })),
  }),
  'ipsec-transform-set': plainTransformSet(fmcName),
  'tunnel-interface': record<NounOf<'tunnel-interface'>>({
    name: fc.nat(10413).map((n) => `Tunnel${n}`),
    device: fc.constant(ftd),
    ifname: fmcName,
    description: opt(text),
    address: ipv4Interface,
    mode: fc.constant('ipsec-ipv4' as const),
    source: fc.constantFrom('outside', 'inside'),
  }),
  'static-route': record<NounOf<'static-route'>>({
    name: fc.constant('net-10.30.0.0-16@tunnel'),
    device: fc.constant(ftd),
    destination: ipv4Network,
    network: fc.constant({ ref: 'network-object' as const, name: 'net-10.30.0.0-16' }),
    interface: fc.constant({ ref: 'tunnel-interface' as const, name: 'mumbai-pair/Tunnel100' }),
    gateway: ipv4,
    distance: fc.integer({ min: 1, max: 254 }),
  }),
};

/** A proposal that a policy of the FMC can embed. */
export const proposalNoun = proposal(fc.constant('PROPOSAL'));

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
