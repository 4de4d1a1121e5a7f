// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { Reference } from '../../../lib/model/noun';
import type { SecretRef } from '../../../lib/model/secret';
import { DeviceObject, type Placed } from '../../core/device-object';
import type { ILocalRealmUser } from '../references';

/** Props of `LocalRealmUser`. */
export interface LocalRealmUserProps extends Placed {
  /**
   * The realm, of type `local`.
   * FMC: `realm`.
   */
  readonly realm: Reference<'realm'>;
  /**
   * The name with which the user logs in.
   * Allowed: at most 64 characters.
   * FMC: `name`.
   */
  readonly user: string;
  /**
   * Only ever a `Secret`. The FMC never shows it again.
   * FMC: `password` (never shown again).
   */
  readonly password: SecretRef;
}

/**
 * A user of a realm of type `local`, who logs in with a password that the FMC keeps.
 * FMC: `object/localrealmusers`.
 */
export class LocalRealmUser extends DeviceObject<'local-realm-user', LocalRealmUserProps> implements ILocalRealmUser {
  constructor(scope: Construct, id: string, props: LocalRealmUserProps) {
    super(scope, id, 'local-realm-user', () => props);
  }
}
