import fc from 'fast-check';
import type { Exchange } from '../../../../../lib/contract/session';
import type { Json } from '../../../../../lib/kernel/json';
import { runs, seed } from '../../../../support/properties';
import { makeBudget, shareBudget, type Budget, type Clock } from '../../../../../lib/platforms/fmc/client/budget';

/** Time that goes on only where all that is at work waits. */
const virtualTime = () => {
  let now = 1_000_000;
  const waiting: { readonly at: number; readonly go: () => void }[] = [];
  const clock: Clock = {
    now: () => now,
    wait: (ms) => new Promise<void>((go) => void waiting.push({ at: now + ms, go })),
  };
  const run = async (done: () => boolean): Promise<void> => {
    for (;;) {
      await new Promise(setImmediate);
      if (done()) return;
      const next = waiting.sort((a, b) => a.at - b.at).shift();
      if (next === undefined) throw new Error('nothing goes on');
      now = next.at;
      next.go();
    }
  };
  return { clock, run };
};

/** A store whose clock is not that of the processes, and which takes its time there and back. */
const storeOf = ({ now, wait }: Clock, ahead: number, latency: number) => {
  const kept = new Map<string, Json>();
  const exchange: Exchange = async (name, change) => {
    await wait(latency);
    const next = change(kept.get(name), now() + ahead);
    kept.set(name, next);
    await wait(latency);
    return next;
  };
  return exchange;
};

/** The most requests in any minute. */
const mostInAMinute = (sent: readonly number[]): number => {
  const all = [...sent].sort((a, b) => a - b);
  return Math.max(0, ...all.map((from) => all.filter((at) => at >= from && at < from + 60_000).length));
};

const impossible = (error: unknown): never => {
  throw error;
};

interface Worker {
  readonly requests: number;
  readonly pause: number;
  readonly parallel: number;
  /** Ends without a word after so many. */
  readonly killedAfter?: number;
}

const simulate = async (perMinute: number, workers: readonly Worker[], store: { ahead: number; latency: number }) => {
  const { clock, run } = virtualTime();
  const exchange = storeOf(clock, store.ahead, store.latency);
  const rate = { perMinute };
  const sent: { readonly worker: number; readonly at: number }[] = [];
  let open = workers.length;
  const work = async ({ requests, pause, parallel, killedAfter = Infinity }: Worker, worker: number) => {
    const budget = shareBudget(makeBudget(rate, clock), rate, { exchange, name: 'fmc', failed: impossible }, clock);
    let left = Math.min(requests, killedAfter);
    await Promise.all(
      Array.from({ length: parallel }, async () => {
        while (left-- > 0) {
          await budget.turn();
          sent.push({ worker, at: clock.now() });
          await clock.wait(pause);
        }
      }),
    );
    if (killedAfter >= requests) await budget.giveBack();
    open -= 1;
  };
  workers.forEach((worker, i) => void work(worker, i));
  await run(() => open === 0);
  return { sent, most: mostInAMinute(sent.map(({ at }) => at)), start: 1_000_000 };
};

const anyWorker = fc.record({
  requests: fc.integer({ min: 0, max: 90 }),
  pause: fc.integer({ min: 1, max: 1500 }),
  parallel: fc.integer({ min: 1, max: 11 }),
  killedAfter: fc.option(fc.integer({ min: 0, max: 60 }), { nil: Infinity }),
});

test('processes together never send more in any minute, wherever one is killed, and all that live get through', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 60 }),
      fc.array(anyWorker, { minLength: 1, maxLength: 5 }),
      fc.record({ ahead: fc.integer({ min: -1e6, max: 1e6 }), latency: fc.integer({ min: 0, max: 2400 }) }),
      async (perMinute, workers, store) => {
        const { sent, most } = await simulate(perMinute, workers, store);
        expect(most).toBeLessThanOrEqual(perMinute);
        workers.forEach(({ requests, killedAfter }, worker) =>
          expect(sent.filter((one) => one.worker === worker)).toHaveLength(Math.min(requests, killedAfter)),
        );
      },
    ),
    { seed, numRuns: runs },
  );
});

test('one alone sends as much as before, but for the seconds in which a clock may err', async () => {
  const { sent } = await simulate(120, [{ requests: 360, pause: 10, parallel: 10 }], { ahead: 0, latency: 5 });
  const last = sent.at(-1)!.at - 1_000_000;
  expect(last).toBeGreaterThanOrEqual(120_000);
  expect(last).toBeLessThan(126_000);
});

test('what a killed process had taken and not used is free again after little more than a minute, and no more is missing', async () => {
  const dead: Worker = { requests: 100, pause: 100, parallel: 1, killedAfter: 1 };
  const { sent, start } = await simulate(120, [dead, { requests: 240, pause: 20, parallel: 5 }], {
    ahead: 0,
    latency: 5,
  });
  const others = sent.filter(({ worker }) => worker === 1).map(({ at }) => at - start);
  expect(others.filter((at) => at < 60_000)).toHaveLength(110);
  expect(others.filter((at) => at < 130_000)).toHaveLength(240);
});

test('a question to the store serves many requests', async () => {
  const { clock, run } = virtualTime();
  let asked = 0;
  const store = storeOf(clock, 0, 5);
  const exchange: Exchange = (...request) => (asked++, store(...request));
  const rate = { perMinute: 300 };
  const budget = shareBudget(makeBudget(rate, clock), rate, { exchange, name: 'fmc', failed: impossible }, clock);
  let done = 0;
  const turns = async (): Promise<void> => {
    while (done < 100) {
      await budget.turn();
      done += 1;
    }
  };
  void turns();
  await run(() => done === 100);
  expect(asked).toBe(4);
});

/** Four requests, two a minute, of a process whose store is this. */
const alone = async (exchangeOf: (clock: Clock) => Exchange) => {
  const { clock, run } = virtualTime();
  const exchange = exchangeOf(clock);
  const rate = { perMinute: 2 };
  const told: string[] = [];
  let asked = 0;
  const counted: Exchange = (...request) => (asked++, exchange(...request));
  const failed = (error: unknown): void => void told.push((error as Error).message);
  const budget: Budget = shareBudget(makeBudget(rate, clock), rate, { exchange: counted, name: 'fmc', failed }, clock);
  const sent: number[] = [];
  const turns = async (): Promise<void> => {
    for (const pause of [0, 0, 0, 60_000]) {
      await clock.wait(pause);
      await budget.turn();
      sent.push(clock.now());
    }
  };
  void turns();
  await run(() => sent.length === 4);
  return { gaps: sent.map((at) => at - sent[0]!), asked, told };
};

test.each<[string, (clock: Clock) => Exchange, string[]]>([
  ['shares nothing', () => async () => undefined, []],
  ['fails', () => () => Promise.reject(new Error('no space left')), ['no space left']],
  ['is slow', (clock) => storeOf(clock, 0, 2_500), ['the ledgers take 5 s to answer']],
])('where the store %s, a process counts for itself, and asks again after a minute', async (_case, exchange, said) => {
  const { gaps, asked, told } = await alone(exchange);
  expect(gaps.slice(0, 3)).toEqual([0, 0, 60_000]);
  expect([asked, told]).toEqual([2, [...said, ...said]]);
});
