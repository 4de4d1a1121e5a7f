import type { Ref, Referable } from '../../lib/model/noun';
import { existing } from '../core/device-object';

/** A realm (Active Directory, LDAP or local users) of an FMC: looked up by name, never created. */
export class Realm implements Referable<'realm'> {
  private constructor(readonly ref: Ref<'realm'>) {}

  /** The one of this name on the FMC. It must be there. */
  static fromExisting(name: string): Realm {
    return new Realm(existing('realm', name).ref);
  }
}
