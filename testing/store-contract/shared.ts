import { equal, ok } from 'node:assert/strict';
import type { Json } from '../../lib/kernel/json';
import type { LedgerStore } from '../../lib/run/ledger/store';
import { same, type Promised } from './place';

const name = 'fmc=fmc.example.net:443';

type Exchange = NonNullable<LedgerStore['exchange']>;

/** A store need not have it: then each process counts for itself. */
const exchanging = (store: LedgerStore, change: Parameters<Exchange>[1], at = name): Promise<Json | undefined> =>
  store.exchange?.(at, change) ?? Promise.resolve(undefined);

const shares = async (store: LedgerStore): Promise<boolean> =>
  (await exchanging(store, () => ({ n: 0 }))) !== undefined;

export const sharedCases: readonly Promised[] = [
  {
    name: 'what is exchanged is there for the next, under its name only, and no ledger',
    holds: async (place) => {
      const store = place.store();
      if (!(await shares(store))) return;
      same(await exchanging(place.store(), (there) => ({ there: there ?? null })), { there: { n: 0 } });
      same(await exchanging(store, (there) => ({ there: there ?? null }), 'fmc=other:443'), { there: null });
      same(await store.list(), []);
      same(await store.recorded(), []);
    },
  },
  {
    name: 'of what many exchange at once nothing is lost',
    holds: async (place) => {
      const doors = Array.from({ length: 8 }, () => place.store());
      if (!(await shares(doors[0]!))) return;
      const more = (there: Json | undefined): Json => ({ n: (there as { readonly n: number }).n + 1 });
      await Promise.all(
        doors.map(async (store) => {
          for (let i = 0; i < 3; i++) await exchanging(store, more);
        }),
      );
      same(await exchanging(place.store(), (there) => there ?? null), { n: 24 });
    },
  },
  {
    name: 'the time of an exchange is one for all, and goes on',
    holds: async (place) => {
      const times: number[] = [];
      const told = (_there: Json | undefined, now: number): Json => (times.push(now), {});
      for (let i = 0; i < 3; i++) if ((await exchanging(place.store(), told)) === undefined) return;
      ok(times.every((time, i) => Math.abs(time - times[0]!) < 60_000 && (i === 0 || time >= times[i - 1]! - 2_000)));
      equal(times.length, 3);
    },
  },
];
