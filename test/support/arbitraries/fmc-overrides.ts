import fc from 'fast-check';
import type { NounOf } from '../../../lib/model/nouns';
import { int, ipv4, ipv4Network, ipv6, oneOf, opt, record, someOf, type Arbitraries } from './basic';
import { fmcClientAttribute } from './fmc-group-policy';
import { fmcTrustpoint } from './fmc-pki';
import { fmcSaml } from './fmc-realms';
import { its, theirs } from './fmc-shared';

/** What objects are on one firewall. Their name is that of the firewall. */

export type FmcOverrideKind =
  | 'network-object-override'
  | 'fqdn-object-override'
  | 'network-group-override'
  | 'url-object-override'
  | 'address-pool-override'
  | 'ipv6-address-pool-override'
  | 'cert-trustpoint-override'
  | 'saml-server-override'
  | 'secure-client-attribute-override';

const onPair = { name: 'mumbai-pair', device: theirs('ftd-device', 'mumbai-pair') };
const on = { name: fc.constant(onPair.name), device: fc.constant(onPair.device) };

export const fmcOverrides: Arbitraries<FmcOverrideKind> = {
  'network-object-override': fc.record({
    ...on,
    object: its('network-object', 'LAN'),
    value: fc.oneof(ipv4, ipv4Network, fc.constant('192.0.2.1-192.0.2.9')),
  }),
  'fqdn-object-override': record<NounOf<'fqdn-object-override'>>({
    ...on,
    object: its('fqdn-object', 'WWW'),
    fqdn: fc.stringMatching(/^[a-z]([a-z0-9-]{0,8}[a-z0-9])?\.example\.net$/),
    dnsResolution: opt(oneOf(['ipv4-only', 'ipv6-only'] as const)),
  }),
  'network-group-override': fc.record({
    ...on,
    object: its('network-group', 'GROUP'),
    members: fc
      .tuple(
        someOf<NounOf<'network-group'>['members'][number]>([
          { ref: 'network-object', name: 'net-10.30.0.0-16' },
          theirs('fqdn-object', 'WWW'),
        ]),
        fc.uniqueArray(fc.oneof(ipv4, ipv4Network, ipv6), { maxLength: 3 }),
      )
      .map(([objects, literals]) => [...objects, ...literals]),
  }),
  'url-object-override': fc.record({
    ...on,
    object: its('url-object', 'STAFF'),
    url: fc.constant('https://pune.example.net/staff'),
  }),
  'address-pool-override': record<NounOf<'address-pool-override'>>({
    ...on,
    object: its('address-pool', 'POOL'),
    ranges: fc.nat(200).map((n) => [{ from: '10.99.1.1', to: `10.99.1.${n + 2}` }]),
    mask: opt(oneOf(['255.255.255.0', '255.255.0.0'])),
  }),
  'ipv6-address-pool-override': fc.record({
    ...on,
    object: its('ipv6-address-pool', 'POOL6'),
    start: fc.constant('2001:db8:1::10/64'),
    size: int(1, 16384),
  }),
  'cert-trustpoint-override': fmcTrustpoint.map((whole) => ({
    ...whole,
    ...onPair,
    object: theirs('cert-trustpoint', 'CA'),
  })),
  'saml-server-override': fmcSaml.map((whole) => ({ ...whole, ...onPair, object: theirs('saml-server', 'DUO') })),
  'secure-client-attribute-override': fmcClientAttribute.map(({ description: _remark, ...whole }) => ({
    ...whole,
    ...onPair,
    object: theirs('secure-client-attribute', 'SAAS', { type: whole.type }),
  })),
};
