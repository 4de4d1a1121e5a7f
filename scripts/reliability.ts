/**
 * `npm run reliability` runs the long suites and writes docs/reliability.md. `--kills N` and `--fuzz N` say how much of
 * each, `--only SUITE` which of them (several by commas); `--page` writes the page without a run.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { faultsOf, readmeText, root } from './reliability/mapping';
import { page } from './reliability/page';
import { promises } from './reliability/promises';
import { runSuite, type Row } from './reliability/run';
import { suites, type Amounts } from './reliability/suites';

const kept = join(__dirname, 'reliability', 'figures.json');
const file = join(root, 'docs', 'reliability.md');

const write = async (path: string, text: string, parser: string): Promise<void> => {
  const style = await resolveConfig(path);
  writeFileSync(path, await format(text, { ...style, parser }));
};

const amountOf = (name: string, text: string): number => {
  const n = Number(text);
  if (!Number.isInteger(n) || n < 1)
    throw new Error(`--${name}: '${text}' is not a number from 1. Example: --${name} 1000.`);
  return n;
};

/** The rows as they are in the file now: another run of this script may have written its own meanwhile. */
const keptRows = (): Map<string, Row> =>
  new Map(
    existsSync(kept) ? (JSON.parse(readFileSync(kept, 'utf8')) as readonly Row[]).map((row) => [row.suite, row]) : [],
  );

const main = async (): Promise<number> => {
  const { values } = parseArgs({
    options: {
      kills: { type: 'string', default: '20' },
      fuzz: { type: 'string', default: '20000' },
      only: { type: 'string' },
      page: { type: 'boolean', default: false },
    },
  });
  const faults = faultsOf(promises, readmeText());
  if (faults.length > 0) {
    process.stderr.write(`${faults.join('\n')}\n`);
    return 1;
  }
  const amounts: Amounts = { kills: amountOf('kills', values.kills), fuzz: amountOf('fuzz', values.fuzz) };
  const chosen = values.only?.split(',') ?? suites.map(({ name }) => name);
  const unknown = chosen.filter((name) => suites.every((suite) => suite.name !== name));
  if (unknown.length > 0)
    throw new Error(
      `--only: there is no suite ${unknown.join(', ')}. There are ${suites.map(({ name }) => name).join(', ')}.`,
    );
  const command = ['npm run reliability', ...(process.argv.length > 2 ? ['--', ...process.argv.slice(2)] : [])].join(
    ' ',
  );
  const results: Row[] = [];
  const ran = values.page ? [] : suites.filter(({ name }) => chosen.includes(name));
  for (const suite of ran) {
    const row = runSuite(suite, amounts, command);
    if (row === undefined) continue;
    results.push(row);
    process.stdout.write(
      `${suite.name}: ${JSON.stringify({ tests: row.tests, counts: row.counts, seconds: row.seconds, peakMb: row.peakMb })}\n`,
    );
    await write(kept, JSON.stringify([...keptRows().set(row.suite, row).values()]), 'json');
  }
  const rows = keptRows();
  const inOrder = suites.flatMap(({ name }) => rows.get(name) ?? []);
  await write(file, page(inOrder, promises), 'markdown');
  return results.some(({ tests }) => tests.failed > 0) ? 1 : 0;
};

main().then(
  (code) => void (process.exitCode = code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  },
);
