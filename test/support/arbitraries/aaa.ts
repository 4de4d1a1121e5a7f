import fc from 'fast-check';
import type { NounOf } from '../../../lib/model/nouns';
import {
  anyAddress,
  distinct,
  has,
  int,
  ipv4,
  mayRef,
  on,
  oneOf,
  opt,
  plainName,
  port,
  rare,
  record,
  refTo,
  refsTo,
  secretRef,
  text,
  vrfRef,
  where,
  word,
  type Pool,
} from './basic';

type Name = fc.Arbitrary<string>;
type Group = NounOf<'aaa-server-group'>;
type Method = NounOf<'aaa-authentication-list'>['methods'][number];

export const localUser = (name: Name): fc.Arbitrary<NounOf<'local-user'>> =>
  fc.oneof(
    record<NounOf<'local-user'>>({ name, privilege: opt(int(0, 15)), secret: secretRef }),
    record<NounOf<'local-user'>>({ name, privilege: opt(int(0, 15)), password: secretRef }),
  );

/** Who the fallback is stands in no line: only a configuration has one. */
export const aaa = (pool: Pool): fc.Arbitrary<NounOf<'aaa'>> =>
  record<NounOf<'aaa'>>({
    name: fc.constant('aaa'),
    newModel: fc.constant(true),
    sessionId: opt(oneOf(['common', 'unique'] as const)),
    fallback: pool['local-user'] === undefined ? fc.constant(undefined) : mayRef('local-user', pool),
  });

const radiusAddress = fc.record({
  host: anyAddress,
  authPort: fc.oneof(fc.constant(1812), int(1, 65535)),
  acctPort: fc.oneof(fc.constant(1813), int(1, 65535)),
});
export const radiusServer = (name: Name): fc.Arbitrary<NounOf<'radius-server'>> =>
  record<NounOf<'radius-server'>>({
    name,
    address: radiusAddress,
    key: secretRef,
    timeout: opt(int(1, 1000)),
    retransmit: opt(int(0, 100)),
    automateTester: rare(
      record<NonNullable<NounOf<'radius-server'>['automateTester']>>({
        username: plainName,
        ignoreAuthPort: on,
        ignoreAcctPort: on,
        idleTime: opt(int(1, 35791)),
        probeOn: on,
      }),
    ),
    pacKey: rare(secretRef),
  });

type Ldap = NounOf<'ldap-server'>;
const distinguished = fc
  .array(word, { minLength: 1, maxLength: 3 })
  .map((parts) => parts.map((part) => `CN=${part}`).join(', '));
export const ldapServer = (name: Name, pool: Pool): fc.Arbitrary<Ldap> =>
  record<Ldap>({
    name,
    address: ipv4,
    port: opt(int(1, 65535)),
    attributeMap: mayRef('ldap-attribute-map', pool),
    timeout: opt(fc.oneof(fc.constant(30), int(1, 65535))),
    bind: opt(record<NonNullable<Ldap['bind']>>({ rootDn: distinguished, password: secretRef })),
    baseDn: distinguished,
    bindFirst: opt(oneOf([true, 'no-authorization'] as const)),
    secureTrustpoint: mayRef('cert-trustpoint', pool),
  });
export const ldapAttributeMap = (name: Name): fc.Arbitrary<NounOf<'ldap-attribute-map'>> =>
  record<NounOf<'ldap-attribute-map'>>({ name, maps: distinct(fc.record({ ldap: word, aaa: word }), 3) });

const privateServer = record<NonNullable<Group['privateServers']>[number]>({
  address: radiusAddress,
  timeout: opt(int(1, 1000)),
  retransmit: opt(int(1, 100)),
  key: secretRef,
});
const privateServers = distinct(privateServer, 2, ({ address }) => address.host);
/** `type` may be said, because a device does not change it. */
export const serverGroup = (name: Name, pool: Pool, type?: Group['type']): fc.Arbitrary<Group> => {
  const radius = record<Group>({
    name,
    type: fc.constant('radius'),
    servers: where(has(pool, 'radius-server'), () => refsTo('radius-server', pool, 2)),
    privateServers,
    vrf: rare(vrfRef(pool)),
    sourceInterface: rare(port(pool)),
    deadtime: opt(int(1, 1440)),
  });
  const named = record<Group>({
    name,
    type: fc.constant('radius'),
    servers: has(pool, 'radius-server') ? refsTo('radius-server', pool, 2) : fc.constant(undefined),
    deadtime: opt(int(1, 1440)),
  });
  const radii = has(pool, 'radius-server') ? fc.oneof(radius, named) : radius;
  if (type === 'radius' || !has(pool, 'ldap-server')) return radii;
  const ldap = record<Group>({
    name,
    type: fc.constant('ldap'),
    servers: refsTo('ldap-server', pool, 2),
    vrf: rare(vrfRef(pool)),
  });
  return type === 'ldap' ? ldap : fc.oneof(radii, ldap);
};

const builtIn = [
  'local',
  'local-case',
  'none',
  'enable',
  'line',
  'if-authenticated',
  'group radius',
  'group ldap',
] as const;
const methods = (pool: Pool): fc.Arbitrary<Method[]> =>
  distinct(
    fc.oneof<fc.Arbitrary<Method>[]>(
      oneOf(builtIn),
      ...(has(pool, 'aaa-server-group') ? [refTo('aaa-server-group', pool)] : []),
    ),
    4,
  );
export const authenticationList = (name: Name, pool: Pool) =>
  record<NounOf<'aaa-authentication-list'>>({ name, methods: methods(pool) });
export const authorizationList = (name: Name, pool: Pool) =>
  record<NounOf<'aaa-authorization-list'>>({ name, methods: methods(pool) });
export const accountingList = (name: Name, pool: Pool) =>
  record<NounOf<'aaa-accounting-list'>>({
    name,
    record: oneOf(['start-stop', 'stop-only'] as const),
    broadcast: on,
    methods: methods(pool),
  });

type Attribute = NounOf<'aaa-attribute-list'>['attributes'][number];
export const attributeList = (name: Name): fc.Arbitrary<NounOf<'aaa-attribute-list'>> =>
  record<NounOf<'aaa-attribute-list'>>({
    name,
    attributes: distinct(
      record<Attribute>({
        type: oneOf(['interface-config', 'addr-pool', 'ipsec-flow-limit']),
        value: text,
        service: rare(oneOf(['ike', 'ppp'])),
        protocol: rare(oneOf(['ip', 'lcp'])),
      }),
      3,
    ),
  });
