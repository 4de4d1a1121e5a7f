import { Option, type Command } from 'commander';
import { defaultQueue } from '../../../rollout/default-queue';
import { withProgram, withTemporal } from '../../options';
import { watched, type Watch } from '../../watch';
import type { Run } from '../../options';
import { rolloutWords } from './again';
import type { RolloutOptions } from './options';
import { orderCommand } from './orders';
import { planWatched } from './plan';
import { resumeWatched, startWatched } from './start';
import { reportCommand, statusCommand } from './status';

type Work = (name: string | undefined, options: RolloutOptions, watch: Watch) => Promise<number>;

/** `finishes`: the command that finishes what was interrupted, where that is not the same once more. */
const onDevices =
  (work: Work, finishes?: 'resume') =>
  (name: string | undefined, options: RolloutOptions): Promise<number> =>
    watched(
      options,
      (watch) => work(name, options, watch),
      finishes === undefined ? process.argv.slice(2) : rolloutWords(finishes, name, options),
    );

const adoptWords = 'take over what exists under our names but is not managed by Tunnelwright';

/** What drives it. */
const withEngine = (command: Command): Command =>
  command
    .addOption(
      new Option('--engine <name>', 'what drives it: this process, or a Temporal server with its workers').choices([
        'here',
        'temporal',
      ]),
    )
    .option('--queue <name>', 'with --engine temporal: the task queue of the workers', defaultQueue)
    .option(
      '--queue-by <label>',
      'with --engine temporal: devices with this label are changed by the workers that serve its value',
    )
    .option('--detach', 'with --engine temporal: end when it is started');

/** `tunnelwright rollout …`: a change of many devices in waves. */
export const addRollout = (root: Command, run: Run): void => {
  const rollout = root.command('rollout').description('change many devices in waves, as a Rollout of the program says');
  const add = (name: string, description: string): Command =>
    withTemporal(withProgram(rollout.command(name).description(description))).argument(
      '[name]',
      'of the rollout; may be left out where the program declares one',
    );
  const change = (name: string, description: string): Command =>
    add(name, description).option(
      '--no-wait',
      'end where it would wait for a person or a time, with exit code 2; resume goes on',
    );
  const order = (what: Parameters<typeof orderCommand>[0]) =>
    run((name: string | undefined, options: RolloutOptions) => orderCommand(what, name, options));
  add('plan', 'read the devices and show the waves; changes nothing')
    .option('--adopt', adoptWords)
    .action(run(onDevices(planWatched)));
  withEngine(change('start', 'begin it, and drive it until it ends'))
    .option('--yes', 'do not ask')
    .option('--allow-disruption', 'with --yes: also where tunnels that are up are dropped')
    .option('--adopt', adoptWords)
    .option('--again', 'from its first wave, where it has ended before')
    .action(run(onDevices(startWatched, 'resume')));
  change('resume', 'go on: here where no process drives it, else in that process')
    .option('--detach', 'where Temporal carries it: end when it goes on')
    .action(run(onDevices(resumeWatched)));
  add('status', 'show where it is').action(run(statusCommand));
  add('report', 'print everything that happened, with its times')
    .option('--svg', 'as a picture: the waves, how each device is, and the gates')
    .option('--out <file>', 'with --svg: write it to this file')
    .action(run(reportCommand));
  add('pause', 'begin nothing further until it is resumed').action(order('paused'));
  add('approve', 'let the wave begin that waits for it').action(order('approved'));
  add('abort', 'begin nothing further, and end it; what was changed stays').action(order('aborted'));
};
