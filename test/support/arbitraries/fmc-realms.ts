import fc from 'fast-check';
import type { NounOf } from '../../../lib/model/nouns';
import {
  distinct,
  domainName,
  int,
  oneOf,
  opt,
  rare,
  record,
  refsTo,
  secretRef,
  text,
  word,
  type Arbitraries,
} from './basic';
import { fmcName, its } from './fmc-shared';

type Realm = NounOf<'realm'>;
type Server = NonNullable<Realm['servers']>[number];
export type FmcRealmKind = 'dynamic-access-policy' | 'realm' | 'local-realm-user' | 'ra-local-realm';

/** A label does not end with a hyphen here, and a name of a user has none of `{}#",`. */
const domain = domainName.filter((name) => !name.includes('-.'));
const userWord = word.filter((name) => !/[{}#",]/.test(name));
const zone = rare(its('security-zone', 'outside-zone', 'dmz-zone'));
const server: fc.Arbitrary<Server> = fc.oneof(
  record<Server>({ host: domain, port: rare(int(1, 65535)), encryption: fc.constant('none' as const), zone }),
  record<Server>({
    host: domain,
    port: rare(int(1, 65535)),
    encryption: oneOf(['ldaps', 'starttls'] as const),
    authority: its('trusted-ca', 'ROOT', 'DIRECTORY-CA'),
    zone,
  }),
);
const login = record<NonNullable<Realm['user']>>({ name: userWord, password: secretRef });
const dn = domain.map((name) => `dc=${name}`);
const some = rare(distinct(text, 2));
const directory = {
  description: opt(text),
  user: login,
  baseDn: dn,
  groupDn: dn,
  servers: distinct(server, 3),
  groupAttribute: rare(oneOf(['member', 'uniqueMember'])),
  download: rare(
    record<NonNullable<Realm['download']>>({
      hour: rare(int(0, 23)),
      intervalHours: rare(oneOf([1, 2, 3, 4, 6, 8, 12, 24] as const)),
      includedGroups: some,
      excludedGroups: some,
      includedUsers: some,
      excludedUsers: some,
    }),
  ),
};

const recordNames = ['STAFF', 'GUESTS', 'PCS'];
const access = fc
  .tuple(
    fmcName,
    opt(text),
    fc.subarray(recordNames),
    fc.array(oneOf(['continue', 'terminate', 'quarantine'] as const), { minLength: 4, maxLength: 4 }),
    opt(text),
  )
  .map(([name, description, names, actions, message]): NounOf<'dynamic-access-policy'> => ({
    name,
    ...(description === undefined ? {} : { description }),
    records: [
      ...names.map((one, i) => ({
        ...{ name: one, priority: i * 10, action: actions[i]! },
        ...(message === undefined ? {} : { message }),
      })),
      { name: 'DfltAccessPolicy', action: actions[3]! },
    ],
    ...(names.length === 0
      ? {}
      : {
          criteria: `<dapRecordList>${names
            .map((one) => `<dapRecord><dapName><value>${one}</value></dapName></dapRecord>`)
            .join('')}</dapRecordList>`,
        }),
  }));

export const fmcRealms: Arbitraries<FmcRealmKind> = {
  'dynamic-access-policy': access,
  realm: fc.oneof(
    record<Realm>({ name: fmcName, description: opt(text), type: fc.constant('local' as const) }),
    record<Realm>({ name: fmcName, type: fc.constant('ldap' as const), ...directory }),
    record<Realm>({
      name: fmcName,
      type: fc.constant('ad' as const),
      domain,
      joinUser: rare(login),
      ...directory,
    }),
  ),
  'ra-local-realm': fc.record({
    name: fc.constant('RA'),
    policy: its('ra-vpn-policy', 'RA'),
    realm: its('realm', 'STAFF', 'GUESTS'),
    profiles: refsTo('ra-connection-profile', { 'ra-connection-profile': ['RA/STAFF', 'RA/GUESTS'] }, 2),
  }),
  'local-realm-user': fc.tuple(oneOf(['STAFF', 'GUESTS']), userWord, secretRef).map(([realm, user, password]) => ({
    name: `${realm}/${user}`,
    realm: { ref: 'realm' as const, name: realm, external: true },
    user,
    password,
  })),
};

export const fmcSaml: fc.Arbitrary<NounOf<'saml-server'>> = record<NounOf<'saml-server'>>({
  name: fmcName,
  entityId: fc.constant('https://sso.example.net/metadata'),
  signInUrl: fc.constant('https://sso.example.net/login'),
  signOutUrl: opt(fc.constant('https://sso.example.net/logout')),
  identityProviderCertificate: fc.constant({ ref: 'cert-trustpoint' as const, name: 'CA', external: true }),
  signature: oneOf(['none', 'rsa-sha1', 'rsa-sha256', 'rsa-sha384', 'rsa-sha512'] as const),
  timeout: fc.integer({ min: 1, max: 7200 }),
  internalNetwork: fc.boolean(),
  reauthenticate: fc.boolean(),
});
