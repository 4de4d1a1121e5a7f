import { flag, line, lines, section, statements } from '../../../desired/cli/grammar';
import { after, integer, name, oneOf, sequence, type Words } from '../../../desired/cli/words';
import type { NounOf } from '../../../model/nouns';
import { host, port, vrf } from './words';

/** Among the servers of others, only the declared ones are ours. */
export const ntpServers = statements<NounOf<'ntp-servers'>>({
  lead: 'ntp server',
  fields: { servers: lines('ntp server', host) },
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
    console: line('logging console', level, { hidden: 'debugging', restore: 'logging console debugging' }),
    monitor: line('logging monitor', level, { hidden: 'debugging', restore: 'logging monitor debugging' }),
    trap: line('logging trap', level, { hidden: 'informational' }),
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
  extent: 'lines',
  shared: true,
  fields: {
    path: line('path', name),
    maximum: line('maximum', integer(1, 14), { hidden: 10 }),
  },
});

/** Files may be sent to the device. Off by default, and not printed then. */
export const scpServer = statements<NounOf<'scp-server'>>({
  lead: 'ip scp',
  fields: { server: flag('ip scp server enable', false) },
});
