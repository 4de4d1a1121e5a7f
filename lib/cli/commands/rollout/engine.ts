import { fail } from '../../../kernel/problem';
import type { Manifest } from '../../../run/manifest';
import type { RolloutOptions } from './options';

/** Refuses what only Temporal does where this process drives the rollout: who detaches would leave, and end it. */
export const refuseTemporalOptions = ({ detach, queueBy }: RolloutOptions): void => {
  const given = [...(detach ? ['--detach'] : []), ...(queueBy === undefined ? [] : ['--queue-by'])];
  if (given.length > 0)
    fail(
      'rollout.engine',
      given.join(' and '),
      'is for a rollout that a Temporal server carries; this process would drive it',
      'start it with --engine temporal, or leave that out',
    );
};

/** Throws where no device has the label by which work is given to workers: then those of no site would have all of it. */
export const demandLabel = ({ targets }: Manifest, label: string | undefined): void => {
  if (label === undefined || targets.some(({ labels }) => labels?.[label] !== undefined)) return;
  const names = [...new Set(targets.flatMap(({ labels }) => Object.keys(labels ?? {})))].sort();
  fail(
    'rollout.label',
    '--queue-by',
    `no device has the label '${label}'`,
    names.length === 0
      ? "label them: Labels.of(site).add('site', 'pune')"
      : `write one that devices have: ${names.join(', ')}`,
  );
};
