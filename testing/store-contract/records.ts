import { equal, match, ok } from 'node:assert/strict';
import { ledgerOf, refusal, same, under, type Promised } from './place';

const edge = 'mumbai/edge';
const [first, second] = ['20261120-143005-3fa2', '20261121-080000-0c41'];

export const recordCases: readonly Promised[] = [
  {
    name: 'what a run did is recalled as it was kept last; the latest run comes first',
    holds: async (place) => {
      const store = place.store();
      await under(store, edge, async () => {
        await store.keep(edge, second, { run: second });
        await store.keep(edge, first, { run: first, outcome: 'unknown' });
        await store.keep(edge, first, { run: first, outcome: 'applied', changes: [null, 'ü "x"\n', 1.5] });
      });
      const other = place.store();
      same(await other.runs(edge), [second, first]);
      same(await other.recall(edge, first), {
        run: first,
        outcome: 'applied',
        changes: [null, 'ü "x"\n', 1.5],
      });
      equal(await other.recall(edge, '20200101-000000-0000'), undefined);
    },
  },
  {
    name: 'runs of targets whose names begin alike do not mix',
    holds: async (place) => {
      const store = place.store();
      for (const [target, name] of [
        [edge, first],
        ['mumbai/edge-2', second],
      ] as const)
        await under(store, target, () => store.keep(target, name, { target }));
      same(await place.store().runs(edge), [first]);
      same(await place.store().runs('mumbai/edge-2'), [second]);
      same(await place.store().runs('mumbai/ed'), []);
      same([...(await place.store().recorded())].sort(), [edge, 'mumbai/edge-2']);
      equal(await place.store().recall(edge, second), undefined);
    },
  },
  {
    name: 'what a run did is refused where it is not whole, and the other runs are recalled',
    holds: async (place) => {
      const store = place.store();
      await under(store, edge, async () => {
        await store.write(ledgerOf(edge, 'P'));
        await store.keep(edge, first, { run: first });
        await store.keep(edge, second, { run: second });
      });
      await place.putRun(edge, first, '{ "run": ');
      const { code, message } = await refusal('a run that is not whole', place.store().recall(edge, first));
      equal(code, 'ledger.corrupt');
      match(message, new RegExp(`what was kept of run ${first} .*Nothing was changed`));
      same(await place.store().recall(edge, second), { run: second });
      same(await place.store().runs(edge), [second, first]);
    },
  },
  {
    name: 'the journal has a line for each note, in their order, with its time and without control characters',
    holds: async (place) => {
      const store = place.store();
      await under(store, edge, async () => {
        for (let i = 0; i < 12; i++) await store.note(edge, `apply ${i}`);
        await store.note(edge, 'a\u001b[2J line\nof two');
      });
      const lines = await place.store().journal(edge);
      equal(lines.length, 13);
      for (const [i, line] of lines.slice(0, 12).entries())
        match(line, new RegExp(`^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z apply ${i}$`));
      ok(!/[\u0000-\u001f]/.test(lines[12]!), 'a control character is in the journal');
      same(await place.store().journal('mumbai/core'), []);
    },
  },
  {
    name: 'notes of several at once are all in the journal',
    holds: async (place) => {
      const doors = Array.from({ length: 6 }, () => place.store());
      await Promise.all(doors.map((store, i) => store.note('pune/edge', `from ${i}`)));
      const lines = await place.store().journal('pune/edge');
      same(lines.map((line) => line.slice(-1)).sort(), ['0', '1', '2', '3', '4', '5']);
    },
  },
];
