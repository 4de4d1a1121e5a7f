import { line, lines, refused, section } from '../../../desired/cli/forms';
import {
  address,
  after,
  either,
  inAnyOrder,
  integer,
  mapped,
  name,
  oneOf,
  present,
  refTo,
  rest,
  secret,
  sequence,
  type Words,
} from '../../../desired/cli/words';
import type { NounOf } from '../../../model/nouns';
import { anyAddress, byName, nothing } from './words';

type Radius = NounOf<'radius-server'>;
type Ldap = NounOf<'ldap-server'>;

interface Ports {
  readonly host: string;
  readonly authPort?: number;
  readonly acctPort?: number;
}
/** Ports are printed, also 1812 and 1813. Where they are not, the device means 1645 and 1646. */
export const radiusPlace: Words<Radius['address']> = mapped(
  sequence<Ports>(
    {
      host: anyAddress,
      authPort: after(['auth-port'], integer(1, 65535)),
      acctPort: after(['acct-port'], integer(1, 65535)),
    },
    ['authPort', 'acctPort'],
  ),
  ({ host, authPort = 1645, acctPort = 1646 }) => ({ host, authPort, acctPort }),
  (value) => value,
);
/** `ipv4` or `ipv6` in front, as the address says. */
const withFamily: Words<Radius['address']> = {
  print: (value) => [value.host.includes(':') ? 'ipv6' : 'ipv4', ...radiusPlace.print(value)],
  read: (words, at) => {
    const family = oneOf('ipv4', 'ipv6').read(words, at);
    return 'miss' in family ? family : radiusPlace.read(words, family.next);
  },
};

type Tester = NonNullable<Radius['automateTester']>;
/** What stands behind the user, in any order. */
const tester: Words<Tester> = mapped(
  sequence<{ username: string; rest: Omit<Tester, 'username'> }>(
    {
      username: name,
      rest: inAnyOrder<Omit<Tester, 'username'>>({
        ignoreAuthPort: present('ignore-auth-port'),
        ignoreAcctPort: present('ignore-acct-port'),
        idleTime: after(['idle-time'], integer(1, 35791)),
        probeOn: present('probe-on'),
      }),
    },
    ['rest'],
  ),
  ({ username, rest: others }) => ({ username, ...others }),
  ({ username, ...others }) => ({ username, rest: others }),
);

export const radiusServer = section<Radius>({
  lead: 'radius server',
  prompt: 'config-radius-server',
  key: byName,
  fields: {
    address: line('address', withFamily),
    timeout: line('timeout', integer(1, 1000)),
    retransmit: line('retransmit', integer(0, 100)),
    automateTester: line('automate-tester username', tester),
    pacKey: line('pac key', secret as never, { undoByLead: true }),
    key: line('key', secret as never, { undoByLead: true }),
    messageAuthenticator: refused('IOS-XE checks it by itself: leave messageAuthenticator out'),
    zone: refused('IOS-XE has no zones here: leave zone out'),
    redirectList: refused('IOS-XE has no such list here: leave redirectList out'),
  },
});

/** A distinguished name may hold blanks; `password` ends it. */
const until = (stop: string): Words<string> => ({
  print: (value) => value.split(' '),
  read: (words, at) => {
    const end = words.findIndex((text, i) => i >= at && text.toLowerCase() === stop);
    const next = end === -1 ? words.length : end;
    return next > at ? { value: words.slice(at, next).join(' '), next } : { miss: 'incomplete', at };
  },
});

export const ldapServer = section<Ldap>({
  lead: 'ldap server',
  prompt: 'config-ldap-server',
  key: byName,
  fields: {
    address: line('ipv4', address),
    attributeMap: line('attribute map', refTo('ldap-attribute-map')),
    port: line('transport port', integer(1, 65535)),
    timeout: line('timeout retransmit', integer(1, 65535), { defaultOmitted: 30 }),
    bind: line(
      'bind authenticate root-dn',
      sequence<NonNullable<Ldap['bind']>>({
        rootDn: until('password'),
        password: after(['password'], secret as never),
      }),
    ),
    baseDn: line('base-dn', rest),
    secureTrustpoint: line('secure trustpoint', refTo('cert-trustpoint')),
    bindFirst: line(
      'authentication bind-first',
      either<'no-authorization', true>(oneOf('no-authorization'), (value) => value === 'no-authorization', nothing),
    ),
  },
});

export const ldapAttributeMap = section<NounOf<'ldap-attribute-map'>>({
  lead: 'ldap attribute-map',
  prompt: 'config-attr-map',
  key: byName,
  fields: { maps: lines('map type', sequence({ ldap: name, aaa: name })) },
});
