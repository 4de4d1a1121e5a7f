import fc from 'fast-check';
import { identify } from '../../../lib/model/noun';
import { nouns, type NounOf } from '../../../lib/model/nouns';
import {
  bare,
  distinct,
  domainName,
  has,
  int,
  ipv4,
  ipv4Interface,
  ipv4Network,
  ipv6,
  ipv6Prefix,
  linkLocal,
  mayRef,
  plainName,
  on,
  oneOf,
  opt,
  port,
  rare,
  record,
  refTo,
  secretRef,
  someOf,
  text,
  vrfRef,
  word,
  type Pool,
} from './basic';

type Name = fc.Arbitrary<string>;
type Tunnel = NounOf<'tunnel-interface'>;
type Template = NounOf<'virtual-template'>;
type Lines = NounOf<'interface-lines'>;

export const loopbackName = fc.nat(2147483647).map((n) => `Loopback${n}`);
export const tunnelName = fc.nat(2147483647).map((n) => `Tunnel${n}`);
export const templateName = int(1, 4095).map((n) => `Virtual-Template${n}`);

type Ipv6 = NonNullable<Tunnel['ipv6Addresses']>[number];
const ipv6Addresses = distinct(
  fc.oneof<fc.Arbitrary<Ipv6>[]>(
    ipv6Prefix,
    ipv6Prefix,
    linkLocal.map((host) => ({ linkLocal: host })),
    ipv6Prefix.map((prefix) => ({ prefix, eui64: true as const })),
    oneOf(['autoconfig', 'negotiated', 'dhcp'] as const),
  ),
  3,
);
const ospf = someOf(['1 area 0', 'cost 10', 'network point-to-point', 'mtu-ignore']);

const ipFields = (pool: Pool) => ({
  vrf: rare(vrfRef(pool)),
  ipv6Addresses: rare(ipv6Addresses),
  ipv6Enable: on,
  redirects: rare(fc.boolean()),
  ospf: rare(ospf),
  ipv6Ospf: rare(ospf),
  shutdown: rare(fc.boolean()),
});
const tunnelFields = (pool: Pool) => ({
  ipv6Unnumbered: rare(port(pool)),
  bandwidth: rare(int(1, 200000000)),
  ipMtu: opt(int(68, 9216)),
  tcpMss: opt(int(500, 1460)),
  nhrpAuthentication: rare(secretRef),
  nhrp: rare(someOf(['network-id 1', 'redirect', 'shortcut', 'holdtime 300', 'map multicast dynamic'])),
  keepalive: rare(fc.record({ seconds: int(1, 32767), retries: int(1, 255) })),
  key: rare(fc.nat(4294967295)),
  tunnelVrf: rare(vrfRef(pool)),
  protectionPolicy: mayRef('access-list', pool),
  ipv6ProtectionPolicy: mayRef('ipv6-access-list', pool),
  pathMtuDiscovery: on,
});

const overIpsec = [
  'ipsec-ipv4',
  'ipsec-ipv6',
  'ipsec-dual-overlay',
  'ipsec-ipv4-v6-overlay',
  'ipsec-ipv6-v4-overlay',
] as const;
const overGre = ['gre-ip', 'gre-ipv6'] as const;
const multipoint = ['gre-multipoint', 'gre-multipoint-ipv6'] as const;
const protection = (pool: Pool): fc.Arbitrary<NonNullable<Tunnel['protection']>> =>
  fc.oneof<fc.Arbitrary<NonNullable<Tunnel['protection']>>[]>(
    refTo('ipsec-profile', pool),
    fc
      .record({ profile: refTo('ipsec-profile', pool), ikev2Profile: refTo('ikev2-profile', pool), which: fc.nat(2) })
      .map(({ profile, ikev2Profile, which }) => ({
        profile,
        ...(which === 0 ? {} : { ikev2Profile }),
        ...(which === 1 ? {} : { shared: true as const }),
      })),
  );
const source = (pool: Pool): fc.Arbitrary<Tunnel['source']> =>
  fc.oneof<fc.Arbitrary<Tunnel['source']>[]>(port(pool), ipv4, fc.constant('dynamic'));
const address = (pool: Pool, own: fc.Arbitrary<string>) =>
  fc.oneof<fc.Arbitrary<Partial<Tunnel>>[]>(
    own.map((text4) => ({ address: text4 })),
    own.map((text4) => ({ address: text4 })),
    fc.constant({ negotiated: true as const }),
    port(pool).map((unnumbered) => ({ unnumbered })),
    ipv6Addresses.map((ipv6Only) => ({ ipv6Addresses: ipv6Only })),
    fc.constant({ ipv6Enable: true as const }),
  );

/** `own`: the addresses that it may have, because those of two interfaces must not overlap. */
export const tunnel = (name: Name, pool: Pool, own = ipv4Interface): fc.Arbitrary<Tunnel> => {
  const common = { name, description: opt(text), ...ipFields(pool), ...tunnelFields(pool), source: source(pool) };
  const far = fc.oneof(fc.constant('dynamic'), ipv4, ipv6, domainName);
  const can = has(pool, 'ipsec-profile') && has(pool, 'ikev2-profile');
  const guarded = can ? rare(protection(pool)) : fc.constant(undefined);
  const forms = [
    record<Tunnel>({ ...common, mode: oneOf(overGre), destination: far, protection: guarded }),
    record<Tunnel>({ ...common, mode: oneOf(multipoint), protection: guarded }),
    ...(can
      ? [overIpsec, ['ipsec-ipv4'] as const].map((modes) =>
          record<Tunnel>({
            ...common,
            mode: oneOf<Tunnel['mode']>(modes),
            destination: far,
            protection: protection(pool),
          }),
        )
      : []),
  ];
  return fc.tuple(fc.oneof(...forms), address(pool, own)).map(([rest, from]) => ({ ...rest, ...from }));
};

export const virtualTemplate = (name: Name, pool: Pool): fc.Arbitrary<Template> =>
  record<Template>({
    name,
    description: opt(text),
    ...ipFields(pool),
    unnumbered: opt(port(pool)),
    ...tunnelFields(pool),
    mode: oneOf([...overIpsec, ...overGre, ...multipoint]),
    source: opt(oneOf(['GigabitEthernet0/0', '192.0.2.1', 'dynamic'])),
    protection:
      has(pool, 'ipsec-profile') && has(pool, 'ikev2-profile') ? rare(protection(pool)) : fc.constant(undefined),
  });

export const loopback = (name: Name, pool: Pool, own = ipv4Interface): fc.Arbitrary<NounOf<'loopback-interface'>> =>
  fc
    .tuple(
      record<NounOf<'loopback-interface'>>({ name, description: opt(text), ...ipFields(pool) }),
      fc.oneof(
        { arbitrary: own.map((address4) => ({ address: address4 })), weight: 3 },
        { arbitrary: fc.constant({}), weight: 1 },
      ),
    )
    .map(([rest, from]) => ({
      ...rest,
      ...('address' in from || rest.ipv6Addresses ? from : { ...from, ipv6Enable: true as const }),
    }));

type Group = NonNullable<Lines['hsrp']>[number];
const hsrp = distinct(
  record<Group>({
    group: fc.nat(4095),
    ip: ipv4,
    groupName: rare(word),
    priority: rare(fc.oneof(fc.constant(100), fc.nat(255))),
    preempt: on,
  }),
  2,
  ({ group }) => group,
);
export const interfaceLines = (name: Name, pool: Pool, own = ipv4Interface): fc.Arbitrary<Lines> =>
  record<Lines>({
    name,
    description: opt(text),
    address: opt(own),
    ...ipFields(pool),
    hsrpVersion: rare(oneOf([1, 2] as const)),
    hsrp: rare(hsrp),
    accessGroups: rare(
      distinct(
        fc.record({ list: plainName, direction: oneOf(['in', 'out'] as const) }),
        2,
        ({ direction }) => direction,
      ),
    ),
    lines: rare(someOf(['ip nat outside', 'bandwidth 1000', 'ip helper-address 192.0.2.7'])),
  }).map(({ vrf, ...lines }) =>
    bare({ ...lines, vrf: lines.address === undefined && lines.ipv6Addresses === undefined ? undefined : vrf }),
  );

type Route = NounOf<'static-route'>;
const outOf = (pool: Pool): fc.Arbitrary<NonNullable<Route['interface']>> => {
  const ports = fc.constantFrom('GigabitEthernet0/0', 'Null0');
  if (pool['tunnel-interface']?.length === 0) return ports;
  const names = pool['tunnel-interface'] === undefined ? tunnelName : oneOf(pool['tunnel-interface']);
  const tunnels = names.map((name) => ({ ref: 'tunnel-interface' as const, name }));
  return fc.oneof<fc.Arbitrary<NonNullable<Route['interface']>>[]>(tunnels, tunnels, ports);
};
const going = (pool: Pool, hop: fc.Arbitrary<string>) =>
  fc.oneof(
    fc.record({ interface: outOf(pool) }),
    fc.record({ interface: outOf(pool) }),
    fc.record({ gateway: hop }),
    fc.record({ interface: outOf(pool), gateway: hop }),
  );
const besides = (pool: Pool) =>
  fc
    .record({
      distance: fc.oneof(fc.constant(1), int(1, 254)),
      label: rare(word),
      tag: rare(int(1, 4294967295)),
      vrf: rare(vrfRef(pool)),
      lasting: rare(
        fc.oneof(
          fc.constant({ permanent: true as const }),
          int(1, 1000).map((track) => ({ track })),
        ),
      ),
    })
    .map(({ lasting, ...rest }) => ({ ...rest, ...lasting }));

export const route = (pool: Pool): fc.Arbitrary<Route> =>
  fc.tuple(ipv4Network, going(pool, ipv4), besides(pool)).map(([destination, way, rest]): Route => {
    const noun = { destination, ...way, ...rest };
    return bare({ name: identify(nouns['static-route'], noun)!, ...noun });
  });
type Route6 = NounOf<'ipv6-static-route'>;
const network6 = fc.tuple(ipv6, int(1, 4)).map(([, n]) => `2001:db8:${n}::/48`);
export const route6 = (pool: Pool): fc.Arbitrary<Route6> =>
  fc.tuple(network6, going(pool, ipv6), besides(pool)).map(([destination, way, rest]): Route6 => {
    const noun = { destination, ...way, ...rest };
    return bare({ name: identify(nouns['ipv6-static-route'], noun)!, ...noun });
  });

type Bgp = NounOf<'bgp'>;
export const bgp = (name: fc.Arbitrary<string>, pool: Pool): fc.Arbitrary<Bgp> =>
  record<Bgp>({
    name,
    routerId: rare(ipv4),
    neighbors: distinct(
      record<Bgp['neighbors'][number]>({
        address: ipv4,
        remoteAs: int(1, 4294967295),
        description: rare(text),
        ebgpMultihop: rare(int(1, 255)),
        updateSource: rare(port(pool)),
        timers: rare(fc.record({ keepalive: int(1, 60), hold: int(61, 180) })),
      }),
      3,
      ({ address }) => address,
    ),
    networks: rare(distinct(ipv4Network, 3)),
  });
