import { line, lines, section, statements } from '../../../desired/cli/grammar';
import { integer, name, type Words } from '../../../desired/cli/words';
import type { NounOf } from '../../../model/nouns';

/** Among the servers of others, only the declared ones are ours. */
export const ntpServers = statements<NounOf<'ntp-servers'>>({
  lead: 'ntp server',
  fields: { servers: lines('ntp server', name) },
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
