import fc from 'fast-check';
import type { Ref } from '../../../lib/model/noun';
import type { NounOf } from '../../../lib/model/nouns';
import {
  anyAddress,
  groups,
  int,
  ipv4,
  ipv6,
  oneOf,
  opt,
  rare,
  record,
  refsTo,
  secretRef,
  someOf,
  text,
  type Arbitraries,
} from './basic';
import { cookies, dontFragment, fmcName, its, orOff, tfcPackets } from './fmc-shared';

/** Topologies and their ends. */

export type FmcSiteToSiteKind = 'vpn-topology' | 'vpn-endpoint';

const ftd: Ref<'ftd-device'> = { ref: 'ftd-device', name: 'mumbai-pair', external: true };
/** What topologies have under Advanced and IPsec. */
type Topology = NounOf<'vpn-topology'>;
const flag = rare(fc.boolean());
const tuned = {
  mode: rare(oneOf(['tunnel', 'transport-preferred', 'transport-require'] as const)),
  reverseRoute: flag,
  enforceSaStrength: flag,
  validateIcmpErrors: flag,
  dontFragment,
  tfc: tfcPackets,
  peerIdentity: rare(oneOf(['required', 'if-supported-by-certificate', 'not-checked'] as const)),
  keepAlive: rare(
    fc.oneof<fc.Arbitrary<NonNullable<Topology['keepAlive']>>[]>(
      oneOf(['off', 'never-first'] as const),
      fc.record({ threshold: int(10, 3600), retry: int(2, 10) }),
    ),
  ),
  notifyOnDisconnect: flag,
  negotiationLimit: rare(int(1, 100)),
  saLimit: rare(int(1, 2147483647)),
  fragmentBeforeEncryption: flag,
  mtuAgingMinutes: rare(orOff(int(10, 30))),
  natKeepAlive: rare(orOff(int(10, 3600))),
  idleTimeout: rare(orOff(int(1, 35791394))),
  bypassAccessControl: flag,
  matchPeersBy: rare(someOf(['certificate-ou', 'ike-identity-ou', 'address'] as const)),
};
type Endpoint = NounOf<'vpn-endpoint'>;
const endFields = {
  topology: fc.constant({ ref: 'vpn-topology' as const, name: 'T' }),
  role: oneOf(['peer', 'hub', 'spoke'] as const),
  opens: rare(oneOf(['both', 'originate-only', 'answer-only'] as const)),
  natAddress: rare(anyAddress),
  identity: rare(
    fc.oneof<fc.Arbitrary<NonNullable<Endpoint['identity']>>[]>(
      fc.constant({ type: 'auto' as const }),
      fc.record({ type: oneOf(['address', 'host-name', 'key-id', 'email'] as const), value: text }),
    ),
  ),
  dynamicReverseRoute: flag,
  natTraversal: flag,
};
/** An IPv6 address is said of interfaces that face the peers; a tunnel interface says its own. */
const mapped6 = ({ ipv6Address, backup, ...end }: Endpoint): Endpoint => {
  const { ipv6Address: own6, ...way } = backup ?? { interface: '' };
  return {
    ...end,
    ...(ipv6Address !== undefined && typeof end.interface === 'string' ? { ipv6Address } : {}),
    ...(backup === undefined
      ? {}
      : { backup: own6 !== undefined && typeof way.interface === 'string' ? { ...way, ipv6Address: own6 } : way }),
  };
};
const filter = rare(
  fc.constant({ ref: 'access-list' as const, name: 'FILTER', external: true, key: { type: 'extended' } }),
);

export const fmcSiteToSite: Arbitraries<FmcSiteToSiteKind> = {
  'vpn-topology': fc
    .tuple(
      record<Topology>({
        ...tuned,
        name: fmcName,
        topology: oneOf(['point-to-point', 'hub-and-spoke', 'full-mesh'] as const),
        routeBased: fc.boolean(),
        ikev2Policies: refsTo('ikev2-policy', { 'ikev2-policy': ['POLICY-1', 'POLICY-2'] }, 2),
        authentication: fc.oneof<fc.Arbitrary<Topology['authentication']>[]>(
          its('cert-trustpoint', 'CA').map((trustpoint) => ({ method: 'certificate' as const, trustpoint })),
          secretRef.map((key) => ({ method: 'pre-share' as const, key })),
          int(1, 127).map((length) => ({ method: 'automatic' as const, length })),
        ),
        ipsecProposals: refsTo('ipsec-transform-set', { 'ipsec-transform-set': ['ESP-1', 'ESP-2'] }, 2),
        pfs: opt(oneOf([...groups, 31] as const)),
        lifetimeSeconds: int(120, 2147483647),
        lifetimeKilobytes: int(10, 2147483647),
        identity: oneOf(['auto-or-dn', 'ip-address', 'host-name'] as const),
      }),
      cookies,
      fc.boolean(),
    )
    .map(([found, cookie, both]) => ({
      ...found,
      ...cookie,
      ...(found.topology === 'hub-and-spoke' ? { spokeToSpoke: both } : {}),
      ...(found.routeBased ? {} : { cryptoMap: both ? ('dynamic' as const) : ('static' as const) }),
    })),
  'vpn-endpoint': fc.oneof(
    record<Endpoint>({
      ...endFields,
      name: fc.constant('mumbai-pair'),
      device: fc.constant(ftd),
      interface: fc.oneof<fc.Arbitrary<NonNullable<Endpoint['interface']>>[]>(
        fc.constant({ ref: 'tunnel-interface' as const, name: 'mumbai-pair/Tunnel100' }),
        fc.constant({ ref: 'ftd-dynamic-tunnel' as const, name: 'mumbai-pair/Virtual-Template1' }),
        fc.constant('outside'),
      ),
      networks: rare(fc.constant([{ ref: 'network-object' as const, name: 'net-10.30.0.0-16' }])),
      backup: rare(
        record<NonNullable<Endpoint['backup']>>({
          interface: fc.oneof<fc.Arbitrary<NonNullable<Endpoint['backup']>['interface']>[]>(
            fc.constant({ ref: 'tunnel-interface' as const, name: 'mumbai-pair/Tunnel101' }),
            fc.constant('inside'),
          ),
          natAddress: rare(anyAddress),
          ipv6Address: rare(ipv6),
        }),
      ),
      primaryHub: flag,
      ipv6Address: rare(ipv6),
      ipv6Pools: rare(refsTo('ipv6-address-pool', { 'ipv6-address-pool': ['SPOKES-6'] }, 1)),
      pools: rare(refsTo('address-pool', { 'address-pool': ['SPOKES-1', 'SPOKES-2'] }, 2)),
      sendTunnelAddress: flag,
      acceptRoutes: flag,
      filter,
    }).map((found): Endpoint => {
      const { primaryHub: _primary, pools: _pools, ipv6Pools: _pools6, ...others } = found;
      return mapped6(found.role === 'hub' ? found : others);
    }),
    record<Endpoint>({
      ...endFields,
      name: fmcName,
      extranet: fc.oneof<fc.Arbitrary<NonNullable<Endpoint['extranet']>>[]>(
        ipv4,
        ipv6,
        fc.uniqueArray(anyAddress, { minLength: 2, maxLength: 3 }),
        fc.constant('dynamic' as const),
      ),
      networks: rare(fc.constant([{ ref: 'network-object' as const, name: 'net-10.30.0.0-16' }])),
    }),
  ),
};
