import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Exchange } from '../../contract/session';
import { stableJson, type Json } from '../../kernel/json';
import { boundedJson } from '../../kernel/limits';
import { problemsOf } from '../../kernel/problem';
import { leaseMs } from './holder';
import { takeLease, type Lease } from './lease';
import { replace } from './replace';

/** What nobody has changed for an hour: a simulated service has another port each time. */
const forgottenMs = 3_600_000;

/** A lock that another process has for some milliseconds. One that was suspended with it gives way when it has run out. */
const lockSoon = async (name: string, path: string): Promise<Lease> => {
  for (const until = Date.now() + leaseMs + 5_000; ;) {
    try {
      return await takeLease(name, path);
    } catch (error) {
      const isHeld = problemsOf(error, name).some(({ code }) => code === 'ledger.locked');
      if (!isHeld || Date.now() > until) throw error;
      await pause(5 + Math.random() * 20);
    }
  }
};

const readShared = async (file: string): Promise<Json | undefined> => {
  try {
    return boundedJson(await readFile(file, 'utf8')) as Json;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' || error instanceof SyntaxError) return undefined;
    throw error;
  }
};

const forgetOld = async (directory: string): Promise<void> => {
  for (const name of await readdir(directory)) {
    const { mtimeMs } = await stat(join(directory, name)).catch(() => ({ mtimeMs: Infinity }));
    if (Date.now() - mtimeMs > forgottenMs) await rm(join(directory, name), { force: true });
  }
};

/** A file that processes of one machine keep together, changed under a lock of its own. */
export const exchangeFile = async (directory: string, name: string, change: Parameters<Exchange>[1]): Promise<Json> => {
  const file = join(directory, `${encodeURIComponent(name)}.json`);
  await mkdir(directory, { recursive: true });
  const lease = await lockSoon(name, `${file}.lock`);
  try {
    const there = await readShared(file);
    if (there === undefined) await forgetOld(directory);
    const wanted = change(there, Date.now());
    await lease.demand();
    await replace(file, stableJson(wanted));
    return wanted;
  } finally {
    await lease.release();
  }
};
