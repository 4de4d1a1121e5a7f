import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileStore } from '../../../lib/run/ledger/store';
import type { StorePlace } from '../../../testing/store-contract';

/** Ledgers in a directory of their own. */
export const filePlace = async (): Promise<StorePlace> => {
  const directory = mkdtempSync(join(tmpdir(), 'store-'));
  const path = (target: string, suffix: string): string => join(directory, `${target.replaceAll('/', '.')}${suffix}`);
  const put = (file: string, text: string): void => {
    mkdirSync(directory, { recursive: true });
    writeFileSync(file, text);
  };
  return {
    store: () => fileStore(directory),
    expire: async (target) => {
      const old = new Date(Date.now() - 61_000);
      utimesSync(path(target, '.lock'), old, old);
    },
    putLedger: async (target, text) => put(path(target, '.json'), text),
    putRun: async (target, run, text) => put(path(target, `.${run}.run`), text),
    close: async () => rmSync(directory, { recursive: true, force: true }),
  };
};
