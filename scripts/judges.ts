/**
 * `npm run judges` has what others wrote look at what is written here (test/judges), prints one table, and writes it to
 * docs/judges.md; with `--check` it says whether that has the same rows. Facts are counted again on every run.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format } from 'prettier';
import { lastRun } from '../test/judges/oracle/long-run';
import type { Verdict } from '../test/judges/support/judge';

const root = join(__dirname, '..');
const page = join(root, 'docs', 'judges.md');

const intro = `# Judged by what nobody here wrote

Grammars and lab are of one hand, so they can agree with each other and be wrong together. Here clients, parsers and servers of others look at both: each does a small real job or reads what was written, and its result is compared with what is so, mostly with what our own \`drift\` finds afterwards. \`npm run judges\` does that and writes this page; \`.ci/run\` installs them first. A judge whose package is missing is skipped, and says so. No judge is a Cisco device: what only a device can say is in [unproven.md](unproven.md).

A fact is one single value that was compared. A disagreement that stays has its reason; one without fails the run.
`;

const cells = ({ judge, did, facts, disagreements, skipped }: Verdict): readonly string[] => [
  judge,
  did,
  skipped === undefined ? String(facts) : 'not run',
  skipped ?? (disagreements.length === 0 ? '0' : disagreements.join('; ')),
];
const row = (verdict: Verdict): string =>
  `| ${cells(verdict)
    .map((cell) => cell.replaceAll('|', '\\|'))
    .join(' | ')} |`;

/** The rows of the page as it is, by their judges. */
const rowsIn = (text: string): ReadonlyMap<string, string> =>
  new Map([...text.matchAll(/^\| (?!judge |-)(.+?) +\|.*$/gm)].map((found) => [found[1]!, found[0]]));

/** What the last run of many pairs found (`npm run oracle -- --record`): CI asks few. */
const longRun = (): string => {
  const run = lastRun();
  if (run === undefined) return '';
  const reasons = Object.entries(run.explained).map(([name, times]) => `${times} times: ${name}`);
  return `\nOf the rules, \`npm run oracle\` asked strongSwan about ${run.pairs} pairs (seed ${run.seed}) on ${run.date}: ${run.together} came together. ${run.open} disagreements had no reason; with one of those above: ${reasons.join('; ') || 'none'}.\n`;
};

/** A judge that is not here has the row of its last run; so has one that was not asked, where only some were. */
const written = (verdicts: readonly Verdict[], before: ReadonlyMap<string, string>, some: boolean): Promise<string> => {
  const now = verdicts.map((each): readonly [string, string] => [
    each.judge,
    each.skipped === undefined ? row(each) : (before.get(each.judge) ?? row(each)),
  ]);
  const rows = new Map([...(some ? before : []), ...now]);
  const sorted = [...rows].sort(([one], [other]) => (one.toLowerCase() < other.toLowerCase() ? -1 : 1));
  const table = [
    '| judge | what it does | facts | disagreements |',
    '| --- | --- | --- | --- |',
    ...sorted.map(([, text]) => text),
  ];
  return format([intro, ...table, longRun()].join('\n'), { parser: 'markdown' });
};

/** Without the counts and the padding: what has to be the same. */
const shape = (text: string): string =>
  text
    .replace(/\| +\d+ +\|/g, '| n |')
    .replace(/ +/g, ' ')
    .replace(/-+/g, '-');

const run = (names: readonly string[], room: string): number => {
  const args = ['-c', 'jest.judges.cjs', ...names];
  const jest = join(root, 'node_modules/.bin/jest');
  return (
    spawnSync(jest, args, { cwd: root, stdio: 'inherit', env: { ...process.env, JUDGES_RECORDS: room } }).status ?? 1
  );
};

const print = (verdicts: readonly Verdict[]): void => {
  const width = Math.max(...verdicts.map(({ judge }) => judge.length));
  for (const verdict of verdicts) {
    const [judge, did, facts, disagreements] = cells(verdict);
    console.log(`${judge!.padEnd(width)}  ${facts!.padStart(7)}  ${disagreements}  (${did})`);
  }
};

const main = async (): Promise<number> => {
  const given = process.argv.slice(2);
  const check = given.includes('--check');
  const names = given.filter((word) => word !== '--check');
  const room = mkdtempSync(join(tmpdir(), 'judges-'));
  try {
    const status = run(names, room);
    const verdicts = readdirSync(room)
      .sort()
      .map((name) => JSON.parse(readFileSync(join(room, name), 'utf8')) as Verdict);
    print(verdicts);
    if (status !== 0) return status;
    const skipped = verdicts.filter((verdict) => verdict.skipped !== undefined);
    const before = existsSync(page) ? readFileSync(page, 'utf8') : '';
    const now = await written(verdicts, rowsIn(before), names.length > 0);
    if (skipped.length > 0) console.log(`${skipped.length} of ${verdicts.length} judges were not run.`);
    if (!check) writeFileSync(page, now);
    else if (shape(before) !== shape(now)) {
      console.error('docs/judges.md does not say what the judges do. Run: npm run judges');
      return 1;
    }
    return 0;
  } finally {
    rmSync(room, { recursive: true, force: true });
  }
};

void main().then((code) => {
  process.exitCode = code;
});
