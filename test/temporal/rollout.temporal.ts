import { Client, Connection } from '@temporalio/client';
import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { keepHistory } from '../support/temporal/histories';
import { expectNoStack, tw, type CommandOptions, type Ran } from '../support/command';
import { isDeclared, startFleet, type Fleet } from '../support/fleet';
import { startTemporal, withTemporal, type TemporalServer } from '../support/temporal/server';
import { startWorker, type WorkerProcess } from '../support/temporal/worker';

withTemporal('a rollout that Temporal carries', () => {
  let server: TemporalServer;
  let client: Client;
  let fleet: Fleet;
  const workers: WorkerProcess[] = [];
  beforeAll(async () => {
    server = await startTemporal();
    const connection = await Connection.connect({ address: server.address });
    client = new Client({ connection, namespace: server.namespace });
  }, 60_000);
  afterAll(async () => {
    await client.connection.close();
    await server.close();
  });
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
  const rollout = async (words: readonly string[], more: CommandOptions['env'] = {}): Promise<Ran> => {
    const ran = await tw(fleet.rig, ['rollout', ...words, '--manifest', fleet.file], { env: { ...env(), ...more } });
    expectNoStack(ran);
    return ran;
  };
  const start = (words: readonly string[], more: CommandOptions['env'] = {}): Promise<Ran> =>
    rollout(['start', '--engine', 'temporal', '--yes', ...words], more);
  const declared = (): readonly number[] => fleet.routers.flatMap((router, n) => (isDeclared(router) ? [n] : []));
  const until = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
    for (let n = 0; n < 300; n += 1) {
      if (await holds()) return;
      await pause(100);
    }
    throw new Error('it never came to that');
  };
  /** The workflow of the rollout that was started last. */
  const workflowId = async (): Promise<string> => {
    const { events } = JSON.parse((await rollout(['report', '--json'])).out) as {
      events: readonly { readonly engine?: { readonly workflow: string } }[];
    };
    return events[0]!.engine!.workflow;
  };

  test('changes one wave after the other on workers that have no program, and hears what persons order', async () => {
    fleet = await startFleet(6, { waves: [{ name: 'canary', count: 1 }, { percent: 34 }, { approval: true }] });
    const one = await worker();
    const started = await start(['--no-wait']);
    expect([started.code, started.out]).toEqual([
      2,
      expect.stringMatching(
        new RegExp(
          [
            'march: wave 3 of 3, waits for an approval: tunnelwright rollout approve march .*',
            '  canary: 1 device: 1 done; gate passed',
            '  wave 2: 3 devices: 3 done; gate passed',
            '  wave 3: 2 devices: 2 waiting; waits for an approval',
            '',
          ].join('\n'),
        ),
      ),
    ]);
    expect(declared()).toEqual([0, 1, 2, 3]);
    expect((await start([])).err).toContain('[march] was started and has not ended');
    expect((await rollout(['approve'])).out).toBe('march: wave 3 is approved.\n');
    const resumed = await rollout(['resume']);
    // It says `done already` where the workers were faster than the command.
    expect([resumed.code, resumed.out]).toEqual([0, expect.stringMatching(/^march: done(?: already\.)?\n/)]);
    expect(declared()).toEqual([0, 1, 2, 3, 4, 5]);
    expect(await one.stop()).toBe(0);
    expect(one.said()).toContain('r0: done');
    const id = await workflowId();
    await keepHistory('waves-and-approval', client, id);
    // What a search on the page of the server finds it by.
    const found = async (): Promise<readonly string[]> => {
      const ids: string[] = [];
      const query = "TunnelwrightRollout = 'net/march' and TunnelwrightState = 'done' and TunnelwrightFaults = 0";
      for await (const { workflowId: one } of client.workflow.list({ query })) ids.push(one);
      return ids;
    };
    await until(async () => (await found()).includes(id));
  });

  test('stops when a device fails, and goes on in a new workflow when the cause is gone', async () => {
    fleet = await startFleet(4, { waves: [{ count: 3, parallel: 1 }, {}] });
    await worker();
    fleet.routers[1]!.faults.refuse = { line: /^crypto ikev2 proposal/, words: '% Invalid input' };
    const stopped = await start([]);
    expect([stopped.code, stopped.out]).toEqual([1, expect.stringMatching(/\nmarch: stopped\n[^]*GATE FAILED/)]);
    expect(declared()).toEqual([0]);
    await keepHistory('stopped-by-its-gate', client, await workflowId());
    delete fleet.routers[1]!.faults.refuse;
    expect((await rollout(['resume'])).code).toBe(0);
    expect(declared()).toEqual([0, 1, 2, 3]);
  });

  test('takes back a wave whose gate fails', async () => {
    fleet = await startFleet(4, { waves: [{ count: 1 }, { parallel: 1 }], onFailure: 'rollback' });
    await worker();
    fleet.routers[3]!.faults.refuse = { line: /^crypto ikev2 proposal/, words: '% Invalid input' };
    const ran = await start([]);
    expect([ran.code, ran.out]).toEqual([
      1,
      expect.stringMatching(/\nmarch: rolled back\n[^]*3 rolled back; GATE FAILED/),
    ]);
    expect(declared()).toEqual([0]);
    await keepHistory('rolled-back', client, await workflowId());
  });

  test('workers take over what is there and not managed where who starts it says so, and only then', async () => {
    fleet = await startFleet(3, { waves: [{ count: 1 }, { approval: true }] });
    expect((await tw(fleet.rig, ['apply', '--yes', '--manifest', fleet.file])).code).toBe(0);
    // Ledgers that know nothing of it: those of a lab are beside its file.
    rmSync(fleet.rig.ledgers, { recursive: true });
    await worker();
    const refused = await start([]);
    expect([refused.code, refused.out]).toEqual([
      1,
      expect.stringMatching(/\nmarch: stopped\n[^]*r0: failed: .*not managed/),
    ]);
    const begun = await start(['--again', '--adopt', '--no-wait']);
    expect([begun.code, begun.out]).toEqual([2, expect.stringContaining('wave 1: 1 device: 1 done; gate passed')]);
    expect((await rollout(['approve'])).code).toBe(0);
    // The option is of the rollout, not of the command: the workers keep to it, and who resumes it need not say it again.
    const resumed = await rollout(['resume']);
    expect([resumed.code, resumed.out]).toEqual([0, expect.stringMatching(/^march: done(?: already\.)?\n/)]);
    const { entries } = await fleet.rig.store.read('net/r2');
    expect(entries.map(({ state }) => state)).toEqual(['owned']);
  });

  test('leaves each site to its own workers, says what waits for one, and an abort ends that', async () => {
    fleet = await startFleet(4, { waves: [{}] }, 0, (n) => (n === 0 ? undefined : n === 1 ? 'pune' : 'delhi'));
    const [all, pune] = await Promise.all([worker(), worker(['--label', 'site=pune'])]);
    expect((await start(['--queue-by', 'site', '--detach'])).code).toBe(0);
    await until(() => declared().length === 2);
    expect(declared()).toEqual([0, 1]);
    await until(() => pune.said().includes('r1: done'));
    expect(all.said()).not.toContain('r1');
    expect((await rollout(['status'])).out).toContain('  work that no worker has taken yet: 2\n');
    expect((await rollout(['abort'])).code).toBe(0);
    await until(async () => (await rollout(['status'])).out.startsWith('march: aborted\n'));
    expect((await rollout(['status'])).out).toContain(
      'r2: skipped: no worker had begun it when the rollout was aborted',
    );
    await keepHistory('aborted-while-a-site-is-away', client, await workflowId());
    // The other site is there now: it goes on.
    const delhi = await worker(['--label', 'site=delhi']);
    expect((await rollout(['resume'])).code).toBe(0);
    expect(declared()).toEqual([0, 1, 2, 3]);
    expect(delhi.said()).toContain('r3: done');
  });

  test('an abort is heard while all hands of the only worker are full, and nothing further is begun', async () => {
    fleet = await startFleet(4, { waves: [{ parallel: 4 }] }, 80);
    const only = await worker(['--parallel', '1']);
    expect((await start(['--detach'])).code).toBe(0);
    const begun = (): number => only.said().match(/ begun$/gm)?.length ?? 0;
    await until(() => begun() > 0);
    expect((await rollout(['abort'])).code).toBe(0);
    await until(async () => (await rollout(['status'])).out.startsWith('march: aborted\n'));
    expect(begun()).toBe(1);
    // Of the one that was begun the abort may come before the first change.
    expect(declared().length).toBeLessThanOrEqual(1);
  });

  test('leaves a long history for a new one, and loses nothing by that', async () => {
    fleet = await startFleet(12, { waves: [{ count: 4, parallel: 2 }, { parallel: 2 }] });
    await worker();
    expect((await start([], { TUNNELWRIGHT_HISTORY: '60' })).code).toBe(0);
    expect(declared()).toHaveLength(12);
    const id = await workflowId();
    const runs: string[] = [];
    for await (const { runId } of client.workflow.list({ query: `WorkflowId = '${id}'` })) runs.push(runId);
    expect(runs.length).toBeGreaterThan(1);
    await keepHistory('continued', client, id);
  });

  test('goes on from what is written where Temporal has lost it', async () => {
    fleet = await startFleet(3, { waves: [{ count: 1 }, { approval: true }] });
    await worker();
    expect((await start(['--no-wait'])).code).toBe(2);
    await client.workflow.getHandle(await workflowId()).terminate('as where its data is lost');
    expect((await rollout(['approve'])).err).toContain('[march] Temporal does not carry it any more');
    expect((await rollout(['resume', '--no-wait'])).code).toBe(2);
    expect((await rollout(['approve'])).code).toBe(0);
    expect((await rollout(['resume'])).code).toBe(0);
    expect(declared()).toEqual([0, 1, 2]);
  });
});
