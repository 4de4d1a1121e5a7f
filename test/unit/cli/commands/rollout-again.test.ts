import { againOf, rolloutWords, startOf, workerAgain } from '../../../../lib/cli/commands/rollout/again';
import { markdownPlan } from '../../../../lib/cli/output/markdown';
import { placeWords, programWords } from '../../../../lib/cli/options';
import { commandWasGiven } from '../../../../lib/kernel/advised';

const options = {
  app: 'npx tsx main.ts',
  store: 'postgres://db/vpn?team=net',
  ledgerKey: 'env:KEY',
  lab: '.lab/lab.json',
  temporal: 'temporal.example.net:7233',
};
beforeAll(() => commandWasGiven({ program: programWords(options), place: placeWords(options) }));
afterAll(() => commandWasGiven({ program: [], place: [] }));
const from = "--app 'npx tsx main.ts' --store 'postgres://db/vpn?team=net' --ledger-key env:KEY --lab .lab/lab.json";

test('a printed command of a rollout has its name, and all that finds the same program, ledgers, devices and server', () => {
  expect(againOf('march', options)('resume')).toBe(
    `tunnelwright rollout resume march --temporal temporal.example.net:7233 ${from}`,
  );
  expect(rolloutWords('resume', undefined, {})).toEqual(['rollout', 'resume']);
  expect(workerAgain('pune', options)).toBe(
    "tunnelwright worker --queue pune --temporal temporal.example.net:7233 --store 'postgres://db/vpn?team=net' --ledger-key env:KEY",
  );
});

test('to start it again is the same start, from its first wave', () => {
  const given = { engine: 'temporal', queue: 'tunnelwright', queueBy: 'site', wait: false, yes: true, adopt: true };
  expect(startOf('march', { ...options, ...given, again: true })).toBe(
    `tunnelwright rollout start march --again --engine temporal --queue-by site --no-wait --yes --adopt --temporal temporal.example.net:7233 ${from}`,
  );
  expect(startOf('march', { wait: true, queue: 'pune' })).toBe(`tunnelwright rollout start march --queue pune ${from}`);
});

test('what a comment cut is shown whole by the command that made it', () => {
  const said = Array.from({ length: 900 }, (_, n) => `finding ${n} ${'x'.repeat(60)}`);
  expect(markdownPlan([], said, undefined, 'tunnelwright plan --app main.ts')).toMatch(
    /- and \d+ more: `tunnelwright plan --app main\.ts`/,
  );
});
