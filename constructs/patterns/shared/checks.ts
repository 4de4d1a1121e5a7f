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
