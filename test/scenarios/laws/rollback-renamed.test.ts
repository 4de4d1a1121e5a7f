import { IkeV2Keyring, Secret, type IosXeRouter } from 'tunnelwright';
import { copyRuns } from '../../../lib/run/ledger/ledgers';
import { renameLedger } from '../../../lib/run/ledger/corrections';
import { apply, left, plan, rollback, states, words } from '../../support/engine';
import { startRig, type Rig } from '../../support/rig';
import { edge, manifestOf } from '../../support/scenario';

const keyring = (peer: string) =>
  manifestOf((stack) => {
    const router: IosXeRouter = edge(stack);
    new IkeV2Keyring(router, 'keys', {
      peers: [{ name: peer, address: '203.0.113.93', key: Secret.fromEnv('BRANCH_KEY') }],
    });
  });

let rig: Rig;
beforeEach(async () => {
  process.env['BRANCH_KEY'] = 'Uq7.tundra-lantern';
  rig = await startRig();
});
afterEach(() => rig.close());

test('a member with a secret that a run has renamed gets its name back', async () => {
  expect(words(await apply(rig, keyring('pune'), { run: 'one' }))).toBe('');
  expect(words(await apply(rig, keyring('delhi'), { run: 'two' }))).toBe('');
  const back = await rollback(rig, keyring('delhi'), 'two');
  expect([states(back), words(back)]).toEqual([{ edge: 'applied' }, '']);
  expect(rig.edge.runningConfig()).toContain('peer pune');
  expect(rig.edge.runningConfig()).not.toContain('peer delhi');
  expect(left(await plan(rig, keyring('pune')))).toEqual([]);
});

test('what is kept of runs goes with a ledger that gets another name', async () => {
  await apply(rig, keyring('pune'), { run: 'one' });
  await renameLedger(rig.store, 'net/edge', 'net/branch');
  expect(await rig.store.runs('net/branch')).toEqual(['one']);
  expect(await rig.store.recall('net/branch', 'one')).toMatchObject({ run: 'one', outcome: 'applied' });
  // What is kept under the new name already is not overwritten.
  await rig.store.keep('net/branch', 'one', { mine: true });
  await copyRuns(rig.store, 'net/edge', 'net/branch');
  expect(await rig.store.recall('net/branch', 'one')).toEqual({ mine: true });
});
