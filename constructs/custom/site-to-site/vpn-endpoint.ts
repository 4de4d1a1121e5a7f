import type { Construct } from 'constructs';
import type { VpnEndpointFields } from '../../generated/site-to-site/vpn-endpoint';
import type { Referable } from '../../../lib/model/noun';
import { Device } from '../../core/device';
import { DeviceObject } from '../../core/device-object';
import type { Fmc } from '../../devices/fmc';
import { isObject, objectOf } from '../../core/given';

export interface VpnEndpointProps extends VpnEndpointFields {
  /** Name of an extranet peer. Default: the construct's id. A managed device has its own name. */
  readonly name?: string;
  /** The managed firewall; with `interface`. Of an extranet peer the Fmc, where that is not its scope. */
  readonly device?: Referable<'ftd-device'> | Fmc;
}

/** One end of a topology: a managed firewall, or a peer outside. FMC: endpoint. */
export class VpnEndpoint extends DeviceObject<'vpn-endpoint', VpnEndpointProps> {
  constructor(scope: Construct, id: string, given: VpnEndpointProps) {
    const { device, ...props } = objectOf(given);
    const managed = isObject(device) && 'ref' in device ? device : undefined;
    super(scope, id, 'vpn-endpoint', () => ({ ...props, ...(Device.isDevice(device) ? { device } : {}) }), {
      device: managed,
    });
  }
}
