import { flag, onHeaderLine, line, lines, prefixed, section, verbatim } from '../../../desired/cli/forms';
import { address, addressWithMask, integer, name, oneOf, rest, sequence, word } from '../../../desired/cli/words';
import type { NounOf } from '../../../model/nouns';
import { ipHead, ipTail } from './interface-fields';
import { interfaceName } from './interface-name';
import { numberOf } from './words';
import { syntax } from '../syntax';

type Lines = NounOf<'interface-lines'>;
type Group = NonNullable<Lines['hsrp']>[number];

/** The name as the device prints it; `type tunnel` behind it is of a template. */
const anyInterface = sequence<{ name: string }>({
  name: word((text) => (/^[a-z][a-z-]*\d[\d/.:]*$/i.test(text) ? interfaceName(text) : undefined)),
});

/** The interface is everybody's: nothing of it is claimed but the lines. */
export const interfaceLines = section<Lines>({
  lead: 'interface',
  prompt: 'config-if',
  key: anyInterface,
  ownership: 'lines',
  shared: true,
  partial: true,
  fields: {
    description: line('description', rest),
    ...ipHead,
    address: line('ip address', addressWithMask),
    accessGroups: lines('ip access-group', sequence({ list: name, direction: oneOf('in', 'out') }), {
      key: ({ direction }) => [direction],
      replaceByNegation: true,
    }),
    redirects: ipTail.redirects,
    ospf: ipTail.ospf,
    ipv6Addresses: ipTail.ipv6Addresses,
    ipv6Enable: ipTail.ipv6Enable,
    ipv6Ospf: ipTail.ipv6Ospf,
    hsrpVersion: line('standby version', numberOf(1, 2), { defaultOmitted: 1 }),
    hsrp: prefixed<Group>('standby', 'group', integer(0, 4095) as never, {
      group: onHeaderLine,
      ip: line('ip', address),
      priority: line('priority', integer(0, 255), { defaultOmitted: 100 }),
      preempt: flag('preempt', false),
      groupName: line('name', name),
    }),
    shutdown: ipTail.shutdown,
    lines: verbatim(syntax),
  },
});
