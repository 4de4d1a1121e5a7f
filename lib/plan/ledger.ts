import type { DeviceIdentity } from '../contract/identity';

/**
 * What we made on a target. `intended` is written before the device is touched, so that a run that is killed knows its
 * own work again; `owned` when it is there for good; `leaving` before a deletion.
 */
export interface LedgerEntry<C = unknown> {
  readonly address: string;
  readonly kind: string;
  readonly name: string;
  readonly path: string;
  readonly refs: readonly string[];
  readonly state: 'intended' | 'owned' | 'leaving';
  /** Of what we wrote: identity, and for shared blocks which lines are ours. No secret, only its marker. */
  readonly content: C;
}

export interface Ledger<C = unknown> {
  readonly format: 1;
  readonly target: string;
  /** The device that it describes. Absent where nothing was applied yet, or by an earlier version. */
  readonly device?: DeviceIdentity;
  readonly entries: readonly LedgerEntry<C>[];
  /** Keyed fingerprints of secrets that the device does not show again, by place. */
  readonly secrets: Readonly<Record<string, string>>;
  /** Names the key that those fingerprints were made with. */
  readonly key?: string;
  /** Ids of the targets that it needed when it was applied last: they let go after it. */
  readonly needs?: readonly string[];
  /**
   * What is done once for an object and never again, by what it is. `begun`: a run was cut while it did it, so that
   * it is not known whether it was done.
   */
  readonly once?: Readonly<Record<string, 'begun' | 'done'>>;
}

export const emptyLedger = (target: string): Ledger<never> => ({ format: 1, target, entries: [], secrets: {} });
