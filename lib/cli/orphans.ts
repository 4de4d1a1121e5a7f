import { problemsOf } from '../kernel/problem';
import type { LedgerStore } from '../run/ledger/store';
import { ledgerName, type TargetJob } from '../run/target';
import type { CommonOptions } from './options';

/** What of a target no longer declared is ours. A ledger that cannot be read is said, and fails no other target. */
const orphan = async (store: LedgerStore, name: string): Promise<readonly string[]> => {
  try {
    const count = (await store.read(name)).entries.length;
    return count === 0
      ? []
      : [
          `${name}: ${count === 1 ? '1 object is' : `${count} objects are`} ours there, and the program declares it no more: they stay. To remove them, declare the device alone and apply.`,
        ];
  } catch (error) {
    return problemsOf(error, name).map(
      ({ path, message }) =>
        `${name} is not declared by the program, and its ledger is unreadable: [${path}] ${message}.`,
    );
  }
};

/** Targets that were applied once and are in no program any more: nothing plans them, so it is said. */
export const orphans = async (
  works: readonly TargetJob[],
  options: CommonOptions,
  store: LedgerStore,
): Promise<readonly string[]> => {
  if (options.target !== undefined) return [];
  const stacks = new Set(works.map((work) => work.stack));
  const known = new Set(works.flatMap((work) => [ledgerName(work), ...(work.target.moved ?? [])]));
  const lost = (await store.list()).filter((name) => stacks.has(name.split('/')[0]!) && !known.has(name));
  return (await Promise.all(lost.map((name) => orphan(store, name)))).flat();
};
