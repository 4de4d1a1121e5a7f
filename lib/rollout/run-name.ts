/**
 * `20261120-143005-3fa2`: when a run began (UTC), and four hexadecimal digits that tell two of one second apart.
 */
export const runName = (now: Date, digits: string): string => {
  const [day, time] = now.toISOString().replace(/[-:]/g, '').split('T');
  return `${day}-${time!.slice(0, 6)}-${digits}`;
};
