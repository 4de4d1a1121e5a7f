import { advised } from '../../kernel/advised';
import { stableJson } from '../../kernel/json';
import { fail, type Problem } from '../../kernel/problem';
import { runsIn, type TargetRun } from '../../run/ledger/run-list';
import { clock, takenBackWords, type RunRecord } from '../../run/ledger/run-records';
import { beganAt } from '../../rollout/run-name';
import { withLedgers } from '../ledgers';
import type { CommonOptions } from '../options';
import { complain, exit, paint, say, tell } from '../output/report';

export type RunsOptions = Omit<CommonOptions, 'target'>;

type Recorded = RunRecord['changes'][number];
const verbOf = ({ before, after }: Recorded): 'create' | 'update' | 'delete' =>
  before === undefined ? 'create' : after === undefined ? 'delete' : 'update';
const marks = { create: '+', update: '~', delete: '-' } as const;
const done = { create: 'created', update: 'changed', delete: 'deleted' } as const;

const began = (run: string): string => {
  const at = beganAt(run);
  return at === undefined ? 'at an unknown time' : clock(at);
};

const outcomeOf = ({ outcome }: RunRecord): string => outcome ?? 'has no end: under way, or killed';

/** What became of it. */
const thenOf = (record: RunRecord): string => {
  const words = takenBackWords(record);
  return words === undefined ? '' : `, ${words}`;
};

const countsOf = ({ changes }: RunRecord): string => {
  const all = (['create', 'update', 'delete'] as const).flatMap((verb) => {
    const count = changes.filter((one) => verbOf(one) === verb).length;
    return count === 0 ? [] : [`${count} ${done[verb]}`];
  });
  return all.length === 0 ? 'what was stored is deployed' : all.join(', ');
};

const whose = (runs: readonly TargetRun[]): string =>
  runs.find(({ record }) => record?.by !== undefined)?.record?.by ?? 'unknown';

const line = ([run, targets]: readonly [string, readonly TargetRun[]]): string =>
  [
    paint.strong(run),
    began(run),
    whose(targets),
    targets
      .map(({ target, record }) =>
        record === undefined
          ? `${target} cannot be read`
          : `${target} ${outcomeOf(record)} (${countsOf(record)})${thenOf(record)}`,
      )
      .join('; '),
  ].join('  ');

const json = ([run, targets]: readonly [string, readonly TargetRun[]]): object => ({
  run,
  by: whose(targets),
  targets: targets.map(({ target, record, problems }) => ({
    target,
    outcome: record?.outcome ?? null,
    ...(record?.takenBack === undefined ? {} : { takenBack: record.takenBack }),
    changes: (record?.changes ?? []).map((one) => ({ action: verbOf(one), address: one.address, path: one.path })),
    ...(problems === undefined ? {} : { problems }),
  })),
});

/** What can be done about it. */
const lastOf = (run: string, targets: readonly TargetRun[]): string => {
  if (targets.every(({ record }) => record?.outcome === 'reverted'))
    return 'There is nothing to take back: every device is as it was before.';
  const isOver = ({ record }: TargetRun): boolean => record?.outcome === 'reverted' || record?.takenBack !== undefined;
  if (targets.every(isOver)) return 'There is nothing left to take back.';
  return `To take it back: ${advised('rollback', '--run', run)}`;
};

const detail = (run: string, targets: readonly TargetRun[]): readonly string[] => [
  `${paint.strong(run)}  ${began(run)}  ${whose(targets)}`,
  ...targets.flatMap(({ target, record }) =>
    record === undefined
      ? [`${target}: what was kept of it cannot be read`]
      : [
          `${target}: ${outcomeOf(record)}${thenOf(record)}`,
          ...record.changes.map((one) => `  ${marks[verbOf(one)]} ${one.address}  ${paint.faint(`[${one.path}]`)}`),
        ],
  ),
  lastOf(run, targets),
];

/** Lists what earlier runs did, or shows one whole. No device is asked. */
export const runsCommand = async (run: string | undefined, options: RunsOptions): Promise<number> => {
  const all = await withLedgers(options, (store) => runsIn(store, run));
  if (run !== undefined && all.size === 0)
    return fail('run.unknown', run, 'no target knows such a run', `list them: ${advised('runs')}`);
  if (options.json) say(stableJson([...all].map(json), 2));
  else if (run !== undefined) tell(...detail(run, all.get(run)!));
  else tell(...(all.size === 0 ? ['There is no run: nothing has been applied yet.'] : [...all].map(line)));
  const unreadable = [...all.values()].flat().flatMap(({ problems = [] }): readonly Problem[] => problems);
  complain(unreadable);
  return unreadable.length === 0 ? exit.clean : exit.error;
};
