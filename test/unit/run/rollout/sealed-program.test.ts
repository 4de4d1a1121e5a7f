import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RolloutEvent } from '../../../../lib/rollout/event';
import { fileStore, type LedgerStore } from '../../../../lib/run/ledger/store';
import { RolloutLog, rolloutKept, rolloutsUnderWay } from '../../../../lib/run/rollout/rollout-log';
import { keepProgram, readProgram, resealPrograms } from '../../../../lib/run/rollout/sealed-program';
import { declared } from './world';

let room: string;
beforeEach(() => (room = mkdtempSync(join(tmpdir(), 'sealed-'))));
afterEach(() => rmSync(room, { recursive: true }));

const storeWith = (key: number): LedgerStore => fileStore(room, async () => Buffer.alloc(32, key));
const at = { stack: 'net', name: 'march', start: '20261120-143005-3fa2' };
const program = {
  manifest: { format: 1 as const, stack: 'net', targets: [] },
  rollout: declared({ waves: [{}] }),
};

describe('the program of a rollout', () => {
  test('is read with the key that it was sealed with', async () => {
    await keepProgram(storeWith(1), at, program);
    expect(await readProgram(storeWith(1), at)).toEqual({
      manifest: { ...program.manifest, rollouts: [program.rollout] },
      rollout: program.rollout,
    });
  });

  test('is refused with another key, for another start, and where it was changed', async () => {
    await keepProgram(storeWith(1), at, program);
    const refusal = '[net/march] its program was not sealed with the key of this worker. Nothing was changed';
    await expect(readProgram(storeWith(2), at)).rejects.toThrow(refusal);

    const store = storeWith(1);
    const place = 'net/=rollout=march=program';
    const kept = (await store.recall(place, at.start)) as { readonly seal: string; readonly text: string };
    await store.keep(place, at.start, { ...kept, text: kept.text.replace('"parallel":10', '"parallel":99') });
    await expect(readProgram(store, at)).rejects.toThrow(refusal);

    const later = { ...at, start: '20261121-143005-3fa2' };
    await store.keep(place, later.start, kept);
    await expect(readProgram(store, later)).rejects.toThrow(refusal);
  });

  test('is kept under a name that says of which rollout it is', async () => {
    const store = storeWith(1);
    await keepProgram(store, at, program);
    await RolloutLog.put(store, at, 0, [{ what: 'paused', at: 1, by: 'me@here' }]);
    expect((await store.recorded()).map(rolloutKept)).toEqual(['net/march', 'net/march']);
    expect(rolloutKept('net/edge')).toBeUndefined();
  });

  test('is read with the new key after a rotation; one that a third key sealed stays refused', async () => {
    const [old, foreign] = [storeWith(1), { ...at, start: '20261121-143005-3fa2' }];
    await keepProgram(old, at, program);
    await keepProgram(storeWith(3), foreign, program);
    await RolloutLog.put(old, at, 0, [{ what: 'paused', at: 1, by: 'me@here' }]);
    await resealPrograms(old, Buffer.alloc(32, 1), Buffer.alloc(32, 2));
    expect((await readProgram(storeWith(2), at)).rollout).toEqual(program.rollout);
    await expect(readProgram(storeWith(1), at)).rejects.toThrow('was not sealed with the key of this worker');
    await expect(readProgram(storeWith(2), foreign)).rejects.toThrow('was not sealed with the key of this worker');
  });

  test('is looked for in the ledgers that the rollout was started with', async () => {
    await expect(readProgram(storeWith(1), at)).rejects.toThrow('[net/march] its program is not in these ledgers');
  });
});

describe('rollouts that are under way', () => {
  test('are those that have begun and not ended', async () => {
    const store = storeWith(1);
    const started: RolloutEvent = {
      what: 'started',
      at: 1,
      by: 'me@here',
      waves: [],
      needs: {},
      digests: {},
      allowDisruption: false,
    };
    await RolloutLog.put(store, at, 0, [started]);
    await keepProgram(store, at, program);
    expect(await rolloutsUnderWay(store)).toEqual(['net/march']);
    await RolloutLog.put(store, at, 1, [{ what: 'finished', at: 2, outcome: 'stopped' }]);
    expect(await rolloutsUnderWay(store)).toEqual([]);
  });
});

describe('a record of events by its number', () => {
  const paused: RolloutEvent = { what: 'paused', at: 1, by: 'me@here' };

  test('is written once, however often it is told', async () => {
    const store = storeWith(1);
    await RolloutLog.put(store, at, 0, [paused]);
    await RolloutLog.put(store, at, 0, [paused]);
    expect(await RolloutLog.page(store, at, 0, 10)).toEqual({ events: [paused], records: 1 });
  });

  test('is refused where it says something else', async () => {
    const store = storeWith(1);
    await RolloutLog.put(store, at, 0, [paused]);
    await expect(RolloutLog.put(store, at, 0, [{ ...paused, at: 2 }])).rejects.toThrow(
      '[net/=rollout=march] record 0 says something else already',
    );
  });

  test('is read in pages', async () => {
    const store = storeWith(1);
    for (const n of [0, 1, 2]) await RolloutLog.put(store, at, n, [{ ...paused, at: n }]);
    const times = ({ events }: { readonly events: readonly RolloutEvent[] }) => events.map((event) => event.at);
    const first = await RolloutLog.page(store, at, 0, 2);
    const second = await RolloutLog.page(store, at, first.next!, 2);
    expect([times(first), first.records, times(second), second.next]).toEqual([[0, 1], 3, [2], undefined]);
  });
});
