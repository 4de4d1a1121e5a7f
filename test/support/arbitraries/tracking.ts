import fc from 'fast-check';
import type { NounOf } from '../../../lib/model/nouns';
import { int, ipv4, oneOf, port, rare, record, type Pool } from './basic';

type Echo = NounOf<'ip-sla'>['icmpEcho'];

export const number: fc.Arbitrary<string> = int(1, 1000).map(String);

/** An operation cannot be changed: of a name there is one. */
export const ipSla = (name: fc.Arbitrary<string> | undefined, pool: Pool): fc.Arbitrary<NounOf<'ip-sla'>> =>
  name === undefined
    ? record<NounOf<'ip-sla'>>({
        name: number,
        icmpEcho: record<Echo>({
          destination: ipv4,
          sourceInterface: rare(port(pool)),
          timeout: rare(int(1, 4000)),
          frequency: rare(int(5, 604800)),
        }),
      })
    : name.map((text) => ({ name: text, icmpEcho: { destination: `192.0.2.${text}`, frequency: Number(text) } }));

export const ipSlaSchedule = (name: fc.Arbitrary<string>): fc.Arbitrary<NounOf<'ip-sla-schedule'>> =>
  name.map((text) => ({ name: text, operation: { ref: 'ip-sla' as const, name: text } }));

export const trackedObject = (name: fc.Arbitrary<string>, pool: Pool): fc.Arbitrary<NounOf<'tracked-object'>> =>
  record<NounOf<'tracked-object'>>({
    name,
    operation: (pool['ip-sla'] === undefined ? number : oneOf(pool['ip-sla'])).map((operation) => ({
      ref: 'ip-sla' as const,
      name: operation,
    })),
    up: fc.constantFrom('reachability', 'state'),
    delay: rare(fc.oneof(fc.record({ down: int(0, 180) }), fc.record({ down: int(0, 180), up: int(0, 180) }))),
  });
