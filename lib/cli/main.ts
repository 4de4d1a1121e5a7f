#!/usr/bin/env node
import { CommanderError } from 'commander';
import { createRequire } from 'node:module';
import { fileFault } from '../kernel/fault';
import { defect, ProblemError, problemsOf } from '../kernel/problem';
import { program } from './command-line';
import { interruptedCode } from './interrupt';
import { exit } from './output/exit';
import type * as report from './output/report';
import { onBrokenPipe, trace } from './output/streams';

const load = createRequire(__filename);

/** Where a command ended in the middle: in words, and never as a trace unless one is asked for. */
const failed = (error: unknown): number => {
  const known = error instanceof ProblemError || fileFault(error, '') !== undefined;
  if (!known && process.env['TUNNELWRIGHT_DEBUG']) trace(error);
  else
    (load('./output/report') as typeof report).complain(
      known ? problemsOf(error, 'tunnelwright') : [defect(error, 'tunnelwright')],
    );
  const interrupted = problemsOf(error, '').some(({ code: one }) => one === interruptedCode);
  return interrupted ? exit.interrupted : exit.error;
};

const main = async (): Promise<number> => {
  let code: number = exit.clean;
  try {
    await program((value) => (code = value), process.argv.slice(2)).parseAsync();
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exit.clean : exit.error;
    return failed(error);
  }
};

/** Imported (by the reference's script), it only describes the command. */
if (require.main === module) {
  onBrokenPipe();
  process.on('uncaughtException', (error) => process.exit(failed(error)));
  void main().then((code) => {
    process.exitCode = code;
  });
}
