import type { Json, JsonObject } from '../../kernel/json';
import { identifying } from './identifying';

/** By part, what every body of it holds. */
type Fixed = Readonly<Record<string, JsonObject>>;
type Bodies = Readonly<Record<string, JsonObject | undefined>>;

/** Flags may come as text, and words in another case. */
const asWritten = (shown: Json | undefined, written: Json): Json => {
  if (shown === undefined || shown === null || typeof written === 'object') return written;
  return String(shown).toUpperCase() === String(written).toUpperCase() ? written : shown;
};

/** The same name in another case is shown as it is there. */
const nameAsRead = (shown: Json | undefined, written: Json): Json =>
  String(shown).toUpperCase() === String(written).toUpperCase() ? shown! : written;

/**
 * The members that every body holds, as they are answered: what says what an object is stays as it is written, and so
 * does what is not answered. `named`: a name is one whatever its case.
 */
export const fixedAsRead = (fixed: Fixed, bodies: Bodies, named: boolean): Fixed =>
  Object.fromEntries(
    Object.entries(fixed).map(([part, members]) => [
      part,
      Object.fromEntries(
        Object.entries(members).map(([key, value]) => [
          key,
          key === 'name' && named
            ? nameAsRead(bodies[part]?.[key], value)
            : identifying.has(key)
              ? value
              : asWritten(bodies[part]?.[key], value),
        ]),
      ),
    ]),
  );

/** Fixed members by the keys that leaves have, without those that say what an object is. */
export const fixedLeaves = (fixed: Fixed): Readonly<Record<string, Json>> =>
  Object.fromEntries(
    Object.entries(fixed).flatMap(([part, members]) =>
      Object.entries(members).flatMap(([key, value]) =>
        identifying.has(key) || typeof value === 'object' ? [] : [[`${part}#${key}`, value] as const],
      ),
    ),
  );
