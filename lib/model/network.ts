import type { Problem } from '../kernel/problem';
import type { Kind, NounOf } from './nouns';
import type { PlatformId, TargetSettings } from './targets';

/** One noun on one target, with the construct that declared it. */
export interface Resource<K extends Kind = Kind> {
  readonly kind: K;
  /** Name within its kind and target. */
  readonly name: string;
  /** Construct path. */
  readonly path: string;
  readonly noun: NounOf<K>;
}

/** One target of the stack must be as declared before another can be. */
export interface Need {
  /** Id of the target that comes first. */
  readonly target: string;
  /** In words: what refers to what. */
  readonly why: string;
}

/** What one plan talks to: one router, one FMC domain. */
export interface Target<P extends PlatformId = PlatformId> {
  readonly id: string;
  readonly platform: P;
  readonly path: string;
  readonly settings: TargetSettings<P>;
  readonly resources: readonly Resource[];
  /** Targets that come before this one. */
  readonly needs: readonly Need[];
}

/** Everything one stack declares, on all devices: what rules look at and platforms lower. */
export interface Network {
  readonly stack: string;
  readonly targets: readonly Target[];
  readonly problems: readonly Problem[];
}
