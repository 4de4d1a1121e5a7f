/** Ledgers in a real PostgreSQL. */
import { randomBytes } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ProblemError } from '../../lib/kernel/problem';
import { showProblem } from '../../lib/kernel/problem';
import { emptyLedger } from '../../lib/plan/ledger';
import { postgresStore } from '../../lib/run/ledger/postgres/store';
import { Client } from 'pg';
import { storeContract } from '../../testing/store-contract';
import { freePort } from '../support/stores/free-port';
import { postgresPlace } from '../support/stores/postgres-place';
import { startPostgres, withPostgres, type PostgresServer } from '../support/stores/postgres-server';

const key = async (): Promise<Buffer> => randomBytes(32);

/** What a person reads where something at a database is refused. */
const saidOf = async (url: string): Promise<string> => {
  try {
    const store = postgresStore({ url, team: 'default', key });
    await store.list().finally(() => store.close());
    return 'nothing';
  } catch (error) {
    return (error as ProblemError).problems.map(showProblem).join('\n');
  }
};

withPostgres('PostgreSQL', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.close());

  describe('the contract of all stores', () => {
    for (const { name, run } of storeContract(() => postgresPlace(server))) test(name, run);
  });

  test('many who come first at once make the tables once', async () => {
    await server.ask('create database fresh');
    const url = server.urlWith({ database: 'fresh' });
    const all = Array.from({ length: 6 }, () => postgresStore({ url, team: 'default', key }));
    expect(await Promise.all(all.map((store) => store.list()))).toEqual(Array.from({ length: 6 }, () => []));
    await Promise.all(all.map((store) => store.close()));
  });

  test('a database of a later version is refused', async () => {
    await server.ask('create database later');
    const url = server.urlWith({ database: 'later' });
    expect(await saidOf(url)).toBe('nothing');
    const direct = new Client({ connectionString: url });
    await direct.connect();
    await direct.query('insert into tunnelwright.migration (version) values (99)');
    await direct.end();
    expect(await saidOf(url)).toContain(
      'its tables are of a later version (99; this one knows 2). Nothing was changed',
    );
  });

  test('teams of one database do not see each other', async () => {
    const of = (team: string) => postgresStore({ url: server.url, team, key });
    const [red, blue] = [of('red'), of('blue')];
    const unlock = await red.lock('net/edge');
    await red.write(emptyLedger('net/edge'));
    const other = await blue.lock('net/edge');
    expect(await blue.list()).toEqual([]);
    await other();
    await unlock();
    await Promise.all([red.close(), blue.close()]);
  });

  test.each([
    ['another password', { password: 'wrong' }, 'refuses the password of the user ledger'],
    ['a user that is not there', { user: 'stranger' }, 'refuses the password of the user stranger'],
    [
      'a database that is not there',
      { database: 'nowhere' },
      'has no database nowhere\n    → create it: CREATE DATABASE nowhere',
    ],
    ['TLS of a server that has none', { more: '?sslmode=verify-full' }, 'does not speak TLS'],
    [
      'TLS that verifies nothing',
      { more: '?sslmode=require' },
      "[sslmode] 'require' does not verify who the server is",
    ],
    ['a parameter that is not known', { more: '?pool=3' }, '[pool] is not a parameter that is known here'],
  ])('%s is said in words', async (_what, parts, words) => {
    const said = await saidOf(server.urlWith(parts));
    expect(said).toContain(words);
    expect(said).not.toMatch(/ledger-password|wrong/);
    expect(said).toContain('→');
  });

  test('a user without rights is told which it needs', async () => {
    await server.ask("create role reader login password 'reader'");
    await server.ask('create database guarded');
    const said = await saidOf(server.urlWith({ user: 'reader', password: 'reader', database: 'guarded' }));
    expect(said).toContain('forbids the user reader what is needed\n    → GRANT CREATE ON DATABASE');
  });

  test('the rights that the page gives suffice, also when they are taken back to the least', async () => {
    const page = readFileSync(join(__dirname, '../../docs/how-to/share-a-ledger.md'), 'utf8');
    const [first, then] = [...page.matchAll(/^```sql\n([^]*?)^```/gm)].map(([, sql]) =>
      sql!.split(/;\n/).filter(Boolean),
    );
    const password = /PASSWORD '([^']+)'/.exec(first!.join())![1]!;
    const url = server.urlWith({ user: 'vpn_ledger', password: encodeURIComponent(password), database: 'ledgers' });
    for (const line of first!) await server.ask(line);
    const before = postgresStore({ url, team: 'least', key });
    expect(await before.list()).toEqual([]);
    await before.close();
    for (const line of then!) await server.ask(line);
    const after = postgresStore({ url, team: 'least', key });
    const unlock = await after.lock('net/edge');
    await after.write({ format: 1, target: 'net/edge', entries: [], secrets: {} });
    await unlock();
    expect(await after.list()).toEqual(['net/edge']);
    await after.close();
  });

  test('nothing listens there', async () => {
    const port = await freePort();
    const said = await saidOf(`postgres://ledger@127.0.0.1:${port}/postgres`);
    expect(said).toContain(
      `[PostgreSQL 127.0.0.1:${port}/postgres] refuses the connection: no PostgreSQL listens there`,
    );
  });

  test('a restart between two questions is not noticed', async () => {
    const store = postgresStore({ url: server.url, team: 'restart', key });
    const unlock = await store.lock('net/edge');
    await server.stop();
    await server.start();
    await store.note('net/edge', 'after the restart');
    await store.write(emptyLedger('net/edge'));
    await unlock();
    expect((await store.journal('net/edge')).map((line) => line.slice(25))).toEqual(['after the restart']);
    await store.close();
  });
});

withPostgres('PostgreSQL over TLS', () => {
  let server: PostgresServer;
  const room = mkdtempSync(join(tmpdir(), 'postgres-tls-'));
  const [certificate, privateKey] = [join(room, 'server.crt'), join(room, 'server.key')];
  beforeAll(async () => {
    chmodSync(room, 0o755);
    const request = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=db'];
    const names = ['-addext', 'subjectAltName=IP:127.0.0.1'];
    execFileSync('openssl', [...request, ...names, '-keyout', privateKey, '-out', certificate], { stdio: 'ignore' });
    server = await startPostgres({ ssl: 'on', ssl_cert_file: certificate, ssl_key_file: privateKey }, [privateKey]);
  });
  afterAll(async () => {
    await server.close();
    rmSync(room, { recursive: true, force: true });
  });

  test('the certificate of an authority that is given is trusted, and another is not', async () => {
    expect(await saidOf(server.urlWith({ more: `?sslrootcert=${certificate}` }))).toBe('nothing');
    const said = await saidOf(server.urlWith({ more: '?sslmode=verify-full' }));
    expect(said).toContain('shows a certificate that is not trusted: self-signed certificate');
    expect(said).toContain('sslrootcert=FILE');
  });
});
