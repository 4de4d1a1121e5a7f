// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import { ExistingObject } from '../../core/device-object';
import type { ISecurityZone } from '../references';

/**
 * A security zone or interface group of the FMC: looked up by name, never created.
 * FMC: looked up by name, never written.
 */
export class SecurityZone extends ExistingObject<'security-zone'> implements ISecurityZone {
  private constructor(scope: Construct, id: string, name: string) {
    super(scope, id, 'security-zone', name);
  }

  /** The one of this name. It must be there; the device is asked at plan. */
  static fromExisting(scope: Construct, id: string, name: string): ISecurityZone {
    return new SecurityZone(scope, id, name);
  }
}
