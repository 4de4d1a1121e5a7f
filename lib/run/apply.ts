import { problem, problemsOf, type Problem } from '../kernel/problem';
import { isEmpty, type Change, type TargetPlan } from '../plan/plan';
import type { Armed } from '../platforms/interrupted';
import type { Requests, TunnelState } from '../platforms/platform';
import { journalOf } from './change';
import { forbidden, operateAll } from './operate';
import { keepRun } from './history';
import { settleMoves } from './ledgers';
import { takeOver } from './owners';
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
  /** It can be taken back by the name of the run. */
  readonly kept?: boolean;
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
  /** Ids of the targets that it needed when it was applied last. */
  readonly needed: readonly string[];
  /** `keep`: what nobody declares any more stays until `clear`, since others may still use it. */
  go(keep?: boolean): Promise<Ended>;
  /** Takes away what was kept, after `go` ended so. */
  clear(ended: Ended): Promise<Ended>;
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

/** Sends what is `mine` of a plan, and leaves the rest for another time. */
const push = async (
  work: Work,
  opened: Opened,
  plan: TargetPlan,
  options: RunOptions,
  mine: (change: Change) => boolean = every,
): Promise<Ended> => {
  const journal = journalOf(opened, ledgerName(work), options.store);
  const changes = pushed(plan, opened, mine);
  const label = options.run === undefined ? 'apply' : `apply ${options.run}:`;
  await options.store.note(ledgerName(work), `${label} ${changes.map((c) => `${c.action} ${c.address}`).join(', ')}`);
  const keeping = await keepRun(work, options, changes, opened.ledger);
  const adopted = changes.filter(({ action }) => action === 'adopt').map(({ address }) => address);
  const taken = await takeOver(options.store, opened.ledger, new Set(adopted));
  await journal.intend(changes);
  opened.secrets.sent = true;
  options.armed?.(work.target.id, inHand);
  let shown = opened.last();
  const outcome = await opened.session.apply({
    changes,
    scope: opened.scope,
    check: (seen) => {
      shown = seen.live;
      return lacking(work, opened, seen, changes, (change) => !mine(change));
    },
    ...keeping.push,
  });
  if (outcome.state === 'applied') await journal.done(changes, plan.changes, shown);
  if (outcome.state === 'reverted') await journal.restore();
  if (outcome.state === 'applied' || outcome.state === 'reverted') options.armed?.(work.target.id, undefined);
  await options.store.note(ledgerName(work), outcome.state);
  const state = outcome.state === 'applied' ? 'applied' : outcome.state === 'unknown' ? 'unknown' : 'failed';
  const said = [...taken, ...outcome.notes];
  const isBack = outcome.state === 'reverted' && outcome.untouched !== true;
  const notes = isBack ? ['the device is as it was before', ...said] : said;
  const ended = { work, plan, kept: keeping.kept(), ...asked(opened) };
  if (outcome.state !== 'applied') return { ...ended, state, problems: outcome.problems, notes };
  const done = await operateAll(work, opened, options, journal);
  await journal.closed();
  return {
    ...ended,
    ...asked(opened),
    state: done.problems.length > 0 ? 'failed' : state,
    problems: [...outcome.problems, ...done.problems],
    notes: [...notes, ...done.notes],
  };
};

const refusedWith = (planned: Ended, problems: readonly Problem[]): Ended => ({
  ...planned,
  state: 'failed',
  problems,
});

/** The plan with the secrets that other targets made since it was shown. It may do no more than the one that was shown. */
const renewed = async (work: Work, opened: Opened, planned: Ended): Promise<Ended> => {
  const { changed, missing } = await opened.renew();
  const at = work.target.id;
  if (missing.length > 0)
    return refusedWith(planned, [
      problem(
        'secret.unmade',
        at,
        `needs ${missing.join(', ')}, which is not there. Nothing was changed here`,
        'apply the device that makes it first',
      ),
    ]);
  if (!changed) return planned;
  const fresh = await looked(work, opened);
  const busy = ({ plan }: Ended) => plan!.changes.filter(({ action }) => action !== 'none');
  const shown = new Set(busy(planned).map(({ address }) => address));
  const more = busy(fresh).filter(({ address }) => !shown.has(address));
  if (more.length === 0) return fresh;
  return refusedWith(planned, [
    problem(
      'plan.stale',
      at,
      `more would change than was shown: ${more.map(({ address }) => address).join(', ')}. Nothing was changed here`,
      'plan again, look at it, and apply the new plan',
    ),
  ]);
};

const goOn = async (work: Work, opened: Opened, shown: Ended, options: RunOptions, keep: boolean): Promise<Ended> => {
  const planned = shown.state === 'planned' ? await renewed(work, opened, shown) : shown;
  if (planned.state !== 'planned') return planned;
  const plan = planned.plan!;
  await settleMoves(options.store, opened.ledger, opened.former);
  if (isEmpty(plan)) {
    await journalOf(opened, ledgerName(work), options.store).done([], plan.changes);
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
const clearKept = async (work: Work, opened: Opened, ended: Ended, options: RunOptions): Promise<Ended> => {
  if (ended.plan === undefined || pushed(ended.plan, opened, isDeletion).length === 0) return ended;
  const { device } = opened.ledger;
  const ledger = { ...(await options.store.read(ledgerName(work))), ...(device === undefined ? {} : { device }) };
  const cleared = await push(work, { ...opened, ledger }, ended.plan, options, isDeletion);
  return { ...cleared, kept: cleared.kept === true || ended.kept === true, notes: [...ended.notes, ...cleared.notes] };
};

const stale = (planned: Ended): Ended =>
  refusedWith(planned, [
    problem(
      'plan.stale',
      planned.work.target.id,
      'the device, the ledger or the declaration has moved since the plan was saved. Nothing was changed',
      'plan again, look at it, and apply the new plan',
    ),
  ]);

/** Locks a target, puts right what an interrupted run left, reads and plans it. */
export const holdTarget = async (work: Work, options: RunOptions, expectedBasis?: string): Promise<Held> => {
  const nothing = async (): Promise<void> => undefined;
  const refused = (ended: Ended): Held => ({
    planned: ended,
    needed: [],
    go: async () => ended,
    clear: async (now) => now,
    release: nothing,
  });
  let unlock: () => Promise<void> = nothing;
  let opened: Opened | undefined;
  const release = async (): Promise<void> => {
    await opened?.session.close();
    await unlock();
  };
  const caught = async (doing: Promise<Ended>, planned: Ended): Promise<Ended> =>
    doing.catch((error: unknown) => ({ ...failure(work, error), ...(planned.plan ? { plan: planned.plan } : {}) }));
  try {
    unlock = await options.store.lock(ledgerName(work));
    const open = await openTarget(work, options);
    opened = open;
    await open.session.settle(open.ledger.entries.some((entry) => entry.state !== 'owned'));
    const seen = await looked(work, open);
    const planned = expectedBasis !== undefined && seen.basis !== expectedBasis ? stale(seen) : seen;
    return {
      planned,
      needed: open.ledger.needs ?? [],
      go: (keep = false) => caught(goOn(work, open, planned, options, keep), planned),
      clear: (ended) => caught(clearKept(work, open, ended, options), ended),
      release,
    };
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
