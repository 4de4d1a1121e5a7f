import type { Json, JsonObject } from '../../kernel/json';
import { fingerprint } from '../secrets/read';
import { keyId } from './fingerprint-key';
import { underLocks } from './ledgers';
import type { LedgerStore } from './store';

export interface Rotated {
  /** Fingerprints that are made with the new key now. */
  readonly renewed: number;
  /** Those of secrets that are not known here: what they stand for is written to the device again. */
  readonly dropped: number;
}

type Prints = ReadonlyMap<string, string>;

/** What a run has kept of fingerprints, made anew; those that are not known compare with nothing any more. */
const renewedRun = (record: Json, prints: Prints): Json => {
  const { changes } = record as { readonly changes?: readonly JsonObject[] };
  if (!Array.isArray(changes)) return record;
  return {
    ...(record as JsonObject),
    changes: (changes as readonly JsonObject[]).map((change) => {
      const { secrets } = change as { readonly secrets?: Readonly<Record<string, readonly string[]>> };
      if (secrets === undefined) return change;
      const renewed = Object.entries(secrets).map(([marker, old]) => [
        marker,
        old.flatMap((print) => prints.get(print) ?? []),
      ]);
      return { ...change, secrets: Object.fromEntries(renewed) as JsonObject };
    }),
  };
};

/**
 * Makes the fingerprints of a ledger anew with another key. A fingerprint cannot be turned back: `values` are the secrets
 * that the program declares now, and those that match none of them are dropped.
 */
export const rotateKey = (
  store: LedgerStore,
  name: string,
  { from, to, values }: { readonly from: Buffer; readonly to: Buffer; readonly values: Iterable<string> },
): Promise<Rotated> =>
  underLocks(store, [name], async () => {
    const ledger = await store.read(name);
    const prints: Prints = new Map([...values].map((value) => [fingerprint(from, value), fingerprint(to, value)]));
    const all = Object.entries(ledger.secrets);
    const secrets = Object.fromEntries(
      all.flatMap(([place, print]) => {
        const renewed = prints.get(print);
        return renewed === undefined ? [] : [[place, renewed] as const];
      }),
    );
    for (const run of await store.runs(name)) {
      const record = await store.recall(name, run);
      if (record !== undefined) await store.keep(name, run, renewedRun(record, prints));
    }
    await store.write({ ...ledger, secrets, key: keyId(to) });
    const renewed = Object.keys(secrets).length;
    await store.note(name, `state key rotate: ${renewed} of ${all.length} fingerprints made anew`);
    return { renewed, dropped: all.length - renewed };
  });
