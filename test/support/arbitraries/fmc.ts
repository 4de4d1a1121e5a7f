import fc from 'fast-check';
import type { Resource } from '../../../lib/model/network';
import type { Ref } from '../../../lib/model/noun';
import type { NounOf } from '../../../lib/model/nouns';
import {
  groups,
  ipv4,
  ipv4Interface,
  ipv4Network,
  oneOf,
  opt,
  record,
  refsTo,
  resource,
  secretRef,
  text,
  type Arbitraries,
} from './basic';
import { plainCertificateMap, plainTransformSet, proposal } from './crypto';

/** Every noun that the FMC writes, with what it needs there. */
export type FmcKind =
  | 'network-object'
  | 'network-group'
  | 'url-object'
  | 'address-pool'
  | 'ipv6-address-pool'
  | 'saml-server'
  | 'ftd-group-policy'
  | 'ra-crypto-map'
  | 'cert-trustpoint'
  | 'certificate-map'
  | 'ikev2-policy'
  | 'ipsec-transform-set'
  | 'tunnel-interface'
  | 'static-route'
  | 'vpn-topology'
  | 'vpn-endpoint';

const fmcName = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_-]{0,20}$/);
const ftd: Ref<'ftd-device'> = { ref: 'ftd-device', name: 'mumbai-pair', external: true };

export const fmcNouns: Arbitraries<FmcKind> = {
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
  'ra-crypto-map': record<NounOf<'ra-crypto-map'>>({
    name: fc.constant('outside-zone'),
    policy: fc.constant({ ref: 'ra-vpn-policy' as const, name: 'RA', external: true }),
    zone: fc.constant({ ref: 'security-zone' as const, name: 'outside-zone', external: true }),
    reverseRoute: opt(fc.boolean()),
    clientServices: fc.boolean(),
    clientServicesPort: fc.constant(undefined),
    pfs: opt(oneOf(groups)),
    lifetimeSeconds: opt(fc.integer({ min: 120, max: 2147483647 })),
    dontFragment: opt(oneOf(['set', 'copy', 'clear', 'none'] as const)),
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
  'vpn-topology': record<NounOf<'vpn-topology'>>({
    name: fmcName,
    topology: oneOf(['point-to-point', 'hub-and-spoke', 'full-mesh'] as const),
    routeBased: fc.boolean(),
    ikev2Policies: refsTo('ikev2-policy', { 'ikev2-policy': ['POLICY-1', 'POLICY-2'] }, 2),
    authentication: fc.oneof(
      fc.constant({
        method: 'certificate' as const,
        trustpoint: { ref: 'cert-trustpoint' as const, name: 'CA', external: true },
      }),
      secretRef.map((key) => ({ method: 'pre-share' as const, key })),
    ),
    ipsecProposals: refsTo('ipsec-transform-set', { 'ipsec-transform-set': ['ESP-1', 'ESP-2'] }, 2),
    pfs: opt(oneOf(groups)),
    lifetimeSeconds: fc.integer({ min: 120, max: 2147483647 }),
    lifetimeKilobytes: fc.integer({ min: 10, max: 2147483647 }),
    identity: oneOf(['auto-or-dn', 'ip-address', 'host-name'] as const),
  }),
  'vpn-endpoint': fc.oneof(
    record<NounOf<'vpn-endpoint'>>({
      name: fc.constant('mumbai-pair'),
      topology: fc.constant({ ref: 'vpn-topology' as const, name: 'T' }),
      role: oneOf(['peer', 'hub', 'spoke'] as const),
      device: fc.constant(ftd),
      interface: fc.constant({ ref: 'tunnel-interface' as const, name: 'mumbai-pair/Tunnel100' }),
    }),
    record<NounOf<'vpn-endpoint'>>({
      name: fmcName,
      topology: fc.constant({ ref: 'vpn-topology' as const, name: 'T' }),
      role: oneOf(['peer', 'hub', 'spoke'] as const),
      extranet: ipv4,
    }),
  ),
};

/** A proposal that a policy of the FMC can embed. */
export const proposalNoun = proposal(fc.constant('PROPOSAL'));

/** What the nouns above refer to, declared on the same FMC. */
export const fmcSurroundings: readonly Resource[] = [
  resource('ikev2-proposal', { name: 'PROPOSAL', encryption: ['aes-gcm-256'], prf: ['sha384'], group: [19] }),
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
