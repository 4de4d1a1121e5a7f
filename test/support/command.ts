import { spawn, type ChildProcess } from 'node:child_process';
import { join, resolve } from 'node:path';
import { compiled } from './compiled';
import type { Rig } from './rig';

const repository = resolve(__dirname, '../..');
const main = join(compiled, 'lib/cli/main.js');

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface CommandOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly started?: (child: ChildProcess) => void;
}

/** Runs the real command in a process of its own, without a terminal. */
export const tw = (
  rig: Pick<Rig, 'lab' | 'ledgers'>,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<Ran> =>
  new Promise((done, reject) => {
    const child = spawn(process.execPath, [main, ...args], {
      cwd: options.cwd ?? repository,
      env: { ...process.env, TUNNELWRIGHT_LAB: rig.lab, TUNNELWRIGHT_LEDGER: rig.ledgers, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const texts = { out: '', err: '' };
    child.stdout.on('data', (data: Buffer) => (texts.out += data.toString()));
    child.stderr.on('data', (data: Buffer) => (texts.err += data.toString()));
    child.on('error', reject);
    child.on('close', (code) => done({ code, ...texts }));
    options.started?.(child);
  });

/** Words of a user, not of a programmer. */
export const expectNoStack = ({ out, err }: Ran): void => {
  expect(`${out}${err}`).not.toMatch(/^\s+at .*[:(]\d+/m);
  expect(`${out}${err}`).not.toMatch(/\bundefined\b|\[object Object\]|NaN/);
};
