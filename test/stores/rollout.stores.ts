/** A rollout that a process of the command drives, killed again and again and gone on with elsewhere: ledgers in PostgreSQL. */
import { setTimeout as pause } from 'node:timers/promises';
import type { RolloutEvent } from '../../lib/rollout/event';
import { figuresOf } from '../attack/support/figures';
import type { Ran } from '../support/command';
import { isDeclared, startFleet } from '../support/fleet';
import { randomOf } from '../support/random';
import { begunEarly } from '../support/rollout-events';
import { onLab, shared } from '../support/stores/on-lab';
import { startPostgres, withPostgres, type PostgresServer } from '../support/stores/postgres-server';

/** `ROLLOUT_KILLS`: how many times something is killed. */
const kills = Number(process.env['ROLLOUT_KILLS'] ?? 6);
const size = 16;
const figures = figuresOf('kills-rollout');

withPostgres('a rollout whose process is killed', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(async () => {
    await server.close();
    figures.report();
  });

  test(`ends as declared after ${kills} kills of its process and of the database, each gone on with by another process`, async () => {
    const random = randomOf(Number(process.env['KILL_SEED'] ?? 2026));
    for (let left = kills, n = 0; left > 0; n += 1) {
      const fleet = await startFleet(size, { waves: [{ count: 1 }, { percent: 30 }, { parallel: 4 }] }, 10);
      const file = fleet.rig.save(onLab(fleet.rig, fleet.manifest));
      const run = (words: readonly string[], isStruck: boolean): Promise<Ran> =>
        shared(fleet.rig, server.urlWith({ more: `?team=fleet-${n}` }), ['rollout', ...words, '--manifest', file], {
          started: (child) => {
            if (!isStruck) return;
            void pause(900 + random() * 2500).then(async () => {
              if (child.exitCode !== null || left === 0) return;
              left -= 1;
              figures.count('kills');
              if (random() < 0.6) {
                figures.count('processes killed');
                child.kill('SIGKILL');
                return;
              }
              figures.count('PostgreSQL killed');
              await server.stop();
              await pause(random() * 2000);
              await server.start();
            });
          },
        });
      try {
        let ran = await run(['start', '--yes'], true);
        for (let tries = 0; ran.code !== 0 && tries < 4 * kills; tries += 1) {
          // The database may still be starting.
          await pause(300);
          const resumed = await run(['resume'], true);
          ran = resumed.err.includes('was never started here') ? await run(['start', '--yes'], true) : resumed;
        }
        expect([ran.code, fleet.routers.filter(isDeclared).length]).toEqual([0, size]);
        const report = await run(['report', '--json'], false);
        expect(begunEarly((JSON.parse(report.out) as { events: RolloutEvent[] }).events)).toEqual([]);
        figures.count('devices as declared', size);
      } finally {
        await fleet.close();
      }
    }
  }, 1_800_000);
});
