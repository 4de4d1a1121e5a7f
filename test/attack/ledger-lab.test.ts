import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tw } from '../support/command';
import { expectNoStack } from '../support/command';
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

test.each([
  [['state', 'show', 'nowhere'], 'there is no such ledger'],
  [['state', 'rm', 'net/edge'], 'name addresses, or write --all'],
  [['state', 'rm', 'net/edge', 'ikev2-proposal/NONE'], 'the ledger has no object ikev2-proposal/NONE'],
  [['state', 'mv', 'net/edge', 'core'], 'write STACK/TARGET'],
])('%j is refused with one clear message', async (args, says) => {
  const ran = await run(args);
  expect([ran.code, ran.err]).toEqual([1, expect.stringContaining(says)]);
  expectNoStack(ran);
});

test.each(['list', 'show', 'mv', 'rm', 'rebind'])('state %s has help', async (command) => {
  const ran = await run(['state', command, '--help']);
  expect([ran.code, ran.out]).toEqual([0, expect.stringContaining(`state ${command}`)]);
});
