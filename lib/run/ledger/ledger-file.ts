import { z } from 'zod';
import { boundedJson } from '../../kernel/limits';
import { fail } from '../../kernel/problem';
import type { Ledger } from '../../plan/ledger';

const shape = z.object({
  format: z.literal(1),
  target: z.string(),
  entries: z.array(
    z.object({
      address: z.string(),
      kind: z.string(),
      name: z.string(),
      path: z.string(),
      refs: z.array(z.string()),
      state: z.enum(['intended', 'owned', 'leaving']),
      content: z.looseObject({}),
    }),
  ),
  secrets: z.record(z.string(), z.string()),
  key: z.string().optional(),
  device: z
    .object({
      at: z.string(),
      verified: z.boolean(),
      marks: z.array(
        z.object({
          what: z.string(),
          values: z.array(z.string()),
          weight: z.enum(['proof', 'part', 'key', 'certificate']),
        }),
      ),
    })
    .optional(),
  needs: z.array(z.string()).optional(),
  once: z.record(z.string(), z.enum(['begun', 'done'])).optional(),
});

/** Reads the text of a ledger. Throws a `ProblemError` where it is not whole, or is the ledger of another target. */
export const parseLedger = (text: string, file: string, target: string): Ledger => {
  const corrupt = (why: string): never =>
    fail(
      'ledger.corrupt',
      file,
      `the ledger of ${target} cannot be read: ${why}. Nothing was changed`,
      'restore it from a backup or from version control; without it nothing on the device is known to be ours (--adopt takes over by name)',
    );
  let json: unknown;
  try {
    json = boundedJson(text);
  } catch {
    return corrupt('it is not JSON');
  }
  const result = shape.safeParse(json);
  if (!result.success) return corrupt('it has another shape');
  const { target: named } = result.data;
  if (named === target) return result.data;
  return fail(
    'ledger.other',
    file,
    `is the ledger of ${named}, not of ${target}. Nothing was changed`,
    `put the ledger of ${target} back from version control; if the target was renamed, write \`tunnelwright state mv\` or declare it: new Moved(…)`,
  );
};
