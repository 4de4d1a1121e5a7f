import type { Command } from 'commander';

/** What every command that looks at devices takes. */
export interface CommonOptions {
  readonly manifest?: string;
  readonly app?: string;
  readonly target?: readonly string[];
  readonly json?: boolean;
  readonly ledger?: string;
  readonly store?: string;
  readonly ledgerKey?: string;
  readonly lab?: string;
  /** How many targets are worked on at a time. Default: all. */
  readonly parallel?: string;
}

/** Makes a command's work what commander calls: its number becomes the exit code. */
export type Run = <A extends readonly unknown[]>(
  work: (...args: A) => number | Promise<number>,
) => (...args: A) => Promise<void>;

export const several = (value: string, all: readonly string[] = []): readonly string[] => [...all, value];

/** `without`: what runs where no program is given. */
export const withSource = (command: Command, without = 'app in cdktf.json'): Command =>
  command
    .option(
      '--app <command>',
      `program that declares the network: a .ts or .js file, or a command (default: ${without})`,
    )
    .option('--manifest <path>', 'use this manifest, or all below this directory, and run no program');

/** Where the ledgers are. */
export const withStore = (command: Command): Command =>
  command
    .option(
      '--ledger <directory>',
      'where the ledgers are kept (default: where the program keeps them, else .tunnelwright beside cdktf.json; of a lab: beside its file, always)',
      process.env['TUNNELWRIGHT_LEDGER'],
    )
    .option(
      '--store <url>',
      'where the ledgers are that a team shares: postgres://USER@HOST/DATABASE?team=TEAM or s3://BUCKET/PREFIX?region=REGION',
      process.env['TUNNELWRIGHT_STORE'],
    )
    .option(
      '--ledger-key <place>',
      'where the key of the fingerprints is: env:NAME, file:PATH or command:PROGRAM (default of shared ledgers: env:TUNNELWRIGHT_LEDGER_KEY)',
    )
    .option(
      '--lab <file>',
      'talk to the simulated devices of `tunnelwright lab` instead of the declared hosts',
      process.env['TUNNELWRIGHT_LAB'],
    );

/** Where the ledgers are, and how the result is printed. */
export const withLedger = (command: Command): Command =>
  withStore(command.option('--json', 'print JSON on standard output, and nothing else there'));

/** Where a Temporal server is. */
export const withTemporal = (command: Command): Command =>
  command.option(
    '--temporal <address>',
    'the Temporal server, HOST:PORT (default: TEMPORAL_ADDRESS, else localhost:7233; namespace and login: TEMPORAL_NAMESPACE, TEMPORAL_API_KEY, TEMPORAL_TLS_…)',
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
  ).option('--parallel <number>', 'work on so many targets at a time (default: 200)');

const said = (option: string, value: string | undefined, variable?: string): readonly string[] =>
  value === undefined || (variable !== undefined && value === process.env[variable]) ? [] : [option, value];

/** What a command was given to find its program. */
export const programWords = ({ app, manifest }: Pick<CommonOptions, 'app' | 'manifest'>): readonly string[] => [
  ...said('--app', app),
  ...said('--manifest', manifest),
];

/** What a command was given to find its devices and its ledgers. What a variable says is found without a word. */
export const placeWords = ({ ledger, store, ledgerKey, lab }: CommonOptions): readonly string[] => [
  ...said('--ledger', ledger, 'TUNNELWRIGHT_LEDGER'),
  ...said('--store', store, 'TUNNELWRIGHT_STORE'),
  ...said('--ledger-key', ledgerKey),
  ...said('--lab', lab, 'TUNNELWRIGHT_LAB'),
];

/** What a command was given to find its program, its devices and its ledgers, for one that is to find the same. */
export const sourceWords = (options: CommonOptions): readonly string[] => [
  ...programWords(options),
  ...placeWords(options),
];
