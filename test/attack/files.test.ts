import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { problemsOf, type Problem } from '../../lib/kernel/problem';
import { Secret, type SecretRef } from '../../lib/model/secret';
import { hostPorts } from '../../lib/run/ports';
import { readSecret } from '../../lib/run/secrets/read';
import { fileStore } from '../../lib/run/ledger/store';
import { knownKeys } from '../../lib/wire/known-hosts';

const room = mkdtempSync(join(tmpdir(), 'tunnelwright-'));
afterAll(() => rmSync(room, { recursive: true, force: true }));

const problems = (work: Promise<unknown>): Promise<readonly Problem[]> =>
  work.then(
    () => [],
    (error: unknown) => problemsOf(error, 'edge'),
  );
const said = async (ref: SecretRef): Promise<string> => (await problems(readSecret(ref, 'edge')))[0]?.message ?? '';

/** Whether a process is there that was started with this word. */
const isRunning = (word: string): boolean => spawnSync('pgrep', ['-f', word]).status === 0;

describe('a secret of a program', () => {
  const before = process.env['TUNNELWRIGHT_SECRET_SECONDS'];
  beforeEach(() => (process.env['TUNNELWRIGHT_SECRET_SECONDS'] = '1'));
  afterEach(() => {
    if (before === undefined) delete process.env['TUNNELWRIGHT_SECRET_SECONDS'];
    else process.env['TUNNELWRIGHT_SECRET_SECONDS'] = before;
  });

  test('that does not end is stopped, with all that it has started', async () => {
    const mark = `31.${process.pid}`;
    expect(await said(Secret.fromCommand('sh', '-c', `sleep ${mark} & sleep ${mark}`))).toBe(
      'the command sh does not end within 1 s, and was stopped',
    );
    expect(isRunning(`sleep ${mark}`)).toBe(false);
  });
  test('that reads its standard input finds it empty', async () => {
    expect(await said(Secret.fromCommand('cat'))).toBe('the output of cat holds no secret');
  });
  test('that ends and leaves something behind which holds its output is not waited for', async () => {
    const mark = `32.${process.pid}`;
    expect(await said(Secret.fromCommand('sh', '-c', `sleep ${mark} & echo x`))).toMatch(/does not end within 1 s/);
    expect(isRunning(`sleep ${mark}`)).toBe(false);
  });
  test('that prints without an end is stopped', async () => {
    expect(await said(Secret.fromCommand('yes'))).toBe('the command yes prints more than 65536 bytes, and was stopped');
  });
  test('that fails, or is not there, says so and never what it printed', async () => {
    expect(await said(Secret.fromCommand('sh', '-c', 'echo hunter2; exit 3'))).toBe('the command sh failed');
    expect(await said(Secret.fromCommand('no-such-program'))).toBe('the command no-such-program failed');
  });
  test('is its output, one line break removed', async () => {
    expect(await readSecret(Secret.fromCommand('echo', 'a b'), 'edge')).toBe('a b');
  });
});

describe('a secret of a file', () => {
  test('that is a directory', async () => {
    expect(await said(Secret.fromFile(room))).toBe(`the file ${room} is a directory`);
  });
  test('that is a pipe which is never written to', async () => {
    const pipe = join(room, 'pipe');
    expect(spawnSync('mkfifo', [pipe]).status).toBe(0);
    expect(await said(Secret.fromFile(pipe))).toBe(`the file ${pipe} is not a regular file`);
  });
  test('that has ten gigabytes', async () => {
    const file = join(room, 'huge');
    writeFileSync(file, '');
    truncateSync(file, 10 * 1024 ** 3);
    expect(await said(Secret.fromFile(file))).toBe(`the file ${file} is larger than 65536 bytes`);
  });
  test('without an end', async () => {
    expect(await said(Secret.fromFile('/dev/zero'))).toBe('the file /dev/zero is not a regular file');
  });
  test('that says a size of 0 and has content is read', async () => {
    expect(await readSecret(Secret.fromFile('/proc/self/comm'), 'edge')).toBe(
      readFileSync('/proc/self/comm', 'utf8').trim(),
    );
  });
  test('that a declaration names is not a valid directory either', async () => {
    const [found] = await problems(hostPorts('edge').files.read(room));
    expect(found!.message).toBe(`the file ${room} is a directory`);
    expect(await hostPorts('edge').files.read(join(room, 'none'))).toBeUndefined();
  });
});

describe('a lock file that says nothing', () => {
  const lockOf = (name: string) => {
    const store = join(room, name);
    mkdirSync(store, { recursive: true });
    return { store: fileStore(store), path: join(store, 'net.edge.lock') };
  };
  test('is a directory', async () => {
    const { store, path } = lockOf('directory');
    mkdirSync(path);
    const [found] = await problems(store.lock('net/edge'));
    expect(found).toMatchObject({ code: 'ledger.lock', path: 'net/edge' });
    expect(found!.message).toContain(`the lock file ${path} is a directory, so that no other run can be ruled out`);
    expect(found!.hint).toContain('remove it when no other run is at work');
  });
  test('is a pipe', async () => {
    const { store, path } = lockOf('pipe-lock');
    spawnSync('mkfifo', [path]);
    expect((await problems(store.lock('net/edge')))[0]!.message).toContain('is not a regular file');
  });
  test('leads in a circle', async () => {
    const { store, path } = lockOf('circle');
    spawnSync('ln', ['-s', path, path]);
    expect((await problems(store.lock('net/edge')))[0]!.message).toContain(
      'cannot be read: symbolic links lead round in a circle',
    );
  });
  test('leads nowhere', async () => {
    const { store, path } = lockOf('nowhere');
    spawnSync('ln', ['-s', '/nowhere', path]);
    expect((await problems(store.lock('net/edge')))[0]!.message).toContain('does not exist');
  });
  test('a lock of a run that died is taken over as before', async () => {
    const { store, path } = lockOf('old');
    writeFileSync(path, 'elsewhere process 1 since 2020\n');
    utimesSync(path, new Date(0), new Date(0));
    await (
      await store.lock('net/edge')
    )();
  });
});

describe('known_hosts', () => {
  const key = 'ssh-ed25519 AAAA';
  const has = (pattern: string, host: string): boolean => knownKeys(`${pattern} ${key}\n`, host, 22).size === 1;
  test('a pattern with many stars ends: one that backtracks would not', () => {
    expect(has(`${'*a'.repeat(200)}*b`, 'a'.repeat(250))).toBe(false);
    expect(has(`${'*'.repeat(10_000)}b`, 'a'.repeat(250))).toBe(false);
  });
  test.each<readonly [string, string, boolean]>([
    ['*', 'edge', true],
    ['e*e', 'edge', true],
    ['e*ge', 'edgge', true],
    ['E?GE', 'edge', true],
    ['e?', 'edge', false],
    ['*.example.net', 'a.b.example.net', true],
    ['*.example.net', 'example.net', false],
    ['*.example.net,!b.example.net', 'b.example.net', false],
    ['ed.e', 'edge', false],
    ['e*d*', 'ed', true],
    ['', 'edge', false],
  ])('%s and %s: %s', (pattern, host, fits) => expect(has(pattern, host)).toBe(fits));
});
