import { line, lines, refused, section, statements } from '../../../desired/cli/forms';
import { nothing } from '../../../desired/cli/plain-words';
import { integer, name, sequence, type Words } from '../../../desired/cli/words';
import type { NounOf } from '../../../model/nouns';

const one: Words<{ name: string }> = {
  print: () => [],
  read: (_words, at) => ({ value: { name: 'webvpn' }, next: at }),
};

/** There is one on a device and it is everybody's. */
export const webvpn = section<NounOf<'webvpn'>>({
  lead: 'webvpn',
  prompt: 'config-webvpn',
  key: one,
  ownership: 'lines',
  shared: true,
  fields: {
    enable: lines('enable', name),
    anyconnectImages: lines('anyconnect image', sequence({ file: name, order: integer(1, 65535) })),
    anyconnectProfiles: lines('anyconnect profiles', sequence({ name, file: name })),
    anyconnectEnable: line('anyconnect enable', nothing),
    tunnelGroupList: line('tunnel-group-list enable', nothing),
  },
});

const here = refused('set by hand on an ASA: leave it out');
/** What is particular to one server (`key`, `prefer`) is refused by the platform. */
export const ntpServers = statements<NounOf<'ntp-servers'>>({
  lead: 'ntp server',
  fields: {
    servers: lines('ntp server', name),
    keys: here,
    trustedKeys: here,
    authenticate: here,
    source: here,
  },
});
