import { equal, match, ok } from 'node:assert/strict';
import { ledgerOf, namesIn, refusal, refusedWith, same, under, type Promised } from './place';

const edge = 'mumbai/edge';

const kept: readonly Promised[] = [
  {
    name: 'a ledger that was never written is empty',
    holds: async (place) => {
      same(await place.store().read(edge), { format: 1, target: edge, entries: [], secrets: {} });
      same(await place.store().list(), []);
    },
  },
  {
    name: 'a ledger is read as it was written, through another door',
    holds: async (place) => {
      const words = 'a "quote", a \\ backslash, a \u0000 zero,\na line, ünï ✓ and <secret:env:PSK>';
      const ledger = { ...ledgerOf(edge, 'P', 'Q'), needs: ['core'], once: { [words]: 'begun' as const } };
      const store = place.store();
      await under(store, edge, () => store.write(ledger));
      same(await place.store().read(edge), ledger);
    },
  },
  {
    name: 'a ledger of two megabytes is read as it was written',
    holds: async (place) => {
      const store = place.store();
      const ledger = ledgerOf(edge, ...Array.from({ length: 8000 }, (_, i) => `proposal-${i}`));
      await under(store, edge, () => store.write(ledger));
      equal((await place.store().read(edge)).entries.length, 8000);
    },
  },
  {
    name: 'targets are listed by the name that their ledger gives them, a point in a stack and one in a target included',
    holds: async (place) => {
      const store = place.store();
      const all = [edge, 'pune/edge', 'a.b/c', 'a/b.c.d'];
      for (const target of all) await under(store, target, () => store.write(ledgerOf(target, 'P')));
      same([...(await place.store().list())].sort(), [...all].sort());
    },
  },
  {
    name: 'a ledger that is removed is forgotten, and its runs and its journal stay',
    holds: async (place) => {
      const store = place.store();
      await under(store, edge, async () => {
        await store.write(ledgerOf(edge, 'P'));
        await store.keep(edge, '20261120-143005-3fa2', { format: 1 });
        await store.note(edge, 'apply');
        await store.remove(edge);
      });
      same(await place.store().list(), []);
      same((await place.store().read(edge)).entries, []);
      same(await place.store().runs(edge), ['20261120-143005-3fa2']);
      equal((await place.store().journal(edge)).length, 1);
    },
  },
  {
    name: 'a ledger that is removed can be written again',
    holds: async (place) => {
      const store = place.store();
      await under(store, edge, async () => {
        await store.write(ledgerOf(edge, 'P'));
        await store.remove(edge);
        await store.remove(edge);
        await store.write(ledgerOf(edge, 'Q'));
      });
      same(namesIn(await place.store().read(edge)), ['Q']);
    },
  },
  {
    name: 'the key of the fingerprints is 32 bytes, and the same through every door',
    holds: async (place) => {
      const store = place.store();
      const key = await under(store, edge, () => store.key());
      equal(key.length, 32);
      ok(key.equals(await place.store().key()), 'another door gave another key');
    },
  },
];

const damaged: readonly Promised[] = [
  {
    name: 'a ledger that is no ledger is refused whole, and stops no other',
    holds: async (place) => {
      const store = place.store();
      await under(store, 'pune/edge', () => store.write(ledgerOf('pune/edge', 'P')));
      // A store may keep the lease beside the ledger: each text damages a target of its own.
      for (const [i, text] of ['{ "not json', '{"format":0}', '[]', '"text"'].entries()) {
        const target = `${edge}-${i}`;
        await under(store, target, () => store.write(ledgerOf(target, 'P')));
        await place.putLedger(target, text);
        const { code, message, hint } = await refusal(text, place.store().read(target));
        equal(code, 'ledger.corrupt');
        match(message, /^the ledger of mumbai\/edge-\d cannot be read: .*\. Nothing was changed$/);
        match(hint ?? '', /backup/);
      }
      same(namesIn(await place.store().read('pune/edge')), ['P']);
      ok((await place.store().list()).includes('pune/edge'), 'the other ledger is not listed');
    },
  },
  {
    name: 'a ledger of a later version, and the ledger of another target, are refused',
    holds: async (place) => {
      const store = place.store();
      await under(store, edge, () => store.write(ledgerOf(edge, 'P')));
      await place.putLedger(edge, JSON.stringify({ ...ledgerOf(edge, 'P'), later: true }));
      await refusedWith('ledger.later', 'a member that is not known', place.store().read(edge));
      await place.putLedger(edge, JSON.stringify(ledgerOf('pune/core', 'P')));
      await refusedWith('ledger.other', 'the ledger of another target', place.store().read(edge));
    },
  },
];

export const ledgerCases: readonly Promised[] = [...kept, ...damaged];
