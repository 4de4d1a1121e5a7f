import { tw, type CommandOptions, type Ran } from '../support/command';
import { isDeclared, startFleet, type Fleet } from '../support/fleet';
import { startTemporal, withTemporal, type TemporalServer } from '../support/temporal/server';
import { startWorker, type WorkerProcess } from '../support/temporal/worker';

withTemporal('a rollout that Temporal carries', () => {
  let server: TemporalServer;
  let fleet: Fleet;
  let workers: WorkerProcess[] = [];
  beforeAll(async () => {
    server = await startTemporal();
  }, 60_000);
  afterAll(() => server.close());
  afterEach(async () => {
    await Promise.all(workers.splice(0).map((worker) => worker.kill()));
    await fleet.close();
  });

  const env = () => ({
    TEMPORAL_ADDRESS: server.address,
    TEMPORAL_NAMESPACE: server.namespace,
    TUNNELWRIGHT_LAB: fleet.rig.lab,
  });
  const worker = async (args: readonly string[] = []): Promise<WorkerProcess> => {
    const started = await startWorker(env(), args);
    workers.push(started);
    return started;
  };
  const rollout = async (words: readonly string[], options: CommandOptions = {}): Promise<Ran> =>
    tw(fleet.rig, ['rollout', ...words, '--manifest', fleet.file], { ...options, env: { ...env(), ...options.env } });
  const declared = (): readonly number[] => fleet.routers.flatMap((router, n) => (isDeclared(router) ? [n] : []));

  test('changes one wave after the other on workers that have no program, and hears what persons order', async () => {
    fleet = await startFleet(6, { waves: [{ name: 'canary', count: 1 }, { percent: 34 }, { approval: true }] });
    const one = await worker();
    const started = await rollout(['start', '--engine', 'temporal', '--yes', '--no-wait']);
    console.log(started.out, started.err, one.said());
    expect(started.code).toBe(2);
    expect(declared()).toEqual([0, 1, 2, 3]);
    const status = await rollout(['status']);
    console.log(status.out, status.err);
    console.log(await rollout(['approve']));
    const resumed = await rollout(['resume']);
    expect([resumed.code, resumed.out]).toEqual([0, expect.stringMatching(/^march: done\n/)]);
    expect(declared()).toEqual([0, 1, 2, 3, 4, 5]);
    expect(await one.stop()).toBe(0);
  }, 60_000);
});
