import { expectNoStack, tw, type Ran } from '../../support/command';
import { fileStore } from '../../../lib/run/ledger/store';
import { emptyLedger } from '../../../lib/plan/ledger';
import { content, photo } from '../../support/devices';
import { startRig, type Rig } from '../../support/rig';
import { manifestOf } from '../../support/scenario';
import { scenario as mesh } from '../021-mesh-with-an-asa/network';

let rig: Rig;
let file: string;
beforeEach(async () => {
  Object.assign(process.env, mesh.secrets);
  rig = await startRig({ fmc: { deployMs: 0 } });
  file = rig.save(manifestOf((stack) => mesh.declare(stack, 'whole')));
});
afterEach(() => rig.close());
const run = async (...args: readonly string[]): Promise<Ran> => {
  const ran = await tw(rig, [...args, '--manifest', file]);
  expectNoStack(ran);
  return ran;
};

test('destroy removes what is ours in the order of its references, and what others own stays', async () => {
  const boot = photo(rig);
  expect((await run('apply', '--yes')).code).toBe(0);
  expect(rig.edge.type('interface Loopback9', 'description by hand')).toEqual([]);
  const up = photo(rig);

  const refused = await run('destroy', '--yes');
  expect([refused.code, refused.out]).toEqual([
    1,
    expect.stringMatching(/would drop tunnels that are up: .*edge Tunnel100/),
  ]);
  const unasked = await run('destroy');
  expect([unasked.code, unasked.out]).toEqual([
    1,
    expect.stringMatching(/\nNothing was changed\. To destroy without being asked: --yes --allow-disruption\n$/),
  ]);
  expect(photo(rig)).toEqual(up);

  const one = await run('destroy', '--yes', '--allow-disruption', '--target', 'asa');
  expect([one.code, one.out]).toEqual([
    0,
    expect.stringMatching(/\n! This removes all that is ours from asa\.\n(?:[^]*\n)?asa: destroyed\nrun /),
  ]);
  const rest = await run('destroy', '--yes', '--allow-disruption');
  expect([rest.code, rest.out]).toEqual([
    0,
    expect.stringMatching(
      /\n! This removes all that is ours from edge, fmc\.\n(?:[^]*\n)?edge: destroyed\nasa: nothing of ours was there\nfmc: destroyed\nrun \S+: to take it back, tunnelwright rollback --run /,
    ),
  ]);
  expect(rig.edge.runningConfig()).toContain('interface Loopback9\n description by hand\n');
  rig.edge.type('no interface Loopback9');
  expect(content(photo(rig))).toEqual(content(boot));
  expect((await run('plan')).out).toMatch(/^edge .*: \d+ to create, 0 to change, 0 to delete$/m);

  const none = await run('destroy', '--yes');
  expect([none.code, none.out]).toEqual([0, expect.not.stringContaining('This removes')]);

  const id = /rollback --run (\S+)/.exec(rest.out)![1]!;
  const back = await run('rollback', '--yes', '--allow-disruption', '--run', id);
  expect([back.code, back.out]).toEqual([0, expect.stringMatching(/edge: rolled back/)]);
  expect(rig.edge.runningConfig()).toContain('interface Tunnel100\n');
});

test('destroy needs no secret of the program', async () => {
  expect((await run('apply', '--yes', '--target', 'asa')).code).toBe(0);
  const old = { address: 'ikev2-proposal/p', kind: 'ikev2-proposal', name: 'p', path: 'net/old/p', refs: [] };
  const store = fileStore(rig.ledgers);
  await store.write({ ...emptyLedger('net/old'), entries: [{ ...old, content: {}, state: 'owned' }] });
  const ran = await tw(rig, ['destroy', '--yes', '--allow-disruption', '--manifest', file], { env: { MESH_KEY: '' } });
  expect([ran.code, ran.out]).toEqual([0, expect.stringMatching(/\nasa: destroyed\n/)]);
  // A target that left the program is not destroyed with it, and not passed over in silence.
  expect(ran.out).toContain('! net/old: 1 object is ours there, and the program declares it no more: they stay.');
});
