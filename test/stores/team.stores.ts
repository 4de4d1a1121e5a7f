/** What a team does at one device, with ledgers in a real PostgreSQL: at once, frozen, without the database, killed. */
import type { ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import type { Manifest } from '../../lib/run/manifest';
import { armed } from '../support/by-hand';
import { expectNoStack, type Ran } from '../support/command';
import { startRig, type Rig } from '../support/rig';
import { manifestOf, type Variant } from '../support/scenario';
import { killRuns } from '../support/stores/killed-runs';
import { onLab, shared } from '../support/stores/on-lab';
import { startPostgres, withPostgres, type PostgresServer } from '../support/stores/postgres-server';
import { scenario as keyed } from '../scenarios/002-pre-shared-key/network';
import { figuresOf } from '../attack/support/figures';

const kills = Number(process.env['STORE_KILLS'] ?? 5);
const figures = figuresOf('kills-postgres');

withPostgres('a team with its ledgers in PostgreSQL', () => {
  let server: PostgresServer;
  let rig: Rig;
  let team = 0;
  beforeAll(async () => {
    Object.assign(process.env, keyed.secrets);
    server = await startPostgres();
  });
  afterAll(async () => {
    await server.close();
    figures.report();
  });
  beforeEach(async () => {
    rig = await startRig({ fmc: { deployMs: 0 } });
    team += 1;
  });
  afterEach(() => rig.close());

  const url = (): string => server.urlWith({ more: `?team=t${team}` });
  const declared = (variant: Variant): Manifest =>
    onLab(
      rig,
      manifestOf((stack) => keyed.declare(stack, variant)),
      'edge',
    );
  const apply = (variant: Variant, started?: (child: ChildProcess) => void, more: readonly string[] = []) =>
    shared(
      rig,
      url(),
      ['apply', '--manifest', rig.save(declared(variant)), '--yes', '--allow-disruption', ...more],
      started === undefined ? {} : { started },
    );
  const plan = (variant: Variant): Promise<Ran> =>
    shared(rig, url(), ['plan', '--manifest', rig.save(declared(variant))]);
  const addresses = async (): Promise<readonly string[]> => {
    const [row] = await server.ask('select content from tunnelwright.ledger where team = $1', [`t${team}`]);
    if (row === undefined) return [];
    const { entries } = JSON.parse(String(row['content'])) as { entries: { address: string; state: string }[] };
    return entries.map(({ address, state }) => `${address} ${state}`);
  };
  const allOwned = async (): Promise<void> => {
    const all = await addresses();
    expect(all.length).toBeGreaterThan(0);
    expect(all.filter((one) => !one.endsWith(' owned'))).toEqual([]);
  };
  /** Calls `then` when the router has got so many bytes of a change, which goes on. */
  const atChange = (then: () => void): void => {
    const before = rig.edge.runningConfig();
    const timer = setInterval(() => {
      if (rig.edge.runningConfig() === before) return;
      clearInterval(timer);
      then();
    }, 2);
  };

  test('what one machine applied, another sees, rolls back and lists', async () => {
    const applied = await apply('whole');
    expect(applied.err + applied.out).toContain('edge: applied');
    const run = /run (\S+): to take it back/.exec(applied.out)![1]!;
    expect((await plan('whole')).code).toBe(0);
    const listed = await shared(rig, url(), ['runs']);
    expect(listed.out).toContain(run);
    expect((await shared(rig, url(), ['state', 'list'])).out).toMatch(/^net\/edge {2}\d+ objects/m);
    const manifest = rig.save(declared('whole'));
    const back = await shared(rig, url(), ['rollback', '--run', run, '--manifest', manifest, '--yes']);
    expect(back.out).toContain('edge: rolled back');
    expect(await addresses()).toEqual([]);
  });

  test('a program that keeps its ledgers there needs no option, and its manifest has no password', async () => {
    const manifest = {
      ...declared('whole'),
      ledger: {
        kind: 'postgres' as const,
        url: { secret: 'env' as const, name: 'LEDGER_URL' },
        team: `t${team}`,
        key: { secret: 'env' as const, name: 'TUNNELWRIGHT_LEDGER_KEY' },
      },
    };
    const file = rig.save(manifest);
    const env = { TUNNELWRIGHT_STORE: undefined, LEDGER_URL: server.url };
    const applied = await shared(rig, '', ['apply', '--manifest', file, '--yes', '--allow-disruption'], { env });
    expect(applied.out).toContain('edge: applied');
    await allOwned();
    const states = await shared(rig, '', ['state', 'list', '--manifest', file], { env });
    expect(states.out).toContain('net/edge');
    const without = await shared(rig, '', ['plan', '--manifest', file], { env: { ...env, LEDGER_URL: undefined } });
    expect(without.code).toBe(1);
    expect(without.err + without.out).toContain('the environment variable LEDGER_URL is not set');
  });

  test('without the key of the fingerprints nothing is asked of a device, and it is said how to make one', async () => {
    const env = { TUNNELWRIGHT_LEDGER_KEY: undefined };
    const ran = await shared(rig, url(), ['plan', '--manifest', rig.save(declared('whole'))], { env });
    expect(ran.code).toBe(1);
    expect(ran.out + ran.err).toContain('the environment variable TUNNELWRIGHT_LEDGER_KEY is not set');
    expect(ran.out + ran.err).toContain('openssl rand -hex 32');
  });

  test('of two runs at one device one changes it, and the other is told who does', async () => {
    const [a, b] = await Promise.all([apply('whole'), apply('whole')]);
    const lines = [a, b].map(({ out, err }) => out + err);
    // The second comes while the first is at work, or after it.
    expect(lines.filter((text) => text.includes('edge: applied'))).toHaveLength(1);
    expect(lines.find((text) => !text.includes('edge: applied'))).toMatch(
      /is being changed by \S+ process \d+ since|edge: unchanged|No changes/,
    );
    await allOwned();
    [a, b].forEach(expectNoStack);
  });

  test('a run that was frozen past its lease does nothing more on the device when it wakes', async () => {
    let frozen: ChildProcess | undefined;
    const late = apply('whole', (child) => {
      frozen = child;
      atChange(() => child.kill('SIGSTOP'));
    });
    while ((await armed(rig.edge)).length === 0) await pause(20);
    await pause(200);
    const late1 = `update tunnelwright.lease set expires = clock_timestamp() - interval '1 s' where team = $1`;
    await server.ask(late1, [`t${team}`]);
    // Another run finds what is armed, takes it back and applies.
    const other = await apply('whole');
    expect(other.out + other.err).toContain('edge: applied');
    const there = rig.edge.runningConfig();
    const ledger = await addresses();
    frozen!.kill('SIGCONT');
    const woken = await late;
    expect(woken.code).not.toBe(0);
    expect(woken.out + woken.err).toMatch(/this run has lost its lease|connection|not confirmed/i);
    expectNoStack(woken);
    expect(rig.edge.runningConfig()).toBe(there);
    expect(await addresses()).toEqual(ledger);
    await allOwned();
    expect(await armed(rig.edge)).toEqual([]);
    expect((await plan('whole')).code).toBe(0);
  });

  test('the database stops in the middle of an apply: the device is as it was, and the next apply finishes', async () => {
    const before = rig.edge.runningConfig();
    let stopped: Promise<void> | undefined;
    const ran = await apply('whole', () => {
      atChange(() => void (stopped = server.stop()));
    });
    await stopped;
    const said = ran.out + ran.err;
    expect(ran.code).toBe(1);
    expect(said).toContain('edge: FAILED (the device is as it was before');
    expect(said).toMatch(/\[PostgreSQL 127\.0\.0\.1:\d+\/postgres\] (refuses the connection|has broken|was stopped)/);
    expect(said).toContain('then run this again: what is on the devices is found by a look at them');
    expectNoStack(ran);
    expect(rig.edge.runningConfig()).toBe(before);
    expect(await armed(rig.edge)).toEqual([]);
    await server.start();
    const again = await apply('whole');
    expect(again.out + again.err).toContain('edge: applied');
    await allOwned();
    expect((await plan('whole')).code).toBe(0);
  });

  test('killed at a random byte, a second run finishes the work', async () => {
    await killRuns({ rig, figures, kills, seed: 20260, apply, entries: addresses });
  }, 1_800_000);
});
