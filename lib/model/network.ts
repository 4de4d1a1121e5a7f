import type { Problem } from '../kernel/problem';
import type { LedgerPlace } from './ledger-place';
import type { Kind, NounOf } from './nouns';
import type { PlatformId, TargetSettings } from './targets';
import type { Rollout } from './rollout';
import type { UnmanagedPeer } from './unmanaged-peer';

/** One noun on one target, with the construct that declared it. */
export interface Resource<K extends Kind = Kind> {
  readonly kind: K;
  /** Name within its kind and target. */
  readonly name: string;
  /** Construct path. */
  readonly path: string;
  readonly noun: NounOf<K>;
  /** Construct path of the device that it is on, where the tree contains it elsewhere: in a composite. */
  readonly device?: string;
  /** What the program set past what a construct chose for it, in words. */
  readonly overrides?: readonly string[];
  /** Lines that the program adds to its block, as the device prints them. */
  readonly raw?: readonly string[];
  /** Values that the program sets in what is sent to a REST API. */
  readonly rest?: readonly { readonly path: string; readonly value: unknown }[];
  /** Of an end of a tunnel: the address at which its peers reach it, as the composite around it says. */
  readonly reached?: string;
  /** First and last line, from 1, of what was read from a configuration file. */
  readonly lines?: readonly [number, number];
}

/** A line of a device that no noun knows. */
export interface UnknownLine {
  readonly line: number;
  readonly text: string;
}

/** One target of the stack must be as declared before another can be. */
export interface Need {
  /** Id of the target that comes first. */
  readonly target: string;
  /** In words: what refers to what. */
  readonly why: string;
  /** Addresses of what the one that comes first makes and the other only looks up: `network-object/corporate`. */
  readonly objects?: readonly string[];
}

/** What one plan talks to: one router, one FMC domain. */
export interface Target<P extends PlatformId = PlatformId> {
  /** Its path within the stack. */
  readonly id: string;
  /** What speaks to it. */
  readonly platform: P;
  /** Construct path. */
  readonly path: string;
  /** How it is reached, and what it runs. */
  readonly settings: TargetSettings<P>;
  /** Its objects, those that others refer to first. */
  readonly resources: readonly Resource[];
  /** Only of a target that was read from a configuration file: all that the device has is in it. */
  readonly read?: {
    readonly file: string;
    readonly unknown: readonly UnknownLine[];
    /** Objects that are there, and that could not be read. */
    readonly unreadable?: readonly { readonly kind: string; readonly name: string }[];
  };
  /** Targets that come before this one. */
  readonly needs: readonly Need[];
  /** What rollouts select it by. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Ledgers that were this target's before it was moved in the program: `mumbai/a`. */
  readonly moved?: readonly string[];
  /** Addresses of its objects that were others before. */
  readonly movedObjects?: readonly { readonly from: string; readonly to: string }[];
}

/** Everything one stack declares, on all devices: what rules look at and platforms lower. */
export interface Network {
  readonly stack: string;
  readonly targets: readonly Target[];
  /** The ends of its VPNs that no target is. */
  readonly peers?: readonly UnmanagedPeer[];
  /** Where its ledgers are kept, where the program says it. */
  readonly ledger?: LedgerPlace;
  /** Changes in waves. */
  readonly rollouts?: readonly Rollout[];
  readonly problems: readonly Problem[];
}
