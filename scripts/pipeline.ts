/**
 * Runs the pipelines that `tunnelwright init` writes, step by step, from an empty folder with the packed package
 * (test/pipelines), and fills the blocks of docs/how-to/pipeline.md with what they printed. `--check` changes nothing and
 * fails when the page is stale.
 *
 * A block behind `<!-- shown NAME -->` is what the test recorded under that name.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const page = 'docs/how-to/pipeline.md';

/** What differs from one run to the next is shown by an example of it. */
const steady = (text: string): string => text.replace(/\d{8}-\d{6}-[0-9a-f]{4}/g, '20260302-101500-c0de');

const filled = (text: string, room: string): string =>
  text.replace(/(<!-- shown (\w+) -->\n+(`{3,})\w+\n)[^]*?^\3$/gm, (_, head: string, name: string, fence: string) => {
    const shown = steady(readFileSync(join(room, `${name}.txt`), 'utf8')).trimEnd();
    return `${head}${shown}\n${fence}`;
  });

/** Lines that stand in one text and not in the other. */
const differing = (before: string, after: string): string => {
  const [old, now] = [before, after].map((text) => new Set(text.split('\n'))) as [Set<string>, Set<string>];
  const gone = [...old].filter((line) => !now.has(line)).map((line) => `- ${line}`);
  const come = [...now].filter((line) => !old.has(line)).map((line) => `+ ${line}`);
  return [...gone, ...come].join('\n') || 'The same lines, in another order.';
};

const main = (): number => {
  const room = mkdtempSync(join(tmpdir(), 'pipeline-'));
  try {
    const words = [resolve('node_modules/jest/bin/jest.js'), '-c', 'jest.pipelines.cjs', '-i'];
    const env = { ...process.env, PIPELINE_RECORDS: room };
    const { status } = spawnSync(process.execPath, words, { stdio: 'inherit', env });
    if (status !== 0) return 1;
    if (!existsSync(join(room, 'another.txt'))) {
      process.stdout.write(`Nothing was run, as is said above: ${page} is not looked at.\n`);
      return 0;
    }
    const before = readFileSync(page, 'utf8');
    const after = filled(before, room);
    if (after === before) return 0;
    if (!process.argv.includes('--check')) writeFileSync(page, after);
    else
      process.stderr.write(`${page} is stale: run \`npm run pipeline\` and commit it\n${differing(before, after)}\n`);
    return process.argv.includes('--check') ? 1 : 0;
  } finally {
    rmSync(room, { recursive: true, force: true });
  }
};

process.exitCode = main();
