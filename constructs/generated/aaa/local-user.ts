// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { SecretRef } from '../../../lib/model/secret';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { ILocalUser } from '../references';

/** Props of `LocalUser`. */
export interface LocalUserProps extends Placed {
  /**
   * User name.
   * @default the construct's id
   */
  readonly name?: string;
  /**
   * What the user may do, 0 to 15.
   * @default 1; 15 may do everything
   */
  readonly privilege?: number;
  /** The password, which the device keeps as a hash. Only ever a `Secret`. */
  readonly secret?: SecretRef;
  /**
   * The password in a form that can be read back, which EAP and CHAP need. Only ever a `Secret`.
   * Not on ASA: an ASA keeps a hash of every password: write secret.
   */
  readonly password?: SecretRef;
}

/**
 * A user that the device itself knows: who can log in when no server answers.
 * IOS-XE: one line, `username …`.
 * ASA: one line, `username …`.
 */
export class LocalUser extends DeviceObject<'local-user', LocalUserProps> implements ILocalUser {
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): ILocalUser {
    return new ExistingObject(scope, id, 'local-user', name);
  }

  constructor(scope: Construct, id: string, props: LocalUserProps = {}) {
    super(scope, id, 'local-user', () => props);
  }
}
