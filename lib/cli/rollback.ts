import { stableJson } from '../kernel/json';
import { fail } from '../kernel/problem';
import { applyAll } from '../run/apply-all';
import { didSomething, recallRun, type RunRecord } from '../run/history';
import { holdRollback } from '../run/rollback';
import type { Work } from '../run/target';
import { applyExit, consent, outcome, report } from './apply';
import { storeOf, type CommonOptions } from './options';
import { onEach } from './progress';
import { exit, paint, say, stats } from './report';
import { worksOf } from './source';

export interface RollbackOptions extends CommonOptions {
  readonly run: string;
  readonly yes?: boolean;
  readonly stats?: boolean;
}

/** What the run did to a target, and what becomes of it. */
const whatItDid = ({ work, record }: { readonly work: Work; readonly record: RunRecord }): readonly string[] => [
  `${paint.strong(work.target.id)}: run ${record.run} ${
    record.changes.length === 0 ? 'brought to the devices what was stored before it; they go back' : 'changed'
  }`,
  ...record.changes.map(({ address, path, before, after }) => {
    const back = before === undefined ? '-' : after === undefined ? '+' : '~';
    return `  ${back} ${address}  ${paint.faint(`[${path}]`)}`;
  }),
];
const legend = 'Taking it back: - is deleted, + is made again, ~ gets back what it was.';

/** Takes one run back on every target where it changed something, or on those that are named. */
export const rollbackCommand = async (options: RollbackOptions): Promise<number> => {
  const store = storeOf(options);
  const plain = { store, adopt: false, progress: () => undefined };
  const records = await Promise.all(
    worksOf(options).map(async (work) => ({ work, record: await recallRun(work, plain, options.run) })),
  );
  const touched = records.flatMap(({ work, record }) => (record && didSomething(record) ? [{ work, record }] : []));
  if (touched.length === 0)
    return fail('run.unknown', options.run, 'no target knows such a run', 'write the id that apply has printed');
  if (!options.json) say(...touched.flatMap(whatItDid), legend);
  if (!(options.yes || (await consent([], 'Take this back?')))) {
    say('Nothing was changed. To roll back without being asked: --yes');
    return exit.error;
  }
  const works: readonly Work[] = touched.map(({ work }) => work);
  const all = await onEach(works, async (work, progress) => ({
    work,
    held: await holdRollback(work, options.run, { store, adopt: false, progress }),
  }));
  try {
    const ends = applyAll(all, { there: 'what the run changed is as it was', again: 'roll back again' });
    const ended = await onEach(works, (work) => ends.get(work)!);
    if (options.json) say(stableJson({ run: options.run, outcome: ended.map(outcome) }, 2));
    else {
      report(ended, new Set(), { applied: 'rolled back', unchanged: 'as it was' }, 'Roll back again');
      if (options.stats) say(...stats(ended));
    }
    return applyExit(ended);
  } finally {
    await Promise.all(all.map(({ held }) => held.release().catch(() => undefined)));
  }
};
