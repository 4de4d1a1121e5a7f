import { z } from 'zod';
import { timeOfDay } from '../kernel/calendar';
import { isTimeZone } from '../kernel/time-zone';
import { plain } from './plain-text';
import { distinct, integer, objectName } from './values';
import { weekdays } from './weekdays';
import { notValid } from './wording';

const clock = { error: notValid('time of day', 'it like 22:00') };
const clockTime = plain(clock).regex(timeOfDay, clock);
const zone = { error: notValid('time zone', 'a name of the IANA database, like Europe/Berlin or UTC') };

const labelWord = plain().regex(/^[A-Za-z0-9][A-Za-z0-9_./-]{0,62}$/, {
  error: notValid('label', '1 to 63 letters, digits or _ . / -'),
});
export const label = { name: labelWord, value: labelWord };

const percent = integer(1, 100, 'per cent');

/**
 * Devices that are changed before the next ones are begun. What selects counts together: `labels` and `count` take so many
 * of those that have the labels. One that selects nothing takes all that no earlier wave took.
 */
const wave = z
  .strictObject({
    /** What it is called. Default: `wave 1` and so on. */
    name: plain().min(1).max(64).optional(),
    /** Only these targets, by their ids; `*` stands for any text: `branch-*`. */
    targets: distinct(z.array(plain().min(1)).min(1), 'target').optional(),
    /** Only those that have all of these labels. */
    labels: z.record(label.name, label.value).optional(),
    /** At most so many. */
    count: integer(1, 100_000, 'devices').optional(),
    /** At most this part of all devices of the rollout, rounded up. */
    percent: percent.optional(),
    /** A person must approve before it begins (`tunnelwright rollout approve`). Default: false. */
    approval: z.boolean().default(false),
    /** Devices that are changed at the same time, 1 to 500. Default: 10. */
    parallel: integer(1, 500, 'devices').default(10),
  })
  .refine(({ count, percent: part }) => count === undefined || part === undefined, {
    error: 'count and percent are both given: write one of them',
  });

/** What must hold after a wave before the next begins. */
const gate = z.strictObject({
  /**
   * Devices that may fail, over the whole rollout. Once more have failed nothing further is begun; those that are being
   * changed at that moment are finished. 0 to 10000. Default: 0.
   */
  failures: integer(0, 10_000, 'devices').default(0),
  /** Minutes after the last device of the wave within which tunnels that were up before are up again, 0 to 1440. Default: 5. */
  tunnelsUpWithinMinutes: integer(0, 1440, 'minutes').default(5),
  /** Every device that was changed is read again, and nothing may differ from the declaration. Default: true. */
  verify: z.boolean().default(true),
  /** Minutes to wait after a wave before its gate is asked, 0 to 10080 (a week). Default: 0. */
  soakMinutes: integer(0, 10_080, 'minutes').default(0),
});

/** When devices may be changed. A window that ends before it begins goes past midnight. */
const changeWindow = z
  .strictObject({
    /** Time zone of the times, as the IANA database names it: `Europe/Berlin`. */
    zone: plain(zone).refine(isTimeZone, zone),
    /** First minute: `22:00`. */
    from: clockTime,
    /** The minute at which it is over: `04:00`. */
    until: clockTime,
    /** Days on which it begins. Default: all. */
    days: distinct(z.array(z.enum(weekdays)).min(1), 'day').optional(),
  })
  .refine(({ from, until }) => from !== until, { error: 'from and until are the same time: it would never be open' });

const retry = z.strictObject({
  /** How often a device that does not answer is tried again, 0 to 100. Default: 3. */
  times: integer(0, 100).default(3),
  /** Minutes between two attempts, 1 to 1440. Default: 10. */
  everyMinutes: integer(1, 1440, 'minutes').default(10),
});

/** A change of many devices in waves: each wave begins when the gate of the one before is passed. */
export const rollout = z.strictObject({
  /** What commands call it. */
  name: objectName,
  /** In this order. Every device of the stack must be in one of them. */
  waves: z.array(wave).min(1, { error: 'write at least one wave' }).max(100, { error: 'at most 100 waves' }),
  /** What must hold after each wave. */
  gate: gate.default(gate.parse({})),
  /** When devices may be changed. Default: at any time. */
  window: changeWindow.optional(),
  /** Of devices that do not answer. They count as failed after the last attempt. */
  retry: retry.default(retry.parse({})),
  /**
   * What happens when a gate fails: `stop` leaves what was changed and begins nothing further; `rollback` takes back what
   * the wave has changed first. Default: `stop`.
   */
  onFailure: z.enum(['stop', 'rollback']).default('stop'),
});

export type Rollout = z.output<typeof rollout>;
export type Wave = Rollout['waves'][number];
export type ChangeWindow = NonNullable<Rollout['window']>;
