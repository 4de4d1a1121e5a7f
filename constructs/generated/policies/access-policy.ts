// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import { ExistingObject } from '../../core/device-object';
import type { IAccessPolicy } from '../references';

/**
 * An access control policy of the FMC, which others keep: looked up by name, and only rules of ours in it are
 * ours.
 * FMC: looked up by name, never written.
 */
export class AccessPolicy extends ExistingObject<'access-policy'> implements IAccessPolicy {
  private constructor(scope: Construct, id: string, name: string) {
    super(scope, id, 'access-policy', name);
  }

  /** The one of this name. It must be there; the device is asked at plan. */
  static fromExisting(scope: Construct, id: string, name: string): IAccessPolicy {
    return new AccessPolicy(scope, id, name);
  }
}
