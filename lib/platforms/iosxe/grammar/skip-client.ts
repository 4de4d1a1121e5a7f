import { line, section } from '../../../desired/cli/forms';
import { after, integer, mapped, name, oneOf, sequence, type Words } from '../../../desired/cli/words';
import { isIpv4, isIpv6 } from '../../../kernel/ip';
import type { NounOf } from '../../../model/nouns';
import { byName, hexKey, host } from './words';

type Client = NounOf<'skip-client'>;
type Psk = Client['psk'];

/** The word in front says what follows: `ipv4`, `ipv6` or `fqdn`. */
interface ServerLine {
  readonly family: 'ipv4' | 'ipv6' | 'fqdn';
  readonly host: string;
  readonly port: number;
}
const server: Words<Client['server']> = mapped(
  sequence<ServerLine>({
    family: oneOf('ipv4', 'ipv6', 'fqdn'),
    host,
    port: after(['port'], integer(1, 65535)),
  }),
  ({ host: text, port }) => ({ host: text, port }),
  ({ host: text, port }): ServerLine => ({
    family: isIpv4(text) ? 'ipv4' : isIpv6(text) ? 'ipv6' : 'fqdn',
    host: text,
    port,
  }),
);
const psk: Words<Psk> = mapped(
  sequence<{ id: string; of: { hex?: true; key: never } }>({ id: name, of: after(['key'], hexKey) }),
  ({ id, of }) => ({ id, ...of }),
  ({ id, ...of }) => ({ id, of: of }),
);

export const skipClient = section<Client>({
  lead: 'crypto skip-client',
  prompt: 'config-crypto-skip-client',
  key: byName,
  fields: {
    server: line('server', server),
    psk: line('psk id', psk, { undo: ({ id }) => ['no', 'psk', 'id', id] }),
  },
});
