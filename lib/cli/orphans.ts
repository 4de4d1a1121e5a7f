import { problemsOf } from '../kernel/problem';
import type { LedgerStore } from '../run/ledger/store';
import { ledgerName, type TargetJob } from '../run/target';
import type { CommonOptions } from './options';

/** What is said of a ledger. `isRead`: false where it could not be, so that what is ours there is not known. */
export interface LedgerWords {
  readonly line: string;
  readonly isRead: boolean;
}

/** What is said of a ledger that owns something. One that cannot be read is said, and fails no other target. */
const ours = async (
  store: LedgerStore,
  name: string,
  words: (objects: string) => string,
  unreadable: string,
): Promise<readonly LedgerWords[]> => {
  try {
    const count = (await store.read(name)).entries.length;
    return count === 0 ? [] : [{ line: words(count === 1 ? '1 object is' : `${count} objects are`), isRead: true }];
  } catch (error) {
    return problemsOf(error, name).map(({ path, message }) => ({
      line: `${name} ${unreadable}: [${path}] ${message}.`,
      isRead: false,
    }));
  }
};

const orphan = (store: LedgerStore, name: string): Promise<readonly LedgerWords[]> =>
  ours(
    store,
    name,
    (objects) =>
      `${name}: ${objects} ours there, and the program declares it no more: they stay. To remove them, declare the device alone and apply.`,
    'is not declared by the program, and its ledger is unreadable',
  );

/** Targets of the program on which something is ours, by their ledgers. */
export const stillOurs = async (works: readonly TargetJob[], store: LedgerStore): Promise<readonly LedgerWords[]> => {
  const each = works.map((work) =>
    ours(
      store,
      ledgerName(work),
      (objects) => `${work.target.id} stays configured: ${objects} ours there.`,
      'may stay configured, and its ledger is unreadable',
    ),
  );
  return (await Promise.all(each)).flat();
};

/** What is said of targets that were applied once and are in no program any more: nothing plans them. */
export const undeclared = async (
  works: readonly TargetJob[],
  options: CommonOptions,
  store: LedgerStore,
): Promise<readonly LedgerWords[]> => {
  if (options.target !== undefined) return [];
  const stacks = new Set(works.map((work) => work.stack));
  const known = new Set(works.flatMap((work) => [ledgerName(work), ...(work.target.moved ?? [])]));
  const lost = (await store.list()).filter((name) => stacks.has(name.split('/')[0]!) && !known.has(name));
  return (await Promise.all(lost.map((name) => orphan(store, name)))).flat();
};

/** The same as lines alone. */
export const orphans = async (
  works: readonly TargetJob[],
  options: CommonOptions,
  store: LedgerStore,
): Promise<readonly string[]> => (await undeclared(works, options, store)).map(({ line }) => line);
