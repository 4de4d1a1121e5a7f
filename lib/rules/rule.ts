import type { Network } from '../model/network';

export interface Finding {
  /** Construct path. */
  readonly path: string;
  readonly message: string;
  readonly remedy: string;
}

/** A check across everything that a stack declares. */
export interface Rule {
  /** Stable: `TW-IKE-001`. */
  readonly id: string;
  readonly title: string;
  /** Why it matters, with its source. */
  readonly why: string;
  readonly check: (network: Network) => readonly Finding[];
}
