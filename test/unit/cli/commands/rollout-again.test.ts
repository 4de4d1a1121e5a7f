import { againOf, rolloutWords, startOf, workerAgain } from '../../../../lib/cli/commands/rollout/again';
import { markdownPlan } from '../../../../lib/cli/output/markdown';
import { verdict } from '../../../../lib/cli/output/verdict';

const options = {
  app: 'npx tsx main.ts',
  store: 'postgres://db/vpn?team=net',
  ledgerKey: 'env:KEY',
  lab: '.lab/lab.json',
  temporal: 'temporal.example.net:7233',
};
const from =
  "--app 'npx tsx main.ts' --store 'postgres://db/vpn?team=net' --ledger-key env:KEY --lab .lab/lab.json --temporal temporal.example.net:7233";

test('a printed command of a rollout has its name, and all that finds the same program, ledgers, devices and server', () => {
  expect(againOf('march', options)('resume')).toBe(`tunnelwright rollout resume march ${from}`);
  expect(rolloutWords('resume', undefined, {})).toEqual(['rollout', 'resume']);
  expect(workerAgain('pune', options)).toBe(
    "tunnelwright worker --queue pune --store 'postgres://db/vpn?team=net' --ledger-key env:KEY --temporal temporal.example.net:7233",
  );
});

test('to start it again is the same start, from its first wave', () => {
  const given = { engine: 'temporal', queue: 'tunnelwright', queueBy: 'site', wait: false, yes: true, adopt: true };
  expect(startOf('march', { ...options, ...given, again: true })).toBe(
    `tunnelwright rollout start march ${from} --again --engine temporal --queue-by site --no-wait --yes --adopt`,
  );
  expect(startOf('march', { wait: true, queue: 'pune' })).toBe('tunnelwright rollout start march --queue pune');
});

test('warnings of rules name the program of which lint shows them', () => {
  const found = {
    rule: 'R',
    title: 't',
    severity: 'warning',
    packs: [],
    path: 'a',
    message: 'm',
    remedy: 'r',
  } as const;
  const manifest = { format: 1 as const, stack: 'net', targets: [], lint: { findings: [found], waivers: [] } };
  const plain = { strong: String, faint: String, warn: String } as unknown as Parameters<typeof verdict>[2];
  expect(verdict([manifest], { app: 'my program.ts' }, plain)).toEqual([
    "! rules: 1 warning; tunnelwright lint --app 'my program.ts' shows it",
  ]);
});

test('what a comment cut is shown whole by the command that made it', () => {
  const said = Array.from({ length: 900 }, (_, n) => `finding ${n} ${'x'.repeat(60)}`);
  expect(markdownPlan([], said, undefined, 'tunnelwright plan --app main.ts')).toMatch(
    /- and \d+ more: `tunnelwright plan --app main\.ts`/,
  );
});
