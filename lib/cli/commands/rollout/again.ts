import { advised, typed } from '../../../kernel/advised';
import { defaultQueue } from '../../../rollout/default-queue';
import type { Again } from '../../../rollout/show';
import { placeWords, sourceWords } from '../../options';
import type { RolloutOptions } from './options';

type Verb = Parameters<Again>[0] | 'start' | 'status' | 'abort';

const serverWords = ({ temporal }: RolloutOptions): readonly string[] =>
  temporal === undefined ? [] : ['--temporal', temporal];

/** The words of a command of the same rollout, whole, for one who was interrupted. */
export const rolloutWords = (verb: Verb, name: string | undefined, options: RolloutOptions): readonly string[] => [
  'rollout',
  verb,
  ...(name === undefined ? [] : [name]),
  ...serverWords(options),
  ...sourceWords(options),
];

/** Commands of a rollout as they can be typed: of the same program, ledgers and devices, at the same server. */
export const againOf =
  (name: string, options: RolloutOptions) =>
  (verb: Verb): string =>
    advised('rollout', verb, name, ...serverWords(options));

/** A worker for a queue. It has no program, and finds the same ledgers. */
export const workerAgain = (queue: string, options: RolloutOptions): string =>
  typed(['worker', '--queue', queue, ...serverWords(options), ...placeWords({ ...options, lab: undefined })]);

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
  return advised('rollout', 'start', name, ...more, ...serverWords(options));
};
