// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { Reference } from '../../../lib/model/noun';
import type { SecretRef } from '../../../lib/model/secret';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { IIseNetworkDevice } from '../references';

/** Props of `IseNetworkDevice`. */
export interface IseNetworkDeviceProps extends Placed {
  /**
   * Name in ISE.
   * @default the construct's id; inside a composite its path below the stack, joined with `-`
   */
  readonly name?: string;
  /**
   * A remark that ISE keeps, at most 256 characters.
   * ISE: `description`.
   */
  readonly description?: string;
  /**
   * Addresses from which it asks: hosts, or networks with their length.
   * Allowed: at least 1; each 192.0.2.1 or 10.20.0.0/16 (host bits zero).
   * ISE: `NetworkDeviceIPList`.
   */
  readonly addresses: readonly string[];
  /**
   * RADIUS shared secret: the one that stands on the device itself. ISE is never asked for it; a change is seen by
   * what was written last.
   * ISE: `authenticationSettings.radiusSharedSecret` (never shown again).
   */
  readonly radiusSharedSecret: SecretRef;
  /**
   * A second shared secret that is taken too, while the first is being changed on many devices.
   * ISE: `authenticationSettings.enableMultiSecret`, `authenticationSettings.secondRadiusSharedSecret` (never
   * shown again).
   * @default none
   */
  readonly secondRadiusSharedSecret?: SecretRef;
  /**
   * Network device groups: each its construct, or its path from the root; such a one must be there.
   * Allowed: its path from the root, like Device Type#All Device Types#Routers.
   * ISE: `NetworkDeviceGroupList`.
   * @default none but the roots that ISE gives to every device
   */
  readonly deviceGroups?: readonly (Reference<'ise-network-device-group'> | string)[];
  /**
   * Name of the network device profile.
   * ISE: `profileName`.
   * @default 'Cisco'
   */
  readonly profile?: string;
  /**
   * UDP port for change of authorization (RFC 5176), 1 to 65535.
   * ISE: `coaPort`.
   * @default 1700
   */
  readonly coaPort?: number;
  /**
   * Take RADIUS over DTLS only.
   * ISE: `authenticationSettings.dtlsRequired`.
   * @default false
   */
  readonly dtlsRequired?: boolean;
}

/**
 * A device that ISE answers RADIUS to (Administration > Network Devices). In front of ISE that may be a Duo
 * Authentication Proxy: then its address stands here, not the router's.
 * ISE: `networkdevice`.
 */
export class IseNetworkDevice
  extends DeviceObject<'ise-network-device', IseNetworkDeviceProps>
  implements IIseNetworkDevice
{
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): IIseNetworkDevice {
    return new ExistingObject(scope, id, 'ise-network-device', name);
  }

  constructor(scope: Construct, id: string, props: IseNetworkDeviceProps) {
    super(scope, id, 'ise-network-device', () => props);
  }
}
