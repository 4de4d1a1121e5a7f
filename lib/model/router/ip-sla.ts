import { z } from 'zod';
import { interfaceRef } from '../choices';
import { noun, ref } from '../noun';
import { plain } from '../plain-text';
import { hostName, integer } from '../values';
import { notValid } from '../wording';

const numbered = (what: string, most: number) => {
  const error = { error: notValid(what, `it as text of 1 to ${most}, like '10'`) };
  return plain(error).refine((text) => /^[1-9]\d{0,9}$/.test(text) && Number(text) <= most, error);
};

/** A question that a router asks again and again (IP SLA), to know whether and how fast there is an answer. */
export const ipSla = noun(
  'ip-sla',
  'IP SLA operation',
  z.strictObject({
    /** Its number, 1 to 2147483647, as text: `10`. */
    name: numbered('number of an IP SLA operation', 2147483647),
    /**
     * An echo request (ping). A router refuses to change an operation that is scheduled: other values need another number.
     */
    icmpEcho: z
      .strictObject({
        /** Whom it asks: an address or a name. */
        destination: hostName,
        /** The interface whose address it asks from. Default: the one that leads there. */
        sourceInterface: interfaceRef.optional(),
        /** How long it waits for an answer, 1 to 604800000 milliseconds, at most `frequency`. Default: 5000. */
        timeout: integer(1, 604800000, 'milliseconds').optional(),
        /** How often it asks, 1 to 604800 seconds. Default: 60. */
        frequency: integer(1, 604800, 'seconds').optional(),
      })
      .refine(({ timeout = 5000, frequency = 60 }) => timeout <= frequency * 1000, {
        path: ['timeout'],
        error: 'waits longer than until the next question: write a shorter timeout, or a higher frequency in seconds',
      }),
  }),
);

/** When an IP SLA operation runs: from now on, for ever. */
export const ipSlaSchedule = noun(
  'ip-sla-schedule',
  'IP SLA schedule',
  z
    .strictObject({
      /** Number of the operation, as text: `10`. */
      name: numbered('number of an IP SLA operation', 2147483647),
      /** The operation that runs. */
      operation: ref('ip-sla'),
    })
    .refine(({ name, operation }) => name === operation.name, {
      path: ['name'],
      error: 'is not the number of the operation: write the same',
    }),
);

/** What routes and FlexVPN clients go by: whether an IP SLA operation has an answer. */
export const trackedObject = noun(
  'tracked-object',
  'tracked object',
  z.strictObject({
    /** Its number, 1 to 1000, as text: `10`. */
    name: numbered('number of a tracked object', 1000),
    /** The operation that it follows. */
    operation: ref('ip-sla'),
    /** `reachability`: up while there is an answer; `state`: up while it comes in time. Default: reachability. */
    up: z.enum(['reachability', 'state']).default('reachability'),
    /** Seconds, 0 to 180, that it waits before it says that something went down, or came up again. Default: 0. */
    delay: z
      .strictObject({
        down: integer(0, 180, 'seconds').optional(),
        up: integer(0, 180, 'seconds').optional(),
      })
      .refine(({ down, up }) => down !== undefined || up !== undefined, { error: 'write down, up or both' })
      .optional(),
  }),
);
