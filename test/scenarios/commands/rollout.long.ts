import { readFileSync, rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Manifest } from '../../../lib/run/manifest';
import { expectNoStack, tw, type CommandOptions, type Ran } from '../../support/command';
import { isDeclared, startFleet, type Fleet } from '../../support/fleet';

let fleet: Fleet;
afterEach(() => fleet.close());

const rollout = async (words: readonly string[], options: CommandOptions = {}): Promise<Ran> => {
  const ran = await tw(fleet.rig, ['rollout', ...words, '--manifest', fleet.file], options);
  expectNoStack(ran);
  return ran;
};
const declared = (): readonly number[] => fleet.routers.flatMap((router, n) => (isDeclared(router) ? [n] : []));
const until = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
  for (let n = 0; n < 400; n += 1) {
    if (await holds()) return;
    await pause(50);
  }
  throw new Error('it never came to that');
};

test('a rollout changes a wave after the other, and another machine with the same ledgers goes on', async () => {
  fleet = await startFleet(6, { waves: [{ name: 'canary', count: 1 }, { percent: 34 }, { approval: true }] });
  const shown = await rollout(['plan']);
  expect([shown.code, shown.out]).toEqual([
    0,
    expect.stringContaining(
      'canary: 1 device, 1 to change\nwave 2: 3 devices, 3 to change\nwave 3: 2 devices, 2 to change; waits for an approval\n',
    ),
  ]);
  expect(declared()).toEqual([]);

  const unasked = await rollout(['start']);
  expect([unasked.code, unasked.out]).toEqual([
    1,
    expect.stringMatching(
      /Nothing was changed\. To start it without being asked: tunnelwright rollout start march --yes --manifest \S+\n/,
    ),
  ]);
  const started = await rollout(['start', '--yes', '--no-wait']);
  expect([started.code, started.out]).toEqual([
    2,
    expect.stringMatching(
      new RegExp(
        [
          'march: wave 3 of 3, waits for an approval: tunnelwright rollout approve march --manifest .*',
          '  canary: 1 device: 1 done; gate passed',
          '  wave 2: 3 devices: 3 done; gate passed',
          '  wave 3: 2 devices: 2 waiting; waits for an approval',
          '',
        ].join('\n'),
      ),
    ),
  ]);
  expect(declared()).toEqual([0, 1, 2, 3]);
  const rotated = await tw(fleet.rig, ['state', 'key', 'rotate', '--to', 'env:NEW_KEY', '--manifest', fleet.file], {
    env: { NEW_KEY: 'b'.repeat(64) },
  });
  expect([rotated.code, rotated.err]).toEqual([
    1,
    expect.stringContaining('it has not ended, and goes on with the old'),
  ]);

  const { out: approved } = await rollout(['approve']);
  expect(approved).toMatch(
    /^march: wave 3 is approved\.\nNo process drives march now\. To go on: tunnelwright rollout resume march --manifest \S+/,
  );
  expect((await rollout(['approve'])).err).toContain('[march] has no wave that waits for an approval');
  // The command that was printed is whole.
  const printed = approved.split('To go on: tunnelwright ')[1]!.trim().split(' ');
  const resumed = await tw(fleet.rig, printed);
  expect([resumed.code, resumed.out]).toEqual([0, expect.stringMatching(/^march: done\n/)]);
  expect(declared()).toEqual([0, 1, 2, 3, 4, 5]);
  expect((await rollout(['start', '--yes'])).err).toMatch(
    /\[march\] has ended already: done\n    → to do it again from its first wave: tunnelwright rollout start march --again --yes --manifest \S+\n/,
  );
  // Its events are no runs; the runs that it made are.
  const runs = await tw(fleet.rig, ['runs', '--json']);
  expect([runs.code, (JSON.parse(runs.out) as unknown[]).length]).toEqual([0, 6]);
  expect((await rollout(['report'])).out).toMatch(/ wave 3 approved by \S+\n[^]*ended: done\n/);
});

test('a rollout stops when a device fails, and goes on when the cause is gone', async () => {
  fleet = await startFleet(4, { waves: [{ parallel: 1 }] });
  fleet.routers[1]!.faults.refuse = { line: /^crypto ikev2 proposal/, words: '% Invalid input' };
  const stopped = await rollout(['start', '--yes']);
  expect([stopped.code, stopped.out]).toEqual([
    1,
    expect.stringMatching(
      /\nmarch: stopped\n {2}wave 1: 4 devices: 1 done, 2 waiting, 1 failed; GATE FAILED\n {2}gate: 1 device is not as declared, and 0 may be: r1\n {2}r1: failed: /,
    ),
  ]);
  expect(declared()).toEqual([0]);
  delete fleet.routers[1]!.faults.refuse;
  expect((await rollout(['resume'])).code).toBe(0);
  expect(declared()).toEqual([0, 1, 2, 3]);
});

test('a wave whose gate fails is taken back, and waves before it stay', async () => {
  fleet = await startFleet(4, { waves: [{ count: 1 }, { parallel: 1 }], onFailure: 'rollback' });
  fleet.routers[3]!.faults.refuse = { line: /^crypto ikev2 proposal/, words: '% Invalid input' };
  const ran = await rollout(['start', '--yes']);
  expect([ran.code, ran.out]).toEqual([
    1,
    expect.stringMatching(
      /\nmarch: rolled back\n {2}wave 1: 1 device: 1 done; gate passed\n {2}wave 2: 3 devices: 3 rolled back; GATE FAILED\n/,
    ),
  ]);
  expect(declared()).toEqual([0]);
});

test('a device that does not answer is tried again, and the others are changed meanwhile', async () => {
  fleet = await startFleet(3, { waves: [{}], retry: { times: 1, everyMinutes: 1 } });
  fleet.routers[0]!.faults.refuseConnections = true;
  const ran = await rollout(['start', '--yes', '--no-wait']);
  expect([ran.code, ran.out]).toEqual([
    2,
    expect.stringMatching(
      /\nmarch: wave 1 of 1, waits to try devices again that did not answer, until \d{4}-\d\d-\d\d \d\d:\d\d UTC\n {2}wave 1: 3 devices: 2 done, 1 not reached/,
    ),
  ]);
  expect(declared()).toEqual([1, 2]);
});

test('a rollout is refused to go on with another program than it began with', async () => {
  fleet = await startFleet(2, { waves: [{ count: 1 }, { approval: true }] });
  expect((await rollout(['start', '--yes', '--no-wait'])).code).toBe(2);
  const { targets, ...manifest } = JSON.parse(readFileSync(fleet.file, 'utf8')) as Manifest;
  const changed = targets.map((target) =>
    target.id === 'r1' ? { ...target, desired: { ...target.desired, items: [] } } : target,
  );
  const file = fleet.rig.save({ ...manifest, targets: changed }, 'changed.json');
  const ran = await tw(fleet.rig, ['rollout', 'resume', '--manifest', file]);
  expect([ran.code, ran.err]).toEqual([
    1,
    expect.stringContaining(
      '[march] the program has changed since it was started, for r1\n    → go on with the revision that it was started with; or abort it and start it again\n',
    ),
  ]);
  const aborted = await tw(fleet.rig, ['rollout', 'abort', '--manifest', file]);
  expect([aborted.code, aborted.out]).toEqual([
    0,
    'march: aborted: what is being changed is finished, and what was changed stays.\n',
  ]);
  expect((await rollout(['status'])).out).toMatch(/^march: aborted\n/);
});

test('a person pauses, resumes and aborts a rollout that another process drives', async () => {
  fleet = await startFleet(5, { waves: [{ parallel: 1 }] }, 20);
  const driving = rollout(['start', '--yes']);
  await until(() => isDeclared(fleet.routers[0]!));
  expect((await rollout(['pause'])).out).toBe(
    'march: paused: what is being changed is finished, and nothing further is begun.\n',
  );
  await until(async () => (await rollout(['status'])).out.includes('is paused: tunnelwright rollout resume march'));
  const paused = declared().length;
  expect(paused).toBeLessThan(5);
  expect((await rollout(['resume'])).out).toBe('march: the process that drives it goes on.\n');
  expect((await driving).code).toBe(0);
  expect(declared()).toEqual([0, 1, 2, 3, 4]);
});

test('what is there and not managed is taken over where who starts it says so, also by who resumes it', async () => {
  fleet = await startFleet(3, { waves: [{ count: 1 }, { approval: true }] });
  expect((await tw(fleet.rig, ['apply', '--yes', '--manifest', fleet.file])).code).toBe(0);
  // Ledgers that know nothing of it: those of a lab are beside its file.
  rmSync(fleet.rig.ledgers, { recursive: true });
  const run = (...words: readonly string[]) => rollout(words);
  const refused = await run('start', '--yes', '--no-wait');
  expect([refused.code, refused.out]).toEqual([1, expect.stringContaining('march: stopped')]);
  const started = await run('start', '--again', '--yes', '--no-wait', '--adopt');
  expect([started.code, started.out]).toEqual([2, expect.stringContaining('wave 1: 1 device: 1 done; gate passed')]);
  const approved = await run('approve');
  expect([approved.code, approved.err]).toEqual([0, '']);
  const resumed = await run('resume');
  expect([resumed.code, resumed.out]).toEqual([0, expect.stringMatching(/^march: done\n/)]);
});
