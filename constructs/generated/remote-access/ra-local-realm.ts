// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { Reference } from '../../../lib/model/noun';
import { DeviceObject, type Placed } from '../../core/device-object';
import type { IRaLocalRealm } from '../references';

/** Props of `RaLocalRealm`. */
export interface RaLocalRealmProps extends Placed {
  /**
   * The policy that it belongs to.
   * FMC: not in the body.
   */
  readonly policy: Reference<'ra-vpn-policy'>;
  /**
   * The realm, of type `local`.
   * FMC: `localRealmServer`.
   */
  readonly realm: Reference<'realm'>;
  /**
   * Connection profiles whose users it has: the FMC takes a realm when they are there.
   * Allowed: at least 1.
   * FMC: not in the body.
   */
  readonly profiles: readonly Reference<'ra-connection-profile'>[];
}

/**
 * The realm whose users `local` means in the connection profiles of a policy.
 * FMC: `policy/ravpns`.
 */
export class RaLocalRealm extends DeviceObject<'ra-local-realm', RaLocalRealmProps> implements IRaLocalRealm {
  constructor(scope: Construct, id: string, props: RaLocalRealmProps) {
    super(scope, id, 'ra-local-realm', () => props);
  }
}
