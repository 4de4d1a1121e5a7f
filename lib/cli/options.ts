import type { Command } from 'commander';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fail } from '../kernel/problem';
import type * as store from '../run/ledger/store';
import type { LedgerStore } from '../run/ledger/store';
import type * as labOverlay from './lab-overlay';
import type * as storeFaults from '../run/ledger/store-faults';

/** To know the options takes neither ledgers nor labs. */
const load = createRequire(__filename);

/** What every command that looks at devices takes. */
export interface CommonOptions {
  readonly manifest?: string;
  readonly app?: string;
  readonly target?: readonly string[];
  readonly json?: boolean;
  readonly ledger?: string;
  readonly lab?: string;
  /** How many targets are worked on at a time. Default: all. */
  readonly parallel?: string;
}

export const several = (value: string, all: readonly string[] = []): readonly string[] => [...all, value];

/** The nearest directory upwards that is a project, so that Terraform, which runs below `cdktf.out`, finds the same ledgers. */
const projectRoot = (from = process.cwd()): string => {
  if (existsSync(join(from, 'cdktf.json'))) return from;
  return dirname(from) === from ? process.cwd() : projectRoot(dirname(from));
};

/** `without`: what runs where no program is given. */
export const withSource = (command: Command, without = 'app in cdktf.json'): Command =>
  command
    .option(
      '--app <command>',
      `program that declares the network: a .ts or .js file, or a command (default: ${without})`,
    )
    .option('--manifest <path>', 'use this manifest, or all below this directory, and run no program');

/** Where the ledgers are, and how the result is printed. */
export const withLedger = (command: Command): Command =>
  command
    .option('--json', 'print JSON on standard output, and nothing else there')
    .option(
      '--ledger <directory>',
      'where the ledgers are kept (default: .tunnelwright beside cdktf.json; of a lab: beside its file, always)',
      process.env['TUNNELWRIGHT_LEDGER'],
    )
    .option(
      '--lab <file>',
      'talk to the simulated devices of `tunnelwright lab` instead of the declared hosts',
      process.env['TUNNELWRIGHT_LAB'],
    );

/** What a command on all targets of a program takes. */
export const withProgram = (command: Command): Command => withLedger(withSource(command));

export const withCommon = (command: Command): Command =>
  withLedger(
    withSource(command).option(
      '--target <id>',
      'only this target; STACK/ID where two stacks have it, * for any letters; may be given several times',
      several,
    ),
  ).option('--parallel <number>', 'work on so many targets at a time (default: all)');

/** What a command was given to find its program, its devices and its ledgers, for one that is to find the same. */
export const sourceWords = ({ app, manifest, ledger, lab }: CommonOptions): readonly string[] => {
  const said = (option: string, value: string | undefined, variable?: string): readonly string[] =>
    value === undefined || (variable !== undefined && value === process.env[variable]) ? [] : [option, value];
  return [
    ...said('--app', app),
    ...said('--manifest', manifest),
    ...said('--ledger', ledger, 'TUNNELWRIGHT_LEDGER'),
    ...said('--lab', lab, 'TUNNELWRIGHT_LAB'),
  ];
};

/** The directory of the ledgers. What happens in a lab is never written into that of the real devices. */
const ledgersOf = ({ ledger, lab }: Pick<CommonOptions, 'ledger' | 'lab'>): string => {
  if (lab === undefined) return resolve(ledger ?? join(projectRoot(), '.tunnelwright'));
  if (ledger !== undefined && ledger !== process.env['TUNNELWRIGHT_LEDGER'])
    fail(
      'lab.ledger',
      '--ledger',
      'a lab has ledgers of its own, below its directory',
      'leave --ledger out with --lab',
    );
  const { ledgersOfLab, readLab } = load('./lab-overlay') as typeof labOverlay;
  return ledgersOfLab(readLab(lab));
};

export const storeOf = (options: Pick<CommonOptions, 'ledger' | 'lab'>): LedgerStore => {
  const { fileStore } = load('../run/ledger/store') as typeof store;
  const { withFileFaults } = load('../run/ledger/store-faults') as typeof storeFaults;
  return withFileFaults(fileStore, ledgersOf(options));
};
