import { advised } from '../../kernel/advised';
import { isEmpty } from '../../plan/plan';
import { ledgerName, type TargetJob } from '../../run/target';
import type { TargetResult } from '../../run/target-result';
import { labOf } from '../lab-overlay';
import { orphans } from '../orphans';
import { planLines } from '../output/plan-forms';
import { paint } from '../output/report';
import { verdict } from '../output/verdict';
import { demandProgram, readSavedPlan, type SavedPlan } from '../saved-plan';
import { chosen } from '../source';
import { watched, type Watch } from '../watch';
import { plannedJobs } from './agreed-plan';
import { carryOut, type CarryOutOptions } from './carry-out';
import { headLines } from './plan';

export interface ApplyOptions extends CarryOutOptions {
  readonly adopt?: boolean;
}

/** A plan that was agreed to, in its file. */
interface Agreed {
  readonly file?: string | undefined;
  readonly saved?: SavedPlan | undefined;
}

/**
 * What is applied: the targets of a saved plan, or of a program. With both, the plan must be of that program. `said`: what
 * its rules say of it.
 */
const jobsOf = async ({ file, saved }: Agreed, options: ApplyOptions, watch: Watch) => {
  if (file !== undefined && saved !== undefined) {
    const planned = saved.targets.map((t) => t.work);
    const hasProgram = options.app !== undefined || options.manifest !== undefined;
    const manifests = hasProgram ? await watch.manifests() : [];
    if (hasProgram) demandProgram(planned, chosen(manifests, { lab: options.lab }));
    else watch.placed(saved);
    return { said: verdict(manifests), works: plannedJobs(file, saved, options) };
  }
  const manifests = await watch.manifests();
  return { said: verdict(manifests), works: chosen(manifests, options) };
};

const isDone = (plans: readonly TargetResult[]): boolean =>
  plans.every((ended) => ended.state === 'planned' && isEmpty(ended.plan));

const shown = (
  plans: readonly TargetResult[],
  said: readonly string[],
  saved: SavedPlan | undefined,
): readonly string[] => [
  ...(saved === undefined ? planLines(plans, { steps: false, undo: false }) : []),
  ...(said.length > 0 ? [...said, ''] : []),
  ...(saved === undefined ? [] : headLines(plans)),
  ...(saved !== undefined && isDone(plans)
    ? [`Nothing is left of this plan: every target is as it wants it. Who applied it: ${advised('runs')}`]
    : []),
];

const applyWatched = async (agreed: Agreed, options: ApplyOptions, watch: Watch): Promise<number> => {
  const { file, saved } = agreed;
  const { said, works } = await jobsOf(agreed, options, watch);
  // Ledgers that cannot be listed are said by each target, which is locked in them.
  const gone = saved === undefined ? await orphans(works, options, watch.run.store).catch(() => []) : [];
  const basisOf = (work: TargetJob) => saved?.targets.find((t) => ledgerName(t.work) === ledgerName(work))?.basis;
  return carryOut(
    {
      works,
      adopt: saved?.adopt ?? options.adopt ?? false,
      basisOf,
      ...(file === undefined ? {} : { agreed: file }),
      show: (plans) => [...shown(plans, said, saved), ...gone.flatMap((line) => [paint.warn(`! ${line}`), ''])],
      verb: 'apply',
      question: 'Apply this?',
      word: 'yes',
    },
    options,
    watch,
  );
};

export const applyCommand = async (file: string | undefined, options: ApplyOptions): Promise<number> => {
  const saved = file === undefined ? undefined : readSavedPlan(file, labOf(options));
  // A saved plan that was begun is out of date: what finishes it is a new one, of the same program.
  const words = process.argv.slice(2).filter((word) => word !== file);
  return watched(options, (watch) => applyWatched({ file, saved }, options, watch), words);
};
