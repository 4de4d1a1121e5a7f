import type { Ref, Referable } from '../../lib/model/noun';
import { existing } from '../core/device-object';

/** A NAT policy of an FMC: looked up by name; only its rules are declared. */
export class NatPolicy implements Referable<'nat-policy'> {
  private constructor(readonly ref: Ref<'nat-policy'>) {}

  /** The one of this name on the FMC. It must be there. */
  static fromExisting(name: string): NatPolicy {
    return new NatPolicy(existing('nat-policy', name).ref);
  }
}
