import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** The virtual environment with the clients and parsers of others, as `.ci/run` makes it. */
export const venv =
  process.env['TUNNELWRIGHT_JUDGES'] ??
  join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'tunnelwright/judges');
const interpreter = join(venv, 'bin/python');
const clients = join(__dirname, '../clients');

/** Why Python modules cannot be used, or nothing. `import` names, not those of the packages. */
export const missingModules = (...modules: readonly string[]): string | undefined => {
  if (!existsSync(interpreter)) return `no virtual environment at ${venv}, which .ci/run makes`;
  const code = 'import sys, importlib.util as u\nprint(*[m for m in sys.argv[1:] if not u.find_spec(m)])';
  const { stdout = '', error } = spawnSync(interpreter, ['-c', code, ...modules], { encoding: 'utf8' });
  if (error) return `${interpreter} does not start`;
  const absent = stdout.trim();
  return absent === '' ? undefined : `not installed in ${venv}: ${absent}`;
};

/**
 * Runs a script of `test/judges/clients` with its input as JSON; what it says is the last line of its output, as JSON.
 * What it prints before belongs to the libraries.
 */
export const python = <T>(script: string, input: object, seconds = 60): Promise<T> =>
  new Promise((done, reject) => {
    const child = spawn(interpreter, ['-W', 'ignore', join(clients, script)], {
      env: { PATH: process.env['PATH'], LANG: 'C.UTF-8', HOME: process.env['HOME'], PYTHONDONTWRITEBYTECODE: '1' },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    const texts = { out: '', err: '' };
    const late = setTimeout(() => child.kill('SIGKILL'), seconds * 1000);
    child.stdout.on('data', (data: Buffer) => (texts.out += data.toString()));
    child.stderr.on('data', (data: Buffer) => (texts.err += data.toString()));
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(late);
      if (code !== 0) return reject(new Error(`${script} ended with ${code}:\n${texts.out}${texts.err}`.slice(-6000)));
      done(JSON.parse(texts.out.trimEnd().split('\n').at(-1)!) as T);
    });
    child.stdin.end(JSON.stringify(input));
  });
