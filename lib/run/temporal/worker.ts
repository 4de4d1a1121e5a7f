import { createRequire } from 'node:module';
import type * as WorkerPackage from '@temporalio/worker';
import { activitiesOf, type WorkerHands } from './activities';
import { activityPeer, workerPeer } from './peers';
import { temporalPlace, unreachable, type TemporalOptions } from './server';
import { runTogether, stopAll } from './together';

export interface WorkerOptions extends TemporalOptions {
  /** Task queues that it serves; of the first one, where `drives`, the workflows too. */
  readonly queues: readonly string[];
  readonly drives: boolean;
  /** Devices that it works on at the same time. */
  readonly parallel: number;
}

/** Devices that were begun when the worker was to end are finished; they get this much time. */
const graceTime = '1 hour';

const workflowsPath = createRequire(__filename).resolve('./workflow');

/** A worker at work. */
export interface RunningWorker {
  /** Ends when all that it had begun is finished. */
  readonly ended: Promise<void>;
  /** It takes nothing more. */
  stop(): void;
}

const install = (peer: typeof WorkerPackage): void => {
  peer.Runtime.install({
    // Signals are the command's: it tells what happens.
    shutdownSignals: [],
    logger: new peer.DefaultLogger('ERROR'),
    telemetryOptions: { logging: { forward: {}, filter: peer.makeTelemetryFilterString({ core: 'ERROR' }) } },
  });
};

/** Serves task queues of a Temporal server until it is stopped. */
export const startWorker = async (options: WorkerOptions, hands: WorkerHands): Promise<RunningWorker> => {
  const peer = await workerPeer();
  const place = await temporalPlace(options);
  install(peer);
  const connection = await peer.NativeConnection.connect(place.options).catch((error: unknown) =>
    unreachable(place, error),
  );
  const activities = activitiesOf(await activityPeer(), hands);
  const workers = await Promise.all(
    options.queues.map((taskQueue, i) =>
      peer.Worker.create({
        connection,
        namespace: place.namespace,
        taskQueue,
        activities,
        maxConcurrentActivityTaskExecutions: options.parallel,
        shutdownGraceTime: graceTime,
        ...(options.drives && i === 0 ? { workflowsPath } : {}),
      }),
    ),
  ).catch(async (error: unknown) => {
    // The process ends only when it is closed.
    await connection.close().catch(() => undefined);
    return unreachable(place, error);
  });
  const ended = runTogether(workers)
    .catch((error: unknown) => unreachable(place, error))
    .finally(() => connection.close());
  return { ended, stop: () => stopAll(workers) };
};
