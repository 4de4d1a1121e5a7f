/** `tunnelwright init` from the packed package: each command that it names works in the project that it writes. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeInstalled, emptyFolder, environment, install, run, tarball } from './support/installed';

interface Ended {
  readonly code: number | null;
  readonly out: string;
}

/** Runs lines in bash as a pipeline does, and ends with it what they started in the background. */
const bash = (cwd: string, script: string): Promise<Ended> =>
  new Promise((done, refuse) => {
    const child = spawn('bash', ['-e', '-c', script], { cwd, detached: true, env: { ...environment(), CI: 'true' } });
    let out = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (out += data.toString()));
    child.on('error', refuse);
    child.on('exit', (code) => {
      try {
        process.kill(-child.pid!, 'SIGTERM');
      } catch {
        // Nothing of it runs any more.
      }
      done({ code, out });
    });
  });

/** The lines below `Next:`, as a script: the lab in the background, and what a person answers given as options. */
const scriptOf = (said: string): string =>
  said
    .split('\nNext:\n')[1]!
    .split('\n')
    .map((line) => line.replace(/ +#.*$/, '').trim())
    .filter((line) => line.startsWith('npx') || line.startsWith('export'))
    .map((line) => {
      if (line.includes(' lab '))
        return `${line} &\nfor second in $(seq 60); do [ -f .lab/lab.json ] && break; sleep 1; done`;
      if (line.includes(' plan ')) return `${line} || [ $? -eq 2 ]`;
      return line.includes(' apply ') ? `${line} --yes` : line;
    })
    .join('\n');

describeInstalled('a new project', () => {
  const folder = emptyFolder('office-vpn');
  let said = '';

  test('is written, and installs', () => {
    install(folder, '--no-save', tarball);
    said = run(folder, 'npx', 'tunnelwright', 'init');
    expect(said).toContain('created  package.json');
    install(folder, tarball);
  });

  test('its types are right, and its own tests pass', () => {
    expect(run(folder, 'npm', 'run', '--silent', 'types')).toBe('');
    run(folder, 'npm', 'test', '--', '--silent');
  });

  test('what is said to be next works, until both tunnels are up', async () => {
    const { code, out } = await bash(folder, scriptOf(said));
    expect(out).toContain('cdktf.out/stacks/office/pune.cfg\n');
    expect(out).toContain('pune: applied\ndelhi: applied\n');
    expect(out.match(/tunnel Tunnel100: up/g)).toHaveLength(2);
    expect(code).toBe(0);
  });

  test('the rules find nothing worse than a warning', async () => {
    expect((await bash(folder, 'npx tunnelwright lint || [ $? -eq 2 ]')).code).toBe(0);
  });

  test('the rehearsal of its pipeline passes', async () => {
    const pipeline = readFileSync(join(folder, '.github/workflows/vpn.yml'), 'utf8');
    const [, block] = /run: \|\n((?: {10}.*\n)+)/.exec(pipeline)!;
    const { code, out } = await bash(folder, `rm -rf .lab\n${block!}`);
    expect([code, out.match(/tunnel Tunnel100: up/g)?.length]).toEqual([0, 2]);
  });
});
