import { randomUUID } from 'node:crypto';
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
import type { BucketAddress } from './address';
import { Bucket } from './bucket';
import { emptyState, parseState, stateText, type TargetState } from './state';

export interface S3StoreOptions extends BucketAddress {
  /** What the keys of all objects begin with. */
  readonly prefix: string;
  readonly key: () => Promise<Buffer>;
}

/** A state with the version of the object that it was read from. */
interface Versioned {
  readonly state: TargetState;
  readonly etag: string | undefined;
}

/** How often a write is tried that others were quicker with. */
const tries = 40;

/** Ledgers as objects of a bucket. Every change of a target is one conditional write of its state. */
class S3Store implements LedgerStore {
  private readonly held = new HeldLeases<number>();
  private readonly bucket: Bucket;

  constructor(private readonly options: S3StoreOptions) {
    this.bucket = new Bucket(options);
  }

  async read(target: string): Promise<Ledger> {
    const { state } = await this.state(target);
    if (state.ledger === undefined) return emptyLedger(target);
    return parseLedger(stableJson(state.ledger), this.at(target), target);
  }

  write(ledger: Ledger): Promise<void> {
    return this.change(ledger.target, (state) => ({ ...state, ledger }));
  }

  list(): Promise<readonly string[]> {
    return this.those(({ ledger }) => ledger !== undefined);
  }

  recorded(): Promise<readonly string[]> {
    return this.those(({ runs }) => Object.keys(runs).length > 0);
  }

  async lock(target: string): Promise<() => Promise<void>> {
    const owner = `${await holderWords()} ${randomUUID()}`;
    const token = await this.take(target, owner);
    const give = () =>
      this.swap(target, (state) => {
        if (state.token !== token || state.lease?.owner !== owner) return undefined;
        const { lease: _lease, ...free } = state;
        return free;
      });
    return this.held.hold(target, { token, owner }, () => this.demand(target), give);
  }

  demand(target: string): Promise<void> {
    return this.held.demand(target, this.bucket.shown, () => this.change(target, (state) => state));
  }

  remove(target: string): Promise<void> {
    return this.change(target, ({ ledger: _ledger, ...rest }) => rest);
  }

  key(): Promise<Buffer> {
    return this.options.key();
  }

  async note(target: string, text: string): Promise<void> {
    let nth = 0;
    const counted = (state: TargetState): TargetState => ({ ...state, lines: (nth = state.lines + 1) });
    if (this.held.has(target)) await this.change(target, counted);
    else await this.swap(target, counted);
    await this.bucket.put(this.path(target, `journal/${String(nth).padStart(9, '0')}`), journalLine(text), 'new');
  }

  async journal(target: string): Promise<readonly string[]> {
    const keys = [...(await this.bucket.list(this.path(target, 'journal/')))].sort();
    const lines = await Promise.all(keys.map((key) => this.bucket.get(key)));
    return lines.flatMap((line) => line?.text ?? []);
  }

  /** The record is an object that counts when the state names it: a run that lost its lease leaves one that no state does. */
  async keep(target: string, run: string, record: Json): Promise<void> {
    const name = `runs/${run}/${randomUUID()}.json`;
    await this.bucket.put(this.path(target, name), stableJson(record), 'new');
    await this.change(target, (state) => ({ ...state, runs: { ...state.runs, [run]: name } }));
  }

  async recall(target: string, run: string): Promise<Json | undefined> {
    const name = (await this.state(target)).state.runs[run];
    if (name === undefined) return undefined;
    const stored = await this.bucket.get(this.path(target, name));
    try {
      return boundedJson(stored?.text ?? '') as Json;
    } catch {
      return corruptRun(this.at(target), run);
    }
  }

  async runs(target: string): Promise<readonly string[]> {
    return Object.keys((await this.state(target)).state.runs)
      .sort()
      .reverse();
  }

  async exchange(name: string, change: Parameters<Exchange>[1]): Promise<Json> {
    const key = `${this.options.prefix}/shared/${encodeURIComponent(name)}.json`;
    for (let i = 0; i < tries; i++) {
      const stored = await this.bucket.get(key);
      const wanted = change(stored && (boundedJson(stored.text) as Json), this.bucket.now());
      const condition = stored === undefined ? 'new' : { etag: stored.etag };
      if ((await this.bucket.put(key, stableJson(wanted), condition)) !== undefined) return wanted;
    }
    return fail('store.busy', `${this.bucket.shown}/${key}`, 'is written by others all the time', 'run this again');
  }

  async close(): Promise<void> {
    this.held.end();
    await this.bucket.close();
  }

  /** The targets of which this holds. One that cannot be read is there all the same: who reads it is told. */
  private async those(holds: (state: TargetState) => boolean): Promise<readonly string[]> {
    const start = `${this.options.prefix}/`;
    const keys = (await this.bucket.list(start)).filter((key) => key.endsWith('/state.json'));
    const names = keys.map((key) => decodeURIComponent(key.slice(start.length, -'/state.json'.length)));
    const there = await Promise.all(
      names.map((name) =>
        this.state(name).then(
          ({ state }) => holds(state),
          () => true,
        ),
      ),
    );
    return names.filter((_name, i) => there[i]);
  }

  private at(target: string): string {
    return `${this.bucket.shown}/${this.path(target, 'state.json')}`;
  }

  private path(target: string, name: string): string {
    return `${this.options.prefix}/${encodeURIComponent(target)}/${name}`;
  }

  private async state(target: string): Promise<Versioned> {
    const stored = await this.bucket.get(this.path(target, 'state.json'));
    if (stored === undefined) return { state: emptyState(target), etag: undefined };
    return { state: parseState(stored.text, this.at(target), target), etag: stored.etag };
  }

  /** Writes what `next` makes of the state, if no other process was quicker; else once more of what is there then. */
  private async swap(target: string, next: (state: TargetState) => TargetState | undefined): Promise<TargetState> {
    for (let i = 0; i < tries; i++) {
      const { state, etag } = await this.state(target);
      const wanted = next(state);
      if (wanted === undefined) return state;
      const condition = etag === undefined ? 'new' : { etag };
      if ((await this.bucket.put(this.path(target, 'state.json'), stateText(wanted), condition)) !== undefined)
        return wanted;
    }
    return fail('store.busy', this.at(target), 'is written by others all the time', 'run this again');
  }

  /** A change under the lease of a target, which it renews. */
  private async change(target: string, next: (state: TargetState) => TargetState): Promise<void> {
    const held = this.held.of(target);
    const { owner, token } = held;
    await this.swap(target, (state) => {
      if (state.token !== token || state.lease?.owner !== owner)
        return leaseLost(target, `another run has taken it over in ${this.bucket.shown}`);
      return { ...next(state), lease: { owner, expires: this.bucket.now() + leaseMs } };
    });
    held.renewed = Date.now();
  }

  /** The token of a lease that is ours now. One whose owner has died on this machine is taken at once. */
  private async take(target: string, owner: string): Promise<number> {
    const { state: first } = await this.state(target);
    const words = first.lease?.owner.replace(/ \S+$/, '') ?? '';
    const dead = words !== '' && (await orphaned(words)) ? first.token : -1;
    const { token } = await this.swap(target, (state) => {
      const { lease } = state;
      const left = (lease?.expires ?? 0) - this.bucket.now();
      if (lease !== undefined && lease.owner !== owner && left > 0 && state.token !== dead)
        return leased(target, lease.owner.replace(/ \S+$/, ''), left);
      return { ...state, token: state.token + 1, lease: { owner, expires: this.bucket.now() + leaseMs } };
    });
    return token;
  }
}

export const s3Store = (options: S3StoreOptions): LedgerStore => new S3Store(options);
