import type { Desired, Difference } from '../desired/item';
import type { Ledger } from '../plan/ledger';
import type { TargetPlan } from '../plan/plan';
import { planTarget } from './apply';
import type { TargetResult } from './target-result';
import { readLedger } from './ledger/ledgers';
import { ledgerNames, type RunOptions, type TargetJob } from './target';

/** What was applied last, as if it were declared: the measure of drift, whatever the program says by now. */
const applied = (ledger: Ledger, declared: Desired<unknown>): Desired<unknown> => ({
  items: ledger.entries.filter((entry) => entry.state === 'owned'),
  externals: declared.externals,
  secrets: declared.secrets,
});

/** Reads a target and compares it with what was applied last. A change shows what was done to the device since. */
export const driftOf = async (work: TargetJob, options: RunOptions): Promise<TargetResult> => {
  let ledger: Ledger;
  try {
    ({ ledger } = await readLedger(options.store, ledgerNames(work)));
  } catch {
    return planTarget(work, options);
  }
  const measure = { ...work, target: { ...work.target, desired: applied(ledger, work.target.desired) } };
  // What is gone, with another of its name in its place, is drift, and nothing to be agreed to.
  const ended = await planTarget(measure, { ...options, adopt: true });
  return { ...ended, work, ...(ended.plan ? { plan: turned(ended.plan) } : {}) };
};

/** What is there now stands behind what was applied, as in every diff. */
const reversed = (differences: readonly Difference[]): readonly Difference[] => {
  const turnedRound = differences.map((d): Difference => ({ ...d, sign: opposite[d.sign] }));
  return turnedRound.flatMap((d, i) => {
    const [before, after] = [turnedRound[i - 1], turnedRound[i + 1]];
    if (d.sign === 'add' && after?.sign === 'remove') return [after, d];
    return d.sign === 'remove' && before?.sign === 'add' ? [] : [d];
  });
};
const opposite = { add: 'remove', remove: 'add', context: 'context' } as const;

/** From "what would put it right" to "what happened": what is missing was deleted, what differs was changed. */
const turned = (plan: TargetPlan): TargetPlan => ({
  ...plan,
  operations: [],
  waiting: [],
  unfinished: [],
  changes: plan.changes.map((change) => ({
    ...change,
    action: change.action === 'create' || change.action === 'adopt' ? 'delete' : change.action,
    // What was applied is gone: what the other one is, is no change of it.
    differences: change.action === 'adopt' ? [] : reversed(change.differences),
    steps: [],
    undo: change.steps,
  })),
});
