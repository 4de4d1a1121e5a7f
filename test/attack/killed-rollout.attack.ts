import { setTimeout as pause } from 'node:timers/promises';
import type { RolloutEvent } from '../../lib/rollout/event';
import { tw } from '../support/command';
import { isDeclared, startFleet } from '../support/fleet';
import { begunEarly } from '../support/rollout-events';

/** `ROLLOUT_KILLS`: how many times the process that drives is killed. */
const kills = Number(process.env['ROLLOUT_KILLS'] ?? 6);
const size = 12;

test(`a rollout whose process is killed ${kills} times ends as declared, and no wave begins before its gate`, async () => {
  let left = kills;
  while (left > 0) {
    const fleet = await startFleet(size, { waves: [{ count: 1 }, { percent: 30 }, { parallel: 4 }] }, 10);
    try {
      const run = (word: string) =>
        tw(fleet.rig, ['rollout', word, '--manifest', fleet.file, ...(word === 'start' ? ['--yes'] : [])], {
          started: (child) =>
            void pause(700 + Math.random() * 2500).then(() => {
              if (child.exitCode === null && left > 0) {
                left -= 1;
                child.kill('SIGKILL');
              }
            }),
        });
      let code = (await run('start')).code;
      for (let n = 0; code === null && n < 3 * kills; n += 1) {
        const resumed = await run('resume');
        // Killed before it was written that it began.
        code = resumed.err.includes('was never started here') ? (await run('start')).code : resumed.code;
      }
      expect([code, fleet.routers.filter(isDeclared).length]).toEqual([0, size]);
      const report = await tw(fleet.rig, ['rollout', 'report', '--json', '--manifest', fleet.file]);
      expect(begunEarly((JSON.parse(report.out) as { events: RolloutEvent[] }).events)).toEqual([]);
    } finally {
      await fleet.close();
    }
  }
}, 600_000);
