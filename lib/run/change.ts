import type { Ledger, LedgerEntry } from '../plan/ledger';
import type { Change } from '../plan/plan';
import type { Opened } from './target';
import type { LedgerStore } from './store';

/**
 * The ledger of one target while it is being changed. What is about to happen is written before the device is touched,
 * so that a run which is killed at any moment knows its own work again.
 */
export interface Journal {
  intend(changes: readonly Change[]): Promise<void>;
  /** `changed` is on the device for good; of the rest of the plan, construct paths and references may have changed. */
  done(changed: readonly Change[], all: readonly Change[]): Promise<void>;
  /**
   * Something is being done for this object that only a saving makes last: a run that dies leaves the entry unsettled,
   * so that the next one saves. `closed` when all is saved.
   */
  opened(address: string): Promise<void>;
  closed(): Promise<void>;
  /** Nothing came of it: the ledger is as it was. */
  restore(): Promise<void>;
}

const frame = ({ address, kind, name, path, refs }: Change) => ({ address, kind, name, path, refs });

export const journalOf = (opened: Opened, name: string, store: LedgerStore): Journal => {
  const { dialect } = opened.platform;
  const before = new Map(opened.ledger.entries.map((entry) => [entry.address, entry]));
  const entries = new Map(before);
  const secrets: Record<string, string> = { ...opened.ledger.secrets };

  const save = (): Promise<void> => {
    const sorted = [...entries.values()].sort((a, b) => (a.address < b.address ? -1 : 1));
    const ledger: Ledger = { format: 1, target: name, entries: sorted, secrets };
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

  const settle = (change: Change): void => {
    if (change.after === undefined) entries.delete(change.address);
    else if (!ownsNothing(change)) entries.set(change.address, kept(change));
    const content = change.after ?? change.before;
    if (content === undefined) return;
    const places = `${dialect.identity(content)} / `;
    for (const [place, print] of opened.secrets.declared) if (place.startsWith(places)) secrets[place] = print;
    if (change.after === undefined)
      for (const place of Object.keys(secrets)) if (place.startsWith(places)) delete secrets[place];
  };

  const done = async (changed: readonly Change[], all: readonly Change[]): Promise<void> => {
    changed.forEach(settle);
    for (const change of all) {
      if (change.action !== 'none' || !entries.has(change.address)) continue;
      if (change.after === undefined) entries.delete(change.address);
      else entries.set(change.address, kept(change));
    }
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

  return { intend, done, opened: begun, closed, restore: () => store.write(opened.ledger) };
};
