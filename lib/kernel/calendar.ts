/** Whether a day, or a minute of one, is in the calendar: `2026-02-28`, `2026-02-28T08:00`. The 30th of February is not. */
export const isInCalendar = (text: string): boolean => {
  if (!/^\d{4}-\d\d-\d\d(T\d\d:\d\d)?$/.test(text)) return false;
  const at = new Date(text.includes('T') ? `${text}Z` : text);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
};

/** `08:00`, from 00:00 to 23:59. */
export const timeOfDay = /^([01]\d|2[0-3]):[0-5]\d$/;
