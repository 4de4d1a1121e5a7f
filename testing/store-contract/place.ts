import { equal, fail } from 'node:assert/strict';
import { stableJson } from '../../lib/kernel/json';
import type { Ledger, LedgerEntry } from '../../lib/plan/ledger';
import type { LedgerStore } from '../../lib/run/ledger/store';

/** Somewhere that ledgers are kept, and the faults that a contract makes there. */
export interface StorePlace {
  /** Opens the store, each time as another process would: nothing is shared but what is kept. */
  store(): LedgerStore;
  /** Lets the lease of a target run out, as where its holder was suspended and has renewed nothing. */
  expire(target: string): Promise<void>;
  /** Puts this text where the ledger of a target is kept. */
  putLedger(target: string, text: string): Promise<void>;
  /** Puts this text where what a run did to a target is kept. */
  putRun(target: string, run: string, text: string): Promise<void>;
  /** Removes all that is there, and ends the connections of every store that was opened. */
  close(): Promise<void>;
}

/** One promise of a store. */
export interface StoreCase {
  readonly name: string;
  /** Rejects where the store does not keep it. */
  readonly run: () => Promise<void>;
}

export interface Promised {
  readonly name: string;
  readonly holds: (place: StorePlace) => Promise<void>;
}

export const entry = (name: string): LedgerEntry => ({
  address: `ikev2-proposal/${name}`,
  kind: 'ikev2-proposal',
  name,
  path: `mumbai/edge/${name}`,
  refs: [],
  state: 'owned',
  content: { header: `crypto ikev2 proposal ${name}` },
});

export const ledgerOf = (target: string, ...names: readonly string[]): Ledger => ({
  format: 1,
  target,
  entries: names.map(entry),
  secrets: { 'crypto ikev2 keyring K / peer P': 'abc' },
});

/** Does something under the lease of a target, and gives it back. */
export const under = async <T>(store: LedgerStore, target: string, work: () => Promise<T>): Promise<T> => {
  const unlock = await store.lock(target);
  try {
    return await work();
  } finally {
    await unlock();
  }
};

export const namesIn = ({ entries }: Ledger): readonly string[] => entries.map(({ name }) => name);

/** The first problem that something is refused with. Fails where it is not refused, or not by a `ProblemError`. */
export const refusal = async (
  what: string,
  work: Promise<unknown>,
): Promise<{ readonly code: string; readonly path: string; readonly message: string; readonly hint?: string }> => {
  try {
    await work;
  } catch (error) {
    const { problems } = error as { readonly problems?: readonly { code: string; path: string; message: string }[] };
    return problems?.[0] ?? fail(`${what}: refused by an exception that carries no problem: ${String(error)}`);
  }
  return fail(`${what}: was not refused`);
};

export const refusedWith = async (code: string, what: string, work: Promise<unknown>): Promise<void> =>
  equal((await refusal(what, work)).code, code, `${what}: refused with another code`);

/** Equal values of any realm: a test framework may run a case in one of its own. */
export const same = (actual: unknown, expected: unknown): void => equal(stableJson(actual), stableJson(expected));
