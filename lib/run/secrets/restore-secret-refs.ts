import { otherSecret } from '../../model/secret';

const markers = /<secret:[^<>\s"]+>/g;
const masked = (text: string): string => text.replace(markers, otherSecret);

const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return masked(value) !== value ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

/**
 * What was live, with the names of the secrets that the ledger knows it by. A program that leaves an object out does not
 * declare its secrets either, so on reading they are anybody's; the way back needs to know which they were. A text is taken
 * from the same place, or from the only place where it stands.
 */
export const restoreSecretRefs = (live: unknown, owned: unknown): unknown => {
  const known = new Map<string, Set<string>>();
  for (const text of textsIn(owned)) known.set(masked(text), (known.get(masked(text)) ?? new Set()).add(text));
  const filled = (value: unknown, there: unknown): unknown => {
    if (typeof value === 'string') {
      if (!value.includes(otherSecret)) return value;
      if (typeof there === 'string' && masked(there) === value) return there;
      const [only, ...more] = known.get(value) ?? [];
      return only === undefined || more.length > 0 ? value : only;
    }
    if (typeof value !== 'object' || value === null) return value;
    const at = (key: string | number): unknown => (there as Record<string, unknown> | undefined)?.[key];
    if (Array.isArray(value)) return value.map((member, i) => filled(member, at(i)));
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, filled(member, at(key))]));
  };
  return filled(live, owned);
};
