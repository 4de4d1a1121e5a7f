import type { LedgerStore } from '../../lib/run/ledger/store';

/** The same store but for these methods. */
export const storeWith = (store: LedgerStore, more: Partial<LedgerStore>): LedgerStore =>
  Object.assign(Object.create(store) as LedgerStore, more);
