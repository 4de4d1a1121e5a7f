import { Command, Option } from 'commander';
import { createRequire } from 'node:module';
import { commandWasGiven, typed } from '../kernel/advised';
import { readableNames } from '../platforms';
import type * as apply from './commands/apply';
import type * as bypass from './commands/bypass';
import type * as certs from './commands/certs';
import type * as destroy from './commands/destroy';
import type * as drift from './commands/drift';
import type * as init from './commands/init';
import type * as lab from './commands/lab';
import type * as lint from './commands/lint';
import type * as rollback from './commands/rollback';
import type * as rollout from './commands/rollout/command';
import type * as runs from './commands/runs';
import type * as state from './commands/state';
import type * as synth from './commands/synth';
import type * as verify from './commands/verify';
import { addImport, addInspect, addMigrate } from './configuration-commands';
import { ownVersion } from './own-version';
import { addGraph, addPlan } from './plan-commands';
import {
  placeWords,
  programWords,
  several,
  withCommon,
  withLedger,
  withSource,
  type CommonOptions,
  type Run,
} from './options';
import { writeError, writeOut } from './output/streams';
import { pipelineNames } from './templates/pipelines';
import { addWorker } from './worker-options';

/** What a command does is loaded when it is asked for it: help needs none of it, and most commands little. */
const load = createRequire(__filename);

export const exitCodes =
  '\nExit codes: 0 clean, 1 error, 2 changes (plan, verify, import --update), drift (drift), warnings (lint), few days left (certs) or not at its end yet (rollout), 3 a target could not be read, 130 interrupted.';

const addInit = (root: Command, run: Run): void => {
  root
    .command('init')
    .description('write the files of a new project; asks nothing, and keeps every file that is there')
    .argument('[directory]', 'where to', '.')
    .option('--ci <service>', `a pipeline file for: ${pipelineNames.join(', ')}`, 'github')
    .action(
      run((directory: string, options: init.InitOptions) =>
        (load('./commands/init') as typeof init).initCommand(directory, options),
      ),
    );
};

const addSynth = (root: Command, run: Run): void => {
  withSource(
    root.command('synth').description('run the program and write the manifest, and a readable file for each target'),
  )
    .option('--out <directory>', 'where to', 'cdktf.out')
    .action(run((options: synth.SynthOptions) => (load('./commands/synth') as typeof synth).synthCommand(options)));
};

/** Given by the environment too, where nobody types the command. */
const disruption = (when: string): Option =>
  new Option(
    '--allow-disruption',
    `${when}: also where tunnels that are up are dropped (or TUNNELWRIGHT_ALLOW_DISRUPTION=yes, for Terraform)`,
  ).default(process.env['TUNNELWRIGHT_ALLOW_DISRUPTION'] === 'yes' || undefined);

const addApply = (root: Command, run: Run): void => {
  withCommon(root.command('apply').description('change the live devices, each with its rollback armed'))
    .argument('[plan]', 'a saved plan; refused when anything has moved since')
    .option('--yes', 'do not ask')
    .addOption(disruption('with --yes or a saved plan'))
    .option('--adopt', 'take over what exists under our names but is not managed by Tunnelwright')
    .option('--allow-destroy-keys', 'also where keys or certificates that are there are lost')
    .option('--stats', 'say how many requests it took, and how many were saved')
    .action(
      run((file: string | undefined, options: apply.ApplyOptions) =>
        (load('./commands/apply') as typeof apply).applyCommand(file, options),
      ),
    );
};

const addDestroy = (root: Command, run: Run): void => {
  withCommon(root.command('destroy').description('remove what is ours from the live devices, and nothing else'))
    .option('--yes', 'do not ask')
    .option('--keep', 'remove nothing, and say what of ours is on the devices; asks none of them')
    .addOption(disruption('with --yes'))
    .option('--allow-destroy-keys', 'also where keys or certificates that are there are lost')
    .option('--stats', 'say how many requests it took, and how many were saved')
    .action(
      run((options: destroy.DestroyOptions) => (load('./commands/destroy') as typeof destroy).destroyCommand(options)),
    );
};

const addRollback = (root: Command, run: Run): void => {
  withCommon(root.command('rollback').description('take one run back: the devices, and what was written for them'))
    .requiredOption('--run <id>', 'the run, as apply has named it and `runs` lists it')
    .showHelpAfterError(`${typed(['runs'])}: what can be taken back. ${typed(['rollback', '--help'])}: the options.`)
    .option('--yes', 'do not ask')
    .addOption(disruption('with --yes'))
    .option(
      '--previous-secret <variable>',
      'an environment variable with a value that a secret had before the run; may be given several times',
      several,
    )
    .option('--stats', 'say how many requests it took, and how many were saved')
    .action(
      run((options: rollback.RollbackOptions) =>
        (load('./commands/rollback') as typeof rollback).rollbackCommand(options),
      ),
    );
};

const addRuns = (root: Command, run: Run): void => {
  withLedger(
    withSource(root.command('runs').description('list what earlier runs changed, who made them and how they ended')),
  )
    .argument('[run]', 'show this one whole')
    .action(
      run((name: string | undefined, options: runs.RunsOptions) =>
        (load('./commands/runs') as typeof runs).runsCommand(name, options),
      ),
    );
};

const metricsWords = 'write what was found as OpenMetrics text too, for node_exporter';

/** Commands that ask the devices and change nothing. */
const addLooks = (root: Command, run: Run): void => {
  withCommon(root.command('verify').description('ask the devices whether they are as declared and their tunnels up'))
    .option('--wait <seconds>', 'how long to wait for tunnels', '0')
    .action(
      run((options: verify.VerifyOptions) => (load('./commands/verify') as typeof verify).verifyCommand(options)),
    );
  withCommon(root.command('drift').description('show what was changed on the devices since the last apply'))
    .option('--metrics <file>', metricsWords)
    .action(run((options: drift.DriftOptions) => (load('./commands/drift') as typeof drift).driftCommand(options)));
  withCommon(root.command('certs').description('list the certificates that the devices hold, and when they expire'))
    .option('--warn <days>', 'end with 2 when one has fewer days left')
    .option('--metrics <file>', metricsWords)
    .action(run((options: certs.CertsOptions) => (load('./commands/certs') as typeof certs).certsCommand(options)));
};

const addBypass = (root: Command, run: Run): void => {
  withSource(
    root
      .command('bypass')
      .description('make codes with which a user of Duo logs in without a phone; earlier ones end. Shown once'),
  )
    .argument('<user>', 'user name in Duo')
    .option('--target <id>', 'the Duo account, where there are several', several)
    .option('--count <number>', 'how many, 1 to 10, each for one login', '1')
    .option('--valid <minutes>', 'how long they work, 1 to 10080 (a week)', '60')
    .option('--lab <file>', 'talk to the simulated devices of `tunnelwright lab`', process.env['TUNNELWRIGHT_LAB'])
    .action(
      run((user: string, options: bypass.BypassOptions) =>
        (load('./commands/bypass') as typeof bypass).bypassCommand(user, options),
      ),
    );
};

const addLint = (root: Command, run: Run): void => {
  withSource(root.command('lint').description('show what the rules find in a program, or in configuration files'))
    .argument('[files...]', 'what `show running-config` printed, one file for each device')
    .option(
      '--platform <name>',
      `whose configuration the files are: ${readableNames().join(', ')}; default: told by their lines`,
    )
    .option('--pack <name>', 'ask these rules of the files too; may be given several times', several)
    .option('--json', 'print JSON on standard output, and nothing else there')
    .option('--sarif', 'print SARIF 2.1.0, for code scanning')
    .option('--junit', 'print a JUnit report')
    .action(
      run((files: readonly string[], options: lint.LintOptions) =>
        (load('./commands/lint') as typeof lint).lintCommand(files, options),
      ),
    );
};

const addLab = (root: Command, run: Run): void => {
  withSource(
    root
      .command('lab')
      .description(
        'start simulated devices on this machine, until it is interrupted: those of the demo, or with --app or --manifest one for each target',
      ),
    'none, the devices of the demo',
  )
    .option('--boot <target=file>', 'let a router or an ASA start with this running-config; may be repeated', several)
    .option('--out <directory>', 'where to write how to reach them', '.lab')
    .action(run((options: lab.LabOptions) => (load('./commands/lab') as typeof lab).labCommand(options)));
};

/** Commands with commands of their own say these themselves; where none of them is asked for, only their names are needed. */
const groups = {
  rollout: {
    description: 'change many devices in waves, as a Rollout of the program says',
    add: (root: Command, run: Run) => (load('./commands/rollout/command') as typeof rollout).addRollout(root, run),
  },
  state: {
    description: 'show and correct what the ledgers say is ours',
    add: (root: Command, run: Run) => (load('./commands/state') as typeof state).addState(root, run),
  },
} as const;

/** What is advised later finds the same program, devices and ledgers. */
const remember = (options: CommonOptions): void =>
  commandWasGiven({ program: programWords(options), place: placeWords(options) });

/**
 * The command line. Every command ends in a number; nothing else decides the exit code. `words`: what it will be given,
 * where that is known, so that only what it asks for is loaded.
 */
export const program = (done: (code: number) => void, words?: readonly string[]): Command => {
  const root = new Command('tunnelwright')
    .description('Cisco VPNs as typed code: plan against the live devices, apply safely, verify.')
    .version(ownVersion(), '--version', 'show the version')
    .addHelpText('after', exitCodes)
    .configureOutput({ writeOut, writeErr: writeError })
    .hook('preAction', (_root, command) => remember(command.opts()))
    .exitOverride();
  const run: Run =
    (work) =>
    async (...args) =>
      done(await work(...args));
  const group = (name: keyof typeof groups) => (): void => {
    if (words === undefined || words.includes(name)) groups[name].add(root, run);
    else root.command(name).description(groups[name].description);
  };
  // The help lists them in this order.
  for (const add of [
    addInit,
    addSynth,
    addPlan,
    addGraph,
    addApply,
    addDestroy,
    addRollback,
    addRuns,
    addLooks,
    addBypass,
    group('state'),
    group('rollout'),
    addWorker,
    addLint,
    addInspect,
    addImport,
    addMigrate,
    addLab,
  ])
    add(root, run);
  return root;
};
