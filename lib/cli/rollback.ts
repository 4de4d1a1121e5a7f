import { stableJson } from '../kernel/json';
import { fail } from '../kernel/problem';
import { recallRun } from '../run/history';
import { rollbackTarget } from '../run/rollback';
import type { Work } from '../run/target';
import { applyExit, consent, report } from './apply';
import { storeOf, type CommonOptions } from './options';
import { onEach } from './progress';
import { exit, paint, say } from './report';
import { worksOf } from './source';

export interface RollbackOptions extends CommonOptions {
  readonly run: string;
  readonly yes?: boolean;
}

/** Takes one run back on every target where it changed something, or on those that are named. */
export const rollbackCommand = async (options: RollbackOptions): Promise<number> => {
  const store = storeOf(options);
  const plain = { store, adopt: false, progress: () => undefined };
  const records = await Promise.all(
    worksOf(options).map(async (work) => ({ work, record: await recallRun(work, plain, options.run) })),
  );
  const touched = records.flatMap(({ work, record }) =>
    record && record.changes.length > 0 ? [{ work, record }] : [],
  );
  if (touched.length === 0)
    return fail('run.unknown', options.run, 'no target knows such a run', 'write the id that apply has printed');
  if (!options.json)
    for (const { work, record } of touched)
      say(
        `${paint.strong(work.target.id)}: run ${record.run} changed`,
        ...record.changes.map(({ address, path }) => `  ${address}  ${paint.faint(`[${path}]`)}`),
      );
  if (!(options.yes || (await consent([], 'Take this back?')))) {
    say('Nothing was changed. To roll back without being asked: --yes');
    return exit.error;
  }
  const works: readonly Work[] = touched.map(({ work }) => work);
  const ended = await onEach(works, (work, progress) =>
    rollbackTarget(work, options.run, { store, adopt: false, progress }),
  );
  if (options.json)
    say(
      stableJson(
        ended.map(({ work, state, problems, notes }) => ({ id: work.target.id, state, problems, notes })),
        2,
      ),
    );
  else report(ended, new Set(), { applied: 'rolled back' });
  return applyExit(ended);
};
