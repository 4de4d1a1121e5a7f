import { withBrought } from '../../lib/run/brought';
import type { Manifest } from '../../lib/run/manifest';
import { apply, left, plan, rollback, states, words } from '../support/engine';
import { startRig, type Rig } from '../support/rig';
import { manifestOf, type Variant } from '../support/scenario';
import { scenario } from '../scenarios/057-two-domains/network';

/** Two domains of an FMC, and people and faults between them: nothing of others is deployed, and no run gets stuck. */
const declared = (variant: Variant): Manifest => manifestOf((stack) => scenario.declare(stack, variant));

let rig: Rig;
beforeEach(async () => {
  Object.assign(process.env, scenario.secrets);
  rig = await startRig({ fmc: { ...scenario.world?.fmc, deployMs: 0 } });
});
afterEach(async () => {
  await rig.close();
  Object.keys(scenario.secrets ?? {}).forEach((name) => delete process.env[name]);
});

const collection = 'object/networks';
interface Shown {
  readonly id: string;
  readonly name: string;
}
const branch = () => rig.fmc.in('Global/Branch');
const idOf = (name: string, at = rig.fmc.objects(collection)): string =>
  (at as readonly Shown[]).find((one) => one.name === name)!.id;
const networks = (): unknown => rig.fmc.deployed('branch-ftd')!.bgp[0]!['networks'];
const both = (state: string) => ({ branch: state, fmc: state });

describe('what others have changed, and not deployed', () => {
  const pending =
    /pending on branch-ftd and not ours: Network lan by ravi|pending here with a change of others: Network corporate by .*ravi.* on branch-ftd\. Nothing was deployed/;

  test.each([
    [
      'in the lower domain',
      () => branch().edit(collection, idOf('lan', branch().objects(collection)), { description: 'mine' }, 'ravi'),
    ],
    [
      'in the upper domain, the same object',
      () => rig.fmc.edit(collection, idOf('corporate'), { description: 'mine' }, 'ravi'),
    ],
  ])('%s: is not deployed with ours, and ours is when theirs is', async (_where, change) => {
    expect(states(await apply(rig, declared('whole')))).toEqual(both('applied'));
    change();
    const ended = await apply(rig, declared('edited'));
    expect(networks()).toEqual(['10.20.0.0/16', '10.40.0.0/16']);
    expect(words(ended)).toMatch(pending);
    rig.fmc.deployAs('ravi', ['branch-ftd']);
    const next = await apply(rig, declared('edited'));
    expect([words(next), left(await plan(rig, declared('edited')))]).toEqual(['', []]);
    expect(networks()).toEqual(['10.21.0.0/16', '10.40.0.0/16']);
  });
});

test('one that stores and deploys nothing does not say that it deploys, and ends well', async () => {
  const still = (manifest: Manifest): Manifest => ({
    ...manifest,
    targets: manifest.targets.map((one) => ({ ...one, settings: { ...one.settings, deploy: false } })),
  });
  await apply(rig, declared('whole'));
  rig.fmc.edit(collection, idOf('corporate'), { description: 'mine' }, 'ravi');
  const planned = withBrought(await plan(rig, still(declared('edited'))));
  expect(planned.flatMap((one) => one.plan!.waiting)).toEqual(['network-object/corporate: changes with apply of fmc']);
  expect(states(await apply(rig, still(declared('edited'))))).toEqual({ fmc: 'applied', branch: 'unchanged' });
});

test('the upper domain alone is applied: the plan of the lower one says what it has to deploy', async () => {
  await apply(rig, declared('whole'));
  expect(states(await apply(rig, declared('edited'), { target: 'fmc' }))).toEqual({ fmc: 'applied' });
  expect(networks()).toEqual(['10.20.0.0/16', '10.40.0.0/16']);
  await apply(rig, declared('edited'), { target: 'branch' });
  expect(networks()).toEqual(['10.21.0.0/16', '10.40.0.0/16']);
});

describe('an object of the upper domain that somebody renames', () => {
  beforeEach(async () => {
    await apply(rig, declared('whole'));
    rig.fmc.edit(collection, idOf('corporate'), { name: 'theirs' }, 'ravi');
    rig.fmc.deployAs('ravi', ['branch-ftd']);
  });

  test('has its name back by both', async () => {
    const id = idOf('theirs');
    const ended = await apply(rig, declared('whole'));
    expect([states(ended), ended.flatMap(({ problems }) => problems)]).toEqual([both('applied'), []]);
    expect(idOf('corporate')).toBe(id);
    expect(left(await plan(rig, declared('whole')))).toEqual([]);
  });

  test('goes with all else when nothing is declared', async () => {
    const ended = await apply(rig, declared('nothing'));
    expect([states(ended), words(ended)]).toEqual([both('applied'), '']);
    expect((rig.fmc.objects(collection) as readonly Shown[]).map(({ name }) => name)).not.toContain('theirs');
    expect(left(await plan(rig, declared('nothing')))).toEqual([]);
  });

  test('stops the lower domain alone, which changes nothing', async () => {
    const before = JSON.stringify(branch().objects('object/networkgroups'));
    expect(states(await apply(rig, declared('whole'), { target: 'branch' }))).toEqual({ branch: 'failed' });
    expect(JSON.stringify(branch().objects('object/networkgroups'))).toBe(before);
  });
});

test('the upper domain fails half-way: the lower one is left, and the next run ends it', async () => {
  rig.fmc.faults.status = { match: /^POST object\/networks/, code: 422, times: 1 };
  await apply(rig, declared('less'));
  rig.fmc.faults.status = { match: /^POST object\/networks/, code: 500, times: 5 };
  const ended = await apply(rig, declared('whole'));
  expect([states(ended), words(ended)]).toEqual([
    { fmc: 'failed', branch: 'skipped' },
    expect.stringContaining('not changed: fmc failed, and net/branch/lans looks up net/fmc/corporate'),
  ]);
  rig.fmc.faults = {};
  expect(states(await apply(rig, declared('whole')))).toEqual(both('applied'));
  expect(left(await plan(rig, declared('whole')))).toEqual([]);
});

test('the lower domain cannot let go of what the upper one takes out: that stays until it has', async () => {
  await apply(rig, declared('whole'));
  rig.fmc.faults.status = { match: /^DELETE .*staticroutes/, code: 403, times: 9 };
  const ended = await apply(rig, declared('less'));
  expect(words(ended)).toContain('network-object/far stays: branch failed, and may still use it');
  expect(idOf('far')).toBeDefined();
  rig.fmc.faults = {};
  expect(states(await apply(rig, declared('less')))).toEqual(both('applied'));
  expect(left(await plan(rig, declared('less')))).toEqual([]);
});

test('a run that made both is taken back in the upper domain alone: nothing goes that the lower one uses', async () => {
  await apply(rig, declared('whole'), { run: 'made' });
  const ended = await rollback(rig, declared('whole'), 'made', { target: 'fmc' });
  expect(words(ended)).toContain('Cannot delete far: it is in use');
  expect(networks()).toEqual(['10.20.0.0/16', '10.40.0.0/16']);
  expect(states(await rollback(rig, declared('whole'), 'made'))).toEqual(both('applied'));
  expect(branch().objects(collection)).toEqual([]);
});

test('a run that made both is taken back in the lower domain alone, and then in the upper one', async () => {
  await apply(rig, declared('whole'), { run: 'made' });
  const lower = await rollback(rig, declared('whole'), 'made', { target: 'branch' });
  const upper = await rollback(rig, declared('whole'), 'made', { target: 'fmc' });
  expect([states(lower), states(upper)]).toEqual([{ branch: 'applied' }, { fmc: 'applied' }]);
  expect(branch().objects(collection)).toEqual([]);
  expect((rig.fmc.objects(collection) as readonly Shown[]).map(({ name }) => name)).not.toContain('corporate');
});

test('two people apply at once, each to one domain: what is declared is there and runs', async () => {
  await apply(rig, declared('whole'));
  const ended = await Promise.all([
    apply(rig, declared('edited'), { target: 'fmc' }),
    apply(rig, declared('less'), { target: 'branch' }),
  ]);
  expect(ended.map(states)).toEqual([{ fmc: 'applied' }, { branch: 'applied' }]);
  const again = await apply(rig, declared('edited'));
  expect(again.flatMap(({ problems }) => problems)).toEqual([]);
  expect(left(await plan(rig, declared('edited')))).toEqual([]);
  expect(networks()).toEqual(['10.21.0.0/16', '10.40.0.0/16']);
});

test('the upper domain is destroyed alone while the lower one uses it', async () => {
  await apply(rig, declared('whole'));
  expect(states(await apply(rig, declared('nothing'), { target: 'fmc' }))).toEqual({ fmc: 'failed' });
  expect(networks()).toEqual(['10.20.0.0/16', '10.40.0.0/16']);
  const all = await apply(rig, declared('nothing'));
  expect([states(all), left(await plan(rig, declared('nothing')))]).toEqual([both('applied'), []]);
});
