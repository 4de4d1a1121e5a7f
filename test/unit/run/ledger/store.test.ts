import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ProblemError } from '../../../../lib/kernel/problem';
import type { Ledger } from '../../../../lib/plan/ledger';
import { fileStore } from '../../../../lib/run/ledger/store';
import { rotateKey } from '../../../../lib/run/ledger/rotate-key';
import { keyId } from '../../../../lib/run/ledger/fingerprint-key';
import { RolloutLog } from '../../../../lib/run/rollout/rollout-log';
import { transfer } from '../../../../lib/run/ledger/transfer';
import { namedPlace } from '../../../../lib/run/ledger/store-url';
import { fingerprint } from '../../../../lib/run/secrets/read';
import { storeContract } from '../../../../testing/store-contract';
import { filePlace } from '../../../support/stores/file-place';

describe('the contract of all stores', () => {
  for (const { name, run } of storeContract(filePlace)) test(name, run);
});

const place = () => {
  const directory = mkdtempSync(join(tmpdir(), 'ledger-'));
  return { directory, store: fileStore(directory), path: (name: string) => join(directory, name) };
};
const problemOf = async (run: Promise<unknown>) => {
  try {
    await run;
    return undefined;
  } catch (error) {
    return (error as ProblemError).problems[0];
  }
};
const ledger: Ledger = {
  format: 1,
  target: 'mumbai/edge',
  entries: [
    {
      address: 'ikev2-proposal/P',
      kind: 'ikev2-proposal',
      name: 'P',
      path: 'mumbai/edge/P',
      refs: [],
      state: 'owned',
      content: { header: 'crypto ikev2 proposal P' },
    },
  ],
  secrets: { place: 'abc' },
};

describe('a ledger', () => {
  test('that was never written is empty', async () => {
    expect(await place().store.read('mumbai/edge')).toEqual({
      format: 1,
      target: 'mumbai/edge',
      entries: [],
      secrets: {},
    });
  });
  test('is read as it was written', async () => {
    const { store } = place();
    await store.write(ledger);
    expect(await store.read('mumbai/edge')).toEqual(ledger);
  });
  test('is one file for each target, the same bytes for the same ledger', async () => {
    const { store, path, directory } = place();
    await store.write(ledger);
    const first = readFileSync(path('mumbai.edge.json'), 'utf8');
    await store.write(JSON.parse(JSON.stringify(ledger)) as Ledger);
    expect(readFileSync(path('mumbai.edge.json'), 'utf8')).toBe(first);
    expect(readdirSync(directory)).toEqual(['mumbai.edge.json']);
  });
  test.each([
    ['{ not json', 'it is not JSON'],
    ['{"format":0}', 'it has another shape'],
    ['', 'it is not JSON'],
    ['[]', 'it has another shape'],
  ])('that holds %p is refused whole', async (text, why) => {
    const { store, path } = place();
    writeFileSync(path('mumbai.edge.json'), text);
    const found = await problemOf(store.read('mumbai/edge'));
    expect(found).toMatchObject({
      code: 'ledger.corrupt',
      path: path('mumbai.edge.json'),
      message: `the ledger of mumbai/edge cannot be read: ${why}. Nothing was changed`,
    });
    expect(found!.hint).toMatch(/^restore it from a backup/);
    expect(readFileSync(path('mumbai.edge.json'), 'utf8')).toBe(text);
  });
  test('stays as it was when it cannot be written', async () => {
    const { store, path } = place();
    await store.write(ledger);
    const before = readFileSync(path('mumbai.edge.json'), 'utf8');
    mkdirSync(path(`mumbai.edge.json.${process.pid}.tmp`));
    await expect(store.write({ ...ledger, entries: [] })).rejects.toThrow();
    expect(readFileSync(path('mumbai.edge.json'), 'utf8')).toBe(before);
  });
});

describe('a lock', () => {
  test('keeps others out, says who holds it and for how long, and is given back', async () => {
    const { store, path } = place();
    const unlock = await store.lock('mumbai/edge');
    const found = await problemOf(store.lock('mumbai/edge'));
    expect(found).toMatchObject({ code: 'ledger.locked', path: 'mumbai/edge' });
    expect(found!.message).toMatch(
      new RegExp(`^is being changed by ${hostname()} process ${process.pid} since \\d{4}-`),
    );
    expect(found!.hint).toMatch(
      /^wait for it, or end it; a run that has died without a word gives way (5\d|6[01]) s from now$/,
    );
    await unlock();
    expect(existsSync(path('mumbai.edge.lock'))).toBe(false);
    await (
      await store.lock('mumbai/edge')
    )();
  });
  test('of one target does not lock another', async () => {
    const { store } = place();
    const unlocks = [await store.lock('a'), await store.lock('b')];
    await Promise.all(unlocks.map((unlock) => unlock()));
  });
  test('of a process that is no more is taken over', async () => {
    const { store, path } = place();
    const dead = spawnSync(process.execPath, ['-e', '0']).pid;
    writeFileSync(path('edge.lock'), `${hostname()} process ${dead} since 2026-01-01T00:00:00.000Z\n`);
    const unlock = await store.lock('edge');
    expect(readFileSync(path('edge.lock'), 'utf8')).toContain(`process ${process.pid} `);
    await unlock();
  });
  test('of another machine is believed while its lease lasts', async () => {
    const { store, path } = place();
    writeFileSync(path('edge.lock'), 'elsewhere process 1 since 2026-01-01T00:00:00.000Z\n');
    expect(await problemOf(store.lock('edge'))).toMatchObject({
      code: 'ledger.locked',
      message: 'is being changed by elsewhere process 1 since 2026-01-01T00:00:00.000Z',
    });
  });
  test('of another machine or container with the name of this one is believed too', async () => {
    const { store, path } = place();
    const dead = spawnSync(process.execPath, ['-e', '0']).pid;
    const words = `${hostname()} process ${dead} since 2026-01-01T00:00:00.000Z`;
    writeFileSync(path('edge.lock'), `${words} in 0123456789ab\n`);
    expect(await problemOf(store.lock('edge'))).toMatchObject({
      code: 'ledger.locked',
      message: `is being changed by ${words}`,
    });
    expect(readFileSync(path('edge.lock'), 'utf8')).toContain('in 0123456789ab');
  });
  test('whose lease has run out is taken over', async () => {
    const { store, path } = place();
    writeFileSync(path('edge.lock'), 'elsewhere process 1 since 2026-01-01T00:00:00.000Z\n');
    const old = new Date(Date.now() - 61_000);
    utimesSync(path('edge.lock'), old, old);
    await (
      await store.lock('edge')
    )();
  });
  test('is had by one of many who come at once', async () => {
    const { store } = place();
    const all = await Promise.allSettled(Array.from({ length: 20 }, () => store.lock('edge')));
    expect(all.filter((each) => each.status === 'fulfilled')).toHaveLength(1);
  });
  test('that was taken over by somebody else is not theirs to lose when we end', async () => {
    const { store, path } = place();
    const unlock = await store.lock('edge');
    writeFileSync(path('edge.lock'), 'elsewhere process 1 since 2026-01-01T00:00:00.000Z\n');
    await unlock();
    expect(existsSync(path('edge.lock'))).toBe(true);
  });
});

describe('beside the ledger', () => {
  test('is a key of 32 bytes, made once and for its owner alone', async () => {
    const { store, path, directory } = place();
    const unlock = await store.lock('edge');
    const key = await store.key();
    await unlock();
    expect(key).toHaveLength(32);
    expect((await fileStore(directory).key()).equals(key)).toBe(true);
    expect(readFileSync(path('fingerprint.key'), 'utf8')).toBe(`${key.toString('hex')}\n`);
  });
  test('is a journal for a person who looks later', async () => {
    const { store, path } = place();
    await store.note('mumbai/edge', 'apply create a');
    await store.note('mumbai/edge', 'applied');
    expect(readFileSync(path('mumbai.edge.journal'), 'utf8')).toMatch(/^\S+Z apply create a\n\S+Z applied\n$/);
  });
});

describe('a ledger that moves to another store', () => {
  test('takes its runs and its journal along, and is in one place then', async () => {
    const [from, to] = [place().store, place().store];
    await from.write(ledger);
    await from.keep('mumbai/edge', 'run-1', { format: 1 });
    await from.note('mumbai/edge', 'applied');
    expect(await transfer(from, to)).toEqual([{ target: 'mumbai/edge', ledger: true, runs: 1, otherKey: 0 }]);
    expect(await from.list()).toEqual([]);
    expect(await to.read('mumbai/edge')).toEqual(ledger);
    expect(await to.recall('mumbai/edge', 'run-1')).toEqual({ format: 1 });
    expect((await to.journal('mumbai/edge'))[0]).toMatch(/ applied$/);
    expect(await transfer(from, to)).toEqual([]);
  });
  test('is not needed by what is kept beside it: runs of a target that was forgotten, and rollouts', async () => {
    const [from, to] = [place().store, place().store];
    await from.keep('mumbai/gone', 'run-1', { format: 1 });
    await from.keep('mumbai/=rollout=ciphers', '20261120-143005-3fa2-00000000', { format: 1, events: [] });
    expect(await transfer(from, to)).toEqual([
      { target: 'mumbai/=rollout=ciphers', ledger: false, runs: 1, otherKey: 0 },
      { target: 'mumbai/gone', ledger: false, runs: 1, otherKey: 0 },
    ]);
    expect(await to.recall('mumbai/gone', 'run-1')).toEqual({ format: 1 });
    expect((await RolloutLog.last(to, 'mumbai', 'ciphers'))?.start).toBe('20261120-143005-3fa2');
    expect(await to.list()).toEqual([]);
    expect(await transfer(from, to)).toEqual([]);
  });
  test('stays where another is in the new place', async () => {
    const [from, to] = [place().store, place().store];
    await from.write(ledger);
    await to.write({ ...ledger, needs: ['core'] });
    expect(await problemOf(transfer(from, to))).toMatchObject({ code: 'state.taken', path: 'mumbai/edge' });
    expect(await from.read('mumbai/edge')).toEqual(ledger);
  });
  test('counts the fingerprints that another key has made', async () => {
    const [from, to] = [place().store, place().store];
    await from.write({ ...ledger, key: keyId(await from.key()) });
    expect((await transfer(from, to))[0]!.otherKey).toBe(1);
  });
});

test('a key is rotated: fingerprints of secrets that are known are made anew, in runs too, and others are dropped', async () => {
  const { store } = place();
  const [old, fresh] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
  await store.write({
    ...ledger,
    key: keyId(old),
    secrets: { a: fingerprint(old, 'one'), b: fingerprint(old, 'gone') },
  });
  const run = (key: Buffer, prints: readonly string[]) => ({
    changes: [{ address: 'x', secrets: { '<secret:env:A>': prints.map((value) => fingerprint(key, value)) } }],
  });
  await store.keep('mumbai/edge', 'run-1', run(old, ['one', 'gone']));
  const ended = await rotateKey(store, 'mumbai/edge', { from: old, to: fresh, values: ['one', 'two'] });
  expect(ended).toEqual({ renewed: 1, dropped: 1 });
  const after = await store.read('mumbai/edge');
  expect(after.secrets).toEqual({ a: fingerprint(fresh, 'one') });
  expect(after.key).toBe(keyId(fresh));
  expect(await store.recall('mumbai/edge', 'run-1')).toEqual(run(fresh, ['one']));
});

describe('a place that an option names', () => {
  const typed = { option: '--store', typed: true };
  test('is a database, of which the team is a part of the URL', () => {
    expect(namedPlace('postgres://ledger@db.example.net/ledgers?team=red', typed)).toMatchObject({
      url: 'postgres://ledger@db.example.net/ledgers',
      place: { kind: 'postgres', team: 'red' },
    });
  });
  test('is a bucket', () => {
    expect(namedPlace('s3://ledgers/red/blue?region=eu-west-1', typed)).toMatchObject({
      place: { kind: 's3', bucket: 'ledgers', prefix: 'red/blue', region: 'eu-west-1' },
    });
  });
  test('is a directory', () => {
    expect(namedPlace('../ledgers', typed)).toEqual({ kind: 'files', directory: '../ledgers' });
  });
  test.each([
    ['postgres://ledger:hunter2@db/ledgers', 'store.password'],
    ['mysql://db/ledgers', 'store.url'],
    ['s3://UPPER_CASE', 'store.url'],
    ['s3://ledgers/x?colour=red', 'store.url'],
  ])('is refused: %s', async (text, code) => {
    const found = await problemOf(Promise.resolve().then(() => namedPlace(text, typed)));
    expect(found).toMatchObject({ code });
    expect(JSON.stringify(found)).not.toContain('hunter2');
  });
});
