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
export type FmcRealmKind = 'realm' | 'local-realm-user' | 'ra-local-realm';

const zone = rare(its('security-zone', 'outside-zone', 'dmz-zone'));
const server: fc.Arbitrary<Server> = fc.oneof(
  record<Server>({ host: domainName, port: rare(int(1, 65535)), encryption: fc.constant('none' as const), zone }),
  record<Server>({
    host: domainName,
    port: rare(int(1, 65535)),
    encryption: oneOf(['ldaps', 'starttls'] as const),
    authority: its('trusted-ca', 'ROOT', 'DIRECTORY-CA'),
    zone,
  }),
);
const login = record<NonNullable<Realm['user']>>({ name: word, password: secretRef });
/** A label of a domain does not end in a hyphen, and a user is no list. */
const adDomain = domainName.filter((name) => !name.includes('-.'));
const userName = word.filter((name) => !/[{}#",]/.test(name));
const dn = domainName.map((name) => `dc=${name}`);
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

export const fmcRealms: Arbitraries<FmcRealmKind> = {
  realm: fc.oneof(
    record<Realm>({ name: fmcName, description: opt(text), type: fc.constant('local' as const) }),
    record<Realm>({ name: fmcName, type: fc.constant('ldap' as const), ...directory }),
    record<Realm>({
      name: fmcName,
      type: fc.constant('ad' as const),
      domain: adDomain,
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
  'local-realm-user': fc.tuple(oneOf(['STAFF', 'GUESTS']), userName, secretRef).map(([realm, user, password]) => ({
    name: `${realm}/${user}`,
    realm: { ref: 'realm' as const, name: realm, external: true },
    user,
    password,
  })),
};
