import type { Violation } from '../../core/checks';

/** Values that must not stand twice, like tunnel addresses. */
export const repeated = (
  what: string,
  ends: readonly { readonly at: string; readonly value: string | undefined }[],
): readonly Violation[] => {
  const seen = new Map<string, string>();
  return ends.flatMap(({ at, value }): Violation[] => {
    if (value === undefined) return [];
    const other = seen.get(value);
    if (other === undefined) seen.set(value, at);
    return other === undefined ? [] : [[at, `the ${what} ${value} is that of ${other} too: give each its own`]];
  });
};

/** An IPv4 address as a number, to compare ranges. */
export const ipv4Number = (address: string): number =>
  address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
