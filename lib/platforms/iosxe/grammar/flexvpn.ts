import { flag, line, lines, section } from '../../../desired/cli/forms';
import {
  address,
  address6,
  addressWithMask,
  after,
  either,
  integer,
  list,
  mapped,
  name,
  oneOf,
  prefix6,
  refTo,
  sequence,
  word,
  type Words,
} from '../../../desired/cli/words';
import { isIpv4, isIpv6 } from '../../../kernel/ip';
import type { NounOf } from '../../../model/nouns';
import { interfaceName } from './interface-name';
import { anyAddress, byName, host as hostOrName, port, vrf } from './words';

type Policy = NounOf<'ikev2-authorization-policy'>;
type Mangler = NounOf<'ikev2-name-mangler'>;
type Client = NounOf<'flexvpn-client'>;
type Peer = Client['peers'][number];

const dnField = oneOf('common-name', 'country', 'domain', 'locality', 'organization', 'organization-unit', 'state');
const delimiter = after(['delimiter'], oneOf('.', '@', '/'));
const part = <T extends object>(head: string, key: keyof T & string, words: Words<never>): Words<T> =>
  after([head], sequence<T>({ [key]: words } as never));
type Eap = Exclude<NonNullable<Mangler['eap']>, string>;
const eapPart = either<{ dn: never }, Exclude<Eap, { dn: unknown }>>(
  part('dn', 'dn', dnField as never),
  (value): value is { dn: never } => 'dn' in value,
  either(
    part<{ prefix: '.' | '@' | '/' }>('prefix', 'prefix', delimiter as never),
    (value): value is { prefix: '.' | '@' | '/' } => 'prefix' in value,
    part<{ suffix: '.' | '@' | '/' }>('suffix', 'suffix', delimiter as never),
  ),
) as Words<Eap>;

export const ikev2NameMangler = section<Mangler>({
  lead: 'crypto ikev2 name-mangler',
  prompt: 'config-ikev2-name-mangler',
  key: byName,
  fields: {
    eap: line(
      'eap',
      either<'all', Eap>(oneOf('all'), (value): value is 'all' => value === 'all', eapPart),
    ),
    dn: line('dn', dnField),
    email: line('email', oneOf('all', 'domain', 'username')),
    fqdn: line('fqdn', oneOf('all', 'domain', 'hostname')),
  },
});

/** `ipv4 10.0.0.0 255.255.0.0` or `ipv6 2001:db8::/32`; a host has a mask too. */
const network: Words<string> = {
  print: (value) =>
    value.includes(':')
      ? ['ipv6', value]
      : ['ipv4', ...addressWithMask.print(value.includes('/') ? value : `${value}/32`)],
  read: (words, at) => {
    const family = oneOf('ipv4', 'ipv6').read(words, at);
    if ('miss' in family) return family;
    const read = family.value === 'ipv6' ? prefix6.read(words, family.next) : addressWithMask.read(words, family.next);
    return 'miss' in read ? read : { ...read, value: read.value.replace(/^([\d.]+)\/32$/, '$1') };
  },
};
type LocalRoute = NonNullable<Policy['routeSetLocal']>[number];
const localRoute = sequence<LocalRoute>(
  {
    network,
    nextHop: after(['next-hop'], anyAddress),
    vrf: after(['vrf'], vrf),
    tag: after(['tag'], integer(1, 497777)),
    distance: after(['distance'], integer(1, 255)),
  },
  ['nextHop', 'vrf', 'tag', 'distance'],
);
const accept = sequence<NonNullable<Policy['routeAccept']>>(
  { tag: after(['tag'], integer(1, 497777)), distance: after(['distance'], integer(1, 255)) },
  ['tag', 'distance'],
);
/** Between two `^C`, as the device prints it. */
const banner: Words<string> = {
  print: (value) => `^C${value}^C`.split(' '),
  read: (words, at) => {
    const text = words.slice(at).join(' ');
    const found = /^\^C\s*(.*?)\s*\^C$/.exec(text) ?? /^(\S)\s*(.*?)\s*\1$/.exec(text);
    return found ? { value: found[found.length - 1]!, next: words.length } : { miss: 'invalid', at };
  },
};

export const ikev2AuthorizationPolicy = section<Policy>({
  lead: 'crypto ikev2 authorization policy',
  prompt: 'config-ikev2-author-policy',
  key: byName,
  restore: 'default crypto ikev2 authorization policy',
  fields: {
    pool: line('pool', refTo('address-pool')),
    ipv6Pool: line('ipv6 pool', name),
    ipv6Prefix: line('ipv6 prefix', integer(1, 128)),
    dhcpServer: line('dhcp server', hostOrName),
    dhcpGiaddr: line('dhcp giaddr', address),
    dhcpTimeout: line('dhcp timeout', integer(4, 30), { defaultOmitted: 8 }),
    dns: line('dns', list(address)),
    ipv6Dns: line('ipv6 dns', list(address6)),
    wins: line('wins', list(address)),
    netmask: line('netmask', address),
    banner: line('banner', banner),
    defDomain: line('def-domain', name),
    splitDns: lines('split-dns', name),
    attributeList: line('aaa attribute list', refTo('aaa-attribute-list')),
    backupGateways: lines('backup-gateway', hostOrName),
    configurationUrl: line('configuration url', name),
    configurationVersion: line('configuration version', integer(1, 32767)),
    includeLocalLan: flag('include-local-lan', false),
    flowLimit: line('ipsec flow-limit', integer(0, 50000)),
    pfs: flag('pfs', false),
    routeAccept: line('route accept any', accept),
    routeAcceptMap: line('route accept route-map', name),
    routeSetInterface: flag('route set interface', false),
    routeSetInterfaces: lines('route set interface', port),
    routeSetAccessList: line('route set access-list', refTo('access-list')),
    routeSetIpv6AccessList: line('route set access-list ipv6', refTo('ipv6-access-list')),
    routeSetRemote: lines('route set remote', network),
    routeSetLocal: lines('route set local', localRoute),
    sessionLifetime: line('session-lifetime', integer(120, 25920000)),
    smartcardRemovalDisconnect: flag('smartcard-removal-disconnect', false),
  },
});

const state = oneOf('up', 'down');
/** A name stands behind `fqdn`, an address alone. */
const host: Words<{ host: string; dynamic?: true | 'ipv6' }> = {
  print: ({ host: text, dynamic }) => [
    ...(isIpv4(text) || isIpv6(text) ? [text] : ['fqdn', text]),
    ...(dynamic === undefined ? [] : dynamic === true ? ['dynamic'] : ['dynamic', 'ipv6']),
  ],
  read: (words, at) => {
    const read = either<string, string>(anyAddress, (_text): _text is string => true, after(['fqdn'], name)).read(
      words,
      at,
    );
    if ('miss' in read) return read;
    if (words[read.next]?.toLowerCase() !== 'dynamic') return { value: { host: read.value }, next: read.next };
    const six = words[read.next + 1]?.toLowerCase() === 'ipv6';
    return { value: { host: read.value, dynamic: six ? 'ipv6' : true }, next: read.next + (six ? 2 : 1) };
  },
};
const peer: Words<Peer> = mapped(
  sequence<{
    sequence: number;
    to: { host: string; dynamic?: true | 'ipv6' };
    track?: number;
    trackState?: 'up' | 'down';
  }>({ sequence: integer(1, 255), to: host, track: after(['track'], integer(1, 1000)), trackState: state }, [
    'track',
    'trackState',
  ]),
  ({ to, ...more }): Peer => ({ ...more, ...to }),
  ({ host: text, dynamic, ...more }) => ({
    ...more,
    to: { host: text, ...(dynamic === undefined ? {} : { dynamic }) },
  }),
);
type Connect = NonNullable<Client['connect']>;
const connect = either<'auto' | 'manual', Exclude<Connect, string>>(
  oneOf('auto', 'manual'),
  (value): value is 'auto' | 'manual' => typeof value === 'string',
  sequence<Exclude<Connect, string>>({ track: after(['track'], integer(1, 1000)), state }, ['state']),
);
const tunnelName = word(
  (text) => (/^tunnel\d+$/i.test(text) ? { ref: 'tunnel-interface' as const, name: interfaceName(text) } : undefined),
  (ref) => ref.name,
);
/** Typed `tunnel 0` too, shown `Tunnel0`. */
const tunnel: typeof tunnelName = {
  ...tunnelName,
  read: (words, at) => {
    if (words[at]?.toLowerCase() !== 'tunnel') return tunnelName.read(words, at);
    const read = tunnelName.read([`tunnel${words[at + 1] ?? ''}`], 0);
    return 'miss' in read ? { miss: 'invalid', at: at + 1 } : { ...read, next: at + 2 };
  },
};
type Source = NonNullable<Client['sources']>[number];

/** Its lines are printed with two blanks; typed it does not matter. */
export const flexvpnClient = section<Client>({
  lead: 'crypto ikev2 client flexvpn',
  prompt: 'config-ikev2-flexvpn',
  key: byName,
  fields: {
    peers: lines('peer', peer, { key: (value) => [String(value.sequence)], replaceByNegation: true }),
    peerReactivate: flag('peer reactivate', false),
    sources: lines(
      'source',
      sequence<Source>({ sequence: integer(1, 255), interface: port, track: after(['track'], integer(1, 1000)) }, [
        'track',
      ]),
      { key: (value) => [String(value.sequence)], replaceByNegation: true },
    ),
    connect: line('connect', connect, { defaultOmitted: 'auto' }),
    inside: lines('client inside', port),
    tunnel: line('client connect', tunnel),
    backupGroup: line(
      'backup group',
      either<'default', number>(oneOf('default'), (value): value is 'default' => value === 'default', integer(1, 255)),
    ),
  },
});

const only = (fixed: string): { print(): readonly string[]; read: Words<{ name: string }>['read'] } => ({
  print: () => [],
  read: (_words, at) => ({ value: { name: fixed }, next: at }),
});

/** Releases print `slave` and `master`, or `secondary` and `primary`; both are read, the first is typed. */
export const ikev2Cluster = section<NounOf<'ikev2-cluster'>>({
  lead: 'crypto ikev2 cluster',
  prompt: 'config-ikev2-cluster',
  key: only('cluster'),
  fields: {
    standbyGroup: line('standby-group', name),
    fqdn: line('fqdn', name),
    overloadLimit: line('master overload-limit', integer(50, 99), { also: ['primary overload-limit'] }),
    weightCryptoLoad: line('master weight crypto-load', integer(0, 100), { also: ['primary weight crypto-load'] }),
    weightSystemLoad: line('master weight system-load', integer(0, 100), { also: ['primary weight system-load'] }),
    maxSession: line('slave max-session', integer(1, 40000), { also: ['secondary max-session'] }),
    hello: line('slave hello', integer(1, 100000), { also: ['secondary hello'] }),
    priority: line('slave priority', integer(1, 100), { also: ['secondary priority'] }),
    update: line('slave update', integer(1, 100000), { also: ['secondary update'] }),
    port: line('port', integer(1, 65535)),
    holdtime: line('holdtime', integer(1, 100000)),
    shutdown: flag('shutdown', true),
  },
});
