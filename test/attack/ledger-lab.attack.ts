import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { program } from '../../lib/cli/command-line';
import { showProblem, type ProblemError } from '../../lib/kernel/problem';
import { tw } from '../support/command';
import { startRig, type Rig } from '../support/rig';
import { manifestOf } from '../support/scenario';
import { scenario as keyed } from '../scenarios/002-pre-shared-key/network';

let rig: Rig;
let file: string;
let production: string;
beforeAll(async () => {
  Object.assign(process.env, keyed.secrets);
  rig = await startRig();
  file = rig.save(manifestOf((stack) => keyed.declare(stack, 'whole')));
  production = join(rig.room, 'production');
});
afterAll(() => rig.close());
/** The command with the ledgers of the real devices set, as it is in a pipeline. */
const run = (args: readonly string[], lab: string | undefined = rig.lab) =>
  tw(rig, args, { env: { TUNNELWRIGHT_LEDGER: production, TUNNELWRIGHT_LAB: lab } });

test('a rehearsal writes no ledger of the real devices, whatever directory is set for them', async () => {
  const saved = join(rig.room, 'lab-plan.json');
  expect((await run(['plan', '--manifest', file, '--target', 'edge', '--out', saved])).code).toBe(2);
  const outside = await tw(rig, ['apply', saved], {
    env: { TUNNELWRIGHT_LEDGER: production, TUNNELWRIGHT_LAB: undefined },
  });
  expect([outside.code, outside.err.trim()]).toEqual([
    1,
    `[${saved}] was made in a lab, not for the real devices\n    → plan again without --lab`,
  ]);
  expect((await run(['apply', '--manifest', file, '--target', 'edge', '--yes'])).code).toBe(0);
  expect(existsSync(production)).toBe(false);
  const ledger = JSON.parse(readFileSync(join(rig.ledgers, 'net.edge.json'), 'utf8')) as {
    readonly device: { readonly marks: readonly { readonly what: string }[] };
  };
  expect(ledger.device.marks.map(({ what }) => what)).toEqual(['serial number', 'SSH host key', 'lab']);
});

test('a saved plan of the real devices, or of another lab, is refused in a lab', async () => {
  const saved = join(rig.room, 'saved.json');
  const plan = { format: 'tunnelwright-plan-1', adopt: false, targets: [] };
  writeFileSync(saved, JSON.stringify(plan));
  expect((await run(['apply', saved])).err).toContain('was made for the real devices, not for a lab');
  writeFileSync(saved, JSON.stringify({ ...plan, lab: 'other' }));
  expect((await run(['apply', saved])).err).toContain('was made in another lab');
});

test('--ledger with --lab is refused', async () => {
  const ran = await run(['plan', '--manifest', file, '--ledger', join(rig.room, 'mine')]);
  expect([ran.code, ran.err]).toEqual([1, expect.stringContaining('a lab has ledgers of its own')]);
});

test('state shows and corrects what is owned, each noted in the journal', async () => {
  const listed = await run(['state', 'list', '--json']);
  expect(JSON.parse(listed.out)).toEqual([
    expect.objectContaining({ target: 'net/edge', device: expect.objectContaining({ verified: true }) as object }),
  ]);
  const shown = await run(['state', 'show', 'edge', '--json']);
  const { objects } = JSON.parse(shown.out) as { readonly objects: readonly { readonly address: string }[] };
  const [first, ...rest] = objects.map(({ address }) => address);
  expect((await run(['state', 'mv', 'net/edge', first!, `${first!.split('/')[0]}/OTHER`])).out).toContain(
    'No device was asked.',
  );
  expect((await run(['state', 'rm', 'net/edge', `${first!.split('/')[0]}/OTHER`])).code).toBe(0);
  const left = JSON.parse((await run(['state', 'show', 'net/edge', '--json'])).out) as typeof JSON & {
    readonly objects: readonly { readonly address: string }[];
  };
  expect(left.objects.map(({ address }) => address)).toEqual(rest);
  expect((await run(['state', 'mv', 'net/edge', 'net/core'])).code).toBe(0);
  expect((await run(['state', 'mv', 'net/core', 'net/edge'])).code).toBe(0);
  expect((await run(['state', 'rebind', 'net/edge', '--manifest', file])).code).toBe(1);
  expect((await run(['state', 'rebind', 'net/edge', '--manifest', file, '--yes'])).code).toBe(0);
  const journal = readFileSync(join(rig.ledgers, 'net.edge.journal'), 'utf8');
  for (const words of ['state mv: ', 'state rm: ', 'state mv: moved from net/core', 'state rebind: '])
    expect(journal).toContain(words);
  expect(readdirSync(rig.ledgers).filter((name) => name.endsWith('.lock'))).toEqual([]);
});

/** In this process: what is refused is thrown, with all its words. */
const refusal = (...args: readonly string[]): Promise<string> =>
  program(() => undefined)
    .parseAsync(['node', 'tunnelwright', 'state', ...args, '--lab', rig.lab])
    .then(
      () => 'not refused',
      (error: ProblemError) => error.problems.map(showProblem).join('\n'),
    );

test.each([
  [['show', 'nowhere'], '[nowhere] there is no such ledger\n    → there are: net/edge'],
  [['rm', 'net/edge'], '[net/edge] says not what to remove\n    → name addresses, or write --all for the whole ledger'],
  [
    ['rm', 'net/edge', 'ikev2-proposal/NONE'],
    '[net/edge] the ledger has no object ikev2-proposal/NONE. Nothing was changed\n    → see what it has: tunnelwright state show net/edge --lab LAB',
  ],
  [['mv', 'net/edge', 'core'], '[core] is not the name of a ledger\n    → write STACK/TARGET. Example: net/edge'],
  [
    ['mv', 'net/edge', 'net/edge'],
    '[net/edge] has a ledger already. Nothing was changed\n    → look at it: tunnelwright state show net/edge --lab LAB',
  ],
])('state %j is refused with one clear message', async (args, says) => {
  expect(await refusal(...args)).toBe(says.replace('LAB', rig.lab));
});

test('every state command has help, --json and the options of the ledger', () => {
  const state = program(() => undefined).commands.find((command) => command.name() === 'state')!;
  expect(state.commands.map((command) => command.name())).toEqual([
    ...['list', 'undeclared', 'show', 'mv', 'rm', 'rebind', 'push', 'pull', 'key'],
  ]);
  const leaves = state.commands.flatMap((command) => (command.commands.length === 0 ? [command] : command.commands));
  for (const command of leaves) expect(command.helpInformation()).toMatch(/--json[\s\S]*--ledger[\s\S]*--lab/);
});
