import { field, same, setOf, type RestGrammar, type Wire } from '../../../desired/rest/grammar';
import { defined } from '../../../kernel/defined';
import type { Json, JsonObject } from '../../../kernel/json';
import type { NounOf } from '../../../model/nouns';
import { weekdays } from '../../../model/weekdays';

type Range = NounOf<'time-range'>;
type Part = NonNullable<Range['weekly']>[number];
type Day = (typeof weekdays)[number];

/** Examples of the specification and of programs have `2019-09-21 17:53:00` beside `2020-07-24T12:08`; both are read. */
const minutes = (json: Json): Json =>
  String(json).replace(
    /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d)(:\d\d)?$/,
    (_all, date: string, time: string) => `${date}T${time}`,
  );
const moment: Wire<string> = { to: (value) => value, from: (json) => String(json), canonical: minutes };

const theirs = (day: Day): string => day.toUpperCase();
const ours = (word: Json | undefined): Day => String(word).toLowerCase() as Day;

/** Days are a set: Monday first, as the FMC's examples have them. */
const inOrder = (days: readonly string[]): readonly string[] =>
  [...weekdays.slice(1), weekdays[0]].map(theirs).filter((day) => days.includes(day));

const part: Wire<Part> = {
  to: (value): JsonObject =>
    'days' in value
      ? {
          recurrenceType: 'DAILY_INTERVAL',
          days: inOrder(value.days.map(theirs)),
          dailyStartTime: value.from,
          dailyEndTime: value.to,
        }
      : {
          recurrenceType: 'RANGE',
          rangeStartDay: theirs(value.from.day),
          rangeStartTime: value.from.time,
          rangeEndDay: theirs(value.to.day),
          rangeEndTime: value.to.time,
        },
  from: (json) => {
    const { recurrenceType, days, dailyStartTime, dailyEndTime, ...span } = json as JsonObject;
    if (recurrenceType === 'DAILY_INTERVAL')
      return { days: (days as readonly Json[]).map(ours), from: String(dailyStartTime), to: String(dailyEndTime) };
    const { rangeStartDay, rangeStartTime = '00:00', rangeEndDay, rangeEndTime = '23:59' } = span;
    return {
      from: { day: ours(rangeStartDay), time: String(rangeStartTime) },
      to: { day: ours(rangeEndDay), time: String(rangeEndTime) },
    };
  },
  canonical: (json) => {
    const { type: _type, days, ...others } = json as JsonObject;
    return defined({ ...others, days: days && inOrder(days as readonly string[]) }) as Json;
  },
};

export const timeRange: RestGrammar<Range> = {
  form: 'object',
  collection: 'object/timeranges',
  key: 'timeranges',
  type: 'TimeRange',
  fixed: () => ({ '': { type: 'TimeRange' } }),
  fields: {
    description: field('description', same<string>(), { absent: '' }),
    from: field('effectiveStartDateTime', moment),
    until: field('effectiveEndDateTime', moment),
    weekly: field('recurrenceList', setOf(part), { absent: [] }),
  },
};
