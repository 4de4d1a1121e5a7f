import { problem, problemsOf, type Problem } from '../kernel/problem';
import { isEmpty, type Change, type TargetPlan } from '../plan/plan';
import type { Requests, TunnelState } from '../platforms/platform';
import { journalOf } from './change';
import { forbidden, operateAll } from './operate';
import { keepRun } from './history';
import { lacking, ledgerName, openTarget, type Opened, type RunOptions, type Work } from './target';

export type TargetState = 'planned' | 'applied' | 'unchanged' | 'failed' | 'skipped' | 'unknown';

/** How one target ended. `unknown`: it could not be read, or it could not be asked whether a change took effect. */
export interface Ended {
  readonly work: Work;
  readonly state: TargetState;
  readonly plan?: TargetPlan;
  readonly basis?: string;
  readonly problems: readonly Problem[];
  readonly notes: readonly string[];
  /** What it took, where the platform counts its requests. */
  readonly requests?: Requests;
}

/** What the session has asked so far. */
export const asked = ({ session }: Opened): Pick<Ended, 'requests'> => {
  const requests = session.requests?.();
  return requests === undefined ? {} : { requests };
};

/** What is wrong here with us; everything else is a device that could not be read. */
const isOurs = (p: Problem): boolean => /^(ledger|secret|plan|manifest|unexpected)/.test(p.code);
export const failure = (work: Work, error: unknown): Ended => {
  const problems = problemsOf(error, work.target.id);
  return { work, state: problems.some(isOurs) ? 'failed' : 'unknown', problems, notes: [] };
};

const looked = async (work: Work, opened: Opened): Promise<Ended> => {
  const { plan, basis } = await opened.look();
  return { work, state: plan.blocked.length > 0 ? 'failed' : 'planned', plan, basis, problems: [], notes: [] };
};

/** Reads one target and plans it. Nothing is written, there or here. */
export const planTarget = async (work: Work, options: RunOptions): Promise<Ended> => {
  try {
    const opened = await openTarget(work, options);
    try {
      return { ...(await looked(work, opened)), ...asked(opened) };
    } finally {
      await opened.session.close();
    }
  } catch (error) {
    return failure(work, error);
  }
};

/** A target that is locked, read and planned, and waits for the word to go. */
export interface Held {
  readonly planned: Ended;
  go(): Promise<Ended>;
  release(): Promise<void>;
}

const pushed = (plan: TargetPlan, opened: Opened): readonly Change[] => {
  const unsettled = new Set(
    opened.ledger.entries.filter((entry) => entry.state !== 'owned').map((entry) => entry.address),
  );
  return plan.changes.filter((change) => change.action !== 'none' || unsettled.has(change.address));
};

const push = async (work: Work, opened: Opened, plan: TargetPlan, options: RunOptions): Promise<Ended> => {
  const journal = journalOf(opened, ledgerName(work), options.store);
  const changes = pushed(plan, opened);
  const label = options.run === undefined ? 'apply' : `apply ${options.run}:`;
  await options.store.note(ledgerName(work), `${label} ${changes.map((c) => `${c.action} ${c.address}`).join(', ')}`);
  const record = await keepRun(work, options, changes);
  await journal.intend(changes);
  opened.secrets.sent = true;
  const outcome = await opened.session.apply({
    changes,
    scope: opened.scope,
    check: (seen) => lacking(work, opened, seen),
    ...record,
  });
  if (outcome.state === 'applied') await journal.done(changes, plan.changes);
  if (outcome.state === 'reverted') await journal.restore();
  await options.store.note(ledgerName(work), outcome.state);
  const state = outcome.state === 'applied' ? 'applied' : outcome.state === 'unknown' ? 'unknown' : 'failed';
  const notes = outcome.state === 'reverted' ? ['the device is as it was before', ...outcome.notes] : outcome.notes;
  if (outcome.state !== 'applied') return { work, state, plan, problems: outcome.problems, notes };
  const done = await operateAll(work, opened, options, journal.opened);
  await journal.closed();
  const all = [...notes, ...done.notes];
  return {
    work,
    state: done.problems.length > 0 ? 'failed' : state,
    plan,
    problems: [...outcome.problems, ...done.problems],
    notes: all,
  };
};

/** Locks a target, puts right what an interrupted run left, reads and plans it. */
export const holdTarget = async (work: Work, options: RunOptions, expectedBasis?: string): Promise<Held> => {
  const nothing = async (): Promise<void> => undefined;
  const refused = (ended: Ended): Held => ({ planned: ended, go: async () => ended, release: nothing });
  let unlock: () => Promise<void> = nothing;
  let opened: Opened | undefined;
  const release = async (): Promise<void> => {
    await opened?.session.close();
    await unlock();
  };
  try {
    unlock = await options.store.lock(ledgerName(work));
    const open = await openTarget(work, options);
    opened = open;
    await open.session.settle(open.ledger.entries.some((entry) => entry.state !== 'owned'));
    const planned = await looked(work, open);
    if (expectedBasis !== undefined && planned.basis !== expectedBasis) {
      const stale = problem(
        'plan.stale',
        work.target.id,
        'the device, the ledger or the declaration has moved since the plan was saved. Nothing was changed',
        'plan again, look at it, and apply the new plan',
      );
      return {
        planned: { ...planned, state: 'failed', problems: [stale] },
        go: async () => ({ ...planned, state: 'failed', problems: [stale] }),
        release,
      };
    }
    const go = async (): Promise<Ended> => {
      if (planned.state !== 'planned') return planned;
      if (isEmpty(planned.plan!)) {
        await journalOf(open, ledgerName(work), options.store).done([], planned.plan!.changes);
        return { ...planned, state: 'unchanged', notes: planned.plan!.waiting, ...asked(open) };
      }
      const lost = forbidden(planned.plan!, options);
      if (lost.length > 0) return { ...planned, state: 'failed', problems: lost };
      try {
        return { ...(await push(work, open, planned.plan!, options)), ...asked(open) };
      } catch (error) {
        return { ...failure(work, error), plan: planned.plan! };
      }
    };
    return { planned, go, release };
  } catch (error) {
    await release().catch(nothing);
    return refused(failure(work, error));
  }
};

/** Asks a target whether it is as declared and whether its tunnels are up. */
export const verifyTarget = async (
  work: Work,
  options: RunOptions,
): Promise<Ended & { readonly tunnels: readonly TunnelState[] }> => {
  try {
    const opened = await openTarget(work, options);
    try {
      const ended = await looked(work, opened);
      return { ...ended, tunnels: await opened.session.tunnels(opened.scope) };
    } finally {
      await opened.session.close();
    }
  } catch (error) {
    return { ...failure(work, error), tunnels: [] };
  }
};
