import { problemsOf, type Problem } from '../kernel/problem';
import type { LedgerStore } from './ledger/store';

/** That another run may have the lease of a target by now. */
export const leaseLost = 'ledger.lease-lost';

/**
 * Asked before a change of a device is let go. Where the ledger cannot be reached, the change is taken back; where another
 * run may have the lease, this throws: nothing more is done on the device, which takes the change back by itself if it is
 * armed, and what is there may be the other's.
 */
export const stillLeased = async (store: LedgerStore, name: string): Promise<readonly Problem[]> => {
  try {
    await store.demand(name);
    return [];
  } catch (error) {
    const problems = problemsOf(error, name);
    if (problems.some(({ code }) => code === leaseLost)) throw error;
    return problems;
  }
};

/** What is left to say of a ledger that could not be written after the device was changed; each problem once. */
export const unsettled = async (
  work: Promise<void>,
  name: string,
  known: readonly Problem[],
): Promise<readonly Problem[]> => {
  try {
    await work;
    return [];
  } catch (error) {
    const said = new Set(known.map(({ message }) => message));
    return problemsOf(error, name).filter(({ message }) => !said.has(message));
  }
};
