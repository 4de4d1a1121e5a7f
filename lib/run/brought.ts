import type { TargetJob } from './target';
import type { TargetResult } from './target-result';

/** Whether a target brings to its devices what is stored; one that only stores says so. */
export const deploys = ({ target: { settings } }: TargetJob): boolean =>
  !('deploy' in settings) || settings.deploy !== false;

/** What of a target changes by the plan of another, from which it looks it up: each in words. */
const broughtTo = ({ work }: TargetResult, all: readonly TargetResult[]): readonly string[] =>
  (work.target.needs ?? []).flatMap(({ target, objects = [] }) => {
    const maker = all.find((one) => one.work.stack === work.stack && one.work.target.id === target);
    const changed = (maker?.plan?.changes ?? []).filter(
      ({ action, differences, address }) =>
        (action === 'update' || action === 'adopt') && differences.length > 0 && objects.includes(address),
    );
    return changed.map(
      ({ address }) =>
        `${address}: changes with apply of ${target}${deploys(work) ? ', and is deployed from here' : ''}`,
    );
  });

/** Plans of targets that are worked on together, each with what the others bring to it. */
export const withBrought = (all: readonly TargetResult[]): readonly TargetResult[] =>
  all.map((one) => {
    const brought = one.plan === undefined ? [] : broughtTo(one, all);
    if (one.plan === undefined || brought.length === 0) return one;
    return { ...one, plan: { ...one.plan, waiting: [...one.plan.waiting, ...brought] } };
  });
