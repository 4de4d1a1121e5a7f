import type { Command } from 'commander';
import { resolve } from 'node:path';
import { fileStore, type LedgerStore } from '../run/store';

/** What every command that looks at devices takes. */
export interface CommonOptions {
  readonly manifest?: string;
  readonly app?: string;
  readonly target?: readonly string[];
  readonly json?: boolean;
  readonly ledger: string;
  readonly lab?: string;
}

const collect = (value: string, all: readonly string[] = []): readonly string[] => [...all, value];

export const withSource = (command: Command): Command =>
  command
    .option(
      '--app <command>',
      'program that declares the network: a .ts or .js file, or a command (default: app in cdktf.json)',
    )
    .option('--manifest <path>', 'use this manifest, or all below this directory, and run no program');

export const withCommon = (command: Command): Command =>
  withSource(command)
    .option('--target <id>', 'only this target; may be given several times', collect)
    .option('--json', 'print JSON on standard output, and nothing else there')
    .option('--ledger <directory>', 'where the ledgers are kept', process.env['TUNNELWRIGHT_LEDGER'] ?? '.tunnelwright')
    .option(
      '--lab <file>',
      'talk to the simulated devices of `tunnelwright lab` instead of the declared hosts',
      process.env['TUNNELWRIGHT_LAB'],
    );

export const storeOf = (options: CommonOptions): LedgerStore => fileStore(resolve(options.ledger));
