import fc from 'fast-check';
import type { Kind, NounOf } from '../../../lib/model/nouns';
import {
  distinct,
  ipv4,
  ipv4Network,
  oneOf,
  opt,
  rare,
  record,
  refsTo,
  secretRef,
  text,
  type Arbitraries,
} from './basic';

/** Every noun that ISE writes. */
export type IseKind = 'ise-network-device' | 'ise-internal-user';
/** Every noun that a Duo account writes. */
export type DuoKind = 'duo-group' | 'duo-phone' | 'duo-user' | 'duo-radius-application';

const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_.-]{0,20}$/);
const label = fc.stringMatching(/^[A-Za-z][A-Za-z0-9]{0,8}( [A-Za-z0-9]{1,8})?$/);
const email = name.map((user) => `${user.replace(/[.-]/g, 'x')}@example.net`);
const group = fc.tuple(oneOf(['Location', 'Device Type']), label).map(([kind, last]) => `${kind}#All ${kind}s#${last}`);
const some = <K extends Kind>(kind: K) => rare(refsTo(kind, {}, 3));

export const iseNounsAtRandom: Arbitraries<IseKind> = {
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
    groups: some('ise-identity-group'),
    changePassword: fc.boolean(),
  }),
};

export const duoNounsAtRandom: Arbitraries<DuoKind> = {
  'duo-group': record<NounOf<'duo-group'>>({ name: label, description: opt(text) }),
  'duo-phone': record<NounOf<'duo-phone'>>({
    name: fc.stringMatching(/^\+[1-9][0-9]{6,14}$/),
    label: opt(label),
    type: oneOf(['mobile', 'landline']),
    activation: rare(fc.record({ validSeconds: fc.integer({ min: 60, max: 2592000 }), install: fc.boolean() })),
  }).map((phone) => ({ ...phone, number: phone.name })),
  'duo-user': record<NounOf<'duo-user'>>({
    name,
    realname: opt(label),
    email: opt(email),
    status: oneOf(['active', 'bypass', 'disabled']),
    notes: opt(text),
    groups: some('duo-group'),
    phones: some('duo-phone'),
  }),
  'duo-radius-application': record<NounOf<'duo-radius-application'>>({
    name: label,
    groups: some('duo-group'),
    usernameNormalization: oneOf(['simple', 'none']),
    notes: opt(text),
  }),
};
