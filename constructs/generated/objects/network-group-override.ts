// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { Reference } from '../../../lib/model/noun';
import { DeviceObject, type Placed } from '../../core/device-object';
import type { INetworkGroupOverride } from '../references';

/** Props of `NetworkGroupOverride`. */
export interface NetworkGroupOverrideProps extends Placed {
  /**
   * The group, which is `overridable`.
   * FMC: not in the body.
   */
  readonly object: Reference<'network-group'>;
  /**
   * All that is in it there, in the place of what is in the group: objects and groups, addresses and networks.
   * Allowed: at least 1; each a NetworkObject, an FqdnObject, a NetworkGroup, or an address or network like
   * 10.20.0.0/16 (host bits zero); a range is a NetworkObject.
   * FMC: `objects`, `literals`.
   */
  readonly members: readonly (
    Reference<'network-object'> | Reference<'network-group'> | Reference<'fqdn-object'> | string
  )[];
}

/**
 * What is in a network group on one firewall.
 * FMC: `object/networkgroups/{networkgroups:<object>}/overrides`.
 */
export class NetworkGroupOverride
  extends DeviceObject<'network-group-override', NetworkGroupOverrideProps>
  implements INetworkGroupOverride
{
  constructor(scope: Construct, id: string, props: NetworkGroupOverrideProps) {
    super(scope, id, 'network-group-override', () => props);
  }
}
