import type { Construct } from 'constructs';
import type { FtdBgpProps } from '../../generated/interfaces/ftd-bgp';
import { DeviceObject } from '../../core/device-object';
import { FtdDevice } from '../../devices/fmc';

/**
 * BGP of the firewall that is its scope, for IPv4. FMC: general settings and BGP of the device. Neighbours and networks of
 * others in it stay.
 */
export class FtdBgp extends DeviceObject<'ftd-bgp', FtdBgpProps> {
  constructor(scope: Construct, id: string, props: FtdBgpProps) {
    const device = FtdDevice.of(props.device ?? scope);
    super(scope, id, 'ftd-bgp', () => ({ ...props, name: 'bgp' }), { within: device?.ref.name, fields: { device } });
  }
}
