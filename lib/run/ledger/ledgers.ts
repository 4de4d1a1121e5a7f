import { fail } from '../../kernel/problem';
import type { Ledger } from '../../plan/ledger';
import { identityWords, isSameDevice } from '../../contract/identity';
import type { LedgerStore } from './store';

/** The names under which the ledger of a target may be kept: its own, and those that it was moved from. */
export interface Names {
  readonly name: string;
  readonly moved: readonly string[];
}

const isBlank = ({ entries, device, secrets }: Ledger): boolean =>
  entries.length === 0 && device === undefined && Object.keys(secrets).length === 0;

/** One ledger of two: what the older one knows besides belongs to the same device. */
const merged = (own: Ledger, old: Ledger): Ledger => {
  const device = own.device ?? old.device;
  if (own.device !== undefined && old.device !== undefined && !isSameDevice(own.device, old.device))
    return fail(
      'ledger.moved',
      own.target,
      `is declared as moved from ${old.target}, and the two ledgers describe different devices: ${identityWords(own.device)}, and ${identityWords(old.device)}. Nothing was changed`,
      'take the Moved declaration out, or correct it',
    );
  const known = new Set(own.entries.map(({ address }) => address));
  const key = own.key ?? old.key;
  const once = { ...old.once, ...own.once };
  return {
    ...own,
    ...(device === undefined ? {} : { device }),
    ...(key === undefined ? {} : { key }),
    entries: [...own.entries, ...old.entries.filter(({ address }) => !known.has(address))],
    secrets: old.key === undefined || old.key === key ? { ...old.secrets, ...own.secrets } : own.secrets,
    ...((own.needs ?? old.needs) ? { needs: own.needs ?? old.needs! } : {}),
    ...(Object.keys(once).length === 0 ? {} : { once }),
  };
};

/** The ledger of a target, with what is still kept under its former names; these are given too. */
export const readLedger = async (
  store: LedgerStore,
  { name, moved }: Names,
): Promise<{ readonly ledger: Ledger; readonly former: readonly string[] }> => {
  let ledger = await store.read(name);
  const former: string[] = [];
  for (const old of moved) {
    const found = await store.read(old);
    if (isBlank(found)) continue;
    former.push(old);
    ledger = merged(ledger, found);
  }
  return { ledger, former };
};

/** Does something while these ledgers are locked, in one order for all, so that two runs never wait for each other. */
export const underLocks = async <T>(
  store: LedgerStore,
  names: readonly string[],
  work: () => Promise<T>,
): Promise<T> => {
  const unlock: (() => Promise<void>)[] = [];
  try {
    for (const name of [...new Set(names)].sort()) unlock.push(await store.lock(name));
    return await work();
  } finally {
    for (const release of unlock.reverse()) await release();
  }
};

/** What is kept of runs goes with a ledger, so that they can still be taken back under its new name. */
export const copyRuns = async (store: LedgerStore, from: string, to: string): Promise<void> => {
  for (const run of await store.runs(from)) {
    const kept = await store.recall(from, run);
    if (kept !== undefined && (await store.recall(to, run)) === undefined) await store.keep(to, run, kept);
  }
};

/** Writes what came from former names under the own one, and forgets those. The own ledger is locked by the caller. */
export const settleMoves = async (store: LedgerStore, ledger: Ledger, former: readonly string[]): Promise<void> => {
  if (former.length === 0) return;
  await underLocks(store, former, async () => {
    await store.write(ledger);
    for (const old of former) {
      await copyRuns(store, old, ledger.target);
      await store.remove(old);
      await store.note(old, `moved to ${ledger.target}`);
      await store.note(ledger.target, `moved from ${old}`);
    }
  });
};
