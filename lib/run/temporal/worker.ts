import { createRequire } from 'node:module';
import type * as WorkerPackage from '@temporalio/worker';
import { activitiesOf, type WorkerHands } from './activities';
import { activityPeer, workerPeer } from './peers';
import { recordsOf } from './terms';
import { temporalPlace, unreachable, type TemporalOptions } from './server';
import { runTogether, stopAll } from './together';

export interface WorkerOptions extends TemporalOptions {
  /** Task queues that it serves; of the first one, where `drives`, the workflows and their records too. */
  readonly queues: readonly string[];
  readonly drives: boolean;
  /** Steps that it works on at the same time, of each queue: a step is one device, or the ends of a tunnel. */
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

/** Records that are read and written at the same time. */
const recordsAtOnce = 20;

/** What it asks the server for work of, and how much of each at the same time. */
const queuesOf = ({ queues, drives, parallel }: WorkerOptions) => [
  ...queues.map((taskQueue, i) => ({ taskQueue, atOnce: parallel, drives: drives && i === 0 })),
  ...(drives ? [{ taskQueue: recordsOf(queues[0]!), atOnce: recordsAtOnce, drives: false }] : []),
];

/** Serves task queues of a Temporal server until it is stopped. */
export const startWorker = async (options: WorkerOptions, hands: WorkerHands): Promise<RunningWorker> => {
  const peer = await workerPeer();
  const place = await temporalPlace(options);
  install(peer);
  const connection = await peer.NativeConnection.connect(place.options).catch((error: unknown) =>
    unreachable(place, error),
  );
  const activities = activitiesOf(await activityPeer(), hands);
  const common = { connection, namespace: place.namespace, activities, shutdownGraceTime: graceTime };
  const workers = await Promise.all(
    queuesOf(options).map(({ taskQueue, atOnce, drives }) =>
      peer.Worker.create({
        ...common,
        taskQueue,
        maxConcurrentActivityTaskExecutions: atOnce,
        ...(drives ? { workflowsPath } : {}),
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
