import type { Worker } from '@temporalio/worker';

type Runnable = Pick<Worker, 'run' | 'getState' | 'shutdown'>;

/** Lets workers finish what they have begun, and take nothing more. */
export const stopAll = (workers: readonly Pick<Worker, 'getState' | 'shutdown'>[]): void =>
  workers.forEach((worker) => worker.getState() === 'RUNNING' && worker.shutdown());

/**
 * Runs workers until all have ended. Where one ends with a fault the others are stopped, since what they work with is taken
 * away then, and the fault is thrown when the last has finished.
 */
export const runTogether = async (workers: readonly Runnable[]): Promise<void> => {
  const ends = await Promise.allSettled(
    workers.map((worker) =>
      worker.run().catch((error: unknown) => {
        stopAll(workers);
        throw error;
      }),
    ),
  );
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
};
