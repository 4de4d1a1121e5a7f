import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { stableJson, type Json } from '../../kernel/json';
import { fail } from '../../kernel/problem';
import type { Outcome } from '../../contract/session';
import type { Change } from '../../plan/plan';
import { runName } from '../../rollout/run-name';
import { restoreSecretRefs } from '../secrets/restore-secret-refs';
import { secretsBefore } from '../secrets/previous';
import { platformOf } from '../../platforms';
import { isRemembered } from './content-check';
import { deviceShape } from './ledger-file';
import type { LedgerStore } from './store';
import { whoRuns } from '../who';
import { ledgerName, ledgerNames, type Opened, type RunOptions, type TargetJob } from '../target';

/** One object that a run changed: what it was and what it became. */
const changed = z.object({
  address: z.string(),
  kind: z.string(),
  name: z.string(),
  path: z.string(),
  refs: z.array(z.string()),
  before: z.unknown().optional(),
  after: z.unknown().optional(),
  /** It was there before and not ours. */
  theirs: z.boolean().optional(),
  /** Keyed fingerprints of the secrets that it held before, by the marker that stands for them in `before`. */
  secrets: z.record(z.string(), z.array(z.string())).optional(),
});
const outcomes = ['applied', 'reverted', 'failed', 'unknown'] as const satisfies readonly Outcome['state'][];
const record = z.object({
  format: z.literal(1),
  run: z.string(),
  /** `stack/target`. Absent in what an earlier version kept. */
  target: z.string().optional(),
  /** The device that it was made on. Absent in what an earlier version kept. */
  device: deviceShape.optional(),
  /** Who made it: `user@host`. */
  by: z.string().optional(),
  /** How it ended; absent while it is under way, and of one that was killed. */
  outcome: z.enum(outcomes).optional(),
  changes: z.array(changed),
  /** What the platform asked to keep. */
  kept: z.unknown().optional(),
  /** A rollback has taken all of it back. */
  takenBack: z.object({ at: z.iso.datetime(), by: z.string() }).optional(),
});
export type RunRecord = z.output<typeof record>;

/** `20261120-143005-3fa2` */
export const newRun = (now = new Date()): string => runName(now, randomBytes(2).toString('hex'));

/** Whether there is anything to take back. */
export const didSomething = ({ changes, kept }: RunRecord): boolean => changes.length > 0 || kept !== undefined;

/** What is kept of a run while it goes on. */
export interface Keeping {
  /** For the platform: what it will need for the way back. */
  readonly push: { readonly run?: string; readonly keep?: (what: Json) => Promise<void>; readonly kept?: Json };
  /** Something was kept, so that the run can be taken back. */
  readonly kept: () => boolean;
  /** Adds how it ended to what was kept. */
  readonly ended: (outcome: Outcome['state']) => Promise<void>;
}

/** What an object was and what it becomes. */
const recorded = (opened: Opened, change: Change, owned: ReadonlyMap<string, unknown>) => {
  const { address, kind, name, path, refs, before, after } = change;
  const isOwned = owned.has(address) && change.action !== 'adopt';
  const known = restoreSecretRefs(before, isOwned ? owned.get(address) : undefined);
  const secrets = secretsBefore(opened, change, known);
  return {
    address,
    kind,
    name,
    path,
    refs,
    before: known,
    after,
    ...(before !== undefined && !isOwned ? { theirs: true } : {}),
    ...(Object.keys(secrets).length === 0 ? {} : { secrets }),
  };
};

/**
 * Keeps what a run is about to do, behind what it did to this target before: what goes can go in a second push. What the
 * platform adds on the way is kept with it, also where the run itself writes nothing and only brings to the devices what an
 * earlier one has stored.
 */
export const recordRun = async (
  work: TargetJob,
  options: RunOptions,
  changes: readonly Change[],
  opened: Opened,
): Promise<Keeping> => {
  const { run, store } = options;
  if (run === undefined) return { push: {}, kept: () => false, ended: async () => undefined };
  const earlier = await loadRun(work, options, run);
  const { device } = opened.ledger;
  const owned = new Map(opened.ledger.entries.map(({ address, content }) => [address, content]));
  const done = changes.filter(({ action }) => action !== 'none');
  const frame = {
    format: 1,
    run,
    target: ledgerName(work),
    ...(device === undefined ? {} : { device }),
    by: whoRuns(),
    changes: [...(earlier?.changes ?? []), ...done.map((change) => recorded(opened, change, owned))],
  };
  let kept: object | undefined;
  const before = earlier?.kept as Json | undefined;
  const write = async (more: object): Promise<void> => {
    kept = { ...(before === undefined ? {} : { kept: before }), ...kept, ...more };
    await store.keep(ledgerName(work), run, JSON.parse(stableJson({ ...frame, ...kept })) as Json);
  };
  if (done.length > 0) await write({});
  return {
    push: { run, keep: (what) => write({ kept: what }), ...(before === undefined ? {} : { kept: before }) },
    kept: () => kept !== undefined,
    ended: async (outcome) => (kept === undefined ? undefined : write({ outcome })),
  };
};

/** Adds to what was kept of a run that it was taken back now. */
export const recordTakenBack = async (work: TargetJob, { store }: RunOptions, run: string): Promise<void> => {
  const kept = await recall(work, store, run);
  if (kept === undefined) return;
  const takenBack = { at: new Date().toISOString(), by: whoRuns() };
  await store.keep(ledgerName(work), run, JSON.parse(stableJson({ ...(kept as object), takenBack })) as Json);
};

/** `2026-11-20 14:30:05 UTC` */
export const clock = (at: Date): string => `${at.toISOString().slice(0, 19).replace('T', ' ')} UTC`;

/** `taken back 2026-11-20 14:30:05 UTC by deploy@ci`; undefined of a run that was not. */
export const takenBackWords = ({ takenBack }: RunRecord): string | undefined =>
  takenBack && `taken back ${clock(new Date(takenBack.at))} by ${takenBack.by}`;

/** What was kept of a run. Throws where that is not whole. */
export const parseRun = (kept: Json, target: string, run: string): RunRecord => {
  const result = record.safeParse(kept);
  return result.success
    ? result.data
    : fail('ledger.corrupt', target, `what was kept of run ${run} cannot be read. Nothing was changed`);
};

/** As it is kept, also under a name that the target had before. */
const recall = async (work: TargetJob, store: LedgerStore, run: string): Promise<Json | undefined> => {
  const { name, moved } = ledgerNames(work);
  let found = await store.recall(name, run);
  for (const old of moved) found ??= await store.recall(old, run);
  return found;
};

/** What a run did to a target; undefined where it did nothing there. */
export const loadRun = async (work: TargetJob, { store }: RunOptions, run: string): Promise<RunRecord | undefined> => {
  const found = await recall(work, store, run);
  if (found === undefined) return undefined;
  const { dialect } = platformOf(work.target.platform);
  const isWhole = (content: unknown): boolean => content === undefined || isRemembered(dialect, content);
  const read = parseRun(found, work.target.id, run);
  return read.changes.every(({ before, after }) => isWhole(before) && isWhole(after))
    ? read
    : fail('ledger.corrupt', work.target.id, `what was kept of run ${run} cannot be read. Nothing was changed`);
};
