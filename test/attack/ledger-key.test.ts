import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ProblemError } from '../../lib/kernel/problem';
import type { Ledger } from '../../lib/plan/ledger';
import { bindKey } from '../../lib/run/ledger/device-check';
import { keyId } from '../../lib/run/ledger/fingerprint-key';
import { fileStore } from '../../lib/run/ledger/store';

let room: string;
beforeEach(() => {
  room = mkdtempSync(join(tmpdir(), 'tunnelwright-'));
});
afterEach(() => rmSync(room, { recursive: true, force: true }));
const path = (): string => join(room, 'fingerprint.key');
const refusal = async (): Promise<string> =>
  fileStore(room)
    .key()
    .then(
      () => '',
      (error: ProblemError) => error.problems[0]!.message,
    );

test.each([
  ['nothing: the disk was full', ''],
  ['half a key', 'ab'.repeat(16)],
  ['a byte too many', 'ab'.repeat(33)],
  ['what is not hex', 'zz'.repeat(32)],
])('a key of %s is refused', async (_what, text) => {
  writeFileSync(path(), text);
  expect(await refusal()).toBe(
    `the key of the secret fingerprints is not 32 bytes in hex (${text.length} bytes in the file). Fingerprints made with such a key could be guessed, so nothing was read or changed`,
  );
});
test('a key that cannot be read is refused', async () => {
  mkdirSync(path());
  expect(await refusal()).toBe(
    'the key of the secret fingerprints cannot be read: is a directory, and a file is needed',
  );
});
test('many that ask at once are given one key, whole, for its owner alone, and nothing else stays', async () => {
  const runs = Array.from({ length: 20 }, async (_, n) => {
    const store = fileStore(room);
    const unlock = await store.lock(`net/edge-${n}`);
    return store.key().finally(unlock);
  });
  expect(new Set((await Promise.all(runs)).map((key) => key.toString('hex'))).size).toBe(1);
  expect(statSync(path()).mode & 0o777).toBe(0o600);
  expect(readdirSync(room)).toEqual(['fingerprint.key']);
});
test('who only looks makes none; and none is made in the place of one that is lost', async () => {
  const store = fileStore(room);
  expect((await store.key()).equals(await store.key())).toBe(true);
  expect(readdirSync(room)).toEqual([]);
  await store.write({ format: 1, target: 'net/edge', entries: [], secrets: { place: 'abc' }, key: 'a-key' });
  const words = `the ledger has fingerprints of secrets, and the key that they were made with is not here (${path()}). Nothing was read or changed`;
  expect(await refusal()).toBe(words);
  const unlock = await store.lock('net/edge');
  await expect(store.key()).rejects.toThrow('TUNNELWRIGHT_LEDGER_KEY');
  await unlock();
  expect(readdirSync(room)).toEqual(['net.edge.json']);
});
test('fingerprints of another key are compared with nothing: that key is asked for', async () => {
  const [old, now] = [keyId(Buffer.alloc(32, 1)), keyId(Buffer.alloc(32, 2))];
  const ledger: Ledger = { format: 1, target: 'net/edge', entries: [], secrets: { place: 'abc' }, key: old };
  expect(bindKey(ledger, old, 'edge')).toEqual(ledger);
  expect(bindKey({ ...ledger, secrets: {} }, now, 'edge')).toEqual({ ...ledger, secrets: {}, key: now });
  expect(() => bindKey(ledger, now, 'edge')).toThrow(
    /the key of the fingerprints is not the one that this ledger was written with, so 1 secret cannot be compared\. Nothing was planned or changed/,
  );
});
