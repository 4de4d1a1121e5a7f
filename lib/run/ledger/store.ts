import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { stableJson, type Json } from '../../kernel/json';
import { boundedJson } from '../../kernel/limits';
import { fail } from '../../kernel/problem';
import { visible } from '../../kernel/text';
import { emptyLedger, type Ledger } from '../../plan/ledger';
import { fingerprintKey } from './fingerprint-key';
import { takeLease, type Lease } from './lease';
import { parseLedger } from './ledger-file';

/** Where ledgers are kept. Another store (a bucket, a database) implements these. */
export interface LedgerStore {
  read(target: string): Promise<Ledger>;
  /** Refused where the lease that this store took of the target is not its own any more; `keep` and `remove` likewise. */
  write(ledger: Ledger): Promise<void>;
  /** The targets that have a ledger. */
  list(): Promise<readonly string[]>;
  /** Takes the lease of a target or throws; the returned function gives it back. */
  lock(target: string): Promise<() => Promise<void>>;
  /** Forgets the ledger of a target. Its journal and what its runs kept stay. */
  remove(target: string): Promise<void>;
  /** The key of the secret fingerprints, made on first use; throws where there is one that is not whole. */
  key(): Promise<Buffer>;
  /** Adds a line to the journal of a target: what was done when, for a person who looks later. */
  note(target: string, text: string): Promise<void>;
  /** What a run did to a target, so that it can be taken back: kept whole, and found again by the name of the run. */
  keep(target: string, run: string, record: Json): Promise<void>;
  recall(target: string, run: string): Promise<Json | undefined>;
  /** The runs that are kept of a target, the latest first. */
  runs(target: string): Promise<readonly string[]>;
  /** The targets of which a run is kept; their ledgers may be gone. */
  recorded(): Promise<readonly string[]>;
}

const exists = async (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );

/** Whole or not at all: a killed run leaves the old file or the new one. */
const replace = async (file: string, text: string): Promise<void> => {
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}.tmp`;
  try {
    const handle = await open(draft, 'w', 0o600);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
};

/** Ledgers as files below a directory, one for each target. */
class FileStore implements LedgerStore {
  private readonly leases = new Map<string, Lease>();

  constructor(private readonly directory: string) {}

  async read(target: string): Promise<Ledger> {
    const path = this.file(target, '.json');
    return (await exists(path)) ? parseLedger(await readFile(path, 'utf8'), path, target) : emptyLedger(target);
  }

  async write(ledger: Ledger): Promise<void> {
    await this.leases.get(ledger.target)?.demand();
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

  async remove(target: string): Promise<void> {
    await this.leases.get(target)?.demand();
    await rm(this.file(target, '.json'), { force: true });
  }

  key(): Promise<Buffer> {
    return fingerprintKey(join(this.directory, 'fingerprint.key'));
  }

  async note(target: string, text: string): Promise<void> {
    await mkdir(this.directory, { recursive: true });
    const line = `${new Date().toISOString()} ${visible(text)}\n`;
    await writeFile(this.file(target, '.journal'), line, { flag: 'a' });
  }

  async keep(target: string, run: string, record: Json): Promise<void> {
    await this.leases.get(target)?.demand();
    await replace(this.file(target, `.${run}.run`), `${stableJson(record, 2)}\n`);
  }

  async recall(target: string, run: string): Promise<Json | undefined> {
    const path = this.file(target, `.${run}.run`);
    if (!(await exists(path))) return undefined;
    const text = await readFile(path, 'utf8');
    try {
      return boundedJson(text) as Json;
    } catch {
      return fail(
        'ledger.corrupt',
        path,
        `what was kept of run ${run} is not JSON. Nothing was changed`,
        'restore it from a backup or from version control; or change the program, plan and apply',
      );
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

  private names(): Promise<readonly string[]> {
    return readdir(this.directory).catch((): string[] => []);
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

/** Ledgers as files below a directory, one for each target, meant to be kept under version control. */
export const fileStore = (directory: string): LedgerStore => new FileStore(directory);
