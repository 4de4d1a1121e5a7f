// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import { ExistingObject } from '../../core/device-object';
import type { IPortObject } from '../references';

/**
 * A port object of the FMC, like `HTTPS`, or a group of them: looked up by name, never created.
 * FMC: looked up by name, never written.
 */
export class PortObject extends ExistingObject<'port-object'> implements IPortObject {
  private constructor(scope: Construct, id: string, name: string) {
    super(scope, id, 'port-object', name);
  }

  /** The one of this name. It must be there; the device is asked at plan. */
  static fromExisting(scope: Construct, id: string, name: string): IPortObject {
    return new PortObject(scope, id, name);
  }
}
