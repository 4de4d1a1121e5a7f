import { defaultQueue } from '../../../rollout/default-queue';
import type { Again } from '../../../rollout/show';
import { typed } from '../../interrupt';
import { sourceWords, storeWords } from '../../options';
import type { RolloutOptions } from './options';

type Verb = Parameters<Again>[0] | 'start' | 'status' | 'abort' | 'approve';

/** The words of a command of the same rollout, whole: it finds the same program, ledgers, devices and server. */
export const rolloutWords = (verb: Verb, name: string | undefined, options: RolloutOptions): readonly string[] => [
  'rollout',
  verb,
  ...(name === undefined ? [] : [name]),
  ...sourceWords(options),
  ...(options.temporal === undefined ? [] : ['--temporal', options.temporal]),
];

/** Commands of a rollout as they can be typed. */
export const againOf =
  (name: string, options: RolloutOptions) =>
  (verb: Verb): string =>
    typed(rolloutWords(verb, name, options));

/** A worker for a queue, which is given the same ledgers and server where it needs options for them. */
export const workerAgain = (queue: string, options: RolloutOptions): string =>
  typed([
    'worker',
    '--queue',
    queue,
    ...storeWords(options),
    ...(options.temporal === undefined ? [] : ['--temporal', options.temporal]),
  ]);

/** The start of it with all options that it is given. */
export const startOf = (name: string, options: RolloutOptions): string => {
  const { again, engine, queue, queueBy, detach, wait, yes, allowDisruption, adopt } = options;
  const given: readonly (readonly [boolean, readonly string[]])[] = [
    [again === true, ['--again']],
    [engine !== undefined, ['--engine', engine ?? '']],
    [queue !== undefined && queue !== defaultQueue, ['--queue', queue ?? '']],
    [queueBy !== undefined, ['--queue-by', queueBy ?? '']],
    [detach === true, ['--detach']],
    [wait === false, ['--no-wait']],
    [yes === true, ['--yes']],
    [allowDisruption === true, ['--allow-disruption']],
    [adopt === true, ['--adopt']],
  ];
  const more = given.flatMap(([isGiven, words]) => (isGiven ? words : []));
  return typed([...rolloutWords('start', name, options), ...more]);
};
