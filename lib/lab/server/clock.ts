/** Time as the router sees it, so that timers can run faster in tests. */
export interface Clock {
  now(): Date;
  /** Calls back after so many router minutes. The function returned cancels. */
  after(minutes: number, then: () => void): () => void;
}

export const clockOf = (minuteMs: number): Clock => ({
  now: () => new Date(),
  after: (minutes, then) => {
    const timer = setTimeout(then, minutes * minuteMs);
    return () => clearTimeout(timer);
  },
});

const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `10:02:11 UTC Fri Mar 7 2025`, with milliseconds where asked. */
export const stamp = (date: Date, millis = false): string => {
  const time = date.toISOString().slice(11, millis ? 23 : 19);
  return `${time} UTC ${days[date.getUTCDay()]} ${months[date.getUTCMonth()]} ${date.getUTCDate()} ${date.getUTCFullYear()}`;
};

/** `Mar  7 10:02:11.123`, as log lines begin. */
export const logStamp = (date: Date): string =>
  `${months[date.getUTCMonth()]} ${String(date.getUTCDate()).padStart(2)} ${date.toISOString().slice(11, 23)}`;
