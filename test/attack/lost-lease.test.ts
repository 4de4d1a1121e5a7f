/** A run that was suspended for longer than its lease: another one may have been at work since. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail, showProblem } from '../../lib/kernel/problem';
import { lockTarget } from '../../lib/run/apply';
import { fileStore } from '../../lib/run/ledger/store';
import { emptyLedger } from '../../lib/plan/ledger';
import { armed } from '../support/by-hand';
import { storeWith } from '../support/store-with';
import { startRig, type Rig } from '../support/rig';
import { manifestOf } from '../support/scenario';
import { scenario as keyed } from '../scenarios/002-pre-shared-key/network';

let rig: Rig;
beforeEach(async () => {
  Object.assign(process.env, keyed.secrets);
  rig = await startRig({ fmc: { deployMs: 0 } });
});
afterEach(() => rig.close());

const manifest = () => manifestOf((stack) => keyed.declare(stack, 'whole'));
const options = () => ({ store: rig.store, adopt: false, progress: () => undefined, run: 'run-1' });
const lockFile = (): string =>
  join(
    rig.ledgers,
    readdirSync(rig.ledgers).find((name) => name.endsWith('edge.lock'))!,
  );

test.each([
  ['another run has taken it over', (file: string) => writeFileSync(file, 'elsewhere process 7 since now\n')],
  ['somebody removed the lock', (file: string) => rmSync(file)],
])('%s while the person was asked: nothing is changed, there or in the ledger', async (_how, lose) => {
  const [work] = rig.works(manifest(), 'edge');
  const before = rig.edge.runningConfig();
  const held = await lockTarget(work!, options());
  expect(held.planned.state).toBe('planned');
  const path = lockFile();
  lose(path);
  const ended = await held.apply();
  expect(ended.state).toBe('failed');
  expect(ended.problems.map(showProblem).join('\n')).toContain('this run has lost its lease');
  expect(rig.edge.runningConfig()).toBe(before);
  expect(readdirSync(rig.ledgers).filter((name) => /edge.*\.(json|run)$/.test(name))).toEqual([]);
  const after = (): string =>
    readdirSync(rig.ledgers)
      .filter((name) => name.endsWith('.lock'))
      .join();
  const locks = after();
  await held.release();
  expect(after()).toBe(locks); // the lock of the other run is not taken from it
});

test('a lease that was lost refuses every write, and one that was taken anew allows them', async () => {
  const store = fileStore(rig.ledgers);
  const unlock = await store.lock('site/a');
  await store.write(emptyLedger('site/a'));
  const file = join(rig.ledgers, 'site.a.lock');
  const ours = readFileSync(file, 'utf8');
  writeFileSync(file, 'elsewhere process 7 since now\n');
  await expect(store.write(emptyLedger('site/a'))).rejects.toThrow('has lost its lease');
  await expect(store.keep('site/a', 'run', {})).rejects.toThrow('has lost its lease');
  await expect(store.remove('site/a')).rejects.toThrow('has lost its lease');
  writeFileSync(file, ours);
  await store.write(emptyLedger('site/a'));
  await unlock();
  await store.write(emptyLedger('site/a'));
});

/** A store that `lose` happens to as soon as the device has the change, and before it is confirmed. */
const losing = (before: string, lose: () => void) => {
  const store = storeWith(rig.store, {
    demand: async (target) => {
      if (target.endsWith('edge') && rig.edge.runningConfig() !== before) lose();
      await rig.store.demand(target);
    },
  });
  return { ...options(), store };
};

test('the lease is lost while the change is on the device and armed: it is not confirmed, and nothing more is typed', async () => {
  const [work] = rig.works(manifest(), 'edge');
  const before = rig.edge.runningConfig();
  const held = await lockTarget(
    work!,
    losing(before, () => writeFileSync(lockFile(), 'elsewhere process 7 since now\n')),
  );
  const ended = await held.apply();
  expect(ended.state).toBe('unknown');
  expect(ended.problems.map(({ code }) => code)).toEqual(['ledger.lease-lost']);
  expect(ended.notes[0]).toMatch(/^the change is not confirmed: /);
  // Armed still: another run may be at work there, so that only the device itself takes it back.
  expect(await armed(rig.edge)).toEqual(['rollback']);
  await held.release();
});

test('the ledger cannot be reached when the change is to be confirmed: the device is as it was', async () => {
  const [work] = rig.works(manifest(), 'edge');
  const before = rig.edge.runningConfig();
  const down = (): never => fail('store.unreachable', 'db', 'cannot be reached', 'start it');
  const held = await lockTarget(work!, losing(before, down));
  const ended = await held.apply();
  expect(ended.state).toBe('failed');
  expect(ended.problems.map(({ code }) => code)).toEqual(['store.unreachable']);
  expect(ended.notes).toContain('the device is as it was before');
  expect(rig.edge.runningConfig()).toBe(before);
  expect(await armed(rig.edge)).toEqual([]);
  await held.release();
});
