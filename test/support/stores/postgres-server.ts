import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { freePort } from './free-port';

/** Debian keeps the server of each release below this directory; elsewhere it is in the PATH. */
const debian = '/usr/lib/postgresql';
const bin = ((): string | undefined => {
  const release = existsSync(debian)
    ? readdirSync(debian)
        .filter((name) => existsSync(join(debian, name, 'bin/initdb')))
        .sort((a, b) => Number(b) - Number(a))[0]
    : undefined;
  if (release !== undefined) return join(debian, release, 'bin');
  return (process.env['PATH'] ?? '').split(':').find((folder) => existsSync(join(folder, 'initdb')));
})();

/** PostgreSQL refuses to run as root: then it runs as the user that its package made, or as nobody. */
const user = ((): { readonly uid: number; readonly gid: number } | undefined => {
  if (userInfo().uid !== 0) return undefined;
  for (const name of ['postgres', 'nobody'])
    try {
      const id = (flag: string): number => Number(execFileSync('id', [flag, name], { encoding: 'utf8' }));
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      // The next one.
    }
  return undefined;
})();

/** Runs with a real PostgreSQL, and says what to install where it is missing. */
export const withPostgres: jest.Describe =
  bin !== undefined
    ? describe
    : (((name: string, ...rest: [jest.EmptyFunction]) =>
        describe.skip(`${name} (skipped: apt-get install postgresql)`, ...rest)) as unknown as jest.Describe);

/** A PostgreSQL of this test alone, on the loopback. */
export interface PostgresServer {
  readonly port: number;
  /** As its superuser; of the database that all tests share. */
  readonly url: string;
  /** With these parts in the place of the right ones. */
  urlWith(parts: {
    readonly user?: string;
    readonly password?: string;
    readonly database?: string;
    readonly more?: string;
  }): string;
  /** What a statement gives, as the superuser. */
  ask(sql: string, values?: readonly unknown[]): Promise<readonly Readonly<Record<string, unknown>>[]>;
  start(): Promise<void>;
  /** Ends at once, connections and all, as where its machine fails. */
  stop(): Promise<void>;
  close(): Promise<void>;
}

const password = 'ledger-password';

const initialise = (home: string): void => {
  const secret = join(home, 'password');
  writeFileSync(secret, `${password}\n`);
  if (user !== undefined) [home, secret].forEach((path) => chownSync(path, user.uid, user.gid));
  const flags = ['--no-sync', '-U', 'ledger', '--auth=scram-sha-256', `--pwfile=${secret}`, '--locale=C', '-E', 'UTF8'];
  execFileSync(join(bin!, 'initdb'), ['-D', join(home, 'data'), ...flags], { stdio: 'ignore', cwd: home, ...user });
};

/** `settings`: lines of postgresql.conf. `owned`: files that must belong to the server. */
export const startPostgres = async (
  settings: Readonly<Record<string, string>> = {},
  owned: readonly string[] = [],
): Promise<PostgresServer> => {
  if (user !== undefined) owned.forEach((file) => chownSync(file, user.uid, user.gid));
  const home = mkdtempSync(join(tmpdir(), 'postgres-'));
  initialise(home);
  const port = await freePort();
  let running: ChildProcess | undefined;
  const all = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    fsync: 'off',
    ...settings,
  };
  const url = `postgres://ledger:${password}@127.0.0.1:${port}/postgres`;
  const ask: PostgresServer['ask'] = async (sql, values = []) => {
    const client = new Client({ connectionString: url });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return (await client.query(sql, [...values])).rows as readonly Readonly<Record<string, unknown>>[];
    } finally {
      await client.end();
    }
  };
  const start = async (): Promise<void> => {
    const flags = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    running = spawn(join(bin!, 'postgres'), ['-D', join(home, 'data'), ...flags], {
      stdio: 'ignore',
      cwd: home,
      ...user,
    });
    for (let tries = 0; ; tries++) {
      const up = await ask('select 1').then(
        () => true,
        () => false,
      );
      if (up) return;
      if (tries === 150) throw new Error('PostgreSQL does not start');
      await pause(100);
    }
  };
  const stop = async (): Promise<void> => {
    const child = running;
    running = undefined;
    if (child === undefined || child.exitCode !== null) return;
    const ended = new Promise((resolve) => child.once('close', resolve));
    // SIGQUIT is its immediate shutdown: no connection is waited for.
    child.kill('SIGQUIT');
    await ended;
  };
  await start();
  return {
    port,
    url,
    urlWith: ({ user: name = 'ledger', password: secret = password, database = 'postgres', more = '' }) =>
      `postgres://${name}:${secret}@127.0.0.1:${port}/${database}${more}`,
    ask,
    start,
    stop,
    close: async () => {
      await stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
};
