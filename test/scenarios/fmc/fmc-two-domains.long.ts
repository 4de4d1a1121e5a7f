import { Fmc, Login, NetworkGroup, NetworkObject } from 'tunnelwright';
import { withBrought } from '../../../lib/run/brought';
import type { Manifest } from '../../../lib/run/manifest';
import { actions, apply, drift, left, plan, rollback, states, words } from '../../support/engine';
import { startRig, type Rig } from '../../support/rig';
import { fmc, manifestOf, problemsIn, type Variant } from '../../support/scenario';
import { scenario } from '../057-two-domains/network';

const declared = (variant: Variant): Manifest => manifestOf((stack) => scenario.declare(stack, variant));

let rig: Rig;
beforeEach(async () => {
  Object.assign(process.env, scenario.secrets);
  rig = await startRig({ fmc: { ...scenario.world?.fmc, deployMs: 0 } });
});
afterEach(() => rig.close());

const networks = (): unknown => rig.fmc.deployed('branch-ftd')!.bgp[0]!['networks'];
const waitsIn = (all: Awaited<ReturnType<typeof plan>>): readonly string[] =>
  all.flatMap(({ work, plan: p }) => (p?.waiting ?? []).map((line) => `${work.target.id} ${line}`));

test('both are under one session, one rate and one writer', async () => {
  const ended = await apply(rig, declared('whole'));
  expect(states(ended)).toEqual({ branch: 'applied', fmc: 'applied' });
  const { logins, requests, rejected, maxParallelWrites } = rig.fmc.counters;
  expect([logins, rejected, maxParallelWrites]).toEqual([1, 0, 1]);
  const [used] = [ended.reduce((sum, one) => sum + (one.requests?.used ?? 0), 0)];
  // What closes a session comes after the last count.
  expect(used).toBe(requests);
});

describe('what the lower one looks up and the upper one makes', () => {
  test('is waited for by the plan, and there when it is needed', async () => {
    const planned = await plan(rig, declared('whole'));
    expect(words(planned)).toBe('');
    expect(waitsIn(planned)).toEqual([
      'branch network-object/corporate: comes with apply of fmc',
      'branch network-object/far: comes with apply of fmc',
    ]);
    await apply(rig, declared('whole'));
    expect(networks()).toEqual(['10.20.0.0/16', '10.40.0.0/16']);
    const second = await plan(rig, declared('whole'));
    expect([left(second), waitsIn(second)]).toEqual([[], []]);
  });

  test('is asked for where the lower one is applied alone', async () => {
    const ended = await apply(rig, declared('whole'), { target: 'branch' });
    expect([states(ended), words(ended)]).toEqual([
      { branch: 'failed' },
      expect.stringMatching(
        /looks up what is not there: network-object\/corporate: comes with apply of fmc.*Nothing was changed here[^]*→ apply the target that makes it first/,
      ),
    ]);
    expect(rig.fmc.in('Global/Branch').objects('object/networks')).toEqual([]);
    expect(states(await apply(rig, declared('whole'), { target: 'fmc' }))).toEqual({ fmc: 'applied' });
    expect(states(await apply(rig, declared('whole'), { target: 'branch' }))).toEqual({ branch: 'applied' });
  });

  test('is not waited for where the upper one fails: the lower one says why it is left', async () => {
    rig.fmc.faults.status = { match: /^POST object\/networks/, code: 422, times: 1 };
    const ended = await apply(rig, declared('whole'));
    expect(states(ended)).toEqual({ fmc: 'failed', branch: 'skipped' });
    expect(words(ended)).toMatch(/not changed: fmc failed, and net\/branch\/lans looks up net\/fmc\/corporate/);
    expect(states(await apply(rig, declared('whole')))).toEqual({ fmc: 'applied', branch: 'applied' });
  });

  test('is deployed by the lower one where it changes, and its plan says so', async () => {
    await apply(rig, declared('whole'));
    const planned = withBrought(await plan(rig, declared('edited')));
    expect(actions(planned)).toEqual(['fmc update network-object/corporate']);
    expect(waitsIn(planned)).toEqual([
      'branch network-object/corporate: changes with apply of fmc, and is deployed from here',
    ]);
    expect(states(await apply(rig, declared('edited'), { run: 'edit' }))).toEqual({
      fmc: 'applied',
      branch: 'applied',
    });
    expect(networks()).toEqual(['10.21.0.0/16', '10.40.0.0/16']);
    const back = await rollback(rig, declared('edited'), 'edit');
    expect(back.flatMap(({ problems }) => problems)).toEqual([]);
    expect(networks()).toEqual(['10.20.0.0/16', '10.40.0.0/16']);
    const [corporate] = rig.fmc.objects('object/networks').slice(-2);
    expect(corporate).toMatchObject({ name: 'corporate', value: '10.20.0.0/16' });
    await apply(rig, declared('whole'));
    expect(left(await plan(rig, declared('whole')))).toEqual([]);
  });

  test('is drift of the upper one where others change it', async () => {
    await apply(rig, declared('whole'));
    const [corporate] = rig.fmc.objects('object/networks') as readonly [{ readonly id: string }];
    rig.fmc.edit('object/networks', corporate.id, { value: '10.99.0.0/16' }, 'ravi');
    expect(actions(await drift(rig, declared('whole')))).toEqual(['fmc update network-object/corporate']);
  });
});

test('what was looked up is let go of before it goes, and a run that did both is taken back in the other order', async () => {
  await apply(rig, declared('whole'));
  expect(states(await apply(rig, declared('less'), { run: 'less' }))).toEqual({ fmc: 'applied', branch: 'applied' });
  const back = await rollback(rig, declared('less'), 'less');
  expect(back.flatMap(({ problems }) => problems)).toEqual([]);
  expect(actions(await plan(rig, declared('whole')))).toEqual([]);
});

test('an object is not referred to across domains: it is looked up', () => {
  const found = problemsIn((stack) => {
    const corporate = new NetworkObject(fmc(stack), 'corporate', { value: '10.20.0.0/16' });
    const branch = fmc(stack, { domain: 'Global/Branch' }, 'branch');
    new NetworkGroup(branch, 'lans', { members: [corporate] });
  });
  expect(found.join()).toMatch(/fromExisting handle/);
});

test('one domain under two spellings is one target too many', () => {
  const found = problemsIn((stack) => {
    fmc(stack, { domain: 'Global/Branch' }, 'one');
    fmc(stack, { domain: 'global \\ branch' }, 'two');
  });
  expect(found.join()).toMatch(/net\/two .*one/);
});

test('domains of two FMCs have nothing to do with each other', () => {
  const { targets } = manifestOf((stack) => {
    new NetworkObject(fmc(stack), 'corporate', { value: '10.20.0.0/16' });
    const other = new Fmc(stack, 'other', {
      host: 'other.example.net',
      version: '7.6',
      login: Login.fromEnv('FMC'),
      domain: 'Global/Branch',
    });
    new NetworkGroup(other, 'lans', { members: [NetworkObject.fromExisting(other, 'corporate', 'corporate')] });
  });
  expect(targets.flatMap(({ needs = [] }) => needs)).toEqual([]);
});
