import { problemsOf, type Problem } from '../../kernel/problem';
import type { LedgerStore } from './store';
import { parseRun, type RunRecord } from './run-records';

/** What one run did to one target, or why what was kept of it cannot be read. */
export type TargetRun =
  | { readonly target: string; readonly record: RunRecord; readonly problems?: undefined }
  | { readonly target: string; readonly record?: undefined; readonly problems: readonly Problem[] };

const readRun = async (store: LedgerStore, target: string, run: string): Promise<readonly TargetRun[]> => {
  try {
    const kept = await store.recall(target, run);
    return kept === undefined ? [] : [{ target, record: parseRun(kept, target, run) }];
  } catch (error) {
    return [{ target, problems: problemsOf(error, target) }];
  }
};

/** A rollout keeps its events under a name that begins with `=`, which no target can have. */
const isTarget = (name: string): boolean => !/\/=/.test(name);

/**
 * What is kept of runs, by run, the latest first; of one run where it is named. It is kept beside the ledgers, and longer:
 * a target whose ledger was forgotten is among them.
 */
export const runsIn = async (store: LedgerStore, only?: string): Promise<ReadonlyMap<string, readonly TargetRun[]>> => {
  const found = new Map<string, TargetRun[]>();
  for (const target of [...(await store.recorded())].filter(isTarget).sort())
    for (const run of await store.runs(target)) {
      if (only !== undefined && run !== only) continue;
      const read = await readRun(store, target, run);
      if (read.length > 0) found.set(run, [...(found.get(run) ?? []), ...read]);
    }
  return new Map([...found].sort(([a], [b]) => (a < b ? 1 : -1)));
};
