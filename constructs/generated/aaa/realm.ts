// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import { ExistingObject } from '../../core/device-object';
import type { IRealm } from '../references';

/**
 * A realm (Active Directory, LDAP or local users) of the FMC: looked up by name, never created.
 * FMC: looked up by name, never written.
 */
export class Realm extends ExistingObject<'realm'> implements IRealm {
  private constructor(scope: Construct, id: string, name: string) {
    super(scope, id, 'realm', name);
  }

  /** The one of this name. It must be there; the device is asked at plan. */
  static fromExisting(scope: Construct, id: string, name: string): IRealm {
    return new Realm(scope, id, name);
  }
}
