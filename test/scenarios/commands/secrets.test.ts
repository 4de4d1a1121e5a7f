import { rmSync, writeFileSync } from 'node:fs';
import { tw } from '../../support/command';
import { actions, apply, left, plan, states, verify, words } from '../../support/engine';
import { startRig, type Rig } from '../../support/rig';
import { manifestOf } from '../../support/scenario';
import { filesIn, leaks } from '../../support/secrecy';
import { scenario as keyed } from '../002-pre-shared-key/network';

let rig: Rig;
const manifest = manifestOf((stack) => keyed.declare(stack, 'whole'));
beforeEach(async () => {
  Object.assign(process.env, keyed.secrets);
  rig = await startRig();
  expect(states(await apply(rig, manifest))).toEqual({ edge: 'applied', fmc: 'applied' });
});
afterEach(() => rig.close());

test('a key that is changed where it is kept is changed at both ends, also where the device hides it', async () => {
  process.env['TUNNEL_KEY'] = 'rotated-Bx7#heron|scone';
  expect(actions(await plan(rig, manifest))).toEqual([
    'edge update ikev2-keyring/branch',
    'fmc update vpn-topology/branch',
  ]);
  expect(states(await apply(rig, manifest))).toEqual({ edge: 'applied', fmc: 'applied' });
  expect(left(await plan(rig, manifest))).toEqual([]);
  expect((await verify(rig, manifest)).flatMap((v) => v.tunnels).every((t) => t.up)).toBe(true);
  const { password: _password, ...files } = filesIn(rig.room);
  expect(leaks(files, [...Object.values(keyed.secrets!), 'rotated-Bx7#heron|scone'])).toEqual([]);
});

test('a fingerprint key that is lost is asked for, and another one refused; what it made can be forgotten, and hidden secrets are written again', async () => {
  const file = `${rig.ledgers}/fingerprint.key`;
  rmSync(file);
  const lost = await plan(rig, manifest);
  expect(lost.map(({ state }) => state)).not.toContain('planned');
  expect(words(lost)).toContain('set TUNNELWRIGHT_LEDGER_KEY to it');
  writeFileSync(file, 'd2'.repeat(32));
  const other = await plan(rig, manifest);
  expect(other.map(({ state }) => state)).toEqual(['failed', 'failed']);
  expect(words(other)).toMatch(/is not the one that this ledger was written with, so \d+ secrets? cannot be compared/);
  const at = rig.save(manifest);
  const asked = await tw(rig, ['state', 'key', 'forget', '--manifest', at]);
  expect([asked.code, asked.out]).toEqual([
    1,
    expect.stringMatching(/net\/edge {2}\d+ fingerprints? of another key[^]*--yes\n$/),
  ]);
  const gone = await tw(rig, ['state', 'key', 'forget', '--yes', '--manifest', at]);
  expect([gone.code, gone.out]).toEqual([
    0,
    expect.stringMatching(/net\/fmc {2}[^]*They are forgotten\. Run plan before apply\.\n$/),
  ]);
  const again = await tw(rig, ['state', 'key', 'forget', '--manifest', at]);
  expect([again.code, again.out]).toEqual([0, expect.stringMatching(/^Every ledger [^\n]*\n$/)]);
  expect(actions(await plan(rig, manifest))).toEqual(['fmc update vpn-topology/branch']);
  expect(states(await apply(rig, manifest))).toEqual({ edge: 'unchanged', fmc: 'applied' });
  expect(left(await plan(rig, manifest))).toEqual([]);
  const newer = `file:${rig.room}/new.key`;
  writeFileSync(`${rig.room}/new.key`, 'e3'.repeat(32));
  const moved = await tw(rig, ['state', 'key', 'rotate', '--to', newer, '--manifest', at]);
  expect([moved.code, moved.out]).toEqual([0, expect.stringContaining(`plan and apply, --ledger-key ${newer} or `)]);
  expect((await tw(rig, ['plan', '--manifest', at, '--ledger-key', newer])).code).toBe(0);
});

test('a plan that is saved with another key says that the key is the cause, when it is saved and when it is applied', async () => {
  writeFileSync(`${rig.ledgers}/fingerprint.key`, 'd2'.repeat(32));
  const saved = `${rig.room}/p.json`;
  const made = await tw(rig, ['plan', '--manifest', rig.save(manifest), '--out', saved]);
  const why = /which could not be planned \(the key of the fingerprints is not the one [^\n]*\)/;
  expect([made.code, made.out]).toEqual([1, expect.stringMatching(why)]);
  expect(made.out).not.toContain('could not be read');
  const applied = await tw(rig, ['apply', saved]);
  expect([applied.code, applied.err]).toEqual([1, expect.stringMatching(why)]);
  expect(applied.err).toMatch(/→ put that right and plan again\.\n/);
});

test('two runs at once: one changes, the other says who does', async () => {
  process.env['TUNNEL_KEY'] = 'another-key';
  const both = await Promise.all([apply(rig, manifest, { target: 'fmc' }), apply(rig, manifest, { target: 'fmc' })]);
  expect(both.map((ended) => states(ended)['fmc']).sort()).toEqual(['applied', 'failed']);
  expect(both.map(words).join('')).toMatch(/is being changed by \S+ process \d+ since/);
});
