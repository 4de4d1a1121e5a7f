import fc from 'fast-check';
import type { Kind, NounOf } from '../../../lib/model/nouns';
import { distinct, oneOf, opt, rare, record, refsTo, text, type Arbitraries } from './basic';

/** Every noun that a Duo account writes. */
export type DuoKind =
  'duo-group' | 'duo-phone' | 'duo-user' | 'duo-radius-application' | 'duo-saml-application' | 'duo-policy';

const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_.-]{0,20}$/);
const label = fc.stringMatching(/^[A-Za-z][A-Za-z0-9]{0,8}( [A-Za-z0-9]{1,8})?$/);
const email = name.map((user) => `${user.replace(/[.-]/g, 'x')}@example.net`);
const some = <K extends Kind>(kind: K) => rare(refsTo(kind, {}, 3));

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
    aliases: rare(distinct(oneOf(['EXAMPLE\\alice', 'alice@example.net', 'al&ice=1', 'a+b']), 3)),
    status: oneOf(['active', 'bypass', 'disabled']),
    notes: opt(text),
    groups: some('duo-group'),
    phones: some('duo-phone'),
    enrollment: rare(fc.record({ email, validSeconds: fc.integer({ min: 60, max: 2592000 }) })),
  }),
  'duo-policy': record<NounOf<'duo-policy'>>({
    name: label,
    newUsers: rare(oneOf(['enroll', 'no-mfa', 'deny'])),
    authentication: rare(oneOf(['enforce', 'bypass', 'deny'])),
    blockedMethods: rare(distinct(oneOf(['sms', 'phonecall', 'duo-passcode'] as const), 3)),
  }),
  'duo-radius-application': record<NounOf<'duo-radius-application'>>({
    name: label,
    groups: some('duo-group'),
    policy: rare(fc.constant({ ref: 'duo-policy' as const, name: 'VPN' })),
    usernameNormalization: oneOf(['simple', 'none']),
    notes: opt(text),
  }),
  'duo-saml-application': record<NounOf<'duo-saml-application'>>({
    name: label,
    entityId: oneOf(['https://vpn.example.net/saml/sp/metadata/staff', 'urn:example:vpn']),
    acsUrls: distinct(
      name.map((profile) => `https://vpn.example.net/+CSCOE+/saml/sp/acs?tgname=${profile}`),
      3,
    ),
    nameIdAttribute: oneOf(['<Username>', '<Email Address>', 'mail']),
    nameIdFormat: oneOf(['unspecified', 'email-address', 'persistent', 'transient']),
    signAssertion: fc.boolean(),
    signResponse: fc.boolean(),
    groups: some('duo-group'),
    notes: opt(text),
  }),
};
