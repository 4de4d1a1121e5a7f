import { problem } from '../kernel/problem';
import { stillLeased, unsettled } from './leased';
import { notesOf, stateOf } from './outcome-words';
import { isEmpty, type Change, type TargetPlan } from '../plan/plan';
import type { Armed } from '../contract/interrupted';
import type { TunnelState } from '../contract/observation';
import type { Outcome, Push } from '../contract/session';
import { LedgerWriter } from './ledger/ledger-writer';
import { forbidden, operateAll } from './operate';
import { recordRun, type Keeping } from './ledger/run-records';
import { looked, refusedWith, renewed } from './renewed';
import { settleMoves } from './ledger/ledgers';
import { takeOver } from './ledger/owners';
import { lacking } from './lacking';
import { ledgerName, openTarget, type Opened, type RunOptions, type TargetJob } from './target';
import { asked, failure, type ReadTarget, type TargetResult, tunnelsOf } from './target-result';

/** Reads one target and plans it. Nothing is written, there or here. */
export const planTarget = async (work: TargetJob, options: RunOptions): Promise<TargetResult> => {
  try {
    const opened = await openTarget(work, options);
    try {
      return { ...(await looked(work, opened)), ...(await tunnelsOf(opened, options)), ...asked(opened) };
    } finally {
      await opened.session.close();
    }
  } catch (error) {
    return failure(work, error);
  }
};

/** When among others a target is changed. */
export interface Turn {
  /** What is no longer declared stays until `prune`, since others may still use it. */
  readonly keep?: boolean;
  /** What it looks up on another target was changed since it was planned. */
  readonly anew?: boolean;
}

/** A target that is locked, read and planned, and waits for the word to go. */
export interface LockedTarget {
  readonly planned: TargetResult;
  /** Ids of the targets that it needed when it was applied last. */
  readonly needed: readonly string[];
  /** Its tunnels as they are now. */
  tunnels(): Promise<readonly TunnelState[]>;
  apply(turn?: Turn): Promise<TargetResult>;
  /** Takes away what was kept, after `apply` ended so. */
  prune(ended: TargetResult): Promise<TargetResult>;
  release(): Promise<void>;
}

export const isDeletion = (change: Change): boolean => change.after === undefined;
const every = (): boolean => true;

const pushed = (plan: TargetPlan, opened: Opened, mine: (change: Change) => boolean): readonly Change[] => {
  const unsettled = new Set(
    opened.ledger.entries.filter((entry) => entry.state !== 'owned').map((entry) => entry.address),
  );
  return plan.changes.filter((change) => (change.action !== 'none' || unsettled.has(change.address)) && mine(change));
};

/** Until the session knows better. */
export const inHand: Armed = { words: 'being changed; what was done so far stays' };

/** Writes down how a change of a device has ended. */
export const settle = async (
  work: TargetJob,
  options: RunOptions,
  journal: LedgerWriter,
  { state }: Outcome,
  done: () => Promise<void>,
): Promise<void> => {
  if (state === 'applied' || state === 'reverted') options.armed?.(work.target.id, undefined);
  if (state === 'applied') await done();
  if (state === 'reverted') await journal.restore();
  await options.store.note(ledgerName(work), state);
};

const adoptedBy = (changes: readonly Change[]): ReadonlySet<string> =>
  new Set(changes.filter(({ action }) => action === 'adopt').map(({ address }) => address));

const journalWords = (changes: readonly Change[], { run }: RunOptions): string =>
  `${run === undefined ? 'apply' : `apply ${run}:`} ${changes.map((c) => `${c.action} ${c.address}`).join(', ')}`;
/** How a change has ended; where the session broke, the record of the run says that only the device knows. */
const endOf = (sent: Promise<Outcome>, keeping: Keeping): Promise<Outcome> =>
  sent.catch(async (error: unknown) => {
    await keeping.ended('unknown').catch(() => undefined);
    throw error;
  });

/** Sends what is `mine` of a plan, and leaves the rest for another time. */
const push = async (
  work: TargetJob,
  opened: Opened,
  plan: TargetPlan,
  options: RunOptions,
  mine: (change: Change) => boolean = every,
): Promise<TargetResult> => {
  const journal = new LedgerWriter(opened, ledgerName(work), options.store);
  const changes = pushed(plan, opened, mine);
  await options.store.note(ledgerName(work), journalWords(changes, options));
  const keeping = await recordRun(work, options, changes, opened);
  const taken = await takeOver(options.store, opened.ledger, adoptedBy(changes));
  await journal.intend(changes);
  opened.secrets.sent = true;
  options.armed?.(work.target.id, inHand);
  let shown = opened.last();
  const check: Push<unknown, unknown>['check'] = async (seen) => {
    shown = seen.live;
    const left = lacking(work, opened, seen, changes, (change) => !mine(change));
    return [...left, ...(await stillLeased(options.store, ledgerName(work)))];
  };
  const outcome = await endOf(opened.session.apply({ changes, scope: opened.scope, check, ...keeping.push }), keeping);
  const settled = settle(work, options, journal, outcome, () => journal.done(changes, plan.changes, shown));
  const unwritten = await unsettled(settled, ledgerName(work), outcome.problems);
  const ended: ReadTarget = {
    work,
    plan,
    kept: keeping.kept(),
    ...asked(opened),
    state: stateOf(outcome, unwritten),
    problems: [...outcome.problems, ...unwritten],
    notes: notesOf(outcome, taken, unwritten),
  };
  const last = ended.state === 'applied' ? await operated(ended, opened, options, journal) : ended;
  // The device and its ledger are settled: a history that cannot be written is no reason to call that a failure.
  await keeping
    .ended(last.state === 'failed' && outcome.state === 'applied' ? 'failed' : outcome.state)
    .catch(() => undefined);
  return last;
};

/** After the configuration: keys and certificates. */
const operated = async (
  ended: ReadTarget,
  opened: Opened,
  options: RunOptions,
  journal: LedgerWriter,
): Promise<ReadTarget> => {
  const done = await operateAll(ended.work, opened, options, journal);
  await journal.closed();
  return {
    ...ended,
    ...asked(opened),
    state: done.problems.length > 0 ? 'failed' : ended.state,
    problems: [...ended.problems, ...done.problems],
    notes: [...ended.notes, ...done.notes],
  };
};

const goOn = async (
  work: TargetJob,
  opened: Opened,
  shown: ReadTarget,
  options: RunOptions,
  { keep = false, anew = false }: Turn,
): Promise<TargetResult> => {
  const planned = shown.state === 'planned' ? await renewed(work, opened, shown, anew) : shown;
  if (planned.state !== 'planned') return planned;
  const { plan } = planned;
  await settleMoves(options.store, opened.ledger, opened.former);
  if (isEmpty(plan)) {
    await new LedgerWriter(opened, ledgerName(work), options.store).done([], plan.changes);
    return { ...planned, state: 'unchanged', notes: plan.waiting };
  }
  const lost = forbidden(plan, options);
  if (lost.length > 0) return refusedWith(planned, lost);
  const kept = (change: Change): boolean => keep && isDeletion(change);
  if (!isEmpty({ ...plan, changes: plan.changes.filter((change) => !kept(change)) }))
    return push(work, opened, plan, options, (change) => !kept(change));
  return { ...planned, state: 'unchanged', notes: plan.waiting };
};

/** What was kept of a plan is taken away, by a ledger that knows what was done since. */
const clearKept = async (
  work: TargetJob,
  opened: Opened,
  ended: TargetResult,
  options: RunOptions,
): Promise<TargetResult> => {
  if (ended.plan === undefined || pushed(ended.plan, opened, isDeletion).length === 0) return ended;
  const { device } = opened.ledger;
  const ledger = { ...(await options.store.read(ledgerName(work))), ...(device === undefined ? {} : { device }) };
  const cleared = await push(work, { ...opened, ledger }, ended.plan, options, isDeletion);
  return { ...cleared, kept: cleared.kept === true || ended.kept === true, notes: [...ended.notes, ...cleared.notes] };
};

/** What rests on something else than the plan that was saved: refused, but where nothing is left to change. */
const moved = (planned: ReadTarget): ReadTarget =>
  planned.state === 'planned' && isEmpty(planned.plan)
    ? planned
    : refusedWith(planned, [
        problem(
          'plan.stale',
          planned.work.target.id,
          'the device, the ledger or the declaration has moved since the plan was saved. Nothing was changed',
          'plan again, look at it, and apply the new plan',
        ),
      ]);

export const nothing = async (): Promise<void> => undefined;

/** A target on which nothing is done. */
export const refused = (ended: TargetResult): LockedTarget => ({
  planned: ended,
  needed: [],
  tunnels: async () => [],
  apply: async () => ended,
  prune: async (now) => now,
  release: nothing,
});

/** Locks a target, puts right what an interrupted run left, reads and plans it. */
export const lockTarget = async (
  work: TargetJob,
  options: RunOptions,
  expectedBasis?: string,
): Promise<LockedTarget> => {
  let unlock: () => Promise<void> = nothing;
  let opened: Opened | undefined;
  const release = async (): Promise<void> => {
    await opened?.session.close();
    await unlock();
  };
  const caught = async (doing: Promise<TargetResult>, planned: TargetResult): Promise<TargetResult> =>
    doing.catch((error: unknown) => ({ ...failure(work, error), ...(planned.plan ? { plan: planned.plan } : {}) }));
  try {
    unlock = await options.store.lock(ledgerName(work));
    const open = await openTarget(work, options);
    opened = open;
    await open.session.settle(open.ledger.entries.some((entry) => entry.state !== 'owned'));
    const seen = await looked(work, open);
    const planned = expectedBasis !== undefined && seen.basis !== expectedBasis ? moved(seen) : seen;
    return {
      planned,
      needed: open.ledger.needs ?? [],
      tunnels: () => open.session.tunnels(open.scope),
      apply: (turn = {}) => caught(goOn(work, open, planned, options, turn), planned),
      prune: (ended) => caught(clearKept(work, open, ended, options), ended),
      release,
    };
  } catch (error) {
    await release().catch(nothing);
    return refused(failure(work, error));
  }
};

/** Asks a target whether it is as declared and whether its tunnels are up. */
export const verifyTarget = async (
  work: TargetJob,
  options: RunOptions,
): Promise<TargetResult & { readonly tunnels: readonly TunnelState[] }> => {
  try {
    const opened = await openTarget(work, options);
    try {
      const ended = await looked(work, opened);
      const notes = (await opened.session.told?.(opened.scope)) ?? [];
      return { ...ended, notes, tunnels: await opened.session.tunnels(opened.scope) };
    } finally {
      await opened.session.close();
    }
  } catch (error) {
    return { ...failure(work, error), tunnels: [] };
  }
};
