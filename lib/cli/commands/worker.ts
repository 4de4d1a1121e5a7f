import { fail } from '../../kernel/problem';
import { label } from '../../model/rollout';
import { ReleasingStore } from '../../run/ledger/releasing-store';
import { queueOf } from '../../run/temporal/terms';
import { onInterrupt } from '../interrupt';
import { storeOf, type LedgerOptions } from '../ledgers';
import { exit, note } from '../output/report';
import { chosen } from '../source';

export interface WorkerOptions extends LedgerOptions {
  readonly temporal?: string;
  readonly queue: string;
  readonly label?: readonly string[];
  readonly parallel: string;
}

/** The task queues that it serves: the one named, or those of its labels. */
const queuesOf = ({ queue, label: labels }: WorkerOptions): readonly string[] =>
  labels?.map((text) => {
    const [name = '', ...value] = text.split('=');
    const [ofName, ofValue] = [label.name.safeParse(name), label.value.safeParse(value.join('='))];
    if (ofName.success && ofValue.success) return queueOf(queue, ofName.data, ofValue.data);
    return fail('option.label', '--label', `'${text}' is not a label`, 'write it like --label site=pune');
  }) ?? [queue];

const parallelOf = ({ parallel }: WorkerOptions): number =>
  /^[1-9]\d{0,2}$/.test(parallel)
    ? Number(parallel)
    : fail('option.parallel', '--parallel', `'${parallel}' is not a number of devices`, 'write 1 to 999');

/** The words of a worker, with the time at which they were said. */
const tell = (words: string): void => note(`${new Date().toISOString().slice(0, 19)}Z ${words}`);

/** Changes devices for rollouts that a Temporal server carries, until it is interrupted. */
export const workerCommand = async (options: WorkerOptions): Promise<number> => {
  const queues = queuesOf(options);
  const parallel = parallelOf(options);
  const { startWorker } = await import('../../run/temporal/worker.js');
  const store = new ReleasingStore(() => storeOf(options, []));
  let stopping = false;
  let stop = (): void => undefined;
  const deaf = onInterrupt((times) => {
    if (times > 1) void store.releaseAll().then(() => process.exit(exit.interrupted));
    stopping = true;
    tell('ends: what it has begun is finished; Ctrl-C again ends at once');
    stop();
  });
  try {
    const worker = await startWorker(
      { ...options, queues, drives: options.label === undefined, parallel },
      { store, works: (manifest) => chosen([manifest], options), stopped: () => stopping, note: tell },
    );
    stop = worker.stop;
    if (stopping) stop();
    else tell(`serves ${queues.join(', ')}`);
    await worker.ended;
    return exit.clean;
  } finally {
    deaf();
    await store.close();
  }
};
