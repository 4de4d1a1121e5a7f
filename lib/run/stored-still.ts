import type { Outcome, WentBack } from '../contract/session';
import { advised } from '../kernel/advised';
import type { Json } from '../kernel/json';
import type { Ledger } from '../plan/ledger';
import { beganAt } from '../rollout/run-name';
import { loadRun, type RunRecord } from './ledger/run-records';
import { ledgerName, type RunOptions, type TargetJob } from './target';

/** Whether the ledger has something yet as a run left it: there, or gone. */
const isThere = ({ changes }: RunRecord, own: ReadonlySet<string>, { entries }: Ledger): boolean => {
  const known = new Set(entries.map(({ address }) => address));
  return changes.some(({ address, after }) => !own.has(address) && known.has(address) === (after !== undefined));
};

/** Earlier runs that stored what devices that went back do not run: the next deployment would bring it. */
const storedBy = async (
  work: TargetJob,
  { run, changes }: RunRecord,
  { waiting, without }: WentBack,
  options: RunOptions,
): Promise<readonly string[]> => {
  const own = new Set(changes.map(({ address }) => address));
  const ledger = await options.store.read(ledgerName(work));
  const found: string[] = [];
  for (const other of await options.store.runs(ledgerName(work))) {
    if (other >= run) continue;
    const record = await loadRun(work, options, other);
    if (record === undefined || record.takenBack || !isThere(record, own, ledger)) continue;
    const devices = without({ run: other, began: beganAt(other), kept: record.kept as Json | undefined });
    if (waiting.some(({ device }) => devices.includes(device))) found.push(other);
  }
  return found;
};

/** What waits for a deployment after a rollback, and the one command that ends that. */
export const waitingNotes = async (
  work: TargetJob,
  record: RunRecord,
  { state, back }: Outcome,
  options: RunOptions,
): Promise<readonly string[]> => {
  if (state !== 'applied' || back === undefined || back.waiting.length === 0) return [];
  const earlier = await storedBy(work, record, back, options);
  if (earlier.length > 0)
    return earlier.map(
      (other) =>
        `what run ${other} stored is stored still, and the next deployment would bring it back: to take that back too, ${advised('rollback', '--run', other)}`,
    );
  return [
    `until that is deployed, verify ends with 2. To finish, take what was rolled back out of the program, then ${advised('apply')}; while the program declares it, apply brings it again`,
  ];
};
