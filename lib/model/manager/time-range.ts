import { z } from 'zod';
import { isInCalendar, timeOfDay } from '../../kernel/calendar';
import { noun } from '../noun';
import { plain } from '../plain-text';
import { preference, text } from '../values';
import { weekdays } from '../weekdays';
import { notValid } from '../wording';

const clock = plain().regex(timeOfDay, { error: notValid('time of day', 'it like 08:00, to 23:59') });
const moment = plain()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/, { error: notValid('date and time', 'it like 2026-12-01T08:00') })
  .refine(isInCalendar, { error: notValid('date and time', 'a day of the calendar and a time to 23:59') });
const day = z.enum(weekdays, { error: notValid('day', weekdays.join(', ')) });

const daily = z
  .strictObject({
    /** Days of the week: `mon` to `sun`. */
    days: preference(day, 'day'),
    /** When it begins on each of these days, `08:00`. */
    from: clock,
    /** When it ends on the same day, `17:30`. */
    to: clock,
  })
  .refine(({ from, to }) => from < to, { path: ['to'], error: 'is not after from: write it so, or a span of days' });
const span = z
  .strictObject({
    /** When it begins each week. */
    from: z.strictObject({ day, time: clock }),
    /** When it ends each week, if need be in the week after. */
    to: z.strictObject({ day, time: clock }),
  })
  .refine(({ from, to }) => from.day !== to.day || from.time !== to.time, {
    path: ['to'],
    error: 'is when it begins: write another time, or days with hours',
  });

/**
 * When something holds: between two moments, in hours of the week, or both. On the clock of each firewall, in its time
 * zone (Cisco Secure Firewall Management Center device configuration guide, time range).
 */
export const timeRange = noun(
  'time-range',
  'time range',
  z
    .strictObject({
      /** Name on the FMC. */
      name: text(128),
      /** What it is for. Up to 200 characters. */
      description: text(200).optional(),
      /** From when on, `2026-12-01T08:00`. Default: at once. */
      from: moment.optional(),
      /** Until when: after `from`. Default: it never ends. */
      until: moment.optional(),
      /** Hours of the week. Default: all of them. */
      weekly: preference(
        z.union([daily, span], {
          error: notValid(
            'part of the week',
            "{ days: ['mon'], from: '08:00', to: '17:00' } or a span from and to a day",
          ),
        }),
        'part of the week',
      ).optional(),
    })
    .refine(({ from, until, weekly }) => (from ?? until ?? weekly) !== undefined, {
      path: ['from'],
      error: 'is missing: write from, until or weekly, or a range says nothing',
    })
    .refine(({ from, until }) => from === undefined || until === undefined || from < until, {
      path: ['until'],
      error: 'is not after from: write a later one, or leave one of them out',
    }),
);
