/** What a person answers, and when they have enough. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { edgeConfig } from '../../../lib/lab/world/edge-config';
import { tw } from '../../support/command';
import { photo } from '../../support/devices';
import { startRig, type Rig, type RigOptions } from '../../support/rig';
import { manifestOf } from '../../support/scenario';
import { tunnel } from '../../scenarios/001-certificate-tunnel/network';
import { openTerminal, withTmux, type Terminal } from '../support/terminal';

let rig: Rig;
let manifest: string;
let terminal: Terminal;
const start = async (options: RigOptions = {}, router = {}): Promise<void> => {
  rig = await startRig(options);
  manifest = rig.save(manifestOf((stack) => tunnel(stack, 'whole', router)));
};
afterEach(async () => {
  terminal.close();
  await rig.close();
});
const question = /Apply this\? Only yes is taken:$/;
const type = (...args: readonly string[]): void => {
  terminal = openTerminal(rig, [...args, '--manifest', manifest]);
};
/** Not the same press of the key, which may be heard twice. */
const again = async (): Promise<void> => {
  await pause(300);
  terminal.press('C-c');
};
const locks = (): readonly string[] => readdirSync(rig.ledgers).filter((name) => name.endsWith('.lock'));

/** What the next run says of the router, which the interrupted one has changed, or has not begun where the FMC was faster. */
const nextOfEdge = (screen: string): string => {
  const [, ended] =
    /\nedge: (applied|skipped\n {2}\[edge\] the run was interrupted before this was begun)/.exec(screen) ?? [];
  expect(ended).toBeDefined();
  return ended === 'applied' ? 'edge: unchanged' : 'edge: applied';
};

/** What was interrupted is finished by the next run, and then nothing is left. */
const finishes = async (states: RegExp = /edge: applied\nfmc: applied/): Promise<void> => {
  rig.edge.faults = {};
  rig.fmc.faults = {};
  const next = await tw(rig, ['apply', '--yes', '--manifest', manifest]);
  expect([next.code, next.out]).toEqual([0, expect.stringMatching(states)]);
  expect((await tw(rig, ['plan', '--manifest', manifest])).out).toMatch(/No changes\./);
};

withTmux()('before anything is changed', () => {
  const unharmed = async (press: readonly string[], words: RegExp, code: number): Promise<void> => {
    const before = photo(rig);
    await terminal.shows(question);
    terminal.press(...press);
    const ended = await terminal.ended();
    expect(ended.screen).toMatch(words);
    expect(ended.code).toBe(code);
    expect(photo(rig)).toEqual(before);
    expect(locks()).toEqual([]);
  };

  test.each([
    ['no', ['no', 'Enter'], /taken: no\nNothing was changed\. To apply without being asked: --yes$/, 1],
    ['an empty line', ['Enter'], /taken:\s*\nNothing was changed\. [^\n]*--yes$/, 1],
    ['Ctrl-D', ['C-d'], /taken:\s*\nNothing was changed\. [^\n]*--yes$/, 1],
    ['Ctrl-C', ['C-c'], /taken:\s*\nInterrupted\. Nothing was changed\.$/, 130],
  ] as const)('apply is answered with %s', async (_name, press, words, code) => {
    await start();
    type('apply');
    await unharmed(press, words, code);
  });

  test('Ctrl-Z does not put the question to sleep with its locks', async () => {
    await start();
    type('apply');
    const before = photo(rig);
    await terminal.shows(question);
    terminal.press('C-z');
    await terminal.shows(/\(Ctrl-Z does not work here: answer, or press Ctrl-C\)/);
    terminal.press('no', 'Enter');
    const { code, screen } = await terminal.ended();
    expect([code, screen]).toEqual([
      1,
      expect.stringMatching(/Nothing was changed\. To apply without being asked: --yes$/),
    ]);
    expect([photo(rig), locks()]).toEqual([before, []]);
  });

  test('rollback is answered with Ctrl-C', async () => {
    await start();
    const { out } = await tw(rig, ['apply', '--yes', '--manifest', manifest]);
    type('rollback', '--run', /--run (\S+)/.exec(out)![1]!);
    const before = photo(rig);
    await terminal.shows(/Take this back\? Only yes is taken:$/);
    terminal.press('C-c');
    const { code, screen } = await terminal.ended();
    expect([code, screen]).toEqual([130, expect.stringMatching(/\nInterrupted\. Nothing was changed\.$/)]);
    expect(photo(rig)).toEqual(before);
  });

  test.each(['apply', 'plan', 'verify', 'drift', 'certs'])('%s is interrupted while it reads', async (command) => {
    await start();
    rig.edge.faults.hangOn = /^show /;
    const before = photo(rig);
    type(command);
    await terminal.shows(/^edge {2}(connecting|reading)[^]*^fmc {3}done/m);
    terminal.press('C-c');
    const { code, screen } = await terminal.ended();
    expect(screen).toBe('Interrupted. Nothing was changed.');
    expect(code).toBe(130);
    expect(photo(rig)).toEqual(before);
    await finishes();
  });
});

withTmux()('while devices are being changed', () => {
  const until = String.raw`\(by \d\d:\d\d:\d\d\)`;

  test('Ctrl-C says that the revert timer is armed, until when, and what finishes it; twice ends at once', async () => {
    await start();
    rig.edge.faults.hangOn = /^configure confirm/;
    type('apply', '--yes');
    await terminal.shows(/^edge {2}checking over a new session[^]*^fmc {3}done/m);
    terminal.press('C-c');
    const first = await terminal.shows(/To finish: /);
    expect(first).toMatch(
      new RegExp(
        String.raw`Interrupted: no further device is begun[^]*\n  edge: the change is not confirmed: the device takes it back by itself within 5 min ${until}\n  To finish: tunnelwright apply --yes --manifest \S+\nedge`,
      ),
    );
    await again();
    const { code, screen } = await terminal.ended();
    expect(screen).toMatch(
      new RegExp(
        String.raw`\nEnded at once\.\n  edge: the change is not confirmed[^\n]*${until}\n  To finish: [^\n]+$`,
      ),
    );
    expect([code, locks()]).toEqual([130, []]);
    await finishes(/edge: applied\nfmc: unchanged/);
  });

  test('once: the FMC ends its deployment, what was not begun is not begun, and the run says so', async () => {
    await start({ fmc: { deployMs: 3000 } });
    type('apply', '--yes');
    await terminal.shows(/^fmc {3}deploying to mumbai-pair/m);
    terminal.press('C-c');
    const { code, screen } = await terminal.ended();
    expect(screen).toMatch(
      /\n {2}fmc: a deployment to mumbai-pair is running; the FMC brings it to its end by itself\n/,
    );
    expect(screen).toMatch(/\nfmc: applied\n/);
    expect(code).toBe(130);
    await finishes(new RegExp(`${nextOfEdge(screen)}\nfmc: unchanged`));
  });

  test('once, before the deployment: what is staged stays staged', async () => {
    await start({ fmc: { delayMs: 150 } });
    type('apply', '--yes');
    await terminal.shows(/^fmc {3}(POST|PUT) /m);
    terminal.press('C-c');
    const { code, screen } = await terminal.ended();
    expect(screen).toMatch(/\n {2}fmc: part of the change is staged on the FMC, and nothing of it is deployed\n/);
    expect(screen).toMatch(/\nfmc: FAILED \(nothing was deployed\)\n {2}\[fmc\] the run was interrupted\n/);
    expect(code).toBe(130);
    await finishes(new RegExp(`${nextOfEdge(screen)}\nfmc: applied`));
  });

  test('a router is brought to its end: confirmed and saved', async () => {
    await start({ router: { delayMs: 150 } });
    type('apply', '--yes', '--target', 'edge');
    await terminal.shows(/^edge {2}typing the change/m);
    terminal.press('C-c');
    const { code, screen } = await terminal.ended();
    expect([code, screen]).toEqual([130, expect.stringMatching(/\nedge: applied\n/)]);
    await finishes(/edge: unchanged\nfmc: applied/);
  });

  test('without an archive it is a reload that is armed', async () => {
    await start({ router: { config: withoutArchive() } });
    rig.edge.faults.hangOn = /^reload cancel/;
    type('apply', '--yes', '--target', 'edge');
    await terminal.shows(/^edge {2}checking over a new session/m);
    terminal.press('C-c');
    expect(await terminal.shows(/To finish: /)).toMatch(
      new RegExp(
        String.raw`edge: the change is not confirmed: the device reloads into its saved configuration within \d+ min ${until}`,
      ),
    );
    await again();
    expect((await terminal.ended()).code).toBe(130);
    await finishes();
  });
});

const withoutArchive = (): string => edgeConfig.replace(/^archive\n(?: .*\n)+/m, '');

withTmux()('a saved plan', () => {
  test('that is interrupted is finished by a new one', async () => {
    await start();
    const saved = join(rig.room, 'p.json');
    await tw(rig, ['plan', '--manifest', manifest, '--out', saved]);
    rig.edge.faults.hangOn = /^configure confirm/;
    terminal = openTerminal(rig, ['apply', saved]);
    await terminal.shows(/^edge {2}checking over a new session/m);
    terminal.press('C-c');
    expect(await terminal.shows(/To finish: /)).toMatch(/To finish: tunnelwright apply\n/);
    await again();
    expect((await terminal.ended()).code).toBe(130);
    await finishes(/edge: applied\nfmc: (unchanged|applied)/);
  });
});
