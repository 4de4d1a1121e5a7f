/**
 * `20261120-143005-3fa2`: when a run began (UTC), and four hexadecimal digits that tell two of one second apart.
 */
export const runName = (now: Date, digits: string): string => {
  const [day, time] = now.toISOString().replace(/[-:]/g, '').split('T');
  return `${day}-${time!.slice(0, 6)}-${digits}`;
};

/** When a run began, to the second; undefined where its name does not say it. */
export const beganAt = (run: string): Date | undefined => {
  const [, day, time] = /^(\d{8})-(\d{6})-/.exec(run) ?? [];
  if (day === undefined || time === undefined) return undefined;
  const at = new Date(`${day.replace(/(....)(..)(..)/, '$1-$2-$3')}T${time.replace(/(..)(..)(..)/, '$1:$2:$3')}Z`);
  return Number.isNaN(at.getTime()) ? undefined : at;
};
