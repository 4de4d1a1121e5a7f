import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { stableJson, type Json } from '../kernel/json';
import { fail } from '../kernel/problem';
import type { Change } from '../plan/plan';
import { ledgerName, type RunOptions, type Work } from './target';

/** One object that a run changed: what it was and what it became. */
const changed = z.object({
  address: z.string(),
  kind: z.string(),
  name: z.string(),
  path: z.string(),
  refs: z.array(z.string()),
  before: z.unknown().optional(),
  after: z.unknown().optional(),
});
const record = z.object({
  format: z.literal(1),
  run: z.string(),
  changes: z.array(changed),
  /** What the platform asked to keep. */
  kept: z.unknown().optional(),
});
export type RunRecord = z.output<typeof record>;

/** `20261120-143005-3fa2`: when it began (UTC), and what tells two of one second apart. */
export const newRun = (now = new Date()): string => {
  const [day, time] = now.toISOString().replace(/[-:]/g, '').split('T');
  return `${day}-${time!.slice(0, 6)}-${randomBytes(2).toString('hex')}`;
};

/** Keeps what a run is about to do. What the platform adds on the way is kept with it. */
export const keepRun = async (
  work: Work,
  { run, store }: RunOptions,
  changes: readonly Change[],
): Promise<{ readonly run?: string; readonly keep?: (what: Json) => Promise<void> }> => {
  if (run === undefined) return {};
  const done = changes.filter(({ action }) => action !== 'none');
  const frame = {
    format: 1,
    run,
    changes: done.map(({ address, kind, name, path, refs, before, after }) => ({
      address,
      kind,
      name,
      path,
      refs,
      before,
      after,
    })),
  };
  const write = (more: object): Promise<void> =>
    store.keep(ledgerName(work), run, JSON.parse(stableJson({ ...frame, ...more })) as Json);
  await write({});
  return { run, keep: (kept) => write({ kept }) };
};

/** What a run did to a target; undefined where it did nothing there. */
export const recallRun = async (work: Work, { store }: RunOptions, run: string): Promise<RunRecord | undefined> => {
  const found = await store.recall(ledgerName(work), run);
  if (found === undefined) return undefined;
  const result = record.safeParse(found);
  return result.success
    ? result.data
    : fail('ledger.corrupt', work.target.id, `what was kept of run ${run} cannot be read. Nothing was changed`);
};
