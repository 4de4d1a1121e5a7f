import { DuoGroup } from 'tunnelwright';
import type { TargetResult } from '../../../lib/run/target-result';
import { content, photo } from '../../support/devices';
import { actions, apply, left, plan, rollback, states, words } from '../../support/engine';
import { before, listening } from '../../support/listening';
import { startRig, type Rig } from '../../support/rig';
import { manifestOf } from '../../support/scenario';
import { declare } from '../023-one-run/declared';

const whole = manifestOf((stack) => declare(stack));
const without = manifestOf((stack) => declare(stack, { without: true }));

let rig: Rig;
beforeEach(async () => {
  process.env['RADIUS_KEY'] = 'Jw5-lynx,harbour';
  rig = await startRig();
});
afterEach(() => rig.close());

const well = (ended: readonly TargetResult[]): void => expect(ended.flatMap(({ problems }) => problems)).toEqual([]);
const applications = (): readonly object[] => rig.duo.objects('/admin/v3/integrations');

test('what a run made goes first where it is used: the router, then the proxy, then the application in Duo', async () => {
  const boot = photo(rig);
  well(await apply(rig, whole, { run: 'one' }));
  const { heard, notes } = listening(rig);
  const back = await rollback(heard, whole, 'one');
  expect([states(back), words(back)]).toEqual([
    { duo: 'applied', edge: 'applied', fmc: 'applied', ise: 'applied', proxy: 'applied' },
    expect.not.stringContaining('→'),
  ]);
  before(notes, 'edge applied', 'proxy rollback');
  before(notes, 'proxy applied', 'duo rollback');
  before(notes, 'edge applied', 'ise rollback');
  expect(content(photo(rig))).toEqual(content(boot));
  expect(applications()).toEqual([]);
});

test('what a run took away comes back first where it is made, and its new keys reach the proxy', async () => {
  well(await apply(rig, whole, { run: 'one' }));
  const [old] = applications() as readonly { secretKey: string }[];
  well(await apply(rig, without, { run: 'two' }));
  const { heard, notes } = listening(rig);
  const back = await rollback(heard, whole, 'two');
  expect(states(back)).toEqual({
    duo: 'applied',
    edge: 'applied',
    fmc: 'unchanged',
    ise: 'unchanged',
    proxy: 'applied',
  });
  before(notes, 'duo applied', 'proxy rollback');
  before(notes, 'proxy applied', 'edge rollback');
  const [fresh] = applications() as readonly { secretKey: string }[];
  expect(fresh!.secretKey).not.toBe(old!.secretKey);
  expect(rig.duoProxy.running()).toContain(`skey=${fresh!.secretKey}`);
  expect(left(await plan(rig, whole))).toEqual([]);
});

test('what a run made and what it took away on one device, in two steps, both come back', async () => {
  well(await apply(rig, whole, { run: 'one' }));
  const other = manifestOf((stack) => {
    declare(stack, { without: true });
    new DuoGroup(stack.node.findChild('duo'), 'guests', { description: 'made by the second run' });
  });
  well(await apply(rig, other, { run: 'two' }));
  const groups = (): readonly unknown[] => rig.duo.objects('/admin/v1/groups');
  expect([groups().length, applications()]).toEqual([1, []]);
  well(await rollback(rig, whole, 'two'));
  expect([groups(), applications().length]).toEqual([[], 1]);
  expect(left(await plan(rig, whole))).toEqual([]);
});

test('where the one who uses it does not let go, it stays; rolled back again, the rest goes', async () => {
  const boot = photo(rig);
  well(await apply(rig, whole, { run: 'one' }));
  rig.edge.faults.refuse = { line: /^no radius server/, words: '% Server is in use' };
  const stuck = await rollback(rig, whole, 'one');
  expect(states(stuck)).toEqual({ duo: 'skipped', edge: 'failed', fmc: 'applied', ise: 'skipped', proxy: 'skipped' });
  expect(words(stuck)).toContain('the device is as the run left it');
  expect(words(stuck)).toMatch(/duo-radius-application\/vpn[^\n]* stays: proxy was skipped, and may still use it/);
  expect(applications()).toHaveLength(1);
  rig.edge.faults = {};
  well(await rollback(rig, whole, 'one'));
  expect(content(photo(rig))).toEqual(content(boot));
});

test('a target that cannot be reached is told of, and what it uses stays', async () => {
  well(await apply(rig, whole, { run: 'one' }));
  rig.duoProxy.faults.refuseConnections = true;
  const stuck = await rollback(rig, whole, 'one');
  expect(states(stuck)).toMatchObject({ duo: 'skipped', edge: 'applied', proxy: 'unknown' });
  rig.duoProxy.faults.refuseConnections = false;
  well(await rollback(rig, whole, 'one'));
  expect(applications()).toEqual([]);
  expect(actions(await plan(rig, whole)).every((line) => line.includes(' create '))).toBe(true);
});
