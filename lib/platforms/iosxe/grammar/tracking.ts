import { line, section, statement, submode } from '../../../desired/cli/forms';
import { after, integer, mapped, oneOf, refTo, sequence, word, type Words } from '../../../desired/cli/words';
import type { NounOf } from '../../../model/nouns';
import type { Ref } from '../../../model/noun';
import { host, port } from './words';

type Operation = NounOf<'ip-sla'>;
type Schedule = NounOf<'ip-sla-schedule'>;
type Tracked = NounOf<'tracked-object'>;

const number: Words<string> = word((text) => (/^[1-9]\d{0,9}$/.test(text) ? text : undefined));
const operation = refTo('ip-sla');

/**
 * `ip sla 10`, and the one question that it asks as a block with a header of its own. A device refuses to change what is
 * scheduled ("Entry already running and cannot be modified"), so that nothing in it is typed over.
 */
export const ipSla = section<Operation>({
  lead: 'ip sla',
  prompt: 'config-ip-sla',
  key: sequence<{ name: string }>({ name: number }),
  fields: {
    icmpEcho: submode<Operation['icmpEcho']>(
      'icmp-echo',
      'config-ip-sla-echo',
      {
        destination: { form: 'in-header' },
        sourceInterface: { form: 'in-header' },
        timeout: line('timeout', integer(1, 604800000), { defaultOmitted: 5000, immutable: true }),
        frequency: line('frequency', integer(1, 604800), { defaultOmitted: 60, immutable: true }),
      },
      {
        head: sequence({ destination: host, sourceInterface: after(['source-interface'], port) }, ['sourceInterface']),
        immutable: true,
      },
    ),
  },
});

/** `ip sla schedule 10 life forever start-time now`. */
const forEver: Words<Ref<'ip-sla'>> = mapped(
  sequence<{ number: Ref<'ip-sla'>; life: 'forever'; start: 'now' }>({
    number: operation,
    life: after(['life'], oneOf('forever')),
    start: after(['start-time'], oneOf('now')),
  }),
  (read) => read.number,
  (to) => ({ number: to, life: 'forever' as const, start: 'now' as const }),
);
export const ipSlaSchedule = statement<Schedule>({
  lead: 'ip sla schedule',
  words: {
    print: ({ operation: to }) => forEver.print(to),
    read: (words, at) => {
      const read = forEver.read(words, at);
      return 'miss' in read ? read : { ...read, value: { name: read.value.name, operation: read.value } };
    },
  },
});

/** `track 10 ip sla 10 reachability`. Another operation is typed over it; not proven on a device. */
export const trackedObject = section<Tracked>({
  lead: 'track',
  prompt: 'config-track',
  key: sequence<{ name: string }>({ name: number }),
  header: sequence<Pick<Tracked, 'operation' | 'up'>>({
    operation: after(['ip', 'sla'], operation),
    up: oneOf('reachability', 'state'),
  }),
  fields: {
    operation: { form: 'in-header' },
    up: { form: 'in-header' },
    delay: line(
      'delay',
      sequence<NonNullable<Tracked['delay']>>(
        { down: after(['down'], integer(0, 180)), up: after(['up'], integer(0, 180)) },
        ['down', 'up'],
      ),
    ),
  },
});
