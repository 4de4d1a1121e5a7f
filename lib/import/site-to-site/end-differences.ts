import { stableJson } from '../../kernel/json';

type Bag = Readonly<Record<string, unknown>>;

/** What of an end the other must have too: by what it is called, its value. */
export type Settings = Readonly<Record<string, unknown>>;

/** A value as a person reads it. */
const worded = (value: unknown): string => {
  if (value === undefined || value === null) return 'none';
  if (Array.isArray(value)) return value.map(worded).join(', ');
  if (typeof value !== 'object') return String(value);
  return Object.entries(value as Bag)
    .map(([key, member]) => `${key} ${worded(member)}`)
    .join(', ');
};

/** Which settings of two ends differ, and what each end has. `ids`: what the devices are called. */
export const differencesOf = (
  ids: readonly [string, string],
  [a, b]: readonly [Settings, Settings],
): readonly string[] =>
  Object.keys({ ...a, ...b })
    .filter((name) => stableJson(a[name] ?? null) !== stableJson(b[name] ?? null))
    .map((name) => `${name} differs: ${ids[0]} has ${worded(a[name])}, ${ids[1]} has ${worded(b[name])}`);

/** `IKE encryption`, `ESP integrity`: the settings of an object by its fields. */
export const fieldsAs = (lead: string, bag: Bag): Settings =>
  Object.fromEntries(
    Object.entries(bag).map(([key, value]) => [
      `${lead} ${key.replace(/[A-Z]/g, (c) => ` ${c.toLowerCase()}`)}`,
      value,
    ]),
  );
