import type { Promised } from './promises';
import type { Row } from './run';

const thousands = (n: number): string => n.toLocaleString('en-US');
const counted = ({ counts, tests }: Row): string =>
  [
    ...Object.entries(counts).map(([what, n]) => `${thousands(n)} ${what}`),
    `tests: ${tests.passed} passed, ${tests.failed} failed${tests.skipped > 0 ? `, ${tests.skipped} skipped` : ''}`,
  ].join('; ');
const timeOf = (seconds: number): string => (seconds < 120 ? `${seconds} s` : `${Math.round(seconds / 60)} min`);

/** docs/reliability.md: what was run last of each suite, and what holds each promise. */
export const page = (rows: readonly Row[], promises: readonly Promised[]): string =>
  [
    '# Reliability',
    '',
    'Written by `npm run reliability`; not by hand. `npm test` takes a sample of each suite. `npm run reliability -- --kills 1000 --fuzz 1000000` is a long run; `--only fuzz` runs one suite and leaves the rows of the others as they were.',
    '',
    'All devices are simulated, in the same process as the suite: its memory is in the figures.',
    '',
    '## Figures of the last run of each suite',
    '',
    '| suite | what it does | what came of it | time | peak memory | run |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows.map(
      (row) =>
        `| ${row.suite} | ${row.title} | ${counted(row)} | ${timeOf(row.seconds)} | ${row.peakMb} MB | ${row.date}, \`${row.command}\`, ${row.machine} |`,
    ),
    '',
    '`inputs` were given to a parser; of these it `read` some and `refused` the others in words. `crashes` are errors of the engine that reached the caller. A `kill` is a process ended by SIGKILL, or a run that was broken at that event; `ended before` counts runs that were over, or had refused to go on, before the kill came.',
    '',
    '## What holds the promises of the README',
    '',
    'The list is data, `scripts/reliability/promises.ts`. A test fails where the README promises something that no test holds, or a test that is named here does not exist.',
    '',
    '| promise | held by |',
    '| --- | --- |',
    ...promises.map(({ says, heldBy }) => `| ${says} | ${heldBy.map((file) => `\`${file}\``).join(', ')} |`),
    '',
  ].join('\n');
