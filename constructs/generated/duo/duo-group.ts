// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { IDuoGroup } from '../references';

/** Props of `DuoGroup`. */
export interface DuoGroupProps extends Placed {
  /**
   * Name in Duo.
   * @default the construct's id; inside a composite its path below the stack, joined with `-`
   */
  readonly name?: string;
  /**
   * A remark that Duo keeps, at most 256 characters.
   * Duo: `desc`.
   */
  readonly description?: string;
}

/**
 * A group of users in Duo.
 * Duo: `admin/v1/groups`.
 */
export class DuoGroup extends DeviceObject<'duo-group', DuoGroupProps> implements IDuoGroup {
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): IDuoGroup {
    return new ExistingObject(scope, id, 'duo-group', name);
  }

  constructor(scope: Construct, id: string, props: DuoGroupProps = {}) {
    super(scope, id, 'duo-group', () => props);
  }
}
