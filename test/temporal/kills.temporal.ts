/** Rollouts while processes are killed: workers, the Temporal server, PostgreSQL with the ledgers. */
import { setTimeout as pause } from 'node:timers/promises';
import { stateOf } from '../../lib/rollout/state';
import { RolloutLog } from '../../lib/run/rollout/rollout-log';
import { postgresStore } from '../../lib/run/ledger/postgres/store';
import type { RolloutEvent } from '../../lib/rollout/event';
import { figuresOf } from '../attack/support/figures';
import { isDeclared, startFleet, type Fleet } from '../support/fleet';
import { randomOf } from '../support/random';
import { begunEarly } from '../support/rollout-events';
import { ledgerKey, onLab, shared } from '../support/stores/on-lab';
import { startPostgres, withPostgres, type PostgresServer } from '../support/stores/postgres-server';
import { startTemporal, withTemporal, type TemporalServer } from '../support/temporal/server';
import { startWorker, type WorkerProcess } from '../support/temporal/worker';

const kills = Number(process.env['KILLS'] ?? 4);
const size = Math.max(24, 10 * kills);
const figures = figuresOf('kills-temporal');

/** A server, two workers and a database of the test alone. */
class Site {
  readonly workers: WorkerProcess[] = [];
  private readonly random = randomOf(Number(process.env['KILL_SEED'] ?? 2026));

  constructor(
    readonly temporal: TemporalServer,
    readonly postgres: PostgresServer,
  ) {}

  /** Ledgers are of one device: each fleet has a team of its own. */
  team = '';

  get url(): string {
    return this.postgres.urlWith({ more: `?team=${this.team}` });
  }

  /** Two workers for the ledgers of a team. */
  async serve(team: string): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.kill()));
    this.team = team;
    await Promise.all([this.hire(0), this.hire(1)]);
  }

  env(): Readonly<Record<string, string | undefined>> {
    return {
      TEMPORAL_ADDRESS: this.temporal.address,
      TEMPORAL_NAMESPACE: this.temporal.namespace,
      TUNNELWRIGHT_LAB: undefined,
      TUNNELWRIGHT_LEDGER: undefined,
      TUNNELWRIGHT_STORE: this.url,
      TUNNELWRIGHT_LEDGER_KEY: ledgerKey,
    };
  }

  async hire(n: number): Promise<void> {
    this.workers[n] = await startWorker(this.env());
  }

  /** Ends something in the middle of its work, and starts it again after a while. */
  async strike(): Promise<void> {
    const what = Math.floor(this.random() * 4);
    const away = 200 + this.random() * 1500;
    if (what === 0) {
      const n = Math.floor(this.random() * 2);
      await this.workers[n]!.kill();
      await pause(away);
      await this.hire(n);
    } else if (what === 1) {
      await Promise.all(this.workers.map((worker) => worker.kill()));
      await pause(away);
      await Promise.all([this.hire(0), this.hire(1)]);
    } else if (what === 2) {
      await this.temporal.kill();
      await pause(away);
      await this.temporal.start();
    } else {
      await this.postgres.stop();
      await pause(away);
      await this.postgres.start();
    }
    figures.count(['workers killed', 'both workers killed', 'Temporal killed', 'PostgreSQL killed'][what]!);
    figures.count('kills');
  }

  between(): Promise<void> {
    return pause(1000 + this.random() * 3000);
  }
}

withTemporal('processes are killed while Temporal carries a rollout', () => {
  withPostgres('with ledgers in PostgreSQL', () => {
    let site: Site;
    beforeAll(async () => {
      const [temporal, postgres] = await Promise.all([startTemporal(), startPostgres()]);
      site = new Site(temporal, postgres);
    }, 90_000);
    afterAll(async () => {
      await Promise.all(site.workers.map((worker) => worker.kill()));
      await Promise.all([site.temporal.close(), site.postgres.close()]);
      figures.report();
    });

    /** What is written of the last start, by a look at the ledgers; empty while they do not answer. */
    const eventsNow = async (): Promise<readonly RolloutEvent[]> => {
      const store = postgresStore({ url: site.postgres.url, team: site.team, key: async () => Buffer.alloc(32) });
      try {
        return (await RolloutLog.last(store, 'net', 'march'))?.events ?? [];
      } catch {
        return [];
      } finally {
        await store.close();
      }
    };

    /** Carries a rollout to its end while things are killed, as many as are left. */
    const carry = async (fleet: Fleet, left: number): Promise<{ events: readonly RolloutEvent[]; struck: number }> => {
      const file = fleet.rig.save(onLab(fleet.rig, fleet.manifest));
      const words = ['rollout', 'start', '--engine', 'temporal', '--detach', '--yes', '--again', '--manifest', file];
      const begun = await shared(fleet.rig, site.url, words, { env: site.env() });
      expect([begun.code, begun.err]).toEqual([0, expect.any(String)]);
      let struck = 0;
      for (;;) {
        await site.between();
        const events = await eventsNow();
        if (events.at(-1)?.what === 'finished') return { events, struck };
        if (struck < left) {
          await site.strike();
          struck += 1;
        }
      }
    };

    test(`${kills} kills: every device ends as declared or is reported as not, and no wave begins before its gate`, async () => {
      for (let left = kills, n = 0; left > 0; n += 1) {
        const fleet = await startFleet(
          size,
          { waves: [{ count: 1 }, { percent: 40, parallel: 20 }, { percent: 40, parallel: 20 }, { parallel: 20 }] },
          5,
        );
        try {
          await site.serve(`fleet-${n}`);
          // Of every other fleet one router refuses, in the third wave: its gate fails.
          const bad = n % 2 === 1 ? fleet.routers[Math.floor(size * 0.6)]! : undefined;
          if (bad !== undefined) bad.faults.refuse = { line: /^crypto ikev2 proposal/, words: '% Invalid input' };
          const { events, struck } = await carry(fleet, Math.min(left, Math.ceil(kills / 2)));
          left -= struck;
          const state = stateOf(events)!;
          const untrue = state
            .all()
            .filter(([id, { status }]) => (status === 'done') !== isDeclared(fleet.routers[Number(id.slice(1))]!));
          expect([state.outcome, untrue, begunEarly(events)]).toEqual([bad === undefined ? 'done' : 'stopped', [], []]);
          expect(state.passed.size).toBe(bad === undefined ? 4 : 2);
          const all = state.all();
          figures.count('devices as declared', all.filter(([, { status }]) => status === 'done').length);
          figures.count('reported as not', all.filter(([, { status }]) => status !== 'done').length);
          figures.count('rollouts');
        } finally {
          await fleet.close();
        }
      }
    }, 3_600_000);
  });
});
