import fc from 'fast-check';
import { hasFailed } from '../../../../lib/rollout/state';
import { isOpen } from '../../../../lib/rollout/window';
import { declared, devices, minute, noon, World } from './world';

const statuses = (world: World): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const [, { status }] of world.state.all()) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
};
const at = (world: World, id: string): number => (world.changes.find((c) => c.id === id)!.from - noon) / minute;

describe('a rollout', () => {
  test('changes one wave after the other', async () => {
    const world = new World(declared({ waves: [{ count: 1 }, { count: 2 }, {}] }), devices(5));
    expect(await world.run()).toBe('done');
    expect(devices(5).map(({ id }) => at(world, id))).toEqual([0, 1, 1, 2, 2]);
  });

  test('changes no more devices at the same time than a wave says', async () => {
    const world = new World(declared({ waves: [{ parallel: 2 }] }), devices(5));
    expect(await world.run()).toBe('done');
    expect(devices(5).map(({ id }) => at(world, id))).toEqual([0, 0, 1, 1, 2]);
  });

  test('stops when more devices fail than may, finishes what it has begun, and begins nothing further', async () => {
    const world = new World(declared({ waves: [{ parallel: 3 }], gate: { failures: 1 } }), devices(9), {
      ends: (id) => (['r0', 'r1'].includes(id) ? 'failed' : 'done'),
    });
    expect(await world.run()).toBe('stopped');
    expect(statuses(world)).toEqual({ failed: 2, done: 2, waiting: 5 });
    expect(world.state.gate?.words).toEqual(['2 devices are not as declared, and 1 may be: r0, r1']);
  });

  test('goes on with as many failures as may be', async () => {
    const world = new World(declared({ waves: [{ count: 2 }, {}], gate: { failures: 1 } }), devices(4), {
      ends: (id) => (id === 'r0' ? 'failed' : 'done'),
    });
    expect(await world.run()).toBe('done');
    expect(statuses(world)).toEqual({ failed: 1, done: 3 });
  });

  test('begins no wave after a gate that failed', async () => {
    const world = new World(declared({ waves: [{ count: 2 }, {}] }), devices(4), { gate: () => false });
    expect(await world.run()).toBe('stopped');
    expect(statuses(world)).toEqual({ done: 2, waiting: 2 });
  });

  test('takes the wave back whose gate failed, and no other, the last device first', async () => {
    const props = { waves: [{ count: 1 }, { count: 2, parallel: 1 }, {}], onFailure: 'rollback' } as const;
    const world = new World(declared(props), devices(5), { gate: (wave) => wave === 0 });
    expect(await world.run()).toBe('rolled back');
    expect(world.back).toEqual(['r2', 'r1']);
    expect(statuses(world)).toEqual({ done: 1, 'rolled back': 2, waiting: 2 });
  });

  test('says of a device whose rollback fails that it is as the wave made it', async () => {
    const world = new World(declared({ waves: [{}], onFailure: 'rollback' }), devices(2), {
      gate: () => false,
      rollBack: (id) => id !== 'r1',
    });
    expect(await world.run()).toBe('rolled back');
    expect(statuses(world)).toEqual({ 'rolled back': 1, kept: 1 });
  });

  test('tries devices again that do not answer, and counts them as failed after the last attempt', async () => {
    const props = { waves: [{}], retry: { times: 2, everyMinutes: 10 }, gate: { failures: 1 } };
    const world = new World(declared(props), devices(3), {
      ends: (id, attempt) => (id === 'r0' || (id === 'r1' && attempt < 3) ? 'unreached' : 'done'),
    });
    expect(await world.run()).toBe('done');
    expect(world.changes.filter(({ id }) => id === 'r0').map(({ from }) => (from - noon) / minute)).toEqual([
      0, 11, 22,
    ]);
    expect(statuses(world)).toEqual({ unreached: 1, done: 2 });
  });

  test('skips what needs a device that failed', async () => {
    const members = [...devices(2), { id: 'user', labels: {}, hub: false, needs: ['r0'] }];
    const world = new World(declared({ waves: [{}], gate: { failures: 5 } }), members, {
      ends: (id) => (id === 'r0' ? 'failed' : 'done'),
    });
    expect(await world.run()).toBe('done');
    expect(world.state.device('user')).toMatchObject({
      status: 'skipped',
      words: ['it needs r0, which is not as declared (failed)'],
    });
  });

  test('begins what needs a device after that device', async () => {
    const members = [{ id: 'user', labels: {}, hub: false, needs: ['r0'] }, ...devices(1)];
    const world = new World(declared({ waves: [{}] }), members);
    expect(await world.run()).toBe('done');
    expect([at(world, 'r0'), at(world, 'user')]).toEqual([0, 1]);
  });

  test('waits for an approval, a change window and its soak time', async () => {
    const props = {
      waves: [{ count: 1 }, { approval: true }],
      gate: { soakMinutes: 30 },
      window: { zone: 'UTC', from: '12:00', until: '14:00' },
    };
    // Approved at 15:00, so that the second wave begins the next day at 12:00.
    const world = new World(declared(props), devices(2), { orders: [[180, 'approved', 1]] });
    expect(await world.run()).toBe('done');
    expect([at(world, 'r0'), at(world, 'r1')]).toEqual([0, 24 * 60]);
    expect(world.events.find(({ what }) => what === 'gate')!.at).toBe(noon + 31 * minute);
  });

  test('begins nothing while it is paused, and finishes what it has begun', async () => {
    const world = new World(declared({ waves: [{ parallel: 1 }] }), devices(3), {
      orders: [
        [1, 'paused'],
        [60, 'resumed'],
      ],
    });
    expect(await world.run()).toBe('done');
    expect(devices(3).map(({ id }) => at(world, id))).toEqual([0, 60, 61]);
  });

  test('ends when it is aborted, and reports what was changed and what was not', async () => {
    const world = new World(declared({ waves: [{ parallel: 2 }] }), devices(6), { orders: [[1, 'aborted']] });
    expect(await world.run()).toBe('aborted');
    expect(statuses(world)).toEqual({ done: 2, waiting: 4 });
  });

  test('changes two ends in one run that a change would part, in the earlier wave', async () => {
    const world = new World(declared({ waves: [{ count: 1 }, {}] }), devices(4), {}, [['r0', 'r3']]);
    expect(await world.run()).toBe('done');
    expect(world.events.flatMap((e) => (e.what === 'begun' ? [e.targets] : []))).toEqual([
      ['r0', 'r3'],
      ['r1'],
      ['r2'],
    ]);
  });
});

const plan = fc.record({
  count: fc.integer({ min: 1, max: 40 }),
  waves: fc.array(fc.record({ count: fc.integer({ min: 1, max: 8 }), parallel: fc.integer({ min: 1, max: 5 }) }), {
    maxLength: 4,
  }),
  failures: fc.integer({ min: 0, max: 3 }),
  faulty: fc.array(fc.nat(39), { maxLength: 6 }),
  absent: fc.array(fc.nat(39), { maxLength: 6 }),
  badGate: fc.option(fc.nat(3), { nil: undefined }),
  onFailure: fc.constantFrom('stop' as const, 'rollback' as const),
  killedAt: fc.array(fc.integer({ min: 2, max: 60 }), { maxLength: 4 }),
  abort: fc.option(fc.nat(30), { nil: undefined }),
});
type Drawn = typeof plan extends fc.Arbitrary<infer T> ? T : never;

const simulated = async (drawn: Drawn): Promise<World> => {
  const { waves, count, failures, faulty, absent, badGate, onFailure, killedAt, abort } = drawn;
  // The last wave takes the rest; waves that would find nothing left are not declared.
  let left = count - 1;
  const filled = waves.flatMap((wave) => ((left -= wave.count) >= 0 ? [wave] : []));
  const window = { zone: 'Europe/Berlin', from: '13:00', until: '15:30' };
  const world = new World(
    declared({ waves: [...filled, { parallel: 4 }], gate: { failures }, onFailure, window, retry: { times: 1 } }),
    devices(count),
    {
      ends: (id, attempt) => {
        const n = Number(id.slice(1));
        if (faulty.includes(n)) return 'failed';
        return absent.includes(n) && attempt === 1 ? 'unreached' : 'done';
      },
      ...(badGate === undefined ? {} : { gate: (wave: number) => wave !== badGate }),
      takes: (id) => 1 + (Number(id.slice(1)) % 3),
      killedAt: [...killedAt].sort((a, b) => a - b),
      ...(abort === undefined ? {} : { orders: [[abort, 'aborted'] as const] }),
    },
  );
  await world.run();
  return world;
};

describe('whatever fails and whoever is killed', () => {
  const checked = (law: (world: World, drawn: Drawn) => void): Promise<void> =>
    fc.assert(
      fc.asyncProperty(plan, async (drawn) => law(await simulated(drawn), drawn)),
      { numRuns: 60 },
    );

  test('no device fails that was begun after more had failed than may', () =>
    checked((world, { failures }) => {
      const failedAt: number[] = [];
      for (const event of world.events) {
        if (event.what === 'begun') expect(failedAt.length).toBeLessThanOrEqual(failures);
        if (event.what === 'ended' && event.as === 'failed') failedAt.push(event.at);
      }
    }));

  test('no two waves are under way at the same time, and none after a gate that failed', () =>
    checked((world) => {
      const waveOf = new Map(world.state.waves.flatMap(({ steps }, i) => steps.flat().map((id) => [id, i] as const)));
      let passed = 0;
      for (const event of world.events) {
        if (event.what === 'begun')
          expect(event.targets.map((id) => waveOf.get(id))).toEqual(event.targets.map(() => passed));
        if (event.what === 'gate' && event.passed) passed += 1;
        if (event.what === 'gate' && !event.passed) passed = NaN;
      }
    }));

  test('devices are begun in the change window only', () =>
    checked((world) => {
      for (const event of world.events)
        if (event.what === 'begun') expect(isOpen(world.rollout.window, event.at)).toBe(true);
    }));

  test('it ends, with a report that says of each device what happened to it', () =>
    checked((world) => {
      const { state } = world;
      expect(state.outcome).toBeDefined();
      expect(state.busy).toBe(0);
      const touched = new Set(world.changes.map(({ id }) => id));
      for (const [id, device] of state.all()) {
        if (device.status === 'done' || device.status === 'rolled back') expect(touched.has(id)).toBe(true);
        if (!touched.has(id)) expect(device.status).toBe('waiting');
        expect(['changing', 'rolling back']).not.toContain(device.status);
      }
      if (state.outcome === 'done')
        expect(state.all().every(([, d]) => d.status === 'done' || hasFailed(d))).toBe(true);
    }));
});
