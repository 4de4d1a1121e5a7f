import { spawn } from 'node:child_process';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fail, problem, ProblemError } from '../kernel/problem';
import type { Ports } from '../platforms/platform';

/** Runs a program without a shell. What it says on standard error goes to ours, so that its own words are seen. */
const run = (path: string, [program, ...args]: readonly string[], input: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn(program!, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.on('data', (data: Buffer) => (output += data.toString()));
    const failed = (why: string): void =>
      reject(
        new ProblemError([problem('program.failed', path, `the program ${program} ${why}`, 'run it by hand and look')]),
      );
    child.on('error', () => failed('cannot be started'));
    child.on('close', (code) => (code === 0 ? resolve(output) : failed(`ended with ${code ?? 'a signal'}`)));
    // A program that does not read its input closes it: that is its own affair.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });

const bytesOf = async (file: string, path: string): Promise<Buffer | undefined> => {
  try {
    return await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    return fail('file.unreadable', path, `the file ${file} cannot be read`, 'check its mode');
  }
};

/** Files and programs that a declaration names, for the platform that works on `path`. Relative to where the command runs. */
export const outsideOf = (path: string): Pick<Ports, 'files' | 'run'> => ({
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
