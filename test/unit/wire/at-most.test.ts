import fc from 'fast-check';
import { atMost } from '../../../lib/wire/at-most';

const giveWay = (): Promise<void> => new Promise((go) => setImmediate(go));

test('no more than so many at once, begun in their order, none forgotten, whatever fails', () =>
  fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 4 }),
      fc.array(fc.record({ turns: fc.integer({ min: 1, max: 4 }), fails: fc.boolean() }), { maxLength: 12 }),
      async (most, works) => {
        const slots = atMost(most);
        const begun: number[] = [];
        let [running, highest] = [0, 0];
        const work = async (i: number): Promise<number> => {
          begun.push(i);
          highest = Math.max(highest, ++running);
          for (let n = 0; n < works[i]!.turns; n++) await giveWay();
          running -= 1;
          if (works[i]!.fails) throw new Error(`work ${i}`);
          return i;
        };
        const ended = await Promise.allSettled(works.map((_, i) => slots.schedule(() => work(i))));
        expect(begun).toEqual(works.map((_, i) => i));
        expect(highest).toBe(Math.min(most, works.length));
        expect(ended.map((end) => (end.status === 'fulfilled' ? end.value : String(end.reason)))).toEqual(
          works.map(({ fails }, i) => (fails ? `Error: work ${i}` : i)),
        );
      },
    ),
    { numRuns: 50 },
  ));

test('a slot that somebody leaves goes to the one who waits, not to one who comes just then', async () => {
  const slots = atMost(1);
  const order: string[] = [];
  const first = slots.schedule(async () => void order.push('first'));
  const second = slots.schedule(async () => void order.push('second'));
  const late = first.then(() => slots.schedule(async () => void order.push('late')));
  await Promise.all([second, late]);
  expect(order).toEqual(['first', 'second', 'late']);
});

test('work that throws before it waits leaves its slot too', async () => {
  const slots = atMost(1);
  const broken = slots.schedule(() => {
    throw new Error('at once');
  });
  await expect(broken).rejects.toThrow('at once');
  expect(await slots.schedule(async () => 'next')).toBe('next');
});
