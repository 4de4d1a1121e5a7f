import type { Ref, Referable } from '../../lib/model/noun';
import { existing } from '../core/device-object';

/** A security zone or interface group of an FMC: looked up by name, never created. */
export class SecurityZone implements Referable<'security-zone'> {
  private constructor(readonly ref: Ref<'security-zone'>) {}

  /** The one of this name on the FMC. It must be there. */
  static fromExisting(name: string): SecurityZone {
    return new SecurityZone(existing('security-zone', name).ref);
  }
}
