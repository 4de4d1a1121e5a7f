import fc from 'fast-check';
import type { Resource } from '../../../lib/model/network';
import type { NounOf } from '../../../lib/model/nouns';
import type { SecretRef } from '../../../lib/model/secret';
import { opt, resource, type Pool } from './basic';
import { route, route6 } from './interfaces';
import { routerNounsIn, type Own, type RouterKind } from './router';

/** Random configurations: sets of nouns whose references resolve. Names come from small pools, so that two overlap. */

/** The names that objects of a kind may have; a route and the rest in `single` are not chosen by name. */
const pools = {
  vrf: ['RED', 'BLUE'],
  'local-user': ['USER-1', 'USER-2'],
  'radius-server': ['RADIUS-1', 'RADIUS-2'],
  'ldap-attribute-map': ['LDAP-MAP-1'],
  'ldap-server': ['LDAP-1', 'LDAP-2'],
  'aaa-server-group': ['GROUP-1', 'GROUP-2'],
  'aaa-authentication-list': ['default', 'LOGIN-1'],
  'aaa-authorization-list': ['LOCAL-1', 'AUTHOR-1'],
  'aaa-accounting-list': ['ACCOUNT-1'],
  'aaa-attribute-list': ['ATTRIBUTES-1'],
  'address-pool': ['POOL-1', 'POOL-2'],
  'access-list': ['ACL-1', 'ACL-2'],
  'ipv6-access-list': ['ACL6-1'],
  'cert-trustpoint': ['CA-1', 'CA-2'],
  'certificate-map': ['MAP-1', 'MAP-2'],
  'ikev2-name-mangler': ['NAMES-1'],
  'ikev2-authorization-policy': ['AUTHORIZATION-1', 'AUTHORIZATION-2'],
  'anyconnect-profile': ['CLIENT-1'],
  'ssl-policy': ['SSL-1'],
  'ikev2-proposal': ['PROP-1', 'PROP-2', 'PROP-3'],
  'ikev2-policy': ['POL-1', 'POL-2'],
  'skip-client': ['KEY-SERVER-1'],
  'ikev2-keyring': ['KEYS-1', 'KEYS-2'],
  'ikev2-profile': ['IKE-1', 'IKE-2', 'IKE-3'],
  'ipsec-transform-set': ['TS-1', 'TS-2', 'TS-3'],
  'ipsec-profile': ['ESP-1', 'ESP-2'],
  'loopback-interface': ['Loopback1', 'Loopback2'],
  'virtual-template': ['Virtual-Template1', 'Virtual-Template2'],
  'tunnel-interface': ['Tunnel100', 'Tunnel101', 'Tunnel102'],
  'flexvpn-client': ['FLEX-1'],
  'interface-lines': ['GigabitEthernet0/1'],
  bgp: ['65000'],
  'ip-sla': ['10', '20'],
  'ip-sla-schedule': ['10', '20'],
  'tracked-object': ['1', '2'],
  'raw-block': ['router ospf 1'],
} as const satisfies { readonly [K in RouterKind]?: readonly string[] };
type Pooled = keyof typeof pools;

/** A device has one of each. */
const single = [
  'config-archive',
  'ntp-servers',
  'scp-server',
  'aaa',
  'logging',
  'http-server',
  'smart-defaults',
  'ikev2-global',
  'ipsec-global',
  'ikev2-cluster',
  'raw-config',
] as const;
// A kind that is in neither list, and no route, would never be in a configuration.
type Forgotten = Exclude<RouterKind, Pooled | (typeof single)[number] | 'static-route' | 'ipv6-static-route'>;
const forgotten: readonly Forgotten[] = [];
void (forgotten satisfies readonly never[]);

type Chosen = { readonly [K in Pooled]: readonly string[] };
/** Which names of each kind a configuration holds; what must refer to something has it. */
const chosenNames: fc.Arbitrary<Chosen> = fc
  .record(
    Object.fromEntries(
      Object.entries(pools).map(([kind, names]) => [kind, fc.subarray([...names] as string[])]),
    ) as unknown as { [K in Pooled]: fc.Arbitrary<string[]> },
  )
  .map((chosen) => {
    const can = (kind: Pooled, ...needs: Pooled[]) => (needs.every((n) => chosen[n].length > 0) ? chosen[kind] : []);
    return {
      ...chosen,
      'aaa-server-group': can('aaa-server-group').filter(
        (name) => name !== 'GROUP-2' || chosen['ldap-server'].length > 0,
      ),
      'ssl-policy': can('ssl-policy', 'cert-trustpoint'),
      'ikev2-policy': can('ikev2-policy', 'ikev2-proposal'),
      'ipsec-profile': can('ipsec-profile', 'ipsec-transform-set', 'ikev2-profile'),
      'flexvpn-client': can('flexvpn-client', 'tunnel-interface'),
      'ip-sla-schedule': chosen['ip-sla-schedule'].filter((name) => chosen['ip-sla'].includes(name)),
      'tracked-object': can('tracked-object', 'ip-sla'),
    };
  });

const number = (name: string): number => Number(/\d+$/.exec(name)?.[0] ?? 0);
/** No two interfaces overlap, whatever the variant. */
const addressOf = (kind: Pooled, name: string): fc.Arbitrary<string> =>
  fc.nat(3).map((variant) => {
    if (kind === 'loopback-interface') return `10.59.${number(name)}.${variant + 1}/32`;
    if (kind === 'tunnel-interface') return `10.58.${number(name) % 256}.${variant * 4 + 1}/30`;
    return `10.57.${number(name)}.${variant + 1}/24`;
  });
/** What each may refer to: without the references that could lead back to it, and without what a device cannot change. */
const worldOf = (kind: Pooled, name: string, chosen: Chosen): readonly [Pool, Own] => {
  const own: Own = { address: addressOf(kind, name), type: number(name) === 1 ? 'first' : 'second' };
  const local = chosen['aaa-authorization-list'].filter((list) => list === 'LOCAL-1');
  if (kind === 'cert-trustpoint')
    return [
      { ...chosen, 'aaa-authorization-list': local },
      { ...own, parents: { 'cert-trustpoint': chosen[kind].filter((other) => other < name) } },
    ];
  return [name === 'LOCAL-1' ? { ...chosen, 'aaa-server-group': [] } : chosen, own];
};

const isSecret = (value: object): value is SecretRef =>
  'secret' in value && ['env', 'file', 'command'].includes(value.secret as string);
/** The secret of an object follows from its name, so that two configurations hold the same. */
const keyed = <T>(value: T, name: string): T => {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((member: unknown) => keyed(member, name)) as T;
  if (isSecret(value)) return { secret: 'env', name } as T;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, keyed(member, name)])) as T;
};
const settled = <K extends RouterKind>(kind: K, noun: NounOf<K>, name: string): Resource => {
  const named = { ...keyed(noun, `${kind}-${name}`.toUpperCase().replace(/\W/g, '_')), name } as NounOf<K>;
  if (kind !== 'ikev2-keyring') return resource(kind, named);
  const { peers, ...rest } = named as NounOf<'ikev2-keyring'>;
  return resource('ikev2-keyring', { ...rest, peers: peers.map((peer, i) => ({ ...peer, name: `peer-${i}` })) });
};

/** A set of nouns for one router: references resolve, interfaces do not overlap, each name stands once. */
export const routerConfiguration: fc.Arbitrary<readonly Resource[]> = chosenNames.chain((chosen) => {
  const one = <K extends RouterKind>(kind: K, name: string, pool: Pool, own?: Own): fc.Arbitrary<Resource> =>
    (routerNounsIn(pool, fc.constant(name), own)[kind]() as fc.Arbitrary<NounOf<K>>).map((noun) =>
      settled(kind, noun, name),
    );
  const each = (Object.keys(pools) as Pooled[]).flatMap((kind) =>
    chosen[kind].map((name) => one(kind, name, ...worldOf(kind, name, chosen))),
  );
  // Of one destination and way out there is one route, in whatever VRF.
  const some = <T extends { readonly name: string }>(one: fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
    fc.uniqueArray(one, { maxLength: 3, selector: ({ name }) => name });
  const routes = fc
    .tuple(some(route(chosen)), some(route6(chosen)))
    .map(([four, six]) => [
      ...four.map((noun) => resource('static-route', noun)),
      ...six.map((noun) => resource('ipv6-static-route', noun)),
    ]);
  return fc
    .tuple(fc.tuple(...single.map((kind) => opt(one(kind, kind, chosen)))), fc.tuple(...each), routes)
    .map((parts) => parts.flat().filter((part): part is Resource => part !== undefined));
});
