import { problemsOf } from '../../kernel/problem';
import { isEmpty } from '../../plan/plan';
import { plain, showPlan } from '../../plan/show';
import { planTarget } from '../../run/apply';
import type { TargetResult } from '../../run/target-result';
import { writeText } from '../../run/host-io';
import { ledgerName, type TargetJob } from '../../run/target';
import type { LedgerStore } from '../../run/ledger/store';
import type { CommonOptions } from '../options';
import { formOf, showAll, showPlans, type FormOptions } from '../output/plan-forms';
import { exit, paint, say, stats, titled } from '../output/report';
import { labOf } from '../lab-overlay';
import { savedPlan } from '../saved-plan';
import { chosen } from '../source';
import { verdict } from '../output/verdict';
import { watched, type Watch } from '../watch';

export interface PlanOptions extends CommonOptions, FormOptions {
  readonly adopt?: boolean;
  readonly out?: string;
}

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
const orphans = async (
  works: readonly TargetJob[],
  options: CommonOptions,
  store: LedgerStore,
): Promise<readonly string[]> => {
  if (options.target !== undefined) return [];
  const stacks = new Set(works.map((work) => work.stack));
  const known = new Set(works.flatMap((work) => [ledgerName(work), ...(work.target.moved ?? [])]));
  const lost = (await store.list()).filter((name) => stacks.has(name.split('/')[0]!) && !known.has(name));
  return (await Promise.all(lost.map((name) => orphan(store, name)))).flat();
};

const planWatched = async (options: PlanOptions, watch: Watch): Promise<number> => {
  const form = formOf(options);
  const manifests = await watch.manifests();
  const said = verdict(manifests, form === 'terminal' ? paint : plain);
  const works = chosen(manifests, options);
  const all = await watch.onEach(works, (work) => planTarget(work, { ...watch.run, adopt: options.adopt ?? false }));
  showPlans(all, said, form, options);
  if (form === 'terminal') {
    for (const line of await orphans(works, options, watch.run.store)) say(paint.warn(`! ${line}`), '');
    if (planExit(all) === exit.clean) say('No changes. Every target is as declared.');
    if (options.stats) say(...stats(all));
  }
  if (options.out !== undefined) {
    const [{ ledger } = {}] = manifests;
    const kept = ledger === undefined ? {} : { ledger };
    const more = { adopt: options.adopt ?? false, said: verdict(manifests, plain), ...kept };
    writeText(options.out, savedPlan(all, more, labOf(options)));
    if (form === 'terminal') say(`Saved to ${options.out}. Apply exactly this: tunnelwright apply ${options.out}`);
  }
  return planExit(all);
};

export const planCommand = (options: PlanOptions): Promise<number> =>
  watched(options, (watch) => planWatched(options, watch));
