import type { Construct } from 'constructs';
import type { Referable } from '../../lib/model/noun';
import { DeviceObject, existing, type Props } from '../core/device-object';

export type IseNetworkDeviceProps = Props<'ise-network-device'>;

/** A device that ISE answers RADIUS to. ISE: Administration > Network Resources > Network Devices. */
export class IseNetworkDevice extends DeviceObject<'ise-network-device'> {
  constructor(scope: Construct, id: string, props: IseNetworkDeviceProps) {
    super(scope, id, 'ise-network-device', () => props);
  }

  /** One that is there and that somebody else owns. It must be there. */
  static fromExisting(name: string): Referable<'ise-network-device'> {
    return existing('ise-network-device', name);
  }
}
