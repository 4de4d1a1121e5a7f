import { advised } from '../../kernel/advised';
import { fail, showProblems } from '../../kernel/problem';
import type { TargetJob } from '../../run/target';
import type { TargetResult } from '../../run/target-result';
import type { CommonOptions } from '../options';
import type { SavedPlan } from '../saved-plan';
import { picked } from '../source';

/** The ids of targets, for a sentence. */
export const listed = (all: readonly { readonly target: { readonly id: string } }[]): string =>
  all.map(({ target }) => target.id).join(', ');

const isSilent = (all: readonly TargetResult[]): boolean => all.every(({ state }) => state === 'unknown');

/** Why targets have no plan: their devices could not be read, or something is wrong here, which is said. */
export const unplannedWords = (all: readonly TargetResult[]): string => {
  if (isSilent(all)) return 'could not be read';
  const why = new Set(all.flatMap(({ problems }) => problems.map(({ message }) => message)));
  return `could not be planned (${[...why].join('; ')})`;
};

/** How the rest is applied, where there is one. */
const restWords = (file: string, rest: readonly TargetJob[]): string => {
  const targets = rest.flatMap(({ target }) => ['--target', target.id]);
  return rest.length === 0 ? '' : ` To apply the rest of this one: ${advised('apply', file, ...targets)}`;
};

/** The targets of a saved plan that are asked for; refused where it holds no plan of one, which could not be read then. */
export const plannedJobs = (file: string, saved: SavedPlan, options: CommonOptions): readonly TargetJob[] => {
  const planned = saved.targets.map(({ work }) => work);
  const unplanned = (saved.results ?? []).filter(({ basis }) => basis === undefined);
  const blank = unplanned.map(({ work }) => work);
  const asked = picked([...planned, ...blank], options.target);
  const missing = asked.filter((work) => blank.includes(work));
  if (missing.length === 0) return asked;
  const without = unplanned.filter(({ work }) => missing.includes(work));
  const rest = restWords(
    file,
    asked.filter((work) => !missing.includes(work)),
  );
  return fail(
    'plan.partial',
    file,
    `holds no plan of ${listed(missing)}, which ${unplannedWords(without)} when it was made, and a plan is applied whole or not at all. Nothing was changed`,
    `${isSilent(without) ? 'plan again when they can be read' : 'put that right and plan again'}.${rest}`,
  );
};

/**
 * Why a plan that was agreed to is not carried out: it is applied whole or not at all, since the other end of a tunnel
 * may be in what has moved, or in what does not answer.
 */
export const brokenWords = (file: string, plans: readonly TargetResult[]): string | undefined => {
  const broken = plans.filter(({ state }) => state !== 'planned');
  if (broken.length === 0) return undefined;
  const hasMoved = ({ problems }: TargetResult): boolean => problems.some(({ code }) => code === 'plan.stale');
  const moved = broken.filter(hasMoved).map(({ work }) => work);
  const others = broken.filter((ended) => !hasMoved(ended));
  const why = [
    ...(moved.length === 0
      ? []
      : [
          `what the plan was made on has moved since it was saved, on the device, in the ledger or in the declaration of ${listed(moved)}. Plan again, look at it, and apply the new plan.`,
        ]),
    ...(others.length === 0
      ? []
      : [
          `${listed(others.map(({ work }) => work))} cannot be changed now, and a plan is applied whole or not at all.`,
        ]),
  ];
  const rest = plans.filter((ended) => !broken.includes(ended)).map(({ work }) => work);
  return [
    ...showProblems(others.flatMap(({ problems }) => problems)),
    `Nothing was changed: ${why.join(' Besides, ')}${restWords(file, rest)}`,
  ].join('\n');
};
