/** Ledgers and records of runs that are not what this version wrote: a later version, a merge, a disk, a person. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LoopbackInterface } from 'tunnelwright';
import { problemsOf, showProblem } from '../../lib/kernel/problem';
import { renameLedger } from '../../lib/run/ledger/corrections';
import { parseLedger } from '../../lib/run/ledger/ledger-file';
import { fileStore } from '../../lib/run/ledger/store';
import type { Ledger } from '../../lib/plan/ledger';
import { photo } from '../support/devices';
import { apply, rollback, states, words } from '../support/engine';
import { startRig } from '../support/rig';
import { edge, manifestOf } from '../support/scenario';

const said = async (doing: () => unknown): Promise<string> => {
  try {
    await doing();
    return 'nothing was refused';
  } catch (error) {
    return problemsOf(error, 'test').map(showProblem).join('\n');
  }
};
const entry = {
  address: 'loopback/L',
  kind: 'loopback',
  name: 'L',
  path: 'net/L',
  refs: [],
  state: 'owned',
  content: { header: 'interface Loopback7' },
} as const;
const device = { at: '192.0.2.1:22', verified: true, marks: [] };
const ledger = (more: object = {}): Ledger => ({
  format: 1,
  target: 'net/edge',
  entries: [entry],
  secrets: {},
  ...more,
});

describe('a ledger', () => {
  test.each<[string, object, RegExp]>([
    ['of a later format', { format: 2 }, /was written by a later version: its format is 2,[^]*→ update Tunnelwright/],
    ['with a member of a later version', { leases: {} }, /was written by a later version: it has leases,/],
    ['with one in an entry', { entries: [{ ...entry, locked: true }] }, /later version: it has locked,/],
    ['with one of its device', { device: { ...device, site: 'x' } }, /later version: it has site,/],
    ['with one, and with what is wrong in every version', { leases: {}, secrets: 7 }, /it has another shape/],
    ['of two branches that were merged', { entries: [entry, { ...entry, state: 'leaving' }] }, /has loopback\/L twice/],
  ])('%s is refused, and says what it is', async (_how, more, says) => {
    const text = JSON.stringify(ledger(more));
    expect(await said(() => parseLedger(text, 'net.edge.json', 'net/edge'))).toMatch(says);
  });
});

describe('state mv', () => {
  let room: string;
  beforeEach(() => {
    room = mkdtempSync(join(tmpdir(), 'tunnelwright-'));
  });
  afterEach(() => rmSync(room, { recursive: true, force: true }));

  test('to a name of the same file loses nothing', async () => {
    const store = fileStore(room);
    await store.write(ledger({ target: 'net.x/edge' }));
    const words = await said(() => renameLedger(store, 'net.x/edge', 'net/x.edge'));
    expect(words).toContain('net/x.edge] and net.x/edge would be one file. Nothing was changed');
    expect((await store.read('net.x/edge')).entries).toHaveLength(1);
  });
  test('to the file of another ledger does not overwrite that one', async () => {
    const store = fileStore(room);
    await store.write(ledger({ target: 'net.x/edge' }));
    await store.write(ledger({ target: 'net/a' }));
    const words = await said(() => renameLedger(store, 'net/a', 'net/x.edge'));
    expect(words).toContain('is the ledger of net.x/edge, not of net/x.edge. Nothing was changed');
    expect([...(await store.list())].sort()).toEqual(['net.x/edge', 'net/a']);
  });
});

describe('rollback', () => {
  const run = '20261120-143005-3fa2';
  const loop = manifestOf(
    (stack) => void new LoopbackInterface(edge(stack), 'loop', { name: 'Loopback7', address: '10.7.7.7/32' }),
  );

  test.each(['', '{"format":1', 'null'])('of a run of which %j was kept says so', async (text) => {
    const rig = await startRig();
    try {
      await apply(rig, loop, { run });
      const before = photo(rig);
      writeFileSync(join(rig.ledgers, `net.edge.${run}.run`), text);
      const ended = await rollback(rig, loop, run);
      expect(states(ended)).toEqual({ edge: 'failed' });
      expect(words(ended)).toMatch(/what was kept of run 20261120-143005-3fa2 (is not JSON|cannot be read). Nothing/);
      expect(photo(rig)).toEqual(before);
    } finally {
      await rig.close();
    }
  });

  test.each<[string, object]>([
    ['nothing', {}],
    ['a header and no lines', { header: 'interface Loopback7' }],
    ['lines that are no list', { header: 'interface Loopback7', entries: 7 }],
  ])('of a run that holds %s of an object says so, and so does a ledger', async (_how, content) => {
    const rig = await startRig();
    try {
      await apply(rig, loop, { run });
      const before = photo(rig);
      const file = join(rig.ledgers, `net.edge.${run}.run`);
      const record = JSON.parse(readFileSync(file, 'utf8')) as { changes: object[] };
      writeFileSync(
        file,
        JSON.stringify({ ...record, changes: record.changes.map((one) => ({ ...one, before: content })) }),
      );
      const ended = await rollback(rig, loop, run);
      expect([states(ended), words(ended)]).toEqual([
        { edge: 'failed' },
        expect.stringMatching(/cannot be read\. Nothing/),
      ]);
      const ledgerOf = await rig.store.read('net/edge');
      await rig.store.write({ ...ledgerOf, entries: ledgerOf.entries.map((one) => ({ ...one, content })) });
      const next = await apply(rig, loop);
      expect(words(next)).toMatch(/what it says of loopback-interface\/Loopback7 is not whole\. Nothing was changed/);
      expect(photo(rig)).toEqual(before);
    } finally {
      await rig.close();
    }
  });

  test('of a run on a device that was replaced since is refused', async () => {
    const rig = await startRig({ router: { serial: 'FOX-A' } });
    const other = await startRig({ router: { serial: 'FOX-B' } });
    try {
      await apply(rig, loop, { run });
      expect(readdirSync(rig.ledgers)).toContain(`net.edge.${run}.run`);
      other.edge.type('interface Loopback7', 'ip address 10.7.7.7 255.255.255.255');
      const before = photo(other);
      // A person said that the device was replaced.
      const { device: _device, ...kept } = await rig.store.read('net/edge');
      await rig.store.write(kept);
      const ended = await rollback({ store: rig.store, works: other.works }, loop, run);
      expect(words(ended)).toMatch(/run 20261120-143005-3fa2 was made on .*FOX-A.*this is another device: .*FOX-B/);
      expect(states(ended)).toEqual({ edge: 'failed' });
      expect(photo(other)).toEqual(before);
    } finally {
      await Promise.all([rig.close(), other.close()]);
    }
  });
});
