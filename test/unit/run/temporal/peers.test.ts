import { clientPeer } from '../../../../lib/run/temporal/peers';
import { runTogether } from '../../../../lib/run/temporal/together';

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
