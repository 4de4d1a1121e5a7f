import fc from 'fast-check';
import type { Resource } from '../../../lib/model/network';
import type { NounOf } from '../../../lib/model/nouns';
import type { Ref } from '../../../lib/model/noun';
import { bare, distinct, int, ipv4, ipv4Network, on, oneOf, opt, rare, resource, someOf } from './basic';

/** Random configurations of an ASA: references resolve, names come from small pools, so that two overlap. */

const ref = <K extends string>(kind: K, name: string): Ref<K> => ({ ref: kind, name });
const record = <T extends object>(parts: { [F in keyof T]: fc.Arbitrary<T[F] | undefined> }): fc.Arbitrary<T> =>
  fc.record(parts as never).map((value) => bare(value as T));
const key = (name: string) => ({ secret: 'env' as const, name: name.toUpperCase().replace(/\W/g, '_') });

const hash = oneOf(['sha512', 'sha384', 'sha256', 'sha1'] as const);
const ike = (name: string): fc.Arbitrary<NounOf<'ikev2-proposal'>> =>
  fc.oneof(
    record<NounOf<'ikev2-proposal'>>({
      name: fc.constant(name),
      encryption: someOf(['aes-cbc-256', 'aes-cbc-192', 'aes-cbc-128', '3des'] as const),
      integrity: someOf(['sha512', 'sha256', 'sha1'] as const),
      prf: rare(someOf(['sha512', 'sha256'] as const)),
      group: someOf([14, 19, 20, 21] as const),
      lifetime: rare(int(120, 86400)),
    }),
    record<NounOf<'ikev2-proposal'>>({
      name: fc.constant(name),
      encryption: someOf(['aes-gcm-256', 'aes-gcm-128'] as const),
      prf: someOf(['sha512', 'sha384'] as const),
      group: someOf([14, 19] as const),
    }),
  );
const esp = (name: string): fc.Arbitrary<NounOf<'ipsec-transform-set'>> =>
  record<NounOf<'ipsec-transform-set'>>({
    name: fc.constant(name),
    encryption: oneOf(['aes-gcm-256', 'aes-cbc-256'] as const),
    furtherEncryption: rare(someOf(['aes-cbc-192', 'aes-cbc-128'] as const)),
    integrity: hash,
    mode: fc.constant('tunnel' as const),
  }).map((noun) =>
    noun.encryption === 'aes-gcm-256' ? bare({ ...noun, integrity: undefined, furtherEncryption: undefined }) : noun,
  );
const pool = (name: string): NounOf<'address-pool'> => ({
  name,
  ranges: [{ from: '192.168.7.1', to: '192.168.7.9' }],
  mask: '255.255.255.0',
});
const list = (name: string): fc.Arbitrary<NounOf<'access-list'>> =>
  distinct(fc.tuple(ipv4Network, ipv4Network, oneOf(['permit', 'deny'] as const)), 4).map((rules) => ({
    name,
    type: 'extended' as const,
    entries: rules.map(([source, destination, action], i) => ({
      sequence: (i + 1) * 10,
      action,
      protocol: 'ip',
      source,
      destination,
    })),
  }));
const server = (name: string): fc.Arbitrary<NounOf<'aaa-server'>> =>
  record<NounOf<'aaa-server'>>({
    name: fc.constant(name),
    protocol: fc.constant('radius' as const),
    maxFailedAttempts: rare(int(1, 5)),
    dynamicAuthorization: on,
    hosts: distinct(
      record<NounOf<'aaa-server'>['hosts'][number]>({
        interface: oneOf(['inside', 'outside']),
        host: ipv4,
        key: opt(fc.constant(key(`${name}-key`))),
        timeout: rare(int(1, 300)),
      }),
      3,
      ({ interface: port, host }) => `${port} ${host}`,
    ),
  });

interface Chosen {
  readonly esp: readonly string[];
  readonly pools: readonly string[];
  readonly lists: readonly string[];
  readonly servers: readonly string[];
  readonly policies: readonly string[];
  readonly attributes: readonly string[];
}
const maybe = <K extends string>(kind: K, names: readonly string[]) =>
  names.length === 0 ? fc.constant(undefined) : opt(oneOf(names).map((name) => ref(kind, name)));

/** WebVPN has them all where any has a value: an attribute that goes together with its values is typed back behind them. */
const clientAttributes = ['dynamic-split-exclude-domains', 'DeferredUpdateAllowed'] as const;
const attributesOf = (names: readonly string[]) => names.map((name) => ref('asa-client-attribute', `${name}/OURS`));
/** Its values are never changed in place, so a name stands for them. */
const attribute = (name: string): NounOf<'asa-client-attribute'> => ({
  name: `${name}/OURS`,
  webvpn: ref('webvpn', 'webvpn'),
  attribute: name,
  label: 'OURS',
  values: ['video.example.net,', 'radio.example.net'],
});
const policy = (name: string, all: Chosen): fc.Arbitrary<NounOf<'asa-group-policy'>> =>
  record<NounOf<'asa-group-policy'>>({
    name: fc.constant(name),
    tunnelProtocols: rare(someOf(['ikev2', 'ssl-client', 'ikev1'] as const)),
    dnsServers: rare(distinct(ipv4, 2)),
    idleTimeout: rare(fc.oneof(int(1, 600), fc.constant('none' as const))),
    filter: maybe('access-list', all.lists),
    simultaneousLogins: rare(int(0, 9)),
    anyconnectProfile: rare(oneOf(['staff', 'guests'])),
    customAttributes:
      all.attributes.length === 0 ? fc.constant(undefined) : rare(someOf(all.attributes).map(attributesOf)),
  });
const group = (name: string, all: Chosen): fc.Arbitrary<NounOf<'tunnel-group'>> =>
  fc
    .record({
      pools: all.pools.length === 0 ? fc.constant(undefined) : opt(someOf(all.pools)),
      policy: maybe('asa-group-policy', all.policies),
      servers: maybe('aaa-server', all.servers),
      stripRealm: on,
      remoteKey: opt(fc.constant(key(`${name}-remote`))),
      localKey: opt(fc.constant(key(`${name}-local`))),
      nocheck: fc.boolean(),
    })
    .map((v) => {
      const general = bare({
        addressPools: v.pools?.map((each) => ref('address-pool', each)),
        authenticationServers: v.servers,
        defaultGroupPolicy: v.policy,
        stripRealm: v.stripRealm,
      });
      const ipsec = bare({
        remoteKey: v.remoteKey,
        localKey: v.localKey,
        ...(v.nocheck ? { peerIdValidate: 'nocheck' as const } : {}),
      });
      return bare({
        name,
        type: 'remote-access' as const,
        general: Object.keys(general).length > 0 ? general : undefined,
        ipsec: Object.keys(ipsec).length > 0 ? ipsec : undefined,
      });
    });
const dynamic = (name: string, all: Chosen): fc.Arbitrary<NounOf<'dynamic-map'>> =>
  distinct(
    record<NounOf<'dynamic-map'>['entries'][number]>({
      sequence: oneOf([10, 20, 30]),
      proposals: someOf(all.esp).map((names) => names.map((each) => ref('ipsec-transform-set', each))),
      pfs: rare(oneOf([14, 19, 20] as const)),
      reverseRoute: on,
    }),
    3,
    ({ sequence }) => sequence,
  ).map((entries) => ({ name, entries }));
const entry = (sequence: number, all: Chosen): fc.Arbitrary<NounOf<'crypto-map-entry'>> =>
  record<NounOf<'crypto-map-entry'>>({
    name: fc.constant(`OURS/${sequence}`),
    map: fc.constant('OURS'),
    sequence: fc.constant(sequence),
    match: oneOf(all.lists).map((name) => ref('access-list', name)),
    peers: distinct(ipv4, 2),
    proposals: someOf(all.esp).map((names) => names.map((each) => ref('ipsec-transform-set', each))),
    pfs: rare(oneOf([14, 19] as const)),
    connectionType: rare(oneOf(['answer-only', 'originate-only', 'bidirectional'] as const)),
  });

const networkObject: fc.Arbitrary<string> = oneOf(['10.60.1.1', '10.60.0.0/16', '10.99.0.1-10.99.0.100']);
type Named = 'network-object' | 'network-group';
const exemption = (name: string, kind: Named): NounOf<'nat-exemption'> => ({
  name: `inside/outside/any/${name}`,
  inside: 'inside',
  outside: 'outside',
  peers: ref(kind, name),
});
/** Addresses, objects, and a group within a group. */
const networks = (name: string, objects: readonly string[], within: readonly string[]) =>
  record<NounOf<'network-group'>>({
    name: fc.constant(name),
    members: distinct(
      oneOf<NounOf<'network-group'>['members'][number]>([
        '10.61.1.1',
        '10.61.0.0/16',
        '2001:db8:61::/48',
        ...objects.map((each) => ref('network-object', each)),
        ...within.map((each) => ref('network-group', each)),
      ]),
      3,
    ),
    description: opt(oneOf(['sites of the north'])),
  });

/** What a whole ASA may be told. */
export const asaConfiguration: fc.Arbitrary<readonly Resource[]> = fc
  .record({
    esp: fc.subarray(['ESP-1', 'ESP-2']),
    pools: fc.subarray(['POOL-1', 'POOL-2']),
    lists: fc.subarray(['ACL-1', 'ACL-2']),
    servers: fc.subarray(['AAA-1', 'AAA-2']),
    policies: fc.subarray(['GP-1', 'GP-2', 'DfltGrpPolicy']),
    attributes: fc.subarray([...clientAttributes]),
    groups: fc.subarray(['TG-1', '203.0.113.9', 'DefaultRAGroup']),
    ikes: fc.subarray(['10', '20']),
    maps: fc.subarray(['DYN-1', 'DYN-2']),
    entries: fc.subarray([10, 20]),
    objects: fc.subarray(['OBJ-1', 'OBJ-2']),
    sites: fc.subarray(['SITES-1', 'SITES-2']),
    exempt: fc.boolean(),
    enabled: fc.option(fc.boolean(), { nil: undefined }),
    map: fc.boolean(),
    shown: fc.option(oneOf(['TP-1', 'TP-2']), { nil: undefined }),
  })
  .chain(({ groups, ikes, maps, entries, enabled, map, objects, sites, exempt, shown, ...all }) => {
    const each = <T extends string | number>(names: readonly T[], make: (name: T) => fc.Arbitrary<Resource>) =>
      fc.tuple(...names.map(make));
    const some = all.esp.length > 0;
    const placed = some && all.lists.length > 0 ? entries : [];
    return fc
      .tuple(
        each(ikes, (name) => ike(name).map((noun) => resource('ikev2-proposal', noun))),
        each(all.esp, (name) => esp(name).map((noun) => resource('ipsec-transform-set', noun))),
        fc.constant(all.pools.map((name) => resource('address-pool', pool(name)))),
        each(objects, (name) => networkObject.map((value) => resource('network-object', { name, value }))),
        each(sites, (name) =>
          networks(name, objects, name === sites[0] ? [] : sites.slice(0, 1)).map((noun) =>
            resource('network-group', noun),
          ),
        ),
        each(exempt ? [...objects, ...sites] : [], (name) =>
          fc.constant(
            resource('nat-exemption', exemption(name, sites.includes(name) ? 'network-group' : 'network-object')),
          ),
        ),
        each(all.lists, (name) => list(name).map((noun) => resource('access-list', noun))),
        each(all.servers, (name) => server(name).map((noun) => resource('aaa-server', noun))),
        fc.constant(
          all.attributes.length === 0
            ? []
            : [
                resource('webvpn', {
                  name: 'webvpn',
                  customAttributes: clientAttributes.map((one) => ({ attribute: one, description: 'ours alone' })),
                }),
                ...all.attributes.map((one) => resource('asa-client-attribute', attribute(one))),
              ],
        ),
        each(all.policies, (name) => policy(name, all).map((noun) => resource('asa-group-policy', noun))),
        each(groups, (name) => group(name, all).map((noun) => resource('tunnel-group', noun))),
        each(some ? maps : [], (name) => dynamic(name, all).map((noun) => resource('dynamic-map', noun))),
        each(placed, (at) => entry(at, all).map((noun) => resource('crypto-map-entry', noun))),
      )
      .map((parts): readonly Resource[] => [
        ...parts.flat(),
        ...(map && placed.length > 0
          ? [
              resource('crypto-map', {
                name: 'OURS',
                interfaces: ['outside'],
                entries: placed.map((at) => ref('crypto-map-entry', `OURS/${at}`)),
              }),
            ]
          : []),
        ...(shown === undefined
          ? []
          : [
              resource('cert-trustpoint', {
                name: shown,
                enrollment: { type: 'terminal' },
                revocationCheck: ['none'],
              } as never),
              resource('ssl-trustpoint', { name: 'outside', trustpoint: ref('cert-trustpoint', shown) }),
            ]),
        ...(enabled === undefined
          ? []
          : [
              resource(
                'ikev2-enable',
                bare({ name: 'outside', clientServices: enabled ? { port: 443 } : undefined }) as never,
              ),
            ]),
      ]);
  });
