// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import { ExistingObject } from '../../core/device-object';
import type { IIseActiveDirectory } from '../references';

/**
 * A join point: an Active Directory that ISE is joined to. Looked up by name; who owns the domain joins it.
 * ISE: looked up by name, never written.
 */
export class IseActiveDirectory extends ExistingObject<'ise-active-directory'> implements IIseActiveDirectory {
  private constructor(scope: Construct, id: string, name: string) {
    super(scope, id, 'ise-active-directory', name);
  }

  /** The one of this name. It must be there; the device is asked at plan. */
  static fromExisting(scope: Construct, id: string, name: string): IIseActiveDirectory {
    return new IseActiveDirectory(scope, id, name);
  }
}
