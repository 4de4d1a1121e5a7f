import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cliDialect } from '../test/support/cli';
import { configurationOf, normalize } from '../lib/platforms/iosxe/normalize';
import type { SecretBook } from '../lib/desired/item';
import { configuration } from './generate';
import { milliseconds, type Row } from './table';

const noSecrets: SecretBook = { judge: (marker) => marker, reveal: (text) => text };
const read = (text: string) => normalize(configurationOf(text, 'bench'), noSecrets, () => undefined);

/** Reads two configurations and gives the lines that turn one into the other. */
const ours = (running: string, wanted: string): number => {
  const [live, desired] = [read(running), read(wanted)];
  let lines = 0;
  for (const [header, section] of desired)
    for (const step of cliDialect.steps(live.get(header), section)) lines += step.lines.length;
  for (const [header, section] of live) if (!desired.has(header)) lines += cliDialect.steps(section, undefined).length;
  return lines;
};

/** The same texts through hier_config, in the same run; undefined where Python or the package is missing. */
const theirs = (files: readonly [string, string]): number | undefined => {
  try {
    const out = execFileSync('python3', [join('bench', 'hier_config_bench.py'), ...files], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return Number(out.trim());
  } catch {
    return undefined;
  }
};

export const parseAndDiff = (): readonly Row[] => {
  const room = mkdtempSync(join(tmpdir(), 'bench-'));
  for (let run = 100; run < 130; run++) ours(configuration(1000, 1, run), configuration(1000, 0, run));
  const rows = [1_000, 10_000, 100_000].map((lines): Row => {
    const runs = lines < 50_000 ? 20 : 3;
    const texts = Array.from(
      { length: runs },
      (_, run) => [configuration(lines, 1, run), configuration(lines, 0, run)] as const,
    );
    const [running, wanted] = texts[0]!;
    const mine = milliseconds((run) => ours(...texts[run]!), runs);
    const files = [join(room, 'running'), join(room, 'wanted')] as const;
    writeFileSync(files[0], running);
    writeFileSync(files[1], wanted);
    const other = theirs([files[0], files[1]]);
    return {
      what: `parse and diff, ${running.split('\n').length} lines`,
      tunnelwright: `${mine.toFixed(0)} ms`,
      'per 1,000 lines': `${((mine / lines) * 1000).toFixed(2)} ms`,
      hier_config: other === undefined ? 'not installed' : `${other.toFixed(0)} ms`,
      ratio: other === undefined ? '' : `${(other / mine).toFixed(1)} times`,
    };
  });
  rmSync(room, { recursive: true });
  return rows;
};
