import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { explained, openIn, type Compared } from './oracle';

/** What a long run found, as the page of the judges says it. */
export interface LongRun {
  /** `2026-11-29`. */
  readonly date: string;
  readonly pairs: number;
  readonly seed: number;
  /** How many come together. */
  readonly together: number;
  /** Disagreements without a reason. */
  readonly open: number;
  /** Disagreements with one, by its name. */
  readonly explained: Readonly<Record<string, number>>;
}

const file = join(__dirname, 'long-run.json');

export const recordRun = (all: readonly Compared[], seed: number): void => {
  const run: LongRun = {
    date: new Date().toISOString().slice(0, 10),
    pairs: all.length,
    seed,
    together: all.filter(({ works }) => works).length,
    open: openIn(all).length,
    explained: Object.fromEntries(explained(all).map(([{ name }, times]) => [name, times])),
  };
  writeFileSync(file, `${JSON.stringify(run, null, 2)}\n`);
};

export const lastRun = (): LongRun | undefined =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as LongRun) : undefined;
