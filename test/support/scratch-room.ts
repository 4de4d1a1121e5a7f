import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A directory that the tests of a file run in, as a program runs where its files are; gone behind them. */
export const inScratchRoom = (): { readonly room: string; readonly file: (name: string, text: string) => string } => {
  const room = mkdtempSync(join(tmpdir(), 'scratch-'));
  const here = process.cwd();
  beforeAll(() => process.chdir(room));
  afterAll(() => {
    process.chdir(here);
    rmSync(room, { recursive: true, force: true });
  });
  const file = (name: string, text: string): string => {
    writeFileSync(name, text);
    return name;
  };
  return { room, file };
};
