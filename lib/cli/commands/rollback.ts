import { stableJson } from '../../kernel/json';
import { fail } from '../../kernel/problem';
import type { LockedTarget } from '../../run/apply';
import { applyAll } from '../../run/apply-all';
import { didSomething, loadRun, type RunRecord } from '../../run/ledger/run-records';
import { lockRollback } from '../../run/rollback-target';
import type { TargetJob } from '../../run/target';
import { applyExit, consent, outcome, report, unasked, wouldDrop } from './carry-out';
import type { CommonOptions } from '../options';
import { droppedBy } from '../output/dropped';
import { exit, paint, say, tellBeside, stats } from '../output/report';
import { watched, type Watch } from '../watch';

export interface RollbackOptions extends CommonOptions {
  readonly run: string;
  readonly yes?: boolean;
  /** Drop tunnels that are up, where the rollback does. */
  readonly allowDisruption?: boolean;
  /** Environment variables that hold earlier values of secrets. */
  readonly previousSecret?: readonly string[];
  readonly stats?: boolean;
}

interface Touched {
  readonly work: TargetJob;
  readonly record: RunRecord;
}

/** What the run did to a target, and what becomes of it. */
const whatItDid = ({ work, record }: Touched): readonly string[] => [
  `${paint.strong(work.target.id)}: run ${record.run} ${
    record.changes.length === 0 ? 'brought to the devices what was stored before it; they go back' : 'changed'
  }`,
  ...record.changes.map(({ address, path, before, after }) => {
    const back = before === undefined ? '-' : after === undefined ? '+' : '~';
    return `  ${back} ${address}  ${paint.faint(`[${path}]`)}`;
  }),
];
const legend = 'Taking it back: - is deleted, + is made again, ~ gets back what it was.';

/** The targets that the run has changed. */
const touchedBy = async (options: RollbackOptions, watch: Watch): Promise<readonly Touched[]> => {
  const plain = { ...watch.run, adopt: false };
  const records = await Promise.all(
    (await watch.works()).map(async (work) => ({ work, record: await loadRun(work, plain, options.run) })),
  );
  const touched = records.flatMap(({ work, record }) => (record && didSomething(record) ? [{ work, record }] : []));
  if (touched.length > 0) return touched;
  return fail('run.unknown', options.run, 'no target knows such a run', 'write the id that apply has printed');
};

const takeBack = async (
  all: readonly { readonly work: TargetJob; readonly held: LockedTarget }[],
  options: RollbackOptions,
  watch: Watch,
): Promise<number> => {
  const ready = all.map(({ held }) => held.planned).filter(({ state }) => state === 'planned');
  const dropped = droppedBy(ready);
  const beside = tellBeside(options);
  const refused = (why: string): number => {
    beside(why);
    if (options.json) say(stableJson({ run: options.run, outcome: all.map(({ held }) => outcome(held.planned)) }, 2));
    return exit.error;
  };
  if (ready.length > 0 && dropped.length > 0 && !options.allowDisruption && options.yes)
    return refused(wouldDrop(dropped));
  if (dropped.length > 0) beside(paint.warn(`! This drops tunnels that are up: ${dropped.join(', ')}`));
  if (ready.length > 0 && !(options.yes || (await consent(watch, [], 'Take this back?'))))
    return refused(unasked('roll back', dropped));
  watch.changing();
  const there = 'what the run changed is as it was';
  const ends = applyAll(all, { there, again: 'roll back again', stopped: watch.run.stopped, limit: watch.limit });
  const ended = await watch.showEach(
    all.map(({ work }) => work),
    (work) => ends.get(work)!,
  );
  if (options.json) say(stableJson({ run: options.run, outcome: ended.map(outcome) }, 2));
  else {
    report(ended, new Set(), { applied: 'rolled back', unchanged: 'as it was' }, 'Roll back again');
    if (options.stats) say(...stats(ended));
  }
  return applyExit(ended);
};

/** The values of the variables that are said to hold earlier secrets. */
const previousOf = ({ previousSecret = [] }: RollbackOptions): readonly string[] =>
  previousSecret.map(
    (name) =>
      process.env[name] ||
      fail(
        'secret.missing',
        name,
        `the environment variable ${name} is ${process.env[name] === undefined ? 'not set' : 'empty'}`,
        'set it to the earlier value of the secret where this command runs',
      ),
  );

const rollbackWatched = async (options: RollbackOptions, watch: Watch): Promise<number> => {
  const previous = previousOf(options);
  const touched = await touchedBy(options, watch);
  const left = touched.filter(({ record }) => record.takenBack === undefined);
  if (left.length > 0 && !(options.json && options.yes)) tellBeside(options)(...left.flatMap(whatItDid), legend);
  const all = await watch.onEach(
    touched.map(({ work }) => work),
    async (work) => ({
      work,
      held: await lockRollback(work, options.run, { ...watch.run, adopt: false, previous }),
    }),
  );
  try {
    return await takeBack(all, options, watch);
  } finally {
    await Promise.all(all.map(({ held }) => held.release().catch(() => undefined)));
  }
};

/**
 * Takes one run back on every target where it changed something, or on those that are named. All are locked and looked at
 * before the user is asked, so that what is agreed to is not refused then.
 */
export const rollbackCommand = (options: RollbackOptions): Promise<number> =>
  watched(options, (watch) => rollbackWatched(options, watch));
