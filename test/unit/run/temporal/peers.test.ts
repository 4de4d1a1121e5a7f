import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileStore } from '../../../../lib/run/ledger/store';
import { keepProgram } from '../../../../lib/run/rollout/sealed-program';
import { activitiesOf } from '../../../../lib/run/temporal/activities';
import { clientPeer } from '../../../../lib/run/temporal/peers';
import { runTogether } from '../../../../lib/run/temporal/together';
import { declared } from '../rollout/world';

jest.mock('@temporalio/client', () => {
  throw new Error("Cannot find module '@temporalio/client'\nRequire stack:");
});

test('where the packages of Temporal are missing, it is said which to install', async () => {
  await expect(clientPeer()).rejects.toThrow(
    '[Temporal] its packages are not installed\n    → install them beside tunnelwright: npm install @temporalio/activity @temporalio/client',
  );
});

describe('workers of several queues', () => {
  /** One that runs until it is stopped, and then finishes what it has begun. */
  const lasting = () => {
    const life: string[] = [];
    let shutDown = (): void => undefined;
    const stopped = new Promise<void>((resolve) => (shutDown = resolve));
    return {
      life,
      worker: {
        getState: () => (life.length === 0 ? 'RUNNING' : 'STOPPED'),
        shutdown: () => {
          life.push('stopped');
          shutDown();
        },
        run: async () => {
          await stopped;
          await new Promise((resolve) => setImmediate(resolve));
          life.push('finished');
        },
      } as never,
    };
  };
  const failing = {
    getState: () => 'FAILED',
    shutdown: () => undefined,
    run: () => Promise.reject(new Error('namespace net is not found')),
  } as never;

  test('all end where one ends with a fault, and not before they have finished what they had begun', async () => {
    const { life, worker } = lasting();
    await expect(runTogether([worker, failing])).rejects.toThrow('namespace net is not found');
    expect(life).toEqual(['stopped', 'finished']);
  });
});

test('a worker keeps the programs that it used last, and not those of all rollouts that ever were', async () => {
  const room = mkdtempSync(join(tmpdir(), 'programs-'));
  const store = fileStore(room, async () => Buffer.alloc(32, 1));
  const at = (day: number) => ({ stack: 'net', name: 'march', start: `2026112${day}-143005-3fa2` });
  const rollout = declared({ waves: [{}] });
  for (const day of [0, 1, 2, 3, 4])
    await keepProgram(store, at(day), { manifest: { format: 1, stack: 'net', targets: [] }, rollout });
  let read = 0;
  const works = () => {
    read += 1;
    return [];
  };
  const peer = { heartbeat: () => undefined } as never;
  const { load } = activitiesOf(peer, { store, works, stopped: () => false, note: () => undefined });
  const readBy = async (day: number): Promise<number> => {
    const before = read;
    await load(at(day));
    return read - before;
  };
  const counts: number[] = [];
  for (const day of [0, 1, 2, 3, 0, 4, 0, 1]) counts.push(await readBy(day));
  rmSync(room, { recursive: true });
  expect(counts).toEqual([1, 1, 1, 1, 0, 1, 0, 1]);
});
