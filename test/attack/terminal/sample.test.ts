/** The main job as a person does it, in a real terminal. The other stories: `npm run stories`. */
import { spawn } from 'node:child_process';
import { startRig, type Rig } from '../../support/rig';
import { manifestOf } from '../../support/scenario';
import { tunnel } from '../../scenarios/001-certificate-tunnel/network';
import { openTerminal, personal, shellWords, withScript, withTmux, type Terminal } from '../support/terminal';

let rig: Rig;
let manifest: string;
let terminal: Terminal | undefined;
beforeEach(async () => {
  rig = await startRig();
  manifest = rig.save(manifestOf((stack) => tunnel(stack, 'whole')));
});
afterEach(async () => {
  terminal?.close();
  await rig.close();
});

withTmux()('in tmux', () => {
  test('apply shows the plan, asks, shows where it is, and says how it ended', async () => {
    terminal = openTerminal(rig, ['apply', '--manifest', manifest], { rows: 24 });
    await terminal.shows(/Apply this\? Only yes is taken:$/);
    terminal.press('yes', 'Enter');
    const { code, screen } = await terminal.ended();
    expect(screen).toMatch(
      /^edge {2}IOS-XE 17\.9 [^]*\nApply this\? Only yes is taken: yes\nedge: applied\nfmc: applied\nrun \S+: to take it\s+back,\s+tunnelwright rollback --run \S+ --manifest \S+$/,
    );
    expect(code).toBe(0);
  });
});

/** Of util-linux, which ends as the command does. */
const script = (words: string): Promise<{ readonly code: number | null; readonly shown: string }> =>
  new Promise((done, reject) => {
    const child = spawn('script', ['-qefc', words, '/dev/null'], {
      env: personal(rig),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let shown = '';
    child.stdout.on('data', (data: Buffer) => (shown += data.toString()));
    child.on('error', reject);
    child.on('close', (code) => done({ code, shown }));
  });

withScript()('in script', () => {
  test('the same without being asked', async () => {
    const { code, shown } = await script(shellWords(['apply', '--manifest', manifest, '--yes']));
    expect(shown.replace(/\u001b\[[\d;?]*[A-Za-z]/g, '')).toMatch(/edge: applied\r\nfmc: applied\r\n/);
    expect(code).toBe(0);
  });
});
