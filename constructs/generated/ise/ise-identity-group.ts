// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import { ExistingObject } from '../../core/device-object';
import type { IIseIdentityGroup } from '../references';

/**
 * A user identity group of ISE. Looked up by name; groups are made by who owns the ISE.
 * ISE: looked up by name, never written.
 */
export class IseIdentityGroup extends ExistingObject<'ise-identity-group'> implements IIseIdentityGroup {
  private constructor(scope: Construct, id: string, name: string) {
    super(scope, id, 'ise-identity-group', name);
  }

  /** The one of this name. It must be there; the device is asked at plan. */
  static fromExisting(scope: Construct, id: string, name: string): IIseIdentityGroup {
    return new IseIdentityGroup(scope, id, name);
  }
}
