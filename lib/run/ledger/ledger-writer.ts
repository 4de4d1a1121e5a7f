import type { Live } from '../../desired/item';
import type { Operation, Todo } from '../../desired/operation';
import type { Ledger, LedgerEntry } from '../../plan/ledger';
import type { Change } from '../../plan/plan';
import type { Opened } from '../target';
import { isOnceOf, leftToDo, onceName } from '../one-time-operations';
import type { LedgerStore } from './store';

/**
 * The ledger of one target while it is being changed. What is about to happen is written before the device is touched,
 * so that a run which is killed at any moment knows its own work again.
 */
export interface LedgerWriter {
  intend(changes: readonly Change[]): Promise<void>;
  /**
   * `changed` is on the device for good; of the rest of the plan, construct paths and references may have changed.
   * `shown`: the device as it was read after the change.
   */
  done(changed: readonly Change[], all: readonly Change[], shown?: Live<unknown>): Promise<void>;
  /**
   * Something is being done for this object that only a saving makes last: a run that dies leaves the entry unsettled,
   * so that the next one saves. `closed` when all is saved.
   */
  opened(address: string): Promise<void>;
  closed(): Promise<void>;
  /** What of it was not done before, and may be done. */
  left(todo: Todo): Todo;
  /** This is done once and never again; `undefined`: it was refused, so that it may be done another time. */
  once(operation: Operation, state: 'begun' | 'done' | undefined): Promise<void>;
  /** Nothing came of it: the ledger is as it was. */
  restore(): Promise<void>;
}

const frame = ({ address, kind, name, path, refs }: Change) => ({ address, kind, name, path, refs });

export const ledgerWriterOf = (opened: Opened, name: string, store: LedgerStore): LedgerWriter => {
  const { dialect } = opened.platform;
  const before = new Map(opened.ledger.entries.map((entry) => [entry.address, entry]));
  const entries = new Map(before);
  const secrets: Record<string, string> = { ...opened.ledger.secrets };
  const once: Record<string, 'begun' | 'done'> = { ...opened.ledger.once };
  /** Until all is done, those of the last apply too. */
  let needs: readonly string[] = [...new Set([...opened.needs, ...(opened.ledger.needs ?? [])])];

  const save = (): Promise<void> => {
    const sorted = [...entries.values()].sort((a, b) => (a.address < b.address ? -1 : 1));
    const ledger: Ledger = {
      format: 1,
      target: name,
      ...(opened.ledger.device === undefined ? {} : { device: opened.ledger.device }),
      entries: sorted,
      secrets,
      ...(opened.ledger.key === undefined ? {} : { key: opened.ledger.key }),
      ...(needs.length === 0 ? {} : { needs }),
      ...(Object.keys(once).length === 0 ? {} : { once }),
    };
    return store.write(ledger);
  };

  const kept = (change: Change): LedgerEntry => ({
    ...frame(change),
    state: 'owned',
    content: dialect.remember(change.after, change.before, before.get(change.address)?.content),
  });

  const isShared = (change: Change): boolean => change.after !== undefined && dialect.shared(change.after);
  /** A shared block where all we wanted was there already is not ours. */
  const ownsNothing = (change: Change): boolean =>
    isShared(change) && change.action === 'none' && !before.has(change.address);

  const intend = async (changes: readonly Change[]): Promise<void> => {
    for (const change of changes) {
      const owned = before.get(change.address);
      if (change.after === undefined) {
        if (owned) entries.set(change.address, { ...owned, state: 'leaving' });
      } else if (!ownsNothing(change)) {
        const content = dialect.both(owned?.content, kept(change).content);
        entries.set(change.address, { ...frame(change), state: 'intended', content });
      }
    }
    await save();
  };

  const shownAs = (change: Change, shown: Live<unknown> | undefined): LedgerEntry => {
    const entry = kept(change);
    const now = shown?.get(dialect.identity(change.after));
    if (now === undefined || dialect.withPrinted === undefined) return entry;
    return { ...entry, content: dialect.withPrinted(entry.content, change.before, now) };
  };

  const settle = (change: Change, shown: Live<unknown> | undefined): void => {
    if (change.after === undefined) entries.delete(change.address);
    else if (!ownsNothing(change)) entries.set(change.address, shownAs(change, shown));
    // Of an object that is made anew, or gone, nothing was done yet.
    if (change.before === undefined || change.after === undefined)
      for (const done of Object.keys(once)) if (isOnceOf(done, change.address)) delete once[done];
    const content = change.after ?? change.before;
    if (content === undefined) return;
    const places = `${dialect.identity(content)} / `;
    for (const [place, print] of opened.secrets.declared) if (place.startsWith(places)) secrets[place] = print;
    if (change.after === undefined)
      for (const place of Object.keys(secrets)) if (place.startsWith(places)) delete secrets[place];
  };

  const done: LedgerWriter['done'] = async (changed, all, shown) => {
    for (const change of changed) settle(change, shown);
    for (const change of all) {
      if (change.action !== 'none' || !(entries.has(change.address) || change.moved !== undefined)) continue;
      if (change.after === undefined) entries.delete(change.address);
      else entries.set(change.address, kept(change));
    }
    if (all.every((change) => change.after !== undefined || !entries.has(change.address))) needs = opened.needs;
    await save();
  };

  const open = new Set<string>();
  const mark = async (addresses: Iterable<string>, state: LedgerEntry['state']): Promise<void> => {
    for (const address of addresses) {
      const entry = entries.get(address);
      if (entry) entries.set(address, { ...entry, state });
    }
    await save();
  };
  const begun = async (address: string): Promise<void> => {
    if (open.has(address)) return;
    open.add(address);
    await mark([address], 'intended');
  };
  const closed = async (): Promise<void> => {
    if (open.size > 0) await mark(open, 'owned');
    open.clear();
  };

  const remember: LedgerWriter['once'] = async (operation, state) => {
    if (state === undefined) delete once[onceName(operation)];
    else once[onceName(operation)] = state;
    await save();
  };
  const left = (todo: Todo): Todo => leftToDo(todo, { once });

  return { intend, done, opened: begun, closed, left, once: remember, restore: () => store.write(opened.ledger) };
};
