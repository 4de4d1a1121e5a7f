import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atExit } from '../kernel/at-exit';
import { atFile } from '../run/host-io';

/**
 * Works in a new directory of this command alone, which is gone afterwards: also after a failure, and where the process
 * is ended in the middle (but for SIGKILL, which leaves it to the system).
 */
export const inFreshDirectory = async <T>(work: (directory: string) => Promise<T>): Promise<T> => {
  const directory = atFile(tmpdir(), () => mkdtempSync(join(tmpdir(), 'tunnelwright-')));
  const away = (): void => rmSync(directory, { recursive: true, force: true });
  const callOff = atExit(away);
  try {
    return await work(directory);
  } finally {
    callOff();
    away();
  }
};
