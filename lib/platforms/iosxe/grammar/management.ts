import { flag, line, lines, section, statements } from '../../../desired/cli/forms';
import {
  after,
  inAnyOrder,
  integer,
  mapped,
  name,
  oneOf,
  present,
  secret,
  sequence,
  type Words,
} from '../../../desired/cli/words';
import type { NounOf } from '../../../model/nouns';
import { host, port, vrf } from './words';

type Ntp = NounOf<'ntp-servers'>;
type Server = Ntp['servers'][number];
type Told = Exclude<Server, string>;
type Rest = Omit<Told, 'host' | 'vrf'>;
interface ServerLine {
  readonly vrf?: Told['vrf'];
  readonly host: string;
  readonly rest: Rest;
}
/** The VRF stands before the server; what stands behind it, in any order. */
const server: Words<Server> = mapped(
  sequence<ServerLine>(
    {
      vrf: after(['vrf'], vrf),
      host,
      rest: inAnyOrder<Rest>({
        key: after(['key'], integer(1, 4294967295)),
        source: after(['source'], port),
        prefer: present('prefer'),
      }),
    },
    ['vrf', 'rest'],
  ),
  ({ vrf: own, host: text, rest }): Server =>
    own === undefined && Object.keys(rest ?? {}).length === 0
      ? text
      : { host: text, ...(own === undefined ? {} : { vrf: own }), ...rest },
  (value) => {
    if (typeof value === 'string') return { host: value, rest: {} };
    const { host: text, vrf: own, ...rest } = value;
    return { host: text, rest, ...(own === undefined ? {} : { vrf: own }) };
  },
);
/** A server stands once in each VRF. */
const serverKey = (value: Server): readonly string[] => {
  const own = typeof value === 'string' ? undefined : value.vrf;
  const text = typeof value === 'string' ? value : value.host;
  return own === undefined ? host.print(text) : ['vrf', ...vrf.print(own), ...host.print(text)];
};
/** Of this one secret the device prints the encryption behind the text: `md5 0822455D0A16 7`. */
const keyText: typeof secret = {
  ...secret,
  read: (words, at) => {
    const text = words[at];
    if (text === undefined) return { miss: 'incomplete', at };
    const type = words[at + 1];
    return type === undefined
      ? { value: { text }, next: at + 1 }
      : { value: { type: Number(type), text }, next: at + 2 };
  },
};
const key = sequence<NonNullable<Ntp['keys']>[number]>({
  number: integer(1, 4294967295),
  hash: oneOf('md5', 'hmac-sha1', 'hmac-sha2-256', 'cmac-aes-128'),
  key: keyText as never,
});

/** Among the servers of others, only the declared ones are ours. */
export const ntpServers = statements<Ntp>({
  lead: 'ntp',
  as: 'ntp server',
  fields: {
    keys: lines('ntp authentication-key', key, { key: ({ number }) => [String(number)] }),
    authenticate: flag('ntp authenticate', false),
    trustedKeys: lines('ntp trusted-key', integer(1, 4294967295)),
    source: line('ntp source', port),
    servers: lines('ntp server', server, { key: serverKey, replaceByNegation: true }),
  },
});

const level = oneOf(
  'emergencies',
  'alerts',
  'critical',
  'errors',
  'warnings',
  'notifications',
  'informational',
  'debugging',
);
type Logging = NounOf<'logging'>;

/** Among the lines of others. `no logging console` stops it; the level goes back by typing the default. */
export const logging = statements<Logging>({
  lead: 'logging',
  fields: {
    buffered: line(
      'logging buffered',
      sequence<NonNullable<Logging['buffered']>>({ size: integer(4096, 2147483647), level }, ['level']),
    ),
    consoleEnabled: flag('logging console', true),
    console: line('logging console', level, { defaultOmitted: 'debugging', restore: 'logging console debugging' }),
    monitor: line('logging monitor', level, { defaultOmitted: 'debugging', restore: 'logging monitor debugging' }),
    trap: line('logging trap', level, { defaultOmitted: 'informational' }),
    sourceInterface: line('logging source-interface', port),
    hosts: lines(
      'logging host',
      sequence<NonNullable<Logging['hosts']>[number]>({ host, vrf: after(['vrf'], vrf) }, ['vrf']),
    ),
  },
});

const nothing: Words<{ name: string }> = {
  print: () => [],
  read: (_words, at) => ({ value: { name: 'archive' }, next: at }),
};

/** There is one archive on a device and it is everybody's. */
export const configArchive = section<NounOf<'config-archive'>>({
  lead: 'archive',
  prompt: 'config-archive',
  key: nothing,
  ownership: 'lines',
  shared: true,
  fields: {
    path: line('path', name),
    maximum: line('maximum', integer(1, 14), { defaultOmitted: 10 }),
    writeMemory: flag('write-memory', false),
  },
});

/** Files may be sent to the device. Off by default, and not printed then. */
export const scpServer = statements<NounOf<'scp-server'>>({
  lead: 'ip scp',
  fields: { server: flag('ip scp server enable', false) },
});
