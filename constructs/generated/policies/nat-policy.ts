// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import { ExistingObject } from '../../core/device-object';
import type { INatPolicy } from '../references';

/**
 * A NAT policy of the FMC: looked up by name; only its rules are declared.
 * FMC: looked up by name, never written.
 */
export class NatPolicy extends ExistingObject<'nat-policy'> implements INatPolicy {
  private constructor(scope: Construct, id: string, name: string) {
    super(scope, id, 'nat-policy', name);
  }

  /** The one of this name. It must be there; the device is asked at plan. */
  static fromExisting(scope: Construct, id: string, name: string): INatPolicy {
    return new NatPolicy(scope, id, name);
  }
}
