import {
  ActivityCancellationType,
  ActivityFailure,
  ApplicationFailure,
  isCancellation,
  proxyActivities,
} from '@temporalio/workflow';
import { recordsOf, type Activities } from './terms';

const retry = { initialInterval: '1 second', maximumInterval: '15 seconds', backoffCoefficient: 2 } as const;

/** What reads and writes the ledgers of the rollout itself: tried until it succeeds. */
export const recorder = (queue: string): Pick<Activities, 'load' | 'events' | 'record'> =>
  proxyActivities<Activities>({ taskQueue: recordsOf(queue), startToCloseTimeout: '2 minutes', retry });

/**
 * What works on devices. A worker that says nothing for a while is gone, and another one does its work again: it looks at
 * the device first. Without a worker it waits; an abort cancels what no worker has begun.
 */
export const crew = (taskQueue: string): Pick<Activities, 'change' | 'ask' | 'takeBack'> =>
  proxyActivities<Activities>({
    taskQueue,
    startToCloseTimeout: '2 days',
    heartbeatTimeout: '15 seconds',
    cancellationType: ActivityCancellationType.WAIT_CANCELLATION_COMPLETED,
    retry,
  });

/** Why an activity failed for good, in words for a person. */
export const failureWords = (error: unknown): string => {
  if (isCancellation(error)) return 'no worker had begun it when the rollout was aborted';
  const cause = error instanceof ActivityFailure ? error.cause : error;
  return cause instanceof ApplicationFailure || cause instanceof Error ? cause.message : String(cause);
};
