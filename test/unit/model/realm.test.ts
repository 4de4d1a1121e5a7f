import { nouns } from '../../../lib/model/nouns';
import { wording } from '../../../lib/model/wording';
import { existing } from '../../../constructs/core/device-object';
import { Secret } from 'tunnelwright';

const authority = existing('trusted-ca', 'ROOT');
const directory = {
  name: 'staff',
  type: 'ldap',
  user: { name: 'vpn', password: Secret.fromEnv('DIRECTORY') },
  baseDn: 'dc=example,dc=net',
  groupDn: 'dc=example,dc=net',
  servers: [{ host: 'dc-1.example.net', authority }],
};
const wrong = (props: object): readonly string[] =>
  (nouns.realm.schema.safeParse(props, { error: wording }).error?.issues ?? []).map(
    ({ path, message }) => `${path.join('.')}: ${message}`,
  );

test.each<readonly [string, object, readonly string[]]>([
  ['a directory', directory, []],
  ['an Active Directory', { ...directory, type: 'ad', domain: 'example.net' }, []],
  ['local users', { name: 'guests', type: 'local' }, []],
  [
    'an Active Directory without its domain',
    { ...directory, type: 'ad' },
    ['domain: is missing: write the domain, like example.net'],
  ],
  ['a domain of LDAP', { ...directory, domain: 'example.net' }, ['domain: it is of Active Directory: leave it out']],
  [
    'a directory without servers',
    { ...directory, servers: undefined },
    ["servers: is missing: a realm of type 'ldap' needs it"],
  ],
  [
    'local users in a directory',
    { name: 'guests', type: 'local', baseDn: 'dc=example,dc=net' },
    ['baseDn: it is of directories: leave it out'],
  ],
  [
    'TLS without an authority',
    { ...directory, servers: [{ host: 'dc-1.example.net' }] },
    ["servers.0.authority: is missing: give the TrustedCa of the server's certificate, or write encryption: 'none'"],
  ],
  [
    'an authority for nothing',
    { ...directory, servers: [{ host: 'dc-1.example.net', encryption: 'none', authority }] },
    ['servers.0.authority: nothing is encrypted: leave it out, or write encryption'],
  ],
  [
    'a name that is no distinguished one',
    { ...directory, baseDn: 'example.net' },
    ["baseDn: 'example.net' is not a valid distinguished name: write it like dc=example,dc=net"],
  ],
])('%s', (_what, props, problems) => {
  expect(wrong(props)).toEqual(problems);
});
