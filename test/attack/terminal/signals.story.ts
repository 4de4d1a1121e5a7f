/** Ctrl-C is not the only way to end a run: a service manager and a terminal that goes away do it too. */
import type { ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { tw, type Ran } from '../../support/command';
import { photo } from '../../support/devices';
import { startRig, type Rig } from '../../support/rig';
import { manifestOf } from '../../support/scenario';
import { tunnel } from '../../scenarios/001-certificate-tunnel/network';

let rig: Rig;
let manifest: string;
beforeEach(async () => {
  rig = await startRig();
  manifest = rig.save(manifestOf((stack) => tunnel(stack, 'whole')));
});
afterEach(() => rig.close());

/** Sends these, one after the other, once the command has said the words. */
const signalled = (words: RegExp, signals: readonly NodeJS.Signals[]): Promise<Ran> => {
  const started = (child: ChildProcess): void => {
    let [said, sent] = ['', false];
    child.stderr!.on('data', (data: Buffer) => {
      said += data.toString();
      if (sent || !words.test(said)) return;
      sent = true;
      void (async () => {
        for (const signal of signals) {
          child.kill(signal);
          await pause(400);
        }
      })();
    });
  };
  return tw(rig, ['apply', '--yes', '--manifest', manifest], { started });
};

const finishes = async (): Promise<void> => {
  rig.edge.faults = {};
  const next = await tw(rig, ['apply', '--yes', '--manifest', manifest]);
  expect([next.code, next.out]).toEqual([0, expect.stringMatching(/\nedge: applied\nfmc: (applied|unchanged)\n/)]);
  expect((await tw(rig, ['plan', '--manifest', manifest])).out).toMatch(/No changes\./);
};

test.each(['SIGTERM', 'SIGHUP'] as const)('%s while devices are read: nothing was changed', async (signal) => {
  rig.edge.faults.hangOn = /^show /;
  const before = photo(rig);
  const ran = await signalled(/^fmc: reading$/m, [signal]);
  expect([ran.code, ran.err]).toEqual([130, expect.stringMatching(/\nInterrupted\. Nothing was changed\.\n$/)]);
  expect(photo(rig)).toEqual(before);
  await finishes();
});

test.each(['SIGTERM', 'SIGHUP'] as const)('%s while the revert timer is armed, twice', async (signal) => {
  rig.edge.faults.hangOn = /^configure confirm/;
  const ran = await signalled(/^edge: checking over a new session$/m, [signal, signal]);
  expect(ran.err).toMatch(
    /\n {2}edge: the change is not confirmed: the device takes it back by itself within 5 min \(by /,
  );
  expect([ran.code, ran.err]).toEqual([
    130,
    expect.stringMatching(/\nEnded at once\.\n[^]*\n {2}To finish: tunnelwright apply /),
  ]);
  await finishes();
});

test('whoever reads standard error has gone: the run goes on', async () => {
  const started = (child: ChildProcess): void => void child.stderr!.destroy();
  const ran = await tw(rig, ['apply', '--yes', '--manifest', manifest], { started });
  expect([ran.code, ran.out]).toEqual([0, expect.stringMatching(/\nedge: applied\nfmc: applied\n/)]);
});
