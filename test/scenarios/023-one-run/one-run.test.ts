import { planned, titled } from '../../../lib/cli/report';
import { savedPlan } from '../../../lib/cli/saved-plan';
import { plain, showPlan } from '../../../lib/plan/show';
import { terraformJson } from '../../../lib/plan/terraform-json';
import type { Ended } from '../../../lib/run/apply';
import { expectNoStack, tw } from '../../support/command';
import { actions, apply, left, plan, states, words } from '../../support/engine';
import { startRig, type Rig } from '../../support/rig';
import { manifestOf } from '../../support/scenario';
import { filesIn, leaks } from '../../support/secrecy';
import { declare } from './declared';

const key = 'Jw5-lynx,harbour';
const rotated = 'Rk8-crane,meadow';
const whole = manifestOf((stack) => declare(stack));
const without = manifestOf((stack) => declare(stack, { without: true }));

let rig: Rig;
beforeEach(async () => {
  process.env['RADIUS_KEY'] = key;
  rig = await startRig();
});
afterEach(() => rig.close());

/** The same devices, with what the journals say of all of them in the order in which it was said. */
const listening = (): { readonly heard: Rig; readonly notes: readonly string[] } => {
  const notes: string[] = [];
  const note = async (target: string, text: string): Promise<void> => {
    notes.push(`${target.replace('net/', '')} ${text.split(' ')[0]}`);
    await rig.store.note(target, text);
  };
  return { heard: { ...rig, store: { ...rig.store, note } }, notes };
};
const before = (notes: readonly string[], first: string, second: string): void => {
  expect(notes).toEqual(expect.arrayContaining([first, second]));
  expect(notes.lastIndexOf(first)).toBeLessThan(notes.lastIndexOf(second));
};
const said = (all: readonly Ended[]): Record<string, string> => ({
  plan: all
    .filter((ended) => ended.plan)
    .flatMap((ended) => showPlan(titled(ended), plain, { steps: true, undo: true }))
    .join('\n'),
  json: JSON.stringify(terraformJson(all.map(planned))),
  saved: savedPlan(all, false),
  words: words(all),
});
const applicationKey = (): string => String(rig.duo.objects('/admin/v3/integrations')[0]?.['secretKey']);
const filesWritten = (): Readonly<Record<string, string>> => {
  const { password: _password, 'duo-secret-key': _key, ...files } = filesIn(rig.room);
  return files;
};

const noLeak = (all: readonly (readonly Ended[])[], secrets: readonly string[]): void => {
  expect(secrets.filter((secret) => secret.length < 8)).toEqual([]);
  for (const one of all) expect(leaks(said(one), secrets)).toEqual([]);
  expect(leaks(filesWritten(), secrets)).toEqual([]);
};

test('each device is written to after those that it takes from, and the key that Duo made reaches the router', async () => {
  const first = await plan(rig, whole);
  expect(words(first)).toBe('');
  expect(said(first)['plan']).toContain('the secretKey of duo-radius-application/vpn: known after apply of duo');
  const { heard, notes } = listening();
  const ended = await apply(heard, whole);
  expect([states(ended), words(ended)]).toEqual([
    { duo: 'applied', edge: 'applied', fmc: 'applied', ise: 'applied' },
    expect.stringMatching(/^[^\n]*$/),
  ]);
  before(notes, 'duo applied', 'edge apply');
  before(notes, 'ise applied', 'edge apply');
  expect(applicationKey()).toMatch(/^[A-Za-z0-9]{40}$/);
  expect(rig.edge.runningConfig()).toContain(applicationKey());
  expect(left(await plan(rig, whole))).toEqual([]);
  expect(new Set(Object.values(states(await apply(rig, whole))))).toEqual(new Set(['unchanged']));
  noLeak([first, ended], [key, applicationKey(), 'lab-password']);
});

test('a secret that is changed where it is kept reaches router and ISE in one apply', async () => {
  await apply(rig, whole);
  process.env['RADIUS_KEY'] = rotated;
  const changed = await plan(rig, whole);
  expect(actions(changed)).toEqual(['edge update radius-server/ise', 'ise update ise-network-device/edge']);
  const ended = await apply(rig, whole);
  expect(states(ended)).toEqual({ duo: 'unchanged', edge: 'applied', fmc: 'unchanged', ise: 'applied' });
  expect(rig.edge.runningConfig()).toContain(rotated);
  expect(rig.ise.objects('networkdevice')[0]).toMatchObject({
    authenticationSettings: { radiusSharedSecret: rotated },
  });
  expect(left(await plan(rig, whole))).toEqual([]);
  noLeak([changed, ended], [key, rotated, applicationKey()]);
});

test('a device that refuses: those that need it are skipped, the others finish, and a second run completes', async () => {
  rig.duo.faults.status = { match: /POST .*integrations/, code: 400, times: 1 };
  const manifest = rig.save(whole);
  const run = () => tw(rig, ['apply', '--manifest', manifest, '--yes']);
  const broken = await run();
  expectNoStack(broken);
  expect(broken.code).toBe(1);
  expect(broken.out).toContain('duo: FAILED');
  expect(broken.out).toContain(
    'edge: skipped\n  [edge] not changed: duo failed, and net/edge takes secretKey of duo-radius-application/vpn from it',
  );
  expect(broken.out).toMatch(/fmc: applied\nise: applied|ise: applied\nfmc: applied/);
  expect(broken.out).toContain('Left to do: edge, duo.');
  const second = await run();
  expect([second.code, second.out]).toEqual([0, expect.stringMatching(/edge: applied[\s\S]*duo: applied/)]);
  expect(left(await plan(rig, whole))).toEqual([]);
  const texts = { ...filesWritten(), out: `${broken.out}${broken.err}${second.out}${second.err}` };
  expect(leaks(texts, [key, applicationKey(), 'lab-password'])).toEqual([]);
});

test('a device that is away: what takes its secret cannot be planned and says why, the others finish', async () => {
  rig.duo.faults.drop = { match: /./, times: Infinity };
  const planned = await plan(rig, whole);
  expect(states(planned)).toEqual({ duo: 'unknown', edge: 'unknown', fmc: 'planned', ise: 'planned' });
  expect(words(planned)).toContain('the secretKey of duo-radius-application/vpn cannot be read from duo');
  const ended = await apply(rig, whole);
  expect(states(ended)).toEqual({ duo: 'unknown', edge: 'skipped', fmc: 'applied', ise: 'applied' });
  rig.duo.faults = {};
  expect(states(await apply(rig, whole))).toEqual({
    duo: 'applied',
    edge: 'applied',
    fmc: 'unchanged',
    ise: 'unchanged',
  });
  expect(left(await plan(rig, whole))).toEqual([]);
});

test('what goes is let go of first by who uses it', async () => {
  await apply(rig, whole);
  const { heard, notes } = listening();
  expect([...actions(await plan(rig, without))].sort()).toEqual([
    'duo delete duo-radius-application/vpn',
    'edge delete radius-server/duo',
  ]);
  expect(states(await apply(heard, without))).toEqual({
    duo: 'applied',
    edge: 'applied',
    fmc: 'unchanged',
    ise: 'unchanged',
  });
  before(notes, 'edge applied', 'duo apply');
  expect(left(await plan(rig, without))).toEqual([]);
});

test('where the one who uses it does not let go, it stays', async () => {
  await apply(rig, whole);
  rig.edge.faults.refuse = { line: /^no radius server/, words: '% Server is in use' };
  const ended = await apply(rig, without);
  expect(states(ended)).toMatchObject({ duo: 'skipped', edge: 'failed' });
  expect(words(ended)).toContain('duo-radius-application/vpn stays: edge failed, and may still use it');
  expect(rig.duo.objects('/admin/v3/integrations')).toHaveLength(1);
  rig.edge.faults = {};
  await apply(rig, without);
  expect(rig.duo.objects('/admin/v3/integrations')).toEqual([]);
  expect(left(await plan(rig, without))).toEqual([]);
});
