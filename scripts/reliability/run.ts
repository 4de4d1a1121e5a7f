import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { root } from './mapping';
import type { Amounts, Suite } from './suites';

/** What one suite did when it ran last. */
export interface Row {
  readonly suite: string;
  readonly title: string;
  readonly date: string;
  readonly command: string;
  readonly machine: string;
  readonly tests: { readonly passed: number; readonly failed: number; readonly skipped: number };
  /** What the suite itself has counted: kills, inputs, crashes. */
  readonly counts: Readonly<Record<string, number>>;
  readonly seconds: number;
  /** Most memory of the process of the suite, the simulated devices in it included. */
  readonly peakMb: number;
}

const machine = (): string =>
  `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}, load ${loadavg()[0]!.toFixed(1)} at start`;

interface JestSummary {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
}
const linesOf = (file: string): readonly string[] =>
  existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];

const added = (lines: readonly string[]): Readonly<Record<string, number>> => {
  const sums: Record<string, number> = {};
  for (const line of lines)
    for (const [what, n] of Object.entries((JSON.parse(line) as { counts: Record<string, number> }).counts))
      sums[what] = (sums[what] ?? 0) + n;
  return sums;
};

/** Runs one suite in a process of its own; undefined where none of its files is there. */
export const runSuite = (suite: Suite, amounts: Amounts, command: string): Row | undefined => {
  const tests = suite.tests.filter((file) => existsSync(join(root, file)));
  if (tests.length === 0) return undefined;
  const room = mkdtempSync(join(tmpdir(), 'reliability-'));
  const [figures, peak, summary] = ['figures', 'peak', 'summary.json'].map((name) => join(room, name));
  const [began, on] = [Date.now(), machine()];
  spawnSync(
    'npx',
    [
      'jest',
      '-i',
      '--testMatch',
      '**/*.{test,attack,stores,temporal}.ts',
      '--json',
      '--outputFile',
      summary!,
      ...tests,
    ],
    {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        ...process.env,
        ...suite.env(amounts),
        RELIABILITY_FIGURES: figures!,
        RELIABILITY_PEAK: peak!,
        NODE_OPTIONS: `--require ${join(root, 'scripts/reliability/peak.cjs')}`,
      },
    },
  );
  const read = existsSync(summary!) ? (JSON.parse(readFileSync(summary!, 'utf8')) as JestSummary) : undefined;
  const row: Row = {
    suite: suite.name,
    title: suite.title,
    date: new Date(began).toISOString().slice(0, 10),
    command,
    machine: on,
    tests: {
      passed: read?.numPassedTests ?? 0,
      failed: read?.numFailedTests ?? tests.length,
      skipped: read?.numPendingTests ?? 0,
    },
    counts: added(linesOf(figures!)),
    seconds: Math.round((Date.now() - began) / 1000),
    peakMb: Math.max(0, ...linesOf(peak!).map(Number)),
  };
  rmSync(room, { recursive: true });
  return row;
};
