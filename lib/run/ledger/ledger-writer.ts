import type { Live } from '../../desired/item';
import type { Operation, Todo } from '../../desired/operation';
import type { Ledger, LedgerEntry } from '../../plan/ledger';
import type { Change } from '../../plan/plan';
import type { Opened } from '../target';
import { isOnceOf, leftToDo, onceName } from '../one-time-operations';
import type { LedgerStore } from './store';

const frame = ({ address, kind, name, path, refs }: Change) => ({ address, kind, name, path, refs });

/**
 * The ledger of one target while it is being changed. What is about to happen is written before the device is touched,
 * so that a run which is killed at any moment knows its own work again.
 */
export class LedgerWriter {
  /** What was owned when the run began. */
  private readonly before: ReadonlyMap<string, LedgerEntry>;
  private readonly entries: Map<string, LedgerEntry>;
  private readonly secrets: Record<string, string>;
  private readonly doneOnce: Record<string, 'begun' | 'done'>;
  /** Until all is done, those of the last apply too. */
  private needs: readonly string[];
  /** Addresses of what is being done and not saved yet. */
  private readonly unsaved = new Set<string>();

  /** `name`: what the ledger is kept under. */
  constructor(
    private readonly target: Opened,
    private readonly name: string,
    private readonly store: LedgerStore,
  ) {
    const { ledger, needs } = target;
    this.before = new Map(ledger.entries.map((entry) => [entry.address, entry]));
    this.entries = new Map(this.before);
    this.secrets = { ...ledger.secrets };
    this.doneOnce = { ...ledger.once };
    this.needs = [...new Set([...needs, ...(ledger.needs ?? [])])];
  }

  private get dialect(): Opened['platform']['dialect'] {
    return this.target.platform.dialect;
  }

  async intend(changes: readonly Change[]): Promise<void> {
    for (const change of changes) {
      const owned = this.owned(change);
      if (change.after === undefined) {
        if (owned) this.entries.set(change.address, { ...owned, state: 'leaving' });
      } else if (!this.ownsNothing(change)) {
        const content = this.dialect.both(owned?.content, this.kept(change).content);
        this.entries.set(change.address, { ...frame(change), state: 'intended', content });
      }
    }
    await this.save();
  }

  /**
   * `changed` is on the device for good; of the rest of the plan, construct paths and references may have changed.
   * `shown`: the device as it was read after the change.
   */
  async done(changed: readonly Change[], all: readonly Change[], shown?: Live<unknown>): Promise<void> {
    const { entries } = this;
    for (const change of changed) this.settle(change, shown);
    for (const change of all) {
      if (change.action !== 'none' || !(entries.has(change.address) || change.moved !== undefined)) continue;
      if (change.after === undefined) entries.delete(change.address);
      else entries.set(change.address, this.kept(change));
    }
    if (all.every((change) => change.after !== undefined || !entries.has(change.address)))
      this.needs = this.target.needs;
    await this.save();
  }

  /**
   * Something is being done for this object that only a saving makes last: a run that dies leaves the entry unsettled,
   * so that the next one saves. `closed` when all is saved.
   */
  async opened(address: string): Promise<void> {
    if (this.unsaved.has(address)) return;
    this.unsaved.add(address);
    await this.mark([address], 'intended');
  }

  async closed(): Promise<void> {
    if (this.unsaved.size > 0) await this.mark(this.unsaved, 'owned');
    this.unsaved.clear();
  }

  /** What of it was not done before, and may be done. */
  left(todo: Todo): Todo {
    return leftToDo(todo, { once: this.doneOnce });
  }

  /** This is done once and never again; `undefined`: it was refused, so that it may be done another time. */
  async once(operation: Operation, state: 'begun' | 'done' | undefined): Promise<void> {
    if (state === undefined) delete this.doneOnce[onceName(operation)];
    else this.doneOnce[onceName(operation)] = state;
    await this.save();
  }

  /** Nothing came of it: the ledger is as it was. */
  restore(): Promise<void> {
    return this.store.write(this.target.ledger);
  }

  private save(): Promise<void> {
    const { needs, secrets, doneOnce: once } = this;
    const { device, key } = this.target.ledger;
    const sorted = [...this.entries.values()].sort((a, b) => (a.address < b.address ? -1 : 1));
    const ledger: Ledger = {
      format: 1,
      target: this.name,
      ...(device === undefined ? {} : { device }),
      entries: sorted,
      secrets,
      ...(key === undefined ? {} : { key }),
      ...(needs.length === 0 ? {} : { needs }),
      ...(Object.keys(once).length === 0 ? {} : { once }),
    };
    return this.store.write(ledger);
  }

  /** What was owned of it. Of what is taken over nothing was, even where one of its name was ours. */
  private owned({ action, address }: Change): LedgerEntry | undefined {
    return action === 'adopt' ? undefined : this.before.get(address);
  }

  private kept(change: Change): LedgerEntry {
    const content = this.dialect.remember(change.after, change.before, this.owned(change)?.content);
    return { ...frame(change), state: 'owned', content };
  }

  /** A shared block where all we wanted was there already is not ours. */
  private ownsNothing(change: Change): boolean {
    const shared = change.after !== undefined && this.dialect.shared(change.after);
    return shared && change.action === 'none' && !this.before.has(change.address);
  }

  private shownAs(change: Change, shown: Live<unknown> | undefined): LedgerEntry {
    const entry = this.kept(change);
    const now = shown?.get(this.dialect.identity(change.after));
    if (now === undefined || this.dialect.withPrinted === undefined) return entry;
    return { ...entry, content: this.dialect.withPrinted(entry.content, change.before, now) };
  }

  private settle(change: Change, shown: Live<unknown> | undefined): void {
    if (change.after === undefined) this.entries.delete(change.address);
    else if (!this.ownsNothing(change)) this.entries.set(change.address, this.shownAs(change, shown));
    // Of an object that is made anew, or gone, nothing was done yet.
    if (change.before === undefined || change.after === undefined)
      for (const done of Object.keys(this.doneOnce)) if (isOnceOf(done, change.address)) delete this.doneOnce[done];
    this.settleSecrets(change);
  }

  /** The fingerprints of what an object holds now. */
  private settleSecrets(change: Change): void {
    const { secrets } = this;
    const content = change.after ?? change.before;
    if (content === undefined) return;
    const places = `${this.dialect.identity(content)} / `;
    for (const [place, print] of this.target.secrets.declared) if (place.startsWith(places)) secrets[place] = print;
    if (change.after !== undefined) return;
    for (const place of Object.keys(secrets)) if (place.startsWith(places)) delete secrets[place];
  }

  private async mark(addresses: Iterable<string>, state: LedgerEntry['state']): Promise<void> {
    for (const address of addresses) {
      const entry = this.entries.get(address);
      if (entry) this.entries.set(address, { ...entry, state });
    }
    await this.save();
  }
}
