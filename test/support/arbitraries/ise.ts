import fc from 'fast-check';
import type { IseCondition } from '../../../lib/model/ise/condition';
import type { Kind, NounOf } from '../../../lib/model/nouns';
import type { AuthorizationAttributes } from '../../../lib/model/shared/authorization-attributes';
import {
  bare,
  distinct,
  int,
  ipv4,
  ipv4Network,
  objectName,
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

/** Every noun that ISE writes. */
export type IseKind = Exclude<Extract<Kind, `ise-${string}`>, 'ise-active-directory'>;

const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_.-]{0,20}$/);
const label = fc.stringMatching(/^[A-Za-z][A-Za-z0-9]{0,8}( [A-Za-z0-9]{1,8})?$/);
const email = name.map((user) => `${user.replace(/[.-]/g, 'x')}@example.net`);
const group = fc.tuple(oneOf(['Location', 'Device Type']), label).map(([kind, last]) => `${kind}#All ${kind}s#${last}`);
const some = <K extends Kind>(kind: K) => refsTo(kind, {}, 3);
const one = <K extends Kind>(kind: K) => some(kind).map(([first]) => first!);
const state = oneOf(['enabled', 'disabled', 'monitor'] as const);
const outcome = oneOf(['reject', 'continue', 'drop'] as const);
const policySet = fc.constant({ ref: 'ise-policy-set' as const, name: 'VPN' });

const attribute = fc.record({
  dictionary: oneOf(['DEVICE', 'Radius', 'Network Access']),
  attribute: label,
  operator: oneOf(['equals', 'notEquals', 'contains', 'matches'] as const),
  value: text,
  not: fc.boolean(),
});
const several = <T>(item: fc.Arbitrary<T>) => fc.array(item, { minLength: 2, maxLength: 3 });
const condition: fc.Arbitrary<IseCondition> = fc.oneof(
  attribute,
  fc.record({ all: several(fc.oneof(attribute, fc.record({ any: several(attribute) }))) }),
  fc.record({ any: several(fc.oneof(attribute, fc.record({ all: several(attribute) }))) }),
);

const authorization = record<AuthorizationAttributes>({
  framedPool: opt(oneOf(['STAFF'])),
  dnsServers: opt(distinct(ipv4, 2)),
  defaultDomain: opt(fc.constant('example.net')),
  routeSetPrefixes: opt(distinct(ipv4Network, 3)),
  acctInterimInterval: opt(int(60, 86400)),
  avPairs: opt(fc.constant(['ip:inacl#1=permit ip any any'])),
});

const results: Arbitraries<
  | 'ise-downloadable-acl'
  | 'ise-authorization-profile'
  | 'ise-policy-set'
  | 'ise-authentication-rule'
  | 'ise-authorization-rule'
> = {
  'ise-downloadable-acl': record<NounOf<'ise-downloadable-acl'>>({
    name,
    description: opt(text),
    lines: distinct(
      ipv4.map((host) => `permit ip any host ${host}`),
      3,
    ),
    type: oneOf(['ipv4', 'ipv6', 'both']),
  }),
  'ise-authorization-profile': record<NounOf<'ise-authorization-profile'>>({
    name: label,
    description: opt(text),
    access: fc.constant('accept'),
    groupPolicy: opt(objectName),
    downloadableAcl: rare(one('ise-downloadable-acl')),
    accessList: opt(objectName),
    attributes: rare(authorization),
    profile: oneOf(['Cisco', 'AlcatelWired']),
  }),
  'ise-policy-set': record<NounOf<'ise-policy-set'>>({
    name: label,
    description: opt(text),
    condition,
    protocols: rare(one('ise-allowed-protocols')),
    state,
    rank: rare(int(0, 20)),
  }),
  'ise-authentication-rule': record<NounOf<'ise-authentication-rule'>>({
    policySet,
    name: label,
    condition,
    source: fc.oneof(one('ise-identity-source-sequence'), label),
    rank: int(0, 20),
    ifAuthFail: outcome,
    ifUserNotFound: outcome,
    ifProcessFail: outcome,
    state,
  }),
  'ise-authorization-rule': record<NounOf<'ise-authorization-rule'>>({
    policySet,
    name: label,
    condition,
    profiles: some('ise-authorization-profile'),
    securityGroup: rare(label),
    rank: int(0, 20),
    state,
  }),
};

const sources: Arbitraries<
  | 'ise-certificate-profile'
  | 'ise-identity-source-sequence'
  | 'ise-allowed-protocols'
  | 'ise-external-radius-server'
  | 'ise-radius-server-sequence'
> = {
  'ise-certificate-profile': record<NounOf<'ise-certificate-profile'>>({
    name: label,
    description: opt(text),
    userFrom: oneOf(['subject-common-name', 'subject', 'subject-alternative-name-email']),
    directory: rare(one('ise-active-directory')),
    compare: oneOf(['never', 'resolve-ambiguity', 'always']),
  }),
  'ise-identity-source-sequence': record<NounOf<'ise-identity-source-sequence'>>({
    name: label,
    description: opt(text),
    sources: distinct(fc.oneof(one('ise-active-directory'), label), 3),
    certificateProfile: rare(one('ise-certificate-profile')),
    ifUnreachable: oneOf(['continue', 'stop']),
  }),
  'ise-allowed-protocols': record<NounOf<'ise-allowed-protocols'>>({
    name: label,
    description: opt(text),
    protocols: someOf(['pap', 'chap', 'ms-chap-v1', 'ms-chap-v2', 'eap-md5', 'eap-tls', 'peap'] as const),
    requireMessageAuthenticator: fc.boolean(),
  }),
  'ise-external-radius-server': record<NounOf<'ise-external-radius-server'>>({
    name: fc.stringMatching(/^[A-Za-z][A-Za-z0-9_]{0,20}$/),
    description: opt(text),
    address: ipv4,
    secret: secretRef,
    authPort: int(1, 65535),
    acctPort: int(1, 65535),
    timeout: int(1, 120),
    retries: int(1, 9),
  }),
  'ise-radius-server-sequence': record<NounOf<'ise-radius-server-sequence'>>({
    name: label,
    description: opt(text),
    servers: some('ise-external-radius-server'),
    authorize: fc.boolean(),
    remoteAccounting: fc.boolean(),
    localAccounting: fc.boolean(),
  }),
};

export const iseNounsAtRandom: Arbitraries<IseKind> = {
  ...sources,
  ...results,
  'ise-identity-group': record<NounOf<'ise-identity-group'>>({
    name: label,
    description: opt(text),
    parent: rare(one('ise-identity-group')),
  }),
  'ise-network-device-group': fc
    .tuple(group, opt(text))
    .map(([path, description]) => bare({ name: path.split('#').join(' > '), path, description })),
  'ise-network-device': record<NounOf<'ise-network-device'>>({
    name,
    description: opt(text),
    addresses: distinct(
      fc.oneof(
        ipv4,
        ipv4Network.filter((n) => !n.endsWith('/32')),
      ),
      3,
    ),
    radiusSharedSecret: secretRef,
    secondRadiusSharedSecret: rare(secretRef),
    deviceGroups: rare(distinct(group, 3)),
    profile: oneOf(['Cisco', 'AlcatelWired']),
    coaPort: fc.integer({ min: 1, max: 65535 }),
    dtlsRequired: fc.boolean(),
  }),
  'ise-internal-user': record<NounOf<'ise-internal-user'>>({
    name,
    password: secretRef,
    enabled: fc.boolean(),
    description: opt(text),
    email: opt(email),
    firstName: opt(label),
    groups: rare(some('ise-identity-group')),
    changePassword: fc.boolean(),
    customAttributes: rare(fc.constant({ site: 'Mumbai' })),
  }),
};
