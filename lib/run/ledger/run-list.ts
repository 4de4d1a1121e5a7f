import type { LedgerStore } from './store';
import { parseRun, type RunRecord } from './run-records';

/** What one run did to one target. */
export interface TargetRun {
  readonly target: string;
  readonly record: RunRecord;
}

/** What is kept of runs, by run, the latest first; of one run where it is named. What cannot be read throws. */
export const runsIn = async (store: LedgerStore, only?: string): Promise<ReadonlyMap<string, readonly TargetRun[]>> => {
  const found = new Map<string, TargetRun[]>();
  for (const target of [...(await store.list())].sort())
    for (const run of await store.runs(target)) {
      if (only !== undefined && run !== only) continue;
      const kept = await store.recall(target, run);
      if (kept !== undefined)
        found.set(run, [...(found.get(run) ?? []), { target, record: parseRun(kept, target, run) }]);
    }
  return new Map([...found].sort(([a], [b]) => (a < b ? 1 : -1)));
};
