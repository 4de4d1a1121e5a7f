import { FtdBgp, NetworkObject, NetworkObjectOverride } from 'tunnelwright';
import { titled } from '../../../lib/cli/output/report';
import { plain, showPlan } from '../../../lib/plan/show';
import type { Manifest } from '../../../lib/run/manifest';
import type { ReadTarget } from '../../../lib/run/target-result';
import { actions, apply, drift, left, plan, rollback, states, words } from '../../support/engine';
import { startRig, type Rig } from '../../support/rig';
import { fmc, manifestOf } from '../../support/scenario';

/** One object name, which each of two firewalls announces with a value of its own. */
const network = (values: Readonly<Record<string, string>>, overridable = true): Manifest =>
  manifestOf((stack) => {
    const center = fmc(stack);
    const lan = new NetworkObject(center, 'lan', { value: '10.20.0.0/16', overridable });
    ['mumbai-pair', 'branch-ftd'].forEach((name) => {
      new FtdBgp(center.ftd(name), 'bgp', {
        asn: 65010,
        neighbors: [{ address: '192.0.2.9', remoteAs: 64512 }],
        networks: [lan],
      });
      const value = values[name];
      if (value !== undefined) new NetworkObjectOverride(center.ftd(name), 'lan', { object: lan, value });
    });
  });
const whole = network({ 'branch-ftd': '10.40.0.0/16' });

let rig: Rig;
beforeEach(async () => {
  rig = await startRig({ fmc: { deployMs: 0 } });
});
afterEach(() => rig.close());

const announced = (device: string): unknown => rig.fmc.deployed(device)!.bgp[0]!['networks'];
const lanId = (): string =>
  (rig.fmc.objects('object/networks') as { id: string; name: string }[]).find(({ name }) => name === 'lan')!.id;
const idOf = (device: string): string =>
  (rig.fmc.objects('devices/devicerecords') as { id: string; name: string }[]).find(({ name }) => name === device)!.id;
const byHand = (value: string, device = 'branch-ftd', user = 'ravi'): void => {
  const [id, type] = [lanId(), 'Network'];
  rig.fmc.touch({
    collection: 'object/networks',
    body: {
      id,
      type,
      name: 'lan',
      value,
      overrides: { parent: { id, type }, target: { id: idOf(device), type: 'Device' } },
    },
    user,
  });
};
const shown = async (manifest: Manifest): Promise<string> => {
  const [ended] = await plan(rig, manifest);
  return showPlan(titled(ended as ReadTarget), plain, { steps: true, undo: false }).join('\n');
};
const deployments = (): number =>
  rig.fmc.log.filter(({ method, path }) => method === 'POST' && path.endsWith('deploymentrequests')).length;

test('each firewall has its own value under the name, the others that of the object', async () => {
  expect(states(await apply(rig, whole))).toEqual({ fmc: 'applied' });
  expect([announced('branch-ftd'), announced('mumbai-pair')]).toEqual([['10.40.0.0/16'], ['10.20.0.0/16']]);
  expect(left(await plan(rig, whole))).toEqual([]);
});

test('a change is written over the override alone, and only its firewall is deployed to', async () => {
  await apply(rig, whole);
  const from = rig.fmc.log.length;
  const before = deployments();
  expect(states(await apply(rig, network({ 'branch-ftd': '10.41.0.0/16' })))).toEqual({ fmc: 'applied' });
  expect([announced('branch-ftd'), announced('mumbai-pair')]).toEqual([['10.41.0.0/16'], ['10.20.0.0/16']]);
  expect(deployments() - before).toBe(1);
  const writes = rig.fmc.log.slice(from).filter(({ method }) => method !== 'GET');
  expect(writes.map(({ method, path }) => `${method} ${path.split('/').slice(-2, -1).join()}`)).toContain(
    'PUT networks',
  );
  expect(rig.fmc.objects('object/networks')).toContainEqual(
    expect.objectContaining({ name: 'lan', value: '10.20.0.0/16' }),
  );
});

test('what is taken out goes by the id of its firewall, and the object stays', async () => {
  await apply(rig, whole);
  expect(actions(await plan(rig, network({})))).toEqual(['fmc delete network-object-override/lan/branch-ftd']);
  expect(await shown(network({}))).toContain('?overrideTargetId=');
  expect(states(await apply(rig, network({})))).toEqual({ fmc: 'applied' });
  expect(announced('branch-ftd')).toEqual(['10.20.0.0/16']);
  expect(left(await plan(rig, network({})))).toEqual([]);
});

test('an override goes before its object stops allowing it, and comes after the object allows it', async () => {
  const closed = network({}, false);
  await apply(rig, whole);
  expect(actions(await plan(rig, closed))).toEqual([
    'fmc delete network-object-override/lan/branch-ftd',
    'fmc update network-object/lan',
  ]);
  expect(states(await apply(rig, closed))).toEqual({ fmc: 'applied' });
  expect(announced('branch-ftd')).toEqual(['10.20.0.0/16']);
  expect(left(await plan(rig, closed))).toEqual([]);
  expect(actions(await plan(rig, whole))).toEqual([
    'fmc update network-object/lan',
    'fmc create network-object-override/lan/branch-ftd',
  ]);
  expect(states(await apply(rig, whole))).toEqual({ fmc: 'applied' });
  expect(states(await apply(rig, closed, { run: 'closing' }))).toEqual({ fmc: 'applied' });
  const ended = await rollback(rig, closed, 'closing');
  expect(ended.flatMap(({ problems }) => problems)).toEqual([]);
  expect(announced('branch-ftd')).toEqual(['10.40.0.0/16']);
});

test('an override that was changed by hand is drift, and is put back', async () => {
  await apply(rig, whole);
  byHand('10.77.0.0/16');
  const [found] = await drift(rig, whole);
  expect(JSON.stringify(found!.plan)).toContain('10.77.0.0/16');
  rig.fmc.deployAs('ravi', ['branch-ftd']);
  expect(states(await apply(rig, whole))).toEqual({ fmc: 'applied' });
  expect(announced('branch-ftd')).toEqual(['10.40.0.0/16']);
});

test('one that was made by hand on an object of ours is shown as such, and stays', async () => {
  await apply(rig, whole);
  byHand('10.78.0.0/16', 'mumbai-ftd-1');
  rig.fmc.deployAs('ravi', ['mumbai-pair']);
  const [found] = await drift(rig, whole);
  expect(JSON.stringify(found!.plan)).toContain('10.78.0.0/16 on mumbai-pair');
  expect(await shown(whole)).toContain('overrides: others: [10.78.0.0/16 on mumbai-pair]');
  expect(states(await apply(rig, whole))).not.toEqual({ fmc: 'failed' });
  expect(announced('mumbai-pair')).toEqual(['10.78.0.0/16']);
});

test('one that was made by hand goes with an object of ours that is taken out, and the plan says so', async () => {
  await apply(rig, whole);
  byHand('10.78.0.0/16', 'mumbai-ftd-1');
  rig.fmc.deployAs('ravi', ['mumbai-pair', 'branch-ftd']);
  const without = manifestOf((stack) => void fmc(stack));
  const text = await shown(without);
  expect(text).toContain('not ours, goes with it: overrides: others: [10.78.0.0/16 on mumbai-pair]');
  expect(text).not.toContain('not ours, stays');
  expect(states(await apply(rig, without))).toEqual({ fmc: 'applied' });
  expect(rig.fmc.objects('object/networks')).not.toContainEqual(expect.objectContaining({ name: 'lan' }));
});

test('one that is there already and is not ours is not taken over', async () => {
  await apply(rig, network({}));
  byHand('10.40.0.0/16');
  rig.fmc.deployAs('ravi', ['branch-ftd']);
  expect(words(await plan(rig, whole))).toMatch(/already exists/);
});

test('a creation whose answer was lost is not made twice', async () => {
  await apply(rig, network({}));
  rig.fmc.faults.drop = { match: /^POST object\/networks$/, times: 1, after: true };
  expect(states(await apply(rig, whole))).toEqual({ fmc: 'applied' });
  expect(announced('branch-ftd')).toEqual(['10.40.0.0/16']);
});
