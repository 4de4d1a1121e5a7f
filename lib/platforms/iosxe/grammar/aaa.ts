import { flag, onHeaderLine, line, lines, refused, section, statement, statements } from '../../../desired/cli/forms';
import {
  after,
  either,
  integer,
  list,
  name,
  oneOf,
  present,
  quoted,
  refTo,
  secret,
  sequence,
  spelled,
  type Words,
} from '../../../desired/cli/words';
import type { Ref } from '../../../model/noun';
import type { NounOf } from '../../../model/nouns';
import { radiusPlace } from './aaa-servers';
import { byName, port, vrf } from './words';

type User = NounOf<'local-user'>;
type Group = NounOf<'aaa-server-group'>;
type Method = NounOf<'aaa-authentication-list'>['methods'][number];
type Attribute = NounOf<'aaa-attribute-list'>['attributes'][number];

/** The device keeps a secret as a hash; typing the line again replaces it. */
export const localUser = statement<User>({
  lead: 'username',
  words: byName,
  args: sequence<Omit<User, 'name'>>(
    {
      privilege: after(['privilege'], integer(0, 15)),
      secret: after(['secret'], secret as never),
      password: after(['password'], secret as never),
    },
    ['privilege', 'secret', 'password'],
  ),
  retype: true,
});

/** The device prints `no aaa new-model` when it is off. */
export const aaa = statements<NounOf<'aaa'>>({
  lead: 'aaa',
  as: 'aaa new-model',
  fields: {
    newModel: flag('aaa new-model'),
    sessionId: line('aaa session-id', oneOf('common', 'unique')),
    fallback: onHeaderLine,
  },
});

const isRef = <R extends Ref>(value: R | string): value is R => typeof value !== 'string';
const builtIn = spelled({
  local: 'local',
  'local-case': 'local-case',
  none: 'none',
  enable: 'enable',
  line: 'line',
  'if-authenticated': 'if-authenticated',
  'group radius': 'group radius',
  'group ldap': 'group ldap',
});
/** The built-in groups first: no other group may have their names. */
const method: Words<Method> = {
  print: either<Extract<Method, Ref>, string>(after(['group'], refTo('aaa-server-group')), isRef, name).print,
  read: (words, at) => {
    const read = builtIn.read(words, at);
    return 'miss' in read ? after(['group'], refTo('aaa-server-group')).read(words, at) : read;
  },
};
const methods = sequence<{ methods: Method[] }>({ methods: list(method) });

export const aaaAuthenticationList = statement<NounOf<'aaa-authentication-list'>>({
  lead: 'aaa authentication login',
  words: byName,
  args: methods,
  retype: true,
});
export const aaaAuthorizationList = statement<NounOf<'aaa-authorization-list'>>({
  lead: 'aaa authorization network',
  words: byName,
  args: methods,
  retype: true,
});
/** Newer releases may print it as a block (not proven): see `folded`. */
export const aaaAccountingList = statement<NounOf<'aaa-accounting-list'>>({
  lead: 'aaa accounting network',
  words: byName,
  args: sequence<Omit<NounOf<'aaa-accounting-list'>, 'name'>>(
    { record: oneOf('start-stop', 'stop-only'), broadcast: present('broadcast'), methods: list(method) },
    ['broadcast'],
  ),
  retype: true,
  folded: { 'action-type': '', broadcast: 'broadcast', group: 'group' },
});

type Private = NonNullable<Group['privateServers']>[number];
const privateServer = sequence<Private>(
  {
    address: radiusPlace,
    timeout: after(['timeout'], integer(1, 1000)),
    retransmit: after(['retransmit'], integer(1, 100)),
    key: after(['key'], secret as never),
  },
  ['timeout', 'retransmit'],
);
/** `server name` of RADIUS, `server` of LDAP. */
const server = either<Ref<'radius-server'>, Ref<'ldap-server'>>(
  after(['name'], refTo('radius-server')),
  (value): value is Ref<'radius-server'> => value.ref === 'radius-server',
  refTo('ldap-server'),
);

const notHere = refused('IOS-XE has no such setting of a server group: leave it out');
/** What only an FMC says of a group. */
const ofManagers = {
  retryInterval: notHere,
  accountingMode: notHere,
  authorizeOnly: notHere,
  interimAccountingMinutes: notHere,
  dynamicAuthorizationPort: notHere,
  mergeDownloadedList: notHere,
  realm: notHere,
} as const;

export const aaaServerGroup = section<Group>({
  lead: 'aaa group server',
  prompt: 'config-sg-radius',
  key: sequence<{ type: Group['type']; name: string }>({ type: oneOf('radius', 'ldap'), name }),
  // Not proven; method lists say `group` and the name alone, so two of one name would be one too many anyhow.
  rivals: ({ type, name: own }) => [`aaa group server ${type === 'radius' ? 'ldap' : 'radius'} ${own}`],
  fields: {
    ...ofManagers,
    type: onHeaderLine,
    servers: lines('server', server, { ordered: true }),
    privateServers: lines('server-private', privateServer, { key: ({ address }) => [address.host] }),
    vrf: line('ip vrf forwarding', vrf),
    sourceInterface: line('ip radius source-interface', port),
    deadtime: line('deadtime', integer(1, 1440)),
  },
});

const attribute = sequence<Attribute>(
  {
    type: name,
    value: either<string, string>(quoted, (_value): _value is string => true, name),
    service: after(['service'], name),
    protocol: after(['protocol'], name),
  },
  ['service', 'protocol'],
);
export const aaaAttributeList = section<NounOf<'aaa-attribute-list'>>({
  lead: 'aaa attribute list',
  prompt: 'config-attr-list',
  key: byName,
  fields: { attributes: lines('attribute type', attribute, { ordered: true }) },
});
