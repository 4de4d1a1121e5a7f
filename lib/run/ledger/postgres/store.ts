import { randomBytes, randomUUID } from 'node:crypto';
import { stableJson, type Json } from '../../../kernel/json';
import { boundedJson } from '../../../kernel/limits';
import { fail } from '../../../kernel/problem';
import type { Exchange } from '../../../contract/session';
import { emptyLedger, type Ledger } from '../../../plan/ledger';
import { HeldLeases } from '../held-leases';
import { holderWords, leased, leaseLost, leaseMs, orphaned } from '../holder';
import { journalLine } from '../journal';
import { parseLedger } from '../ledger-file';
import { corruptRun } from '../run-fault';
import type { LedgerStore } from '../store';
import { postgresAddress, type PostgresAddress } from './address';
import { PostgresConnection } from './connection';
import { statements } from './statements';

export interface PostgresStoreOptions {
  readonly url: string;
  /** Teams of one database do not see each other's ledgers. */
  readonly team: string;
  readonly key: () => Promise<Buffer>;
}

/** How often a write is tried that others were quicker with. */
const tries = 40;

/** Ledgers as rows of a PostgreSQL database, each written under a lease whose token the statement itself compares. */
class PostgresStore implements LedgerStore {
  private readonly held = new HeldLeases<string>();
  private readonly address: PostgresAddress;
  private readonly database: PostgresConnection;

  constructor(private readonly options: PostgresStoreOptions) {
    this.address = postgresAddress(options.url);
    this.database = new PostgresConnection(this.address);
  }

  async read(target: string): Promise<Ledger> {
    const [row] = await this.database.rows(statements.read, [this.options.team, target]);
    if (row === undefined) return emptyLedger(target);
    return parseLedger(String(row['content']), `${this.place}, ${target}`, target);
  }

  write(ledger: Ledger): Promise<void> {
    return this.fenced(ledger.target, statements.write, stableJson(ledger));
  }

  async list(): Promise<readonly string[]> {
    return (await this.database.rows(statements.list, [this.options.team])).map((row) => String(row['target']));
  }

  async lock(target: string): Promise<() => Promise<void>> {
    // What tells two takers of one process apart.
    const owner = `${await holderWords()} ${randomBytes(4).toString('hex')}`;
    const token = await this.take(target, owner);
    const give = () => this.database.rows(statements.release, [this.options.team, target, token, owner]);
    return this.held.hold(target, { token, owner }, () => this.demand(target), give);
  }

  demand(target: string): Promise<void> {
    return this.held.demand(target, this.place, () => this.fenced(target, statements.renew, leaseMs));
  }

  remove(target: string): Promise<void> {
    return this.fenced(target, statements.remove);
  }

  key(): Promise<Buffer> {
    return this.options.key();
  }

  async note(target: string, text: string): Promise<void> {
    const [id, line] = [randomUUID(), journalLine(text)];
    if (this.held.has(target)) return this.fenced(target, statements.note, id, line);
    await this.database.rows(statements.noteFree, [this.options.team, target, id, line]);
  }

  async journal(target: string): Promise<readonly string[]> {
    const rows = await this.database.rows(statements.journal, [this.options.team, target]);
    return rows.map((row) => String(row['line']));
  }

  keep(target: string, run: string, record: Json): Promise<void> {
    return this.fenced(target, statements.keep, run, stableJson(record));
  }

  async recall(target: string, run: string): Promise<Json | undefined> {
    const [row] = await this.database.rows(statements.recall, [this.options.team, target, run]);
    if (row === undefined) return undefined;
    try {
      return boundedJson(String(row['record'])) as Json;
    } catch {
      return corruptRun(`${this.place}, ${target}`, run);
    }
  }

  async runs(target: string): Promise<readonly string[]> {
    return (await this.database.rows(statements.runs, [this.options.team, target])).map((row) => String(row['run']));
  }

  async recorded(): Promise<readonly string[]> {
    return (await this.database.rows(statements.recorded, [this.options.team])).map((row) => String(row['target']));
  }

  async exchange(name: string, change: Parameters<Exchange>[1]): Promise<Json> {
    const { team } = this.options;
    for (let i = 0; i < tries; i++) {
      const [row] = await this.database.rows(statements.shared, [team, name]);
      const content = row?.['content'] as string | null | undefined;
      const there = typeof content === 'string' ? (boundedJson(content) as Json) : undefined;
      const wanted = change(there, Number(row?.['now']));
      const values = [team, name, String(row?.['version'] ?? 0), stableJson(wanted)];
      if ((await this.database.rows(statements.share, values)).length > 0) return wanted;
    }
    return fail('store.busy', `${this.place}, ${name}`, 'is written by others all the time', 'run this again');
  }

  async close(): Promise<void> {
    this.held.end();
    await this.database.close();
  }

  private get place(): string {
    return `PostgreSQL ${this.address.shown}, team ${this.options.team}`;
  }

  /** The token of a lease that is ours now. One whose owner has died on this machine is taken at once. */
  private async take(target: string, owner: string): Promise<string> {
    const { team } = this.options;
    for (let dead = '-1', tries = 0; ; tries++) {
      const [taken] = await this.database.rows(statements.take, [team, target, owner, leaseMs, dead]);
      if (taken !== undefined) return String(taken['token']);
      const [holder] = await this.database.rows(statements.holder, [team, target]);
      const words = String(holder?.['owner'] ?? '').replace(/ [0-9a-f]{8}$/, '');
      // Given back between the two questions.
      if (words === '' && tries < 50) continue;
      if (tries >= 50 || !(await orphaned(words))) return leased(target, words, Number(holder?.['left_ms'] ?? leaseMs));
      dead = String(holder!['token']);
    }
  }

  /** Writes under the lease of a target; refused by the statement itself where it is another's. */
  private async fenced(target: string, sql: string, ...values: readonly (string | number)[]): Promise<void> {
    const held = this.held.of(target);
    const rows = await this.database.rows(sql, [this.options.team, target, held.token, held.owner, ...values]);
    if (rows.length === 0) leaseLost(target, `another run has taken it over at ${this.place}`);
  }
}

export const postgresStore = (options: PostgresStoreOptions): LedgerStore => new PostgresStore(options);
