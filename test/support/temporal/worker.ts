import { spawn, type ChildProcess } from 'node:child_process';
import { join, resolve } from 'node:path';
import { compiled } from '../compiled';

const main = join(compiled, 'lib/cli/main.js');

/** `tunnelwright worker` in a process of its own. */
export interface WorkerProcess {
  readonly child: ChildProcess;
  /** What it said. */
  said(): string;
  /** Ends at once, by SIGKILL. */
  kill(): Promise<void>;
  /** Ends when what it has begun is finished, by SIGTERM; gives its exit code. */
  stop(): Promise<number | null>;
}

/** Resolves when it serves. */
export const startWorker = (
  env: Readonly<Record<string, string | undefined>>,
  args: readonly string[] = [],
): Promise<WorkerProcess> =>
  new Promise((done, reject) => {
    const child = spawn(process.execPath, [main, 'worker', ...args], {
      cwd: resolve(__dirname, '../../..'),
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let text = '';
    const closed = new Promise<number | null>((close) => child.once('close', close));
    const end = (signal: NodeJS.Signals): Promise<number | null> => {
      if (child.exitCode === null) child.kill(signal);
      return closed;
    };
    const hear = (data: Buffer): void => {
      text += data.toString();
      if (/ serves /.test(text))
        done({ child, said: () => text, kill: async () => void (await end('SIGKILL')), stop: () => end('SIGTERM') });
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    void closed.then((code) => reject(new Error(`the worker ended with ${code}: ${text}`)));
  });
