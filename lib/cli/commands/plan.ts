import { stableJson } from '../../kernel/json';
import { problemsOf } from '../../kernel/problem';
import { isEmpty } from '../../plan/plan';
import { showPlan } from '../../plan/show';
import { terraformJson } from '../../plan/terraform-json';
import { planTarget } from '../../run/apply';
import type { TargetResult } from '../../run/target-result';
import { writeText } from '../../run/host-io';
import { ledgerName, type TargetJob } from '../../run/target';
import type { LedgerStore } from '../../run/ledger/store';
import { storeOf, type CommonOptions } from '../options';
import { exit, paint, planned, say, counted, stats, titled, unread } from '../output/report';
import { labOf } from '../lab-overlay';
import { savedPlan } from '../saved-plan';
import { chosen, manifestsOf } from '../source';
import { verdict } from '../output/verdict';
import { watched, type Watch } from '../watch';

export interface PlanOptions extends CommonOptions {
  readonly adopt?: boolean;
  readonly out?: string;
  readonly brief?: boolean;
  readonly stats?: boolean;
}

/** Shows plans of all targets; those that could not be read come last, where they are seen. */
export const showAll = (
  all: readonly TargetResult[],
  detail: { readonly steps: boolean; readonly undo: boolean },
): void => {
  const read = all.filter((ended) => ended.plan !== undefined);
  for (const ended of read)
    say(
      ...showPlan(titled(ended), paint, detail),
      ...ended.problems.map((p) => `  [${p.path}] ${p.message}${p.hint ? `\n      → ${p.hint}` : ''}`),
      '',
    );
  for (const ended of all.filter((e) => e.plan === undefined)) say(...unread(ended), '');
};

/** One line for each target that can go on as planned; what cannot is shown whole. A saved plan has been looked at already. */
export const showHeads = (all: readonly TargetResult[]): void => {
  const ready = all.flatMap((ended) => (ended.state === 'planned' ? [ended] : []));
  for (const ended of ready) say(showPlan(titled(ended), paint, { steps: false, undo: false })[0]!);
  showAll(
    all.filter((ended) => ended.state !== 'planned'),
    { steps: false, undo: false },
  );
};

export const planExit = (all: readonly TargetResult[]): number => {
  if (all.some((ended) => ended.state === 'failed')) return exit.error;
  if (all.some((ended) => ended.state === 'unknown')) return exit.unknown;
  return all.some((ended) => ended.plan !== undefined && !isEmpty(ended.plan)) ? exit.changes : exit.clean;
};

/** What of a target that nobody declares any more is ours. A ledger that cannot be read is said, and fails no other target. */
const orphan = async (store: LedgerStore, name: string): Promise<readonly string[]> => {
  try {
    const count = (await store.read(name)).entries.length;
    return count === 0
      ? []
      : [
          `${name}: ${count} objects are ours there, and the program declares it no more: they stay. To remove them, declare the device alone and apply.`,
        ];
  } catch (error) {
    return problemsOf(error, name).map(
      ({ path, message }) =>
        `${name} is not declared by the program, and its ledger is unreadable: [${path}] ${message}.`,
    );
  }
};

/** Targets that were applied once and are in no program any more: nothing plans them, so it is said. */
const orphans = async (works: readonly TargetJob[], options: CommonOptions): Promise<readonly string[]> => {
  if (options.target !== undefined) return [];
  const store = storeOf(options);
  const stacks = new Set(works.map((work) => work.stack));
  const known = new Set(works.map(ledgerName));
  const lost = (await store.list()).filter((name) => stacks.has(name.split('/')[0]!) && !known.has(name));
  return (await Promise.all(lost.map((name) => orphan(store, name)))).flat();
};

const planWatched = async (options: PlanOptions, watch: Watch): Promise<number> => {
  const manifests = await manifestsOf(options);
  const said = verdict(manifests);
  const works = chosen(manifests, options);
  const all = await watch.onEach(works, (work) => planTarget(work, { ...watch.run, adopt: options.adopt ?? false }));
  if (options.json)
    say(stableJson({ ...terraformJson(all.map(planned)), ...(options.stats ? { requests: counted(all) } : {}) }, 2));
  else {
    showAll(all, { steps: !options.brief, undo: !options.brief });
    if (said.length > 0) say(...said, '');
    for (const line of await orphans(works, options)) say(paint.warn(`! ${line}`), '');
    if (planExit(all) === exit.clean) say('No changes. Every target is as declared.');
    if (options.stats) say(...stats(all));
  }
  if (options.out !== undefined) {
    writeText(options.out, savedPlan(all, options.adopt ?? false, labOf(options)));
    if (!options.json) say(`Saved to ${options.out}. Apply exactly this: tunnelwright apply ${options.out}`);
  }
  return planExit(all);
};

export const planCommand = (options: PlanOptions): Promise<number> =>
  watched(options, (watch) => planWatched(options, watch));
