import { flag, onHeaderLine, line, statement, statements, submode } from '../../../desired/cli/forms';
import { byName } from '../../../desired/cli/plain-words';
import { after, integer, name, oneOf, secret, sequence, type Words } from '../../../desired/cli/words';
import type { NounOf } from '../../../model/nouns';
import { isSecretMarker } from '../../../model/secret';
import { onInterface } from './words';

type Server = NounOf<'aaa-server'>;
type Host = Server['hosts'][number];
type User = NounOf<'local-user'>;

interface Protocol {
  readonly protocol: Server['protocol'];
  readonly maxFailedAttempts?: number;
  readonly interimAccountingUpdate?: true;
  readonly dynamicAuthorization?: true;
}
export interface AaaServerLines {
  readonly name: string;
  readonly made: Protocol;
  readonly hosts: readonly Host[];
}

/** `(inside) host 10.0.0.1`: the interface is a part of what a server is known by. */
const place = sequence<{ interface: string; host: string }>({ interface: onInterface, host: after(['host'], name) });

/** The protocol and the hosts are headers of one name; hosts go with the group. */
export const aaaServer = statements<AaaServerLines>({
  lead: 'aaa-server',
  key: byName,
  clear: 'clear configure aaa-server',
  // The hosts of a group of another protocol are no RADIUS servers.
  decides: { lines: 'headers' },
  through: {
    lines: (noun) => {
      const { hosts, name: _name, ...made } = noun as unknown as Server;
      return { made, hosts };
    },
    noun: ({ made, hosts }) => ({ ...(made as object), hosts }),
  },
  fields: {
    made: submode<Protocol>(
      'protocol',
      'config-aaa-server-group',
      {
        protocol: onHeaderLine,
        maxFailedAttempts: line('max-failed-attempts', integer(1, 5), { defaultOmitted: 3 }),
        interimAccountingUpdate: flag('interim-accounting-update', false),
        dynamicAuthorization: flag('dynamic-authorization', false),
      },
      { head: sequence<{ protocol: string }>({ protocol: oneOf('radius', 'tacacs+') }), immutable: true },
    ),
    hosts: submode<Host>(
      '',
      'config-aaa-server-host',
      {
        interface: onHeaderLine,
        host: onHeaderLine,
        retryInterval: line('retry-interval', integer(1, 10), { defaultOmitted: 10 }),
        timeout: line('timeout', integer(1, 300), { defaultOmitted: 10 }),
        key: line('key', secret as never, { undoByLead: true }),
        authenticationPort: line('authentication-port', integer(1, 65535), { defaultOmitted: 1645 }),
        accountingPort: line('accounting-port', integer(1, 65535), { defaultOmitted: 1646 }),
      },
      { head: place, many: true },
    ),
  },
});

/** Types of a hash by the word behind it, as numbers that are known to be opaque. */
const hashes: Readonly<Record<string, number>> = { encrypted: 5, 'nt-encrypted': 4, pbkdf2: 8 };
const password: Words<User['secret']> = {
  secret: true,
  print: (value) => ['password', ...secret.print(value as never)],
  read: (words, at) => {
    const [lead, text, kind = ''] = words.slice(at);
    if (lead !== 'password' || text === undefined) return { miss: lead === undefined ? 'incomplete' : 'invalid', at };
    const type = isSecretMarker(text) ? undefined : hashes[kind];
    const shown = type === undefined ? { text } : { text, type };
    return { value: shown as never, next: at + (hashes[kind] === undefined ? 2 : 3) };
  },
};

/** An ASA keeps a hash of the password, and `username U attributes` is a line of no noun. */
export const localUser = statement<User>({
  lead: 'username',
  words: byName,
  args: sequence<Pick<User, 'secret' | 'privilege'>>(
    { secret: password as never, privilege: after(['privilege'], integer(0, 15)) },
    ['privilege'],
  ),
  retype: true,
  refused: { password: 'an ASA keeps a hash of every password: write secret' },
});
