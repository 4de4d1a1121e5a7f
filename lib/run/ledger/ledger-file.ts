import { advised } from '../../kernel/advised';
import { z } from 'zod';
import { boundedJson } from '../../kernel/limits';
import { fail } from '../../kernel/problem';
import type { Ledger } from '../../plan/ledger';

export const deviceShape = z.strictObject({
  at: z.string(),
  verified: z.boolean(),
  marks: z.array(
    z.strictObject({
      what: z.string(),
      values: z.array(z.string()),
      weight: z.enum(['proof', 'part', 'key', 'certificate']),
    }),
  ),
});

/** A member that is not known is of a later version, which would lose it: nothing is read past it. */
const shape = z.strictObject({
  format: z.literal(1),
  target: z.string(),
  entries: z.array(
    z.strictObject({
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
  device: deviceShape.optional(),
  needs: z.array(z.string()).optional(),
  once: z.record(z.string(), z.enum(['begun', 'done'])).optional(),
});

/** The members that this version does not know, or the format that it does not. */
const later = (json: unknown, issues: readonly z.core.$ZodIssue[]): string | undefined => {
  const { format } = (json ?? {}) as { readonly format?: unknown };
  if (typeof format === 'number' && format > 1) return `its format is ${format}`;
  const keys = issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys : []));
  return keys.length === 0 || keys.length < issues.length ? undefined : `it has ${[...new Set(keys)].join(', ')}`;
};

/** An address that two entries have, as when two branches were merged. */
const twice = (entries: Ledger['entries']): string | undefined =>
  entries.find(({ address }, i) => entries.some((other, k) => k < i && other.address === address))?.address;

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
  if (!result.success) {
    const words = later(json, result.error.issues);
    if (words === undefined) return corrupt('it has another shape');
    return fail(
      'ledger.later',
      file,
      `the ledger of ${target} was written by a later version: ${words}, which this one does not know. Nothing was changed`,
      'update Tunnelwright here to the version that wrote it',
    );
  }
  const same = twice(result.data.entries);
  if (same !== undefined) return corrupt(`it has ${same} twice`);
  const { target: named } = result.data;
  if (named === target) return result.data;
  return fail(
    'ledger.other',
    file,
    `is the ledger of ${named}, not of ${target}. Nothing was changed`,
    `put the ledger of ${target} back from version control; if the target was renamed, give its ledger the new name (${advised('state', 'mv', named, target)}), or declare it: new Moved(…)`,
  );
};
