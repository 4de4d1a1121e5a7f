/** What stands on the screen at the end is complete and readable, whatever the terminal is like. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { IosXeRouter, Login, type VpnStack } from 'tunnelwright';
import { startRig, type Rig, type RigOptions } from '../../support/rig';
import { manifestOf } from '../../support/scenario';
import { tw } from '../../support/command';
import { tunnel } from '../../scenarios/001-certificate-tunnel/network';
import { openTerminal, withTmux, type Terminal, type TerminalOptions } from '../support/terminal';

let rig: Rig;
let terminal: Terminal;
const start = async (options: RigOptions = {}, declare = (stack: VpnStack) => tunnel(stack, 'whole')) => {
  rig = await startRig(options);
  return rig.save(manifestOf(declare));
};
afterEach(async () => {
  terminal.close();
  await rig.close();
});
const run = (args: readonly string[], options: TerminalOptions = {}) => {
  terminal = openTerminal(rig, args, options);
  return terminal.ended();
};
const applied =
  /\nedge: applied\nfmc: applied\nrun \S+: to take it\s+back,\s+tunnelwright rollback --run (\S+) --manifest \S+$/;
/** Words of progress that should have been taken away. */
const remains = /^(edge|fmc) +(connecting|reading|typing|checking|saving|done|arming|deploying)/m;

withTmux()('every command in a window of 80 by 24', () => {
  test('from the plan to the rollback', async () => {
    const manifest = await start();
    const step = async (args: readonly string[], code: number, words: RegExp): Promise<string> => {
      const ended = await run([...args, '--manifest', manifest], { columns: 80, rows: 24 });
      terminal.close();
      expect([ended.code, ended.screen]).toEqual([code, expect.stringMatching(words)]);
      expect(ended.screen).not.toMatch(remains);
      return ended.screen;
    };
    await step(['plan'], 2, /^edge {2}IOS-XE [^]*10 to create[^]*\n {2}rollback:[^]*\nfmc {2}FMC /);
    await step(['synth', '--out', join(rig.room, 'out')], 0, /\/stacks\/net\/edge\.cfg\n/);
    const id = applied.exec(await step(['apply', '--yes'], 0, applied))![1]!;
    // Sentences are broken between words: a row that goes on is indented.
    await step(['runs'], 0, /^\d{8}-\S+ {2}\d{4}-\d\d-\d\d .*\n(?: {2}\S.*\n?)+$/);
    await step(['verify'], 0, /^edge: as declared\n {2}tunnel Tunnel100: up [^]*\nfmc: as declared\n/);
    await step(['drift'], 0, /^edge: no drift\nfmc: no drift$/);
    await step(['certs'], 0, /^edge\n {2}cn=edge\.example\.net {2}\d+ days left\n[^]*\nfmc: skipped, /);
    await step(['lint'], 0, /no findings|0 errors/i);
    terminal = openTerminal(rig, ['rollback', '--run', id, '--manifest', manifest], { columns: 80, rows: 24 });
    await terminal.shows(/Only yes is taken:$/);
    terminal.press('yes', 'Enter');
    const { code, screen } = await terminal.ended();
    expect([code, screen]).toEqual([0, expect.stringMatching(/\nedge: rolled back[^]*\nfmc: rolled back/)]);
    expect(screen).not.toMatch(remains);
  });
});

withTmux()('a target that fails beside one that works', () => {
  test('is said at the end, with what to do', async () => {
    const manifest = await start();
    rig.edge.faults.refuse = { line: /^crypto ikev2 proposal/, words: '% Invalid input detected' };
    const { code, screen } = await run(['apply', '--yes', '--manifest', manifest], { rows: 24 });
    expect(screen).toMatch(
      /\nedge: FAILED \(the device is as it was before\)\n {2}\[net\/mumbai-pune\/edge\/proposal\] the device refuses [^]*\nfmc: applied\n/,
    );
    expect(screen).not.toMatch(remains);
    expect(code).toBe(1);
  });
});

/** So many routers, all of them one simulated device. */
const many = async (count: number, options: RigOptions = {}): Promise<string> => {
  const hosts = Array.from({ length: count }, (_, i) => `192.0.2.${i + 100}`);
  const manifest = await start(options, (stack) => {
    for (const [i, host] of hosts.entries())
      new IosXeRouter(stack, `branch-${i + 1}`, { host, release: '17.9', login: Login.fromEnv('EDGE') });
  });
  const lab = JSON.parse(readFileSync(rig.lab, 'utf8')) as { devices: Record<string, object> };
  for (const host of hosts) lab.devices[host] = lab.devices['192.0.2.1']!;
  writeFileSync(rig.lab, JSON.stringify(lab));
  return manifest;
};

withTmux()('sixty targets', () => {
  test('in a window of 24 lines show a count and those that are being worked on, and nothing of it stays', async () => {
    const manifest = await many(60, { router: { delayMs: 100 } });
    terminal = openTerminal(rig, ['verify', '--manifest', manifest], { columns: 80, rows: 24 });
    const during = await terminal.shows(/^\d+ of 60 targets done\nbranch-[^]*… and \d+ more$/m);
    expect(during.split('\n').length).toBeLessThanOrEqual(24);
    const { code, screen } = await terminal.ended();
    expect(screen.split('\n')).toEqual(Array.from({ length: 60 }, (_, i) => `branch-${i + 1}: as declared`));
    expect(code).toBe(0);
  });
});

withTmux()('a narrow window', () => {
  test('of 40 columns', async () => {
    const manifest = await start();
    const { code, screen } = await run(['apply', '--yes', '--manifest', manifest], { columns: 40, rows: 24 });
    expect([code, screen]).toEqual([0, expect.stringMatching(applied)]);
    expect(screen).not.toMatch(remains);
  });

  const resized = async (count: number, sizes: readonly (readonly [number, number])[]): Promise<readonly string[]> => {
    const manifest = await many(count, { router: { delayMs: 150 } });
    terminal = openTerminal(rig, ['verify', '--manifest', manifest], { columns: 100, rows: 24 });
    await terminal.shows(new RegExp(`^branch-${count} `, 'm'));
    for (const [columns, rows] of sizes) {
      terminal.resize(columns, rows);
      await terminal.shows(/^branch-\d+ |of \d+ targets done/m);
    }
    const { code, screen } = await terminal.ended();
    expect(code).toBe(0);
    return screen.split('\n');
  };
  const declared = (count: number) => Array.from({ length: count }, (_, i) => `branch-${i + 1}: as declared`);

  // What goes out at the top, or moves before the terminal has told us its new size, may stay above the end.
  test.each([
    [
      5,
      [
        [30, 24],
        [60, 14],
        [100, 30],
      ],
    ],
    [
      12,
      [
        [25, 8],
        [100, 30],
      ],
    ],
  ] as const)('that gets narrower, lower and wider again while %d devices are read', async (count, sizes) => {
    const lines = await resized(count, sizes);
    expect(lines.slice(-count)).toEqual(declared(count));
    expect(lines.slice(0, -count).filter((line) => /declared|done/.test(line))).toEqual([]);
  });
});

withTmux()('a terminal that can do less', () => {
  const escape = /\u001b/;
  /** What is written, byte by byte. */
  const bytes = async (env: NodeJS.ProcessEnv): Promise<{ readonly text: string; readonly screen: string }> => {
    const manifest = await start();
    const file = join(rig.room, 'typescript');
    const { code, screen } = await run(['apply', '--yes', '--manifest', manifest], { env, recording: file });
    expect(code).toBe(0);
    return { text: readFileSync(file, 'utf8'), screen };
  };
  test('NO_COLOR: no colour, and still live', async () => {
    const { text, screen } = await bytes({ NO_COLOR: '1' });
    expect(text).not.toMatch(/\u001b\[\d*m/);
    expect(screen).toMatch(applied);
  });
  test('TERM=dumb: nothing but text, a line a step', async () => {
    const { text, screen } = await bytes({ TERM: 'dumb' });
    expect(text).not.toMatch(escape);
    expect(screen).toMatch(/^edge: typing the change$/m);
    expect(screen).toMatch(applied);
  });
  test('CI: a line a step', async () => {
    expect((await bytes({ CI: 'true' })).screen).toMatch(/^edge: typing the change$/m);
  });
});

withTmux()('what is not a terminal', () => {
  test('standard input closed: nothing is asked, nothing is changed', async () => {
    const manifest = await start();
    const { code, screen } = await run(['apply', '--manifest', manifest], { redirect: '<&-' });
    expect([code, screen]).toEqual([1, expect.stringMatching(/\nNothing was changed\. [^\n]*--yes$/)]);
    expect(screen).not.toMatch(/Only yes is taken/);
  });

  test('standard output to a file: pure JSON there, progress on the screen and gone', async () => {
    const manifest = await start({ fmc: { delayMs: 50 } });
    const file = join(rig.room, 'out.json');
    terminal = openTerminal(rig, ['apply', '--yes', '--json', '--manifest', manifest], { redirect: `>${file}` });
    await terminal.shows(/^edge {2}\w/m);
    const { code, screen } = await terminal.ended();
    expect([code, screen]).toEqual([0, '']);
    const { outcome } = JSON.parse(readFileSync(file, 'utf8')) as { outcome: { id: string; state: string }[] };
    expect(outcome.map(({ id, state }) => [id, state])).toEqual([
      ['edge', 'applied'],
      ['fmc', 'applied'],
    ]);
  });

  test('standard error to a file: progress goes there in lines, the question is seen', async () => {
    const manifest = await start();
    const file = join(rig.room, 'err.txt');
    terminal = openTerminal(rig, ['apply', '--manifest', manifest], { redirect: `2>${file}` });
    await terminal.shows(/Only yes is taken:$/);
    terminal.press('yes', 'Enter');
    const { code, screen } = await terminal.ended();
    expect([code, screen]).toEqual([0, expect.stringMatching(applied)]);
    const lines = readFileSync(file, 'utf8');
    expect(lines).toMatch(/^edge: typing the change$/m);
    expect(lines).not.toMatch(/\u001b/);
    const told = lines.split('\n').filter((line) => line.startsWith('fmc: deploying'));
    expect(new Set(told).size).toBe(told.length);
  });

  test('both to files: nothing can be asked, and nothing is changed', async () => {
    const manifest = await start();
    const file = join(rig.room, 'all.txt');
    const { code } = await run(['apply', '--manifest', manifest], { redirect: `>${file} 2>&1` });
    expect([code, readFileSync(file, 'utf8')]).toEqual([
      1,
      expect.stringMatching(/Nothing was changed\. [^\n]*--yes\n$/),
    ]);
  });
});

withTmux()('a second process beside the first', () => {
  test('is told who holds the lock, and changes nothing', async () => {
    const manifest = await start();
    terminal = openTerminal(rig, ['apply', '--manifest', manifest]);
    await terminal.shows(/Only yes is taken:$/);
    const second = await tw(rig, ['apply', '--yes', '--manifest', manifest]);
    expect([second.code, second.out]).toEqual([
      1,
      expect.stringMatching(/\[net\/edge(?:, net\/fmc)?\] is being changed by \S+ process \d+ since [^]*→ wait for it/),
    ]);
    terminal.press('yes', 'Enter');
    const { code, screen } = await terminal.ended();
    expect([code, screen]).toEqual([0, expect.stringMatching(applied)]);
  });
});
