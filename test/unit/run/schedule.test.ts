import fc from 'fast-check';
import limitTo from 'p-limit';
import { applyAll } from '../../../lib/run/apply-all';
import type { LockedTarget } from '../../../lib/run/apply';
import type { TargetJob } from '../../../lib/run/target';
import { runInOrder, type Job } from '../../../lib/run/schedule';

type Result = 'done' | 'failed' | 'skipped';
interface Graph {
  readonly needs: readonly (readonly number[])[];
  readonly needed: readonly (readonly number[])[];
  readonly failing: readonly boolean[];
}

/** Each refers only to those before it, so there is no circle; what was needed before points the same way. */
const graphs: fc.Arbitrary<Graph> = fc.integer({ min: 1, max: 7 }).chain((n) => {
  const before = fc.tuple(...Array.from({ length: n }, (_, i) => fc.subarray([...Array(i).keys()])));
  return fc.record({ needs: before, needed: before, failing: fc.array(fc.boolean(), { minLength: n, maxLength: n }) });
});

/** Jobs that write down when they begin and end, and give way to one another at every step. */
const run = async ({ needs, needed, failing }: Graph) => {
  const log: string[] = [];
  const wait = (): Promise<void> => new Promise((go) => setImmediate(go));
  const told = new Map<string, ReadonlyMap<string, Result>>();
  const jobs = needs.map((of, i): Job<Result> => ({
    id: `t${i}`,
    needs: of.map((k) => `t${k}`),
    needed: needed[i]!.map((k) => `t${k}`),
    create: async (over) => {
      log.push(`make t${i}`);
      told.set(`make t${i}`, new Map(over));
      await wait();
      log.push(`made t${i}`);
      if ([...over.values()].some((one) => one !== 'done')) return 'skipped';
      return failing[i] ? 'failed' : 'done';
    },
    prune: async (made, users) => {
      log.push(`clear t${i}`);
      told.set(`clear t${i}`, new Map(users));
      await wait();
      log.push(`cleared t${i}`);
      return made;
    },
  }));
  const ended = runInOrder(jobs);
  const results = new Map(await Promise.all([...ended].map(async ([id, one]) => [id, await one] as const)));
  return { log, told, results };
};
const holds = (property: (graph: Graph) => Promise<void>): Promise<void> =>
  fc.assert(fc.asyncProperty(graphs, property), { seed: 20260101, numRuns: 100 });

test('each is made once, after all that it needs', () =>
  holds(async (graph) => {
    const { log } = await run(graph);
    graph.needs.forEach((of, i) => {
      expect(log.filter((line) => line === `make t${i}`)).toHaveLength(1);
      for (const k of of) expect(log.indexOf(`made t${k}`)).toBeLessThan(log.indexOf(`make t${i}`));
    });
  }));

test('each is cleared once, after all that use it or did', () =>
  holds(async (graph) => {
    const { log } = await run(graph);
    graph.needs.forEach((of, i) => {
      expect(log.filter((line) => line === `clear t${i}`)).toHaveLength(1);
      expect(log.indexOf(`made t${i}`)).toBeLessThan(log.indexOf(`clear t${i}`));
      for (const k of [...of, ...graph.needed[i]!])
        expect(log.indexOf(`cleared t${i}`)).toBeLessThan(log.indexOf(`clear t${k}`));
    });
  }));

test('skipped is what needs one that did not end well, directly or through others; the rest is done', () =>
  holds(async (graph) => {
    const { results, told } = await run(graph);
    const expected: Result[] = [];
    graph.needs.forEach((of, i) => {
      expected[i] = of.some((k) => expected[k] !== 'done') ? 'skipped' : graph.failing[i] ? 'failed' : 'done';
      expect([...told.get(`make t${i}`)!]).toEqual(of.map((k) => [`t${k}`, expected[k]]));
    });
    expect([...results.keys()].sort()).toEqual(expected.map((_, i) => `t${i}`));
    expected.forEach((one, i) => expect([i, results.get(`t${i}`)]).toEqual([i, one]));
  }));

test('those that do not need one another are made at the same time', async () => {
  const { log } = await run({ needs: [[], [], [0, 1]], needed: [[], [], []], failing: [false, false, false] });
  expect(log.slice(0, 2)).toEqual(['make t0', 'make t1']);
});

test('what is not among them is not waited for, and a circle does not stop for ever', async () => {
  const job = (id: string, needs: readonly string[]): Job<Result> => ({
    id,
    needs,
    needed: [],
    create: async () => 'done',
    prune: async (made) => made,
  });
  const ended = runInOrder([job('a', ['b', 'elsewhere']), job('b', ['a'])]);
  expect(await Promise.all([...ended.values()])).toEqual(['done', 'done']);
});

test('no more targets are changed at a time than were allowed', async () => {
  let [now, most] = [0, 0];
  const target = (id: string) => ({ id, path: id, platform: 'iosxe', settings: {}, desired: {} }) as unknown;
  const works = Array.from({ length: 9 }, (_, i) => ({ stack: 'net', target: target(`t${i}`) }) as TargetJob);
  const all = works.map((work) => {
    const planned = { work, state: 'unchanged', problems: [], notes: [] } as const;
    const held: LockedTarget = {
      planned,
      needed: [],
      apply: async () => {
        most = Math.max(most, ++now);
        await new Promise((go) => setImmediate(go));
        now -= 1;
        return planned;
      },
      prune: async (ended) => ended,
      tunnels: async () => [],
      release: async () => undefined,
    };
    return { work, held };
  });
  const words = { there: 'it is there', again: 'apply again' };
  await Promise.all(applyAll(all, { ...words, limit: limitTo(2) }).values());
  expect(most).toBe(2);
  await Promise.all(applyAll(all, words).values());
  expect(most).toBe(9);
});
