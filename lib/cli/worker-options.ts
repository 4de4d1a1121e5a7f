import type { Command } from 'commander';
import { createRequire } from 'node:module';
import { defaultQueue } from '../rollout/default-queue';
import type * as worker from './commands/worker';
import { several, withStore, withTemporal, type Run } from './options';

const load = createRequire(__filename);

/** `tunnelwright worker`; what it does is loaded when it is asked for it. */
export const addWorker = (root: Command, run: Run): void => {
  withTemporal(
    withStore(root.command('worker').description('change devices for rollouts that a Temporal server carries')),
  )
    .option('--queue <name>', 'the task queue that it serves', defaultQueue)
    .option(
      '--label <name=value>',
      'serve only devices with this label, of rollouts started with --queue-by; may be given several times',
      several,
    )
    .option(
      '--parallel <number>',
      'steps that it works on at the same time, for each label: a step is one device, or both ends of a tunnel',
      '50',
    )
    .action(
      run((options: worker.WorkerOptions) => (load('./commands/worker') as typeof worker).workerCommand(options)),
    );
};
