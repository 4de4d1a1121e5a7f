/** Ctrl-C where an ASA is being changed, and where a run is being taken back. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Manifest } from '../../../lib/run/manifest';
import { tw } from '../../support/command';
import { startRig, type Rig, type RigOptions } from '../../support/rig';
import { manifestOf } from '../../support/scenario';
import { scenario as mesh } from '../../scenarios/021-mesh-with-an-asa/network';
import { openTerminal, withTmux, type Terminal } from '../support/terminal';

let rig: Rig;
let manifest: string;
let terminal: Terminal;
const start = async (declared: Manifest, options: RigOptions = {}): Promise<void> => {
  rig = await startRig(options);
  manifest = rig.save(declared);
};
const type = (...args: readonly string[]): void => {
  terminal = openTerminal(rig, [...args, '--manifest', manifest]);
};
beforeAll(() => Object.assign(process.env, mesh.secrets));
afterEach(async () => {
  terminal.close();
  await rig.close();
});
const firewalls = () => manifestOf((stack) => mesh.declare(stack, 'whole'));
const finishes = async (target: string): Promise<void> => {
  rig.asa.faults = {};
  rig.edge.faults = {};
  const next = await tw(rig, ['apply', '--yes', '--target', target, '--manifest', manifest]);
  expect([next.code, next.out]).toEqual([0, expect.stringMatching(new RegExp(`${target}: (applied|unchanged)`))]);
  expect((await tw(rig, ['plan', '--target', target, '--manifest', manifest])).out).toMatch(/No changes\./);
};

withTmux()('destroy', () => {
  test.each([
    ['yes', /Only net is taken: yes\nNothing was changed\. To destroy without being asked: --yes$/, 1],
    ['net', /Only net is taken: net\nasa: destroyed\nrun \S+: to take it back,\s/, 0],
  ])('takes no answer but the name of the stack: %s', async (answer, says, code) => {
    await start(firewalls());
    await tw(rig, ['apply', '--yes', '--target', 'asa', '--manifest', manifest]);
    type('destroy', '--target', 'asa');
    await terminal.shows(/! This removes all that is ours from asa\.[^]*Destroy this\? Only net is taken:$/);
    terminal.press(answer, 'Enter');
    const ended = await terminal.ended();
    expect([ended.code, ended.screen]).toEqual([code, expect.stringMatching(says)]);
  });
});

withTmux()('Ctrl-C', () => {
  test('while the reload of an ASA is armed: until when, what it does, and what finishes it', async () => {
    await start(firewalls());
    rig.asa.faults.hangOn = /^reload cancel/;
    type('apply', '--yes', '--target', 'asa');
    await terminal.shows(/^asa {2,}checking over a new session/m);
    terminal.press('C-c');
    expect(await terminal.shows(/To finish: /)).toMatch(
      /asa: the change is not confirmed: `reload cancel` keeps it; without that the ASA goes down with all its tunnels and reloads into its saved configuration within \d+ min \(by \d\d:\d\d:\d\d\)/,
    );
    await pause(300);
    terminal.press('C-c');
    const { code, screen } = await terminal.ended();
    expect([code, screen]).toEqual([130, expect.stringMatching(/\nEnded at once\.\n {2}asa: the change is not/)]);
    await finishes('asa');
  });

  test('while a router is brought back: it is told what is armed, and the next rollback ends it', async () => {
    await start(firewalls());
    const { out } = await tw(rig, ['apply', '--yes', '--target', 'edge', '--manifest', manifest]);
    const run = /--run (\S+)/.exec(out)![1]!;
    rig.edge.faults.hangOn = /^configure confirm/;
    type('rollback', '--yes', '--run', run);
    await terminal.shows(/^edge {2}checking over a new session/m);
    terminal.press('C-c');
    expect(await terminal.shows(/To finish: /)).toMatch(
      /edge: the change is not confirmed: the device takes it back by itself within 5 min \(by \d\d:\d\d:\d\d\)\n {2}To finish: tunnelwright rollback --yes --run /,
    );
    await pause(300);
    terminal.press('C-c');
    expect((await terminal.ended()).code).toBe(130);
    rig.edge.faults = {};
    const again = await tw(rig, ['rollback', '--yes', '--run', run, '--manifest', manifest]);
    expect([again.code, again.out]).toEqual([0, expect.stringMatching(/edge: rolled back/)]);
    expect(rig.edge.runningConfig()).not.toContain('Tunnel100');
  });
});
