import { problem, type Problem } from '../kernel/problem';
import { isEmpty } from '../plan/plan';
import { awaited } from './awaited';
import { deploys } from './brought';
import type { Opened, TargetJob } from './target';
import type { ReadTarget } from './target-result';

export const looked = async (work: TargetJob, opened: Opened): Promise<ReadTarget> => {
  const { plan, basis } = await opened.look();
  return { work, state: plan.blocked.length > 0 ? 'failed' : 'planned', plan, basis, problems: [], notes: [] };
};

export const refusedWith = (planned: ReadTarget, problems: readonly Problem[]): ReadTarget => ({
  ...planned,
  state: 'failed',
  problems,
});

const absentProblem = (at: string, absent: readonly string[]): Problem =>
  problem(
    'plan.missing',
    at,
    `looks up what is not there: ${absent.join(', ')}. Nothing was changed here`,
    'apply the target that makes it first',
  );

/** What another target of this run has changed, and a deployment from here leaves out because others changed it too. */
const stuckProblems = (work: TargetJob, planned: ReadTarget, fresh: ReadTarget): readonly Problem[] => {
  const wordsIn = ({ plan: { undeployed = [] } }: ReadTarget): readonly string[] =>
    undeployed.flatMap(({ device, what, by, ours }) => (ours ? [] : [`${what} by ${by.join(', ')} on ${device}`]));
  const before = new Set(wordsIn(planned));
  const more = wordsIn(fresh).filter((words) => !before.has(words));
  if (more.length === 0 || !isEmpty(fresh.plan) || !deploys(work)) return [];
  return [
    problem(
      'plan.pending',
      work.target.id,
      `what another target has changed now is pending here with a change of others: ${more.join('; ')}. Nothing was deployed`,
      'have theirs deployed or discarded by who made it, then run again',
    ),
  ];
};

/**
 * The plan with the secrets and objects that other targets made since it was shown. It may do no more than the one that
 * was shown.
 */
export const renewed = async (
  work: TargetJob,
  opened: Opened,
  planned: ReadTarget,
  anew: boolean,
): Promise<ReadTarget> => {
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
  const fresh = changed || anew ? await looked(work, opened) : planned;
  const absent = awaited(work.target, opened.last() ?? new Map());
  if (absent.length > 0) return refusedWith(planned, [absentProblem(at, absent)]);
  const busy = ({ plan }: ReadTarget) => plan.changes.filter(({ action }) => action !== 'none');
  const shown = new Set(busy(planned).map(({ address }) => address));
  const more = busy(fresh).filter(({ address }) => !shown.has(address));
  const stuck = stuckProblems(work, planned, fresh);
  if (stuck.length > 0) return refusedWith(fresh, stuck);
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
