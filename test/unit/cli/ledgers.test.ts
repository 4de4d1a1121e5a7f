/** Where a command finds its ledgers, and the key of their fingerprints. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { storeOf, type LedgerOptions } from '../../../lib/cli/ledgers';
import type { ProblemError } from '../../../lib/kernel/problem';

let room: string;
const before = { ...process.env };
beforeEach(() => {
  room = mkdtempSync(join(tmpdir(), 'ledgers-'));
  process.env['XDG_CONFIG_HOME'] = join(room, 'config');
});
afterEach(() => {
  process.env = { ...before };
  rmSync(room, { recursive: true, force: true });
});

const home = (): string => join(room, 'config/tunnelwright/fingerprint.key');
const ledger = (): string => join(room, 'ledger');
/** The key as a run has it that changes something. */
const keyOf = async (options: LedgerOptions): Promise<string> => {
  const store = await storeOf(options, []);
  const unlock = await store.lock('net/edge');
  return (await store.key().finally(unlock)).toString('hex');
};

test('the key of ledgers in files is in the home of who applies, and not beside them', async () => {
  const store = await storeOf({ ledger: ledger() }, []);
  expect(await store.key()).toHaveLength(32);
  expect([existsSync(home()), existsSync(ledger())]).toEqual([false, false]);
  const key = await keyOf({ ledger: ledger() });
  expect(readFileSync(home(), 'utf8')).toBe(`${key}\n`);
  expect(readdirSync(ledger())).toEqual([]);
  expect(await keyOf({ ledger: join(room, 'another') })).toBe(key);
});

test('it is that of the variable, of the option, or one that an earlier version left beside them', async () => {
  mkdirSync(ledger());
  writeFileSync(join(ledger(), 'fingerprint.key'), 'aa'.repeat(32));
  expect(await keyOf({ ledger: ledger() })).toBe('aa'.repeat(32));
  process.env['TUNNELWRIGHT_LEDGER_KEY'] = 'bb'.repeat(32);
  expect(await keyOf({ ledger: ledger() })).toBe('bb'.repeat(32));
  process.env['OTHER_KEY'] = 'cc'.repeat(32);
  expect(await keyOf({ ledger: ledger(), ledgerKey: 'env:OTHER_KEY' })).toBe('cc'.repeat(32));
  expect(existsSync(home())).toBe(false);
});

test('a variable that is empty, as a pipeline gives a secret that is not set, is said', async () => {
  process.env['TUNNELWRIGHT_STORE'] = '';
  const refused = await storeOf({ store: '' }, []).catch((error: ProblemError) => error.problems[0]);
  expect(refused).toMatchObject({
    path: 'TUNNELWRIGHT_STORE',
    message: 'is empty, so it is not known where the ledgers are',
  });
});

test('a key that is given counts in a lab too; without one the lab has a key beside its ledgers', async () => {
  const lab = join(room, 'lab.json');
  writeFileSync(lab, JSON.stringify({ id: 'lab-1', devices: {} }));
  process.env['TUNNELWRIGHT_LEDGER_KEY'] = 'bb'.repeat(32);
  process.env['OTHER_KEY'] = 'cc'.repeat(32);
  expect(await keyOf({ lab })).toBe('bb'.repeat(32));
  expect(await keyOf({ lab, ledgerKey: 'env:OTHER_KEY' })).toBe('cc'.repeat(32));
  expect(existsSync(join(room, 'ledger/lab-1/fingerprint.key'))).toBe(false);
  delete process.env['TUNNELWRIGHT_LEDGER_KEY'];
  expect(await keyOf({ lab })).toBe(readFileSync(join(room, 'ledger/lab-1/fingerprint.key'), 'utf8').trim());
  expect(existsSync(home())).toBe(false);
});
