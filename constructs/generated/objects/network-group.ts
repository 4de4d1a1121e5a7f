// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { Reference } from '../../../lib/model/noun';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { INetworkGroup } from '../references';

/** Props of `NetworkGroup`. */
export interface NetworkGroupProps extends Placed {
  /**
   * Name on the FMC.
   * @default the construct's id; inside a composite its path below the stack, joined with `-`
   */
  readonly name?: string;
  /**
   * Network objects and other groups; their order means nothing.
   * Allowed: at least 1; each the NetworkObject or NetworkGroup construct.
   * FMC: `objects`.
   */
  readonly members: readonly (Reference<'network-object'> | Reference<'network-group'>)[];
}

/**
 * Several hosts, networks, ranges and groups under one name.
 * FMC: `object/networkgroups`.
 */
export class NetworkGroup extends DeviceObject<'network-group', NetworkGroupProps> implements INetworkGroup {
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): INetworkGroup {
    return new ExistingObject(scope, id, 'network-group', name);
  }

  constructor(scope: Construct, id: string, props: NetworkGroupProps) {
    super(scope, id, 'network-group', () => props);
  }
}
