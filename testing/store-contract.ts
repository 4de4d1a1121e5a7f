/**
 * What every store of ledgers must keep, as cases for any test framework:
 * `for (const { name, run } of storeContract(open)) test(name, run)` with `open` that gives a fresh, empty place.
 */
import { ok } from 'node:assert/strict';
import { ledgerCases } from './store-contract/ledgers';
import { leaseCases } from './store-contract/leases';
import { recordCases } from './store-contract/records';
import { sharedCases } from './store-contract/shared';
import type { StoreCase, StorePlace } from './store-contract/place';

export type { Ledger, LedgerEntry } from '../lib/plan/ledger';
export type { LedgerStore } from '../lib/run/ledger/store';
export type { StoreCase, StorePlace };

/**
 * The cases that a store must pass. `open`: a place that holds nothing yet; it is asked for once in each case, and closed
 * after it. A case that does not hold rejects with what was expected.
 */
export const storeContract = (open: () => Promise<StorePlace>): readonly StoreCase[] =>
  [...ledgerCases, ...leaseCases, ...recordCases, ...sharedCases].map(({ name, holds }) => ({
    name,
    run: async () => {
      const place = await open();
      ok(place, 'open() gave no place');
      try {
        await holds(place);
      } finally {
        await place.close();
      }
    },
  }));
