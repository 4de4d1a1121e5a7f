import { wallTime } from '../kernel/time-zone';
import type { ChangeWindow } from '../model/rollout';
import { weekdays } from '../model/weekdays';

const minuteMs = 60_000;
const week = 7 * 24 * 60;

const minutesOf = (text: string): number => {
  const [hours, minutes] = text.split(':').map(Number);
  return hours! * 60 + minutes!;
};

/** Whether devices may be changed at a moment (milliseconds since 1970). Without a window they always may. */
export const isOpen = (window: ChangeWindow | undefined, at: number): boolean => {
  if (window === undefined) return true;
  const { day, minute } = wallTime(window.zone, at);
  const [from, until] = [minutesOf(window.from), minutesOf(window.until)];
  const begins = (on: number): boolean => window.days === undefined || window.days.includes(weekdays[on]!);
  if (from < until) return begins(day) && minute >= from && minute < until;
  // Past midnight: the evening of its day, or the early hours of the day after.
  return (begins(day) && minute >= from) || (begins((day + 6) % 7) && minute < until);
};

/**
 * The moment from which devices may be changed: now where the window is open, else the whole minute in which it opens. A
 * clock that goes forward may leave a window out for a day, so it is looked for minute by minute, at most two weeks ahead;
 * undefined where it does not open in those.
 */
export const opensAt = (window: ChangeWindow | undefined, now: number): number | undefined => {
  if (isOpen(window, now)) return now;
  const start = Math.floor(now / minuteMs) + 1;
  for (let n = 0; n < 2 * week; n += 1) if (isOpen(window, (start + n) * minuteMs)) return (start + n) * minuteMs;
  return undefined;
};

/** The whole minute in which a window that is open closes; undefined where it is closed, or does not close within a day. */
export const closesAt = (window: ChangeWindow | undefined, now: number): number | undefined => {
  if (window === undefined || !isOpen(window, now)) return undefined;
  const start = Math.floor(now / minuteMs) + 1;
  for (let n = 0; n <= 24 * 60; n += 1) if (!isOpen(window, (start + n) * minuteMs)) return (start + n) * minuteMs;
  return undefined;
};
