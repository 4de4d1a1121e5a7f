import type { Ledger } from '../plan/ledger';
import { type Change, type TargetPlan } from '../plan/plan';
import type { Observation } from '../contract/observation';
import { stateOf } from './outcome-words';
import { inHand, isDeletion, nothing, refused, settle, type LockedTarget } from './apply';
import { asked, failure, type TargetResult } from './target-result';
import { checkRunDevice } from './ledger/device-check';
import { LedgerWriter } from './ledger/ledger-writer';
import { didSomething, loadRun, recordTakenBack, takenBackWords, type RunRecord } from './ledger/run-records';
import { stillLeased, unsettled } from './leased';
import { readLedger, settleMoves } from './ledger/ledgers';
import { asKnownBefore, findPrevious, namedPrevious, unknownSent } from './secrets/previous';
import { fingerprint } from './secrets/read';
import { inverse, lackingOf, movedSince, type Live } from './since-run';
import { waitingNotes } from './stored-still';
import { ledgerName, ledgerNames, openTarget, type Opened, type RunOptions, type TargetJob } from './target';

/** A target that is locked and looked at, and what takes the run back there. */
interface Ready {
  readonly work: TargetJob;
  readonly opened: Opened;
  readonly record: RunRecord;
  readonly plan: TargetPlan;
  readonly options: RunOptions;
}

/** What was not ours before the run is not ours after it. */
const settled = (record: RunRecord, changes: readonly Change[]): readonly Change[] => {
  const theirs = new Set(record.changes.filter(({ theirs: one }) => one).map(({ address }) => address));
  return changes.map((change) => {
    const { after: _after, ...gone } = change;
    return theirs.has(change.address) ? gone : change;
  });
};

/** Takes some of it back. */
const send = async (
  { work, opened, record, options, plan }: Ready,
  changes: readonly Change[],
): Promise<TargetResult> => {
  const { store } = options;
  await settleMoves(store, opened.ledger, opened.former);
  const ledger = await store.read(ledgerName(work));
  const journal = new LedgerWriter({ ...opened, ledger }, ledgerName(work), store);
  const words = changes.map((c) => `${c.action} ${c.address}`).join(', ');
  await store.note(ledgerName(work), `rollback ${record.run}: ${words}`);
  await journal.intend(changes);
  opened.secrets.sent = true;
  const sent = new Set(changes.map(({ address }) => address));
  const those = record.changes.filter(({ address }) => sent.has(address));
  let shown: Live | undefined;
  const push = {
    changes,
    scope: opened.scope,
    run: record.run,
    check: async ({ live }: { readonly live: Live }) => {
      shown = live;
      return [...lackingOf(opened, those, live), ...(await stillLeased(store, ledgerName(work)))];
    },
  };
  const { session } = opened;
  options.armed?.(work.target.id, inHand);
  const outcome = await (session.rollback?.(push, record.kept as never) ?? session.apply(push));
  const written = settle(work, options, journal, outcome, () => journal.done(settled(record, changes), [], shown));
  const unwritten = await unsettled(written, ledgerName(work), outcome.problems);
  const reverted = outcome.state === 'reverted' && outcome.untouched !== true;
  const waits = await waitingNotes(work, record, outcome, options);
  const notes = [...(reverted ? ['the device is as the run left it'] : []), ...outcome.notes, ...waits];
  const problems = [...outcome.problems, ...unwritten];
  return { work, plan, problems, notes, ...asked(opened), state: stateOf(outcome, unwritten) };
};

/** The device and its ledger are settled: a record that cannot be written is no reason to call that a failure. */
const marked = async ({ work, record, options }: Ready, ended: TargetResult, all: boolean): Promise<TargetResult> => {
  if (all && ended.state === 'applied') await recordTakenBack(work, options, record.run).catch(nothing);
  return ended;
};

/**
 * In two halves where others use it: what comes back is there before they need it, what goes is let go of by them first.
 */
const halves = (ready: Ready): Pick<LockedTarget, 'apply' | 'prune'> => {
  const { work, opened, plan } = ready;
  const goes = plan.changes.filter(isDeletion);
  const comes = plan.changes.filter((change) => !isDeletion(change));
  let left = goes;
  const unchanged: TargetResult = { work, state: 'unchanged', plan, problems: [], notes: [] };
  const caught = (doing: Promise<TargetResult>): Promise<TargetResult> =>
    doing.catch((error: unknown) => ({ ...failure(work, error), plan }));
  const now = async (changes: readonly Change[], anew: boolean): Promise<TargetResult> => {
    await opened.renew();
    if (anew) await opened.look();
    return marked(ready, await send(ready, changes), left.length === 0);
  };
  return {
    apply: async ({ keep = false, anew = false } = {}) => {
      const onlyGoes = comes.length === 0 && goes.length > 0;
      if (keep && onlyGoes) return unchanged;
      const all = !keep || goes.length === 0;
      if (all) left = [];
      return caught(now(all ? plan.changes : comes, anew));
    },
    prune: async (ended) => {
      if (left.length === 0) return ended;
      const cleared = await caught(send(ready, left).then((sent) => marked(ready, sent, true)));
      return { ...cleared, notes: [...ended.notes, ...cleared.notes] };
    },
  };
};

/** The ledger and what the run touched: what is read before it is taken back. */
const scoped = (work: TargetJob, ledger: Ledger, record: RunRecord): TargetJob => {
  const known = new Map(ledger.entries.map((entry) => [entry.address, entry.content]));
  const items = record.changes.map(({ address, kind, name, path, refs, before, after }) => ({
    address,
    kind,
    name,
    path,
    refs,
    content: asKnownBefore(known.get(address) ?? after ?? before, before),
  }));
  return { ...work, target: { ...work.target, desired: { ...work.target.desired, items } } };
};

/** The way back as a plan: shown, ordered among the targets and made like any other. */
const backOf = (opened: Opened, record: RunRecord, seen: Observation<unknown>): TargetPlan => ({
  changes: [...record.changes].reverse().map((one) => inverse(opened, one, seen)),
  operations: [],
  waiting: [],
  blocked: [],
  unfinished: [],
  warnings: [],
});

export interface RollbackRun extends RunOptions {
  /** Values that secrets had before; which of them is whose, the fingerprints say. */
  readonly previous?: readonly string[];
}

/** The run with the values that secrets had before, by name. */
const withPrevious = async (recalled: RunRecord, { store, previous = [] }: RollbackRun): Promise<RunRecord> => {
  const key = await store.key();
  const changes = namedPrevious(recalled.changes, previous, (value) => fingerprint(key, value));
  return { ...recalled, changes: [...changes] };
};

/** Reads a target and plans the way back. */
const planBack = async (
  work: TargetJob,
  opened: Opened,
  record: RunRecord,
  options: RollbackRun,
): Promise<TargetResult & { readonly plan: TargetPlan }> => {
  const unknown = findPrevious(opened, record.changes, options.previous ?? []);
  const seen = await opened.session.observe(opened.scope);
  const plan = backOf(opened, record, seen);
  const problems = [...movedSince(opened, record, seen.live), ...unknown, ...unknownSent(plan.changes)];
  const ended = { work, plan, problems, notes: [] };
  if (problems.length > 0) return { ...ended, state: 'failed', drops: [] };
  const drops = (await opened.session.disruption?.(record.run, record.kept as never)) ?? [];
  return { ...ended, state: 'planned', drops };
};

/** Locks a target and looks whether the run can be taken back there; unchanged where the run did nothing there. */
export const lockRollback = async (work: TargetJob, run: string, options: RollbackRun): Promise<LockedTarget> => {
  let unlock: () => Promise<void> = nothing;
  let opened: Opened | undefined;
  const release = async (): Promise<void> => {
    await opened?.session.close();
    await unlock();
  };
  try {
    const recalled = await loadRun(work, options, run);
    if (recalled === undefined || !didSomething(recalled))
      return refused({ work, state: 'unchanged', problems: [], notes: [`run ${run} changed nothing here`] });
    const before = takenBackWords(recalled);
    if (before !== undefined)
      return refused({ work, state: 'unchanged', problems: [], notes: [`run ${run} was ${before} already`] });
    const record = await withPrevious(recalled, options);
    unlock = await options.store.lock(ledgerName(work));
    const { ledger } = await readLedger(options.store, ledgerNames(work));
    opened = await openTarget(scoped(work, ledger, record), options);
    checkRunDevice(record, opened.ledger.device, work.target.id);
    await opened.session.settle(ledger.entries.some((entry) => entry.state !== 'owned'));
    const planned = await planBack(work, opened, record, options);
    const needed = ledger.needs ?? [];
    if (planned.state === 'failed') return { ...refused({ ...planned, ...asked(opened) }), needed, release };
    const tunnels = () => opened!.session.tunnels(opened!.scope);
    return { planned, needed, tunnels, ...halves({ work, opened, record, plan: planned.plan, options }), release };
  } catch (error) {
    await release().catch(nothing);
    return refused(failure(work, error));
  }
};
