import { equal, match } from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import type { LedgerStore } from '../../lib/run/ledger/store';
import { ledgerOf, namesIn, refusal, refusedWith, same, under, type Promised } from './place';

const edge = 'mumbai/edge';
const run = '20261120-143005-3fa2';

/** Takes a lease as soon as it is free. Other refusals are thrown. */
const wait = async (store: LedgerStore, target: string): Promise<() => Promise<void>> => {
  for (;;) {
    try {
      return await store.lock(target);
    } catch (error) {
      const { problems } = error as { readonly problems?: readonly { readonly code: string }[] };
      if (problems?.[0]?.code !== 'ledger.locked') throw error;
      await pause(10);
    }
  }
};

/** All that a run writes is refused, and leaves no trace. */
const writesNothing = async (store: LedgerStore): Promise<void> => {
  await refusedWith('ledger.lease-lost', 'write', store.write(ledgerOf(edge, 'late')));
  await refusedWith('ledger.lease-lost', 'keep', store.keep(edge, run, { late: true }));
  await refusedWith('ledger.lease-lost', 'remove', store.remove(edge));
  await refusedWith('ledger.lease-lost', 'note', store.note(edge, 'late'));
  await refusedWith('ledger.lease-lost', 'demand', store.demand(edge));
};

const taking: readonly Promised[] = [
  {
    name: 'a lease keeps others out, says who has it and for how long, and is given back',
    holds: async (place) => {
      const store = place.store();
      const unlock = await store.lock(edge);
      const { code, path, message, hint } = await refusal('a second lease', place.store().lock(edge));
      equal(code, 'ledger.locked');
      equal(path, edge);
      match(message, new RegExp(`^is being changed by \\S+ process ${process.pid} since \\d{4}-`));
      match(hint ?? '', /^wait for it, or end it; a run that has died without a word gives way \d+ s from now$/);
      await store.demand(edge);
      await unlock();
      await under(place.store(), edge, async () => undefined);
    },
  },
  {
    name: 'the lease of one target is not that of another',
    holds: async (place) => {
      const store = place.store();
      await under(store, edge, () => under(place.store(), 'mumbai/core', () => under(store, 'pune/edge', pause)));
    },
  },
  {
    name: 'of many who come at once, one gets the lease',
    holds: async (place) => {
      const doors = Array.from({ length: 12 }, () => place.store());
      const ends = await Promise.allSettled(doors.map((store) => store.lock(edge)));
      equal(ends.filter(({ status }) => status === 'fulfilled').length, 1);
    },
  },
  {
    name: 'what writers do one after another under a lease is kept of every one',
    holds: async (place) => {
      const add = async (i: number): Promise<void> => {
        const store = place.store();
        const unlock = await wait(store, edge);
        const names = namesIn(await store.read(edge));
        await store.write(ledgerOf(edge, ...names, `writer-${i}`));
        await unlock();
      };
      await Promise.all(Array.from({ length: 8 }, (_, i) => add(i)));
      equal(new Set(namesIn(await place.store().read(edge))).size, 8);
    },
  },
];

const losing: readonly Promised[] = [
  {
    name: 'a lease that ran out is taken over, and the run that lost it writes nothing more',
    holds: async (place) => {
      const [late, next] = [place.store(), place.store()];
      const lateGives = await late.lock(edge);
      await late.write(ledgerOf(edge, 'first'));
      await late.note(edge, 'first');
      await place.expire(edge);
      const nextGives = await next.lock(edge);
      await writesNothing(late);
      await next.write(ledgerOf(edge, 'second'));
      await writesNothing(late);
      // What is not its own any more is not its to give back.
      await lateGives();
      await refusedWith('ledger.locked', 'a third lease', place.store().lock(edge));
      await next.keep(edge, run, { second: true });
      await nextGives();
      same(namesIn(await place.store().read(edge)), ['second']);
      same(await place.store().recall(edge, run), { second: true });
      same(
        (await place.store().journal(edge)).map((line) => line.slice(line.indexOf(' ') + 1)),
        ['first'],
      );
    },
  },
  {
    name: 'a run that lost its lease writes nothing more when the other has given it back either',
    holds: async (place) => {
      const [late, next] = [place.store(), place.store()];
      await late.lock(edge);
      await place.expire(edge);
      await under(next, edge, () => next.write(ledgerOf(edge, 'second')));
      await writesNothing(late);
      same(namesIn(await place.store().read(edge)), ['second']);
    },
  },
  {
    name: 'a run that lost its lease and takes it anew may write again',
    holds: async (place) => {
      const [late, next] = [place.store(), place.store()];
      await late.lock(edge);
      await place.expire(edge);
      await under(next, edge, () => next.write(ledgerOf(edge, 'second')));
      await under(late, edge, () => late.write(ledgerOf(edge, 'third')));
      same(namesIn(await place.store().read(edge)), ['third']);
    },
  },
  {
    name: 'of many who take over a lease that ran out, one gets it',
    holds: async (place) => {
      await place.store().lock(edge);
      await place.expire(edge);
      const doors = Array.from({ length: 8 }, () => place.store());
      const ends = await Promise.allSettled(doors.map((store) => store.lock(edge)));
      equal(ends.filter(({ status }) => status === 'fulfilled').length, 1);
    },
  },
];

export const leaseCases: readonly Promised[] = [...taking, ...losing];
