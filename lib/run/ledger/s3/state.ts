import { z } from 'zod';
import { stableJson } from '../../../kernel/json';
import { boundedJson } from '../../../kernel/limits';
import { fail } from '../../../kernel/problem';

/**
 * All of a target that changes, in one object: a write of it names the version that it rests on, so that a lease which was
 * taken over and a ledger that is written under it can never come apart. What runs did, and lines of the journal, are
 * objects of their own that never change; the state names those that count.
 */
const shape = z.strictObject({
  format: z.literal(1),
  target: z.string(),
  /** Grows with each lease. */
  token: z.int().min(0),
  /** Absent where no process holds it. `expires`: milliseconds since 1970, by the clock of the server. */
  lease: z.strictObject({ owner: z.string(), expires: z.number() }).optional(),
  /** The ledger itself, as JSON; what it must look like its reader says. */
  ledger: z.unknown().optional(),
  /** The object of each run. */
  runs: z.record(z.string(), z.string()),
  /** Lines of the journal. */
  lines: z.int().min(0),
});
export type TargetState = z.output<typeof shape>;

export const emptyState = (target: string): TargetState => ({ format: 1, target, token: 0, runs: {}, lines: 0 });

export const stateText = (state: TargetState): string => stableJson(state);

/** Throws where the object is no state of this version. `at`: where it is. */
export const parseState = (text: string, at: string, target: string): TargetState => {
  let json: unknown;
  try {
    json = boundedJson(text);
  } catch {
    json = undefined;
  }
  const result = shape.safeParse(json);
  if (result.success) return result.data;
  const { format } = (json ?? {}) as { readonly format?: unknown };
  if (typeof format === 'number' && format > 1)
    return fail(
      'ledger.later',
      at,
      `the ledger of ${target} was written by a later version: its format is ${format}, which this one does not know. Nothing was changed`,
      'update Tunnelwright here to the version that wrote it',
    );
  return fail(
    'ledger.corrupt',
    at,
    `the ledger of ${target} cannot be read: ${json === undefined ? 'it is not JSON' : 'it has another shape'}. Nothing was changed`,
    'restore an earlier version of the object from a backup, or from the versions that the bucket keeps',
  );
};
