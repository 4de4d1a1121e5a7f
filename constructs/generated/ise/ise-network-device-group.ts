// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { IIseNetworkDeviceGroup } from '../references';

/** Props of `IseNetworkDeviceGroup`. */
export interface IseNetworkDeviceGroupProps extends Placed {
  /**
   * Its path from the root, as ISE writes it: `Device Type#All Device Types#VPN`.
   * Allowed: its path from the root, like Device Type#All Device Types#Routers.
   * ISE: not in the body.
   */
  readonly path: string;
  /**
   * A remark that ISE keeps, at most 256 characters.
   * ISE: `description`.
   */
  readonly description?: string;
}

/**
 * A group of network devices (Administration > Network Device Groups): rules of a policy set ask for it in the
 * dictionary DEVICE. The group above it must be there.
 * ISE: `networkdevicegroup`.
 */
export class IseNetworkDeviceGroup
  extends DeviceObject<'ise-network-device-group', IseNetworkDeviceGroupProps>
  implements IIseNetworkDeviceGroup
{
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): IIseNetworkDeviceGroup {
    return new ExistingObject(scope, id, 'ise-network-device-group', name);
  }

  constructor(scope: Construct, id: string, props: IseNetworkDeviceGroupProps) {
    super(scope, id, 'ise-network-device-group', () => props);
  }
}
