import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { stableJson, type Json } from '../../kernel/json';
import { boundedJson } from '../../kernel/limits';
import type { Exchange } from '../../contract/session';
import { emptyLedger, type Ledger } from '../../plan/ledger';
import { fingerprintKey, keyAt, keyIsMissing } from './fingerprint-key';
import { journalLine } from './journal';
import { exchangeFile } from './file-exchange';
import { takeLease, type Lease } from './lease';
import { parseLedger } from './ledger-file';
import { replace } from './replace';
import { corruptRun } from './run-fault';

/**
 * Where ledgers are kept. A store of your own implements these; the cases of `tunnelwright/store-contract` show whether
 * it keeps what they promise.
 */
export interface LedgerStore {
  read(target: string): Promise<Ledger>;
  /**
   * Refused where the lease that this store took of the target is not its own any more; `keep`, `remove` and `note`
   * likewise. A store that several machines share refuses them without a lease too, but for `note`.
   */
  write(ledger: Ledger): Promise<void>;
  /** The targets that have a ledger. */
  list(): Promise<readonly string[]>;
  /** Takes the lease of a target or throws; the returned function gives it back. */
  lock(target: string): Promise<() => Promise<void>>;
  /** Throws where the lease of a target is not this store's any more, or where that cannot be found out. */
  demand(target: string): Promise<void>;
  /** Forgets the ledger of a target. Its journal and what its runs kept stay. */
  remove(target: string): Promise<void>;
  /**
   * The key of the secret fingerprints; throws where there is one that is not whole. A store that makes it does so for who
   * has taken a lease: who only looks at devices leaves nothing behind.
   */
  key(): Promise<Buffer>;
  /** Adds a line to the journal of a target: what was done when, for a person who looks later. */
  note(target: string, text: string): Promise<void>;
  /** The lines of the journal, the oldest first: `2026-11-20T14:30:05.000Z apply create a`. */
  journal(target: string): Promise<readonly string[]>;
  /** What a run did to a target, so that it can be taken back: kept whole, and found again by the name of the run. */
  keep(target: string, run: string, record: Json): Promise<void>;
  recall(target: string, run: string): Promise<Json | undefined>;
  /** The runs that are kept of a target, the latest first. */
  runs(target: string): Promise<readonly string[]>;
  /** The targets of which a run is kept; their ledgers may be gone. */
  recorded(): Promise<readonly string[]>;
  /**
   * Changes what all users of the store keep together under a name, without a lease: how many requests a service has had in
   * the last minute. Absent, or undefined: each process counts for itself.
   */
  exchange?: Exchange;
  /** Ends its connections. Leases are given back before. */
  close(): Promise<void>;
}

const exists = async (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );

/** Ledgers as files below a directory, one for each target. */
class FileStore implements LedgerStore {
  private readonly leases = new Map<string, Lease>();
  private draft: Buffer | undefined;

  constructor(
    private readonly directory: string,
    private readonly keyPlace: KeyPlace,
  ) {}

  async read(target: string): Promise<Ledger> {
    const path = this.file(target, '.json');
    return (await exists(path)) ? parseLedger(await readFile(path, 'utf8'), path, target) : emptyLedger(target);
  }

  async write(ledger: Ledger): Promise<void> {
    await this.demand(ledger.target);
    await replace(this.file(ledger.target, '.json'), `${stableJson(ledger, 2)}\n`);
  }

  async list(): Promise<readonly string[]> {
    const names = await this.names();
    return Promise.all(names.filter((name) => name.endsWith('.json')).map((name) => this.targetOf(name, '.json')));
  }

  async recorded(): Promise<readonly string[]> {
    const names = (await this.names()).flatMap((name) => {
      const suffix = /\.[^.]+\.run$/.exec(name)?.[0];
      return suffix === undefined ? [] : [this.targetOf(name, suffix)];
    });
    return [...new Set(await Promise.all(names))].sort();
  }

  async lock(target: string): Promise<() => Promise<void>> {
    const lease = await takeLease(target, this.file(target, '.lock'));
    this.leases.set(target, lease);
    return async () => {
      this.leases.delete(target);
      await lease.release();
    };
  }

  async demand(target: string): Promise<void> {
    await this.leases.get(target)?.demand();
  }

  async remove(target: string): Promise<void> {
    await this.demand(target);
    await rm(this.file(target, '.json'), { force: true });
  }

  async key(): Promise<Buffer> {
    if (typeof this.keyPlace === 'function') return this.keyPlace();
    const found = await keyAt(this.keyPlace);
    if (found !== undefined) return found;
    for (const target of await this.list()) {
      // One that cannot be read is said where it is used.
      const ledger = await this.read(target).catch(() => emptyLedger(target));
      if (ledger.key !== undefined && Object.keys(ledger.secrets).length > 0) keyIsMissing(this.keyPlace, target);
    }
    return this.leases.size > 0 ? fingerprintKey(this.keyPlace) : (this.draft ??= randomBytes(32));
  }

  async note(target: string, text: string): Promise<void> {
    await this.demand(target);
    await mkdir(this.directory, { recursive: true });
    await writeFile(this.file(target, '.journal'), `${journalLine(text)}\n`, { flag: 'a' });
  }

  async journal(target: string): Promise<readonly string[]> {
    const path = this.file(target, '.journal');
    return (await exists(path)) ? (await readFile(path, 'utf8')).split('\n').filter((line) => line !== '') : [];
  }

  async keep(target: string, run: string, record: Json): Promise<void> {
    await this.demand(target);
    await replace(this.file(target, `.${run}.run`), `${stableJson(record, 2)}\n`);
  }

  async recall(target: string, run: string): Promise<Json | undefined> {
    const path = this.file(target, `.${run}.run`);
    if (!(await exists(path))) return undefined;
    const text = await readFile(path, 'utf8');
    try {
      return boundedJson(text) as Json;
    } catch {
      return corruptRun(path, run);
    }
  }

  async runs(target: string): Promise<readonly string[]> {
    const start = basename(this.file(target, '.'));
    const ours = (await this.names()).filter((name) => name.startsWith(start) && name.endsWith('.run'));
    return ours
      .map((name) => name.slice(start.length, -'.run'.length))
      .filter((name) => !name.includes('.'))
      .sort()
      .reverse();
  }

  /** Who only looks at devices makes no directory: where there is none, no run is at work that it could share with. */
  async exchange(name: string, change: Parameters<Exchange>[1]): Promise<Json | undefined> {
    return (await exists(this.directory)) ? exchangeFile(join(this.directory, 'shared'), name, change) : undefined;
  }

  async close(): Promise<void> {
    // Files are closed after each use.
  }

  private names(): Promise<readonly string[]> {
    return readdir(this.directory).catch((error: NodeJS.ErrnoException): string[] => {
      if (error.code === 'ENOENT') return [];
      throw error;
    });
  }

  private file(target: string, suffix: string): string {
    return join(this.directory, `${target.replaceAll('/', '.')}${suffix}`);
  }

  /** The name that a file gives its target: a stack may have a point in its name. Of one that cannot be read, by its own. */
  private async targetOf(name: string, suffix: string): Promise<string> {
    const guess = name.slice(0, -suffix.length).replace('.', '/');
    const text = await readFile(join(this.directory, name), 'utf8').catch(() => '');
    const named = /"target": "([^"]+)"/.exec(text.slice(text.lastIndexOf('"target":')))?.[1] ?? guess;
    return this.file(named, suffix) === join(this.directory, name) ? named : guess;
  }
}

/** Where the key of the fingerprints is: a file, which is made where it is needed, or what gives it. */
export type KeyPlace = string | (() => Promise<Buffer>);

/**
 * Ledgers as files below a directory, one for each target: of one machine. `key`: by default a file beside them, as in a
 * lab.
 */
export const fileStore = (directory: string, key: KeyPlace = join(directory, 'fingerprint.key')): LedgerStore =>
  new FileStore(directory, key);
