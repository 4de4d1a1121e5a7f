import { stableJson } from '../../kernel/json';
import { showProblem, type Problem } from '../../kernel/problem';
import { isEmpty } from '../../plan/plan';
import { terraformJson } from '../../plan/terraform-json';
import { lockTarget, type LockedTarget } from '../../run/apply';
import type { TargetResult } from '../../run/target-result';
import { newRun } from '../../run/ledger/run-records';
import { applyAll, applying } from '../../run/apply-all';
import type { RunOptions, TargetJob } from '../../run/target';
import { ask } from '../ask';
import { typed } from '../interrupt';
import { sourceWords, type CommonOptions } from '../options';
import { showAll } from '../output/plan-forms';
import { showHeads } from './plan';
import { droppedBy } from '../output/dropped';
import { exit, paint, planned, say, stats } from '../output/report';
import { readSavedPlan, type SavedPlan } from '../saved-plan';
import { labOf } from '../lab-overlay';
import { chosen, manifestsOf, picked } from '../source';
import { verdict } from '../output/verdict';
import { watched, type Watch } from '../watch';

export interface ApplyOptions extends CommonOptions {
  readonly yes?: boolean;
  /** Drop tunnels that are up, where the change does. */
  readonly allowDisruption?: boolean;
  readonly adopt?: boolean;
  /** Keys and certificates that are there may be destroyed. */
  readonly allowDestroyKeys?: boolean;
  readonly stats?: boolean;
}

export const wouldDrop = (dropped: readonly string[]): string =>
  `This would drop tunnels that are up: ${dropped.join(', ')}. Nothing was changed. To allow it: --allow-disruption`;

export const consent = async (watch: Watch, dropped: readonly string[], question = 'Apply this?'): Promise<boolean> => {
  const warning = dropped.length > 0 ? [`This drops tunnels that are up: ${dropped.join(', ')}`] : [];
  const answer = await ask(warning, question);
  return answer === 'interrupted' ? watch.interrupted() : answer === 'yes';
};

export const applyExit = (all: readonly TargetResult[]): number => {
  if (all.some((ended) => ended.state === 'failed' || ended.state === 'skipped')) return exit.error;
  return all.some((ended) => ended.state === 'unknown') ? exit.unknown : exit.clean;
};

const words: Readonly<Record<TargetResult['state'], string>> = {
  planned: 'planned',
  applied: 'applied',
  unchanged: 'unchanged',
  failed: 'FAILED',
  skipped: 'skipped',
  unknown: 'UNKNOWN',
};

/** How each target ended. What was shown before the change is not said twice. */
export const report = (
  all: readonly TargetResult[],
  shown: ReadonlySet<Problem>,
  other: Partial<typeof words> = {},
  again = 'Apply again',
): void => {
  for (const { work, state, problems, notes } of all) {
    const said = problems.some((p) => shown.has(p)) ? [...notes, 'see above'] : notes;
    say(
      `${paint.strong(work.target.id)}: ${other[state] ?? words[state]}${said.length > 0 ? ` (${said.join('; ')})` : ''}`,
    );
    for (const p of problems.filter((one) => !shown.has(one))) say(`  ${showProblem(p).replaceAll('\n', '\n  ')}`);
  }
  const left = all.filter(({ state }) => !done.includes(state)).map(({ work }) => work.target.id);
  if (left.length > 0)
    say(`Left to do: ${left.join(', ')}. ${again} when the cause is mended; what is done stays done.`);
};
const done: readonly TargetResult['state'][] = ['applied', 'unchanged'];

const held = async (
  works: readonly TargetJob[],
  options: RunOptions,
  watch: Watch,
  basis: (work: TargetJob) => string | undefined,
): Promise<readonly { held: LockedTarget; work: TargetJob }[]> =>
  watch.onEach(works, async (work) => ({ work, held: await lockTarget(work, options, basis(work)) }));

/** What is applied: the targets of a saved plan, or of a program. `said`: what its rules say of it. */
const jobsOf = async (saved: SavedPlan | undefined, options: ApplyOptions) => {
  if (saved !== undefined)
    return {
      said: [],
      works: picked(
        saved.targets.map((t) => t.work),
        options.target,
      ),
    };
  const manifests = await manifestsOf(options);
  return { said: verdict(manifests), works: chosen(manifests, options) };
};

const showPlans = (
  plans: readonly TargetResult[],
  said: readonly string[],
  saved: SavedPlan | undefined,
  options: ApplyOptions,
): void => {
  if (options.json) return;
  if (saved === undefined) showAll(plans, { steps: false, undo: false });
  if (said.length > 0) say(...said, '');
  if (saved !== undefined) showHeads(plans);
};

/** Why it does not go on, in words. A saved plan was agreed to when it was shown. */
const objection = async (
  plans: readonly TargetResult[],
  agreed: boolean,
  options: ApplyOptions,
  watch: Watch,
): Promise<string | undefined> => {
  const ready = plans.some((ended) => ended.state === 'planned' && !isEmpty(ended.plan));
  if (!ready) return undefined;
  const dropped = droppedBy(plans);
  if (agreed) return dropped.length > 0 && !options.allowDisruption ? wouldDrop(dropped) : undefined;
  return (await consent(watch, dropped)) ? undefined : 'Nothing was changed. To apply without being asked: --yes';
};

const showEnds = (
  ended: readonly TargetResult[],
  plans: readonly TargetResult[],
  name: string,
  options: ApplyOptions,
): void => {
  if (options.json)
    return say(stableJson({ ...terraformJson(ended.map(planned)), run: name, outcome: ended.map(outcome) }, 2));
  report(ended, new Set(plans.flatMap(({ problems }) => problems)));
  if (ended.some(({ kept }) => kept))
    say(`run ${name}: to take it back, ${typed(['rollback', '--run', name, ...sourceWords(options)])}`);
  if (options.stats) say(...stats(ended));
};

const applyWatched = async (saved: SavedPlan | undefined, options: ApplyOptions, watch: Watch): Promise<number> => {
  const { said, works } = await jobsOf(saved, options);
  const basisOf = (work: TargetJob) =>
    saved?.targets.find((t) => t.work.stack === work.stack && t.work.target.id === work.target.id)?.basis;
  const name = newRun();
  const adopt = saved?.adopt ?? options.adopt ?? false;
  const run = { ...watch.run, adopt, allowDestroyKeys: options.allowDestroyKeys ?? false, run: name };
  const all = await held(works, run, watch, basisOf);
  try {
    const plans = all.map(({ held: h }) => h.planned);
    showPlans(plans, said, saved, options);
    const why = await objection(plans, options.yes === true || saved !== undefined, options, watch);
    if (why !== undefined) {
      say(why);
      return exit.error;
    }
    watch.changing();
    const ends = applyAll(all, { ...applying, stopped: watch.run.stopped });
    const ended = await watch.onEach(works, (work) => ends.get(work)!);
    showEnds(ended, plans, name, options);
    return applyExit(ended);
  } finally {
    await Promise.all(all.map(({ held: h }) => h.release().catch(() => undefined)));
  }
};

/** How one target ended, for programs. */
export const outcome = ({ work, state, problems, notes, requests }: TargetResult): object => ({
  id: work.target.id,
  state,
  problems,
  notes,
  ...(requests === undefined ? {} : { requests }),
});

/** Locks and plans all targets, shows, asks, and applies those that can be: one dead device does not stop the others. */
export const applyCommand = async (file: string | undefined, options: ApplyOptions): Promise<number> => {
  const saved = file === undefined ? undefined : readSavedPlan(file, labOf(options));
  // A saved plan that was begun is out of date: what finishes it is a new one, of the same program.
  const words = process.argv.slice(2).filter((word) => word !== file);
  return watched(options, (watch) => applyWatched(saved, options, watch), words);
};
