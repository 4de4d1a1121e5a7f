// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import { ExistingObject } from '../../core/device-object';
import type { IDynamicAccessPolicy } from '../references';

/**
 * A dynamic access policy of the FMC (Devices > Dynamic Access Policy): what users are allowed by what their
 * computer is and what servers say of them. Looked up by name, never created.
 * FMC: looked up by name, never written.
 */
export class DynamicAccessPolicy extends ExistingObject<'dynamic-access-policy'> implements IDynamicAccessPolicy {
  private constructor(scope: Construct, id: string, name: string) {
    super(scope, id, 'dynamic-access-policy', name);
  }

  /** The one of this name. It must be there; the device is asked at plan. */
  static fromExisting(scope: Construct, id: string, name: string): IDynamicAccessPolicy {
    return new DynamicAccessPolicy(scope, id, name);
  }
}
