import { setTimeout as pause } from 'node:timers/promises';
import type * as Pg from 'pg';
import { fail } from '../../../kernel/problem';
import type { PostgresAddress } from './address';
import { asProblem, isBroken } from './faults';
import { beginnings, migrationLock, migrations, versionQuery } from './migrations';

type Row = Readonly<Record<string, unknown>>;
type Values = readonly (string | number)[];

/** Milliseconds until a connection must stand, and until a statement must be answered. */
const bounds = { connectMs: 10_000, statementMs: 30_000 };
/** Connections of one command. Its targets share them. */
const most = 4;
/** Milliseconds between the tries of what has met a broken connection: a database that changes over, or is restarted. */
const pauses = [200, 1000, 3000];

/** The driver is a peer that only those install who keep ledgers in a database. */
const driver = async (): Promise<typeof Pg> => {
  try {
    const loaded = await import('pg');
    return (loaded as { readonly default?: typeof Pg }).default ?? loaded;
  } catch (error) {
    if (!/Cannot find (module|package) 'pg'/.test((error as Error).message)) throw error;
    return fail(
      'store.driver',
      'PostgreSQL',
      'its driver is not installed',
      'install it beside tunnelwright: npm install pg',
    );
  }
};

/** A database that has our tables. Connections are made when something is asked. */
export class PostgresConnection {
  private opened: Promise<Pg.Pool> | undefined;
  /** It has answered once: from then on a broken connection is worth another try. */
  private reached = false;

  constructor(private readonly address: PostgresAddress) {}

  /**
   * The rows of a statement, which is tried again where the connection breaks: each is written so that it does the same if
   * it had its effect already.
   */
  async rows(sql: string, values: Values): Promise<readonly Row[]> {
    for (const wait of [...pauses, undefined]) {
      try {
        const { rows } = await (await this.pool()).query(sql, [...values]);
        this.reached = true;
        return rows as readonly Row[];
      } catch (error) {
        if (wait === undefined || !this.reached || !isBroken(error)) return asProblem(error, this.address);
        await pause(wait);
      }
    }
    return [];
  }

  async close(): Promise<void> {
    const { opened } = this;
    this.opened = undefined;
    await opened?.then(
      (pool) => pool.end(),
      () => undefined,
    );
  }

  private pool(): Promise<Pg.Pool> {
    this.opened ??= this.open().catch((error: unknown) => {
      this.opened = undefined;
      throw error;
    });
    return this.opened;
  }

  private async open(): Promise<Pg.Pool> {
    const { host, port, database, user, password, ssl } = this.address;
    const { Pool } = await driver();
    const pool = new Pool({
      host,
      port,
      database,
      ...(user === undefined ? {} : { user }),
      ...(password === undefined ? {} : { password }),
      ssl,
      max: most,
      application_name: 'tunnelwright',
      connectionTimeoutMillis: bounds.connectMs,
      statement_timeout: bounds.statementMs,
      query_timeout: bounds.statementMs + 5000,
      idle_in_transaction_session_timeout: bounds.statementMs,
      keepAlive: true,
      allowExitOnIdle: true,
    });
    // A connection that breaks while nothing is asked: the next question makes a new one.
    pool.on('error', () => undefined);
    try {
      await this.prepare(pool);
    } catch (error) {
      await pool.end();
      throw error;
    }
    return pool;
  }

  /** Brings the tables to what this version knows; a database of a later one is refused. */
  private async prepare(pool: Pg.Pool): Promise<void> {
    const version = await pool.query(versionQuery).then(
      ({ rows }) => (rows[0] as { readonly version: number }).version,
      (error: unknown) => {
        // No schema, or no table of it yet.
        if (['42P01', '3F000'].includes((error as { readonly code?: string }).code ?? '')) return 0;
        throw error;
      },
    );
    if (version > migrations.length)
      fail(
        'ledger.later',
        `PostgreSQL ${this.address.shown}`,
        `its tables are of a later version (${version}; this one knows ${migrations.length}). Nothing was changed`,
        'update Tunnelwright here to the version that made them',
      );
    if (version < migrations.length) await this.migrate(pool);
  }

  private async migrate(pool: Pg.Pool): Promise<void> {
    const client = await pool.connect();
    try {
      await client.query('begin');
      await this.migrateIn(client);
      await client.query('commit');
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw error;
    } finally {
      client.release();
    }
  }

  private async migrateIn(client: Pg.PoolClient): Promise<void> {
    await client.query(migrationLock);
    await client.query(beginnings);
    const { version } = (await client.query(versionQuery)).rows[0] as { readonly version: number };
    for (const [i, step] of migrations.entries()) {
      if (i < version) continue;
      await client.query(step);
      await client.query('insert into tunnelwright.migration (version) values ($1)', [i + 1]);
    }
  }
}
