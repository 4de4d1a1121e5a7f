import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fail } from '../kernel/problem';
import type { Ports } from '../contract/session';
import { readBounded } from './bounded-file';
import type { LedgerStore } from './ledger/store';
import { programBounds, runProgram } from './program';

/** Packages of clients that are uploaded to an FMC have a few hundred megabytes. */
const mostFile = 1024 * 1024 * 1024;

const run = async (path: string, command: readonly string[], input: string): Promise<string> => {
  const ended = await runProgram(command, programBounds, input);
  return 'output' in ended
    ? ended.output
    : fail('program.failed', path, `the program ${command[0]} ${ended.why}`, 'run it by hand and look');
};

const bytesOf = async (file: string, path: string): Promise<Buffer | undefined> => {
  const content = await readBounded(file, mostFile);
  if ('bytes' in content) return content.bytes;
  return content.missing
    ? undefined
    : fail('file.unreadable', path, `the file ${file} ${content.why}`, 'check it and its mode');
};

/**
 * Files and programs that a declaration names, for the platform that works on `path`, relative to where the command runs;
 * and what processes with the same ledgers share.
 */
export const hostPorts = (path: string, store?: LedgerStore): Pick<Ports, 'files' | 'run' | 'exchange'> => ({
  ...(store?.exchange === undefined ? {} : { exchange: store.exchange.bind(store) }),
  files: {
    read: async (file) => (await bytesOf(file, path))?.toString('utf8'),
    bytes: (file) => bytesOf(file, path),
    write: async (file, text, mode = 0o666) => {
      try {
        await mkdir(dirname(file), { recursive: true });
        const draft = `${file}.${process.pid}.tmp`;
        await writeFile(draft, text, { mode });
        await rename(draft, file);
      } catch {
        fail('file.unwritable', path, `the file ${file} cannot be written`, 'check the path and its mode');
      }
    },
    remove: (file) =>
      rm(file, { force: true }).catch(() =>
        fail('file.unwritable', path, `the file ${file} cannot be removed`, 'check the path and its mode'),
      ),
  },
  run: (command, input) => run(path, command, input),
});
