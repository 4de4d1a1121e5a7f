import { advised } from '../../kernel/advised';
import { stableJson } from '../../kernel/json';
import type { Problem } from '../../kernel/problem';
import { isEmpty } from '../../plan/plan';
import { terraformJson } from '../../plan/terraform-json';
import { lockTarget, type LockedTarget } from '../../run/apply';
import { applyAll, applying } from '../../run/apply-all';
import { withBrought } from '../../run/brought';
import { newRun } from '../../run/ledger/run-records';
import type { RunOptions, TargetJob } from '../../run/target';
import type { TargetResult } from '../../run/target-result';
import { ask } from '../ask';
import type { CommonOptions } from '../options';
import { droppedBy } from '../output/dropped';
import { exit, paint, planned, problemLines, say, tell, tellBeside, stats } from '../output/report';
import { isByTerraform, optionsOfTerraform } from '../started-by';
import type { Watch } from '../watch';
import { brokenWords } from './agreed-plan';

export interface CarryOutOptions extends CommonOptions {
  readonly yes?: boolean;
  /** Drop tunnels that are up, where the change does. */
  readonly allowDisruption?: boolean;
  /** Keys and certificates that are there may be destroyed. */
  readonly allowDestroyKeys?: boolean;
  readonly stats?: boolean;
}

/** A change of devices: which, how it is shown, and what a person is asked. */
export interface Undertaking {
  readonly works: readonly TargetJob[];
  readonly adopt: boolean;
  readonly secretsOptional?: boolean;
  /** What a plan that was agreed to rests on; another basis refuses it. */
  readonly basisOf?: (work: TargetJob) => string | undefined;
  /** The file of the plan that was agreed to when it was shown. */
  readonly agreed?: string;
  readonly show: (plans: readonly TargetResult[]) => readonly string[];
  readonly verb: 'apply' | 'destroy';
  readonly question: string;
  /** What a person must type. */
  readonly word: string;
}

export const wouldDrop = (dropped: readonly string[]): string => {
  const allow = isByTerraform()
    ? 'run Terraform again with TUNNELWRIGHT_ALLOW_DISRUPTION=yes in its environment'
    : '--allow-disruption';
  return `This would drop tunnels that are up: ${dropped.join(', ')}. Nothing was changed. To allow it: ${allow}`;
};

/** What to write so that nobody is asked; a tunnel that is up is dropped only where that is allowed too. */
export const unasked = (verb: string, dropped: readonly string[] = []): string =>
  `Nothing was changed. To ${verb} without being asked: --yes${dropped.length > 0 ? ' --allow-disruption' : ''}`;

export const consent = async (
  watch: Watch,
  dropped: readonly string[],
  question: string,
  word = 'yes',
): Promise<boolean> => {
  const warning = dropped.length > 0 ? [`This drops tunnels that are up: ${dropped.join(', ')}`] : [];
  const answer = await ask(warning, question, word);
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
const done: readonly TargetResult['state'][] = ['applied', 'unchanged'];

/** Characters of notes that stand behind how a target ended; longer ones stand below it, a line each. */
const behind = 100;
const endLines = (head: string, said: readonly string[]): readonly string[] => {
  if (said.length === 0) return [head];
  const short = said.join('; ');
  return short.length <= behind ? [`${head} (${short})`] : [head, ...said.map((note) => `  · ${note}`)];
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
    tell(...endLines(`${paint.strong(work.target.id)}: ${other[state] ?? words[state]}`, said));
    const fresh = problems.filter((one) => !shown.has(one));
    say(...problemLines(fresh));
  }
  const left = all.filter(({ state }) => !done.includes(state)).map(({ work }) => work.target.id);
  if (left.length > 0)
    tell(`Left to do: ${left.join(', ')}. ${again} after the cause is fixed; what is done stays done.`);
};

/** How one target ended, for programs. */
export const outcome = ({ work, state, problems, notes, requests }: TargetResult): object => ({
  id: work.target.id,
  state,
  problems,
  notes,
  ...(requests === undefined ? {} : { requests }),
});

type Held = readonly { readonly held: LockedTarget; readonly work: TargetJob }[];

/** Why it does not go on, in words. */
const objection = async (
  plans: readonly TargetResult[],
  { agreed, verb, question, word }: Undertaking,
  options: CarryOutOptions,
  watch: Watch,
): Promise<string | undefined> => {
  const broken = agreed === undefined ? undefined : brokenWords(agreed, plans);
  if (broken !== undefined) return broken;
  const ready = plans.some((ended) => ended.state === 'planned' && !isEmpty(ended.plan));
  if (!ready) return undefined;
  const dropped = droppedBy(plans);
  if (agreed !== undefined || options.yes)
    return dropped.length > 0 && !options.allowDisruption ? wouldDrop(dropped) : undefined;
  if (await consent(watch, dropped, question, word)) return undefined;
  return unasked(verb, dropped);
};

const hintsOf = ({ problems }: TargetResult): readonly string[] => problems.flatMap(({ hint }) => hint ?? []);

const showEnds = (
  ended: readonly TargetResult[],
  plans: readonly TargetResult[],
  name: string,
  { verb, agreed, show }: Undertaking,
  options: CarryOutOptions,
): void => {
  if (options.json)
    return say(stableJson({ ...terraformJson(ended.map(planned)), run: name, outcome: ended.map(outcome) }, 2));
  const known = new Set(agreed !== undefined ? [] : plans.flatMap(({ problems }) => problems));
  if (verb === 'apply') report(ended, known);
  else report(ended, known, { applied: 'destroyed', unchanged: 'nothing of ours was there' }, 'Destroy again');
  if (ended.some(({ kept }) => kept)) tell(`run ${name}: to take it back, ${advised('rollback', '--run', name)}`);
  if (applyExit(ended) !== exit.clean) tell(...optionsOfTerraform(verb, [...show(plans), ...ended.flatMap(hintsOf)]));
  if (options.stats) say(...stats(ended));
};

const carriedOut = async (
  all: Held,
  name: string,
  under: Undertaking,
  options: CarryOutOptions,
  watch: Watch,
): Promise<number> => {
  const plans = withBrought(all.map(({ held }) => held.planned));
  const beside = tellBeside(options);
  // For a program that asks no person, the JSON holds the plan.
  if (!options.json || !(options.yes || under.agreed !== undefined)) beside(...under.show(plans));
  const why = await objection(plans, under, options, watch);
  if (why !== undefined) {
    beside(why);
    if (options.json) say(stableJson({ ...terraformJson(plans.map(planned)), outcome: plans.map(outcome) }, 2));
    return exit.error;
  }
  watch.changing();
  const ends = applyAll(all, { ...applying, stopped: watch.run.stopped, limit: watch.limit });
  const ended = await watch.showEach(under.works, (work) => ends.get(work)!);
  showEnds(ended, plans, name, under, options);
  return applyExit(ended);
};

/** Locks and plans all targets, shows, asks, and changes those that can be: one dead device does not stop the others. */
export const carryOut = async (under: Undertaking, options: CarryOutOptions, watch: Watch): Promise<number> => {
  const name = newRun();
  const { adopt, secretsOptional = false, basisOf = () => undefined } = under;
  const allowDestroyKeys = options.allowDestroyKeys ?? false;
  const run: RunOptions = { ...watch.run, adopt, allowDestroyKeys, secretsOptional, run: name };
  const all: Held = await watch.onEach(under.works, async (work) => ({
    work,
    held: await lockTarget(work, run, basisOf(work)),
  }));
  try {
    return await carriedOut(all, name, under, options, watch);
  } finally {
    await Promise.all(all.map(({ held }) => held.release().catch(() => undefined)));
  }
};
