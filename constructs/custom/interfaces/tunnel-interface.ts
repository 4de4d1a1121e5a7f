import type { Construct } from 'constructs';
import type { TunnelInterfaceProps } from '../../generated/interfaces/tunnel-interface';
import { FtdDevice } from '../../devices/fmc';
import { DeviceObject } from '../../core/device-object';

/** A route-based tunnel. IOS-XE: `interface Tunnel…`. FMC: virtual tunnel interface of the firewall that is its scope. */
export class TunnelInterface extends DeviceObject<'tunnel-interface', TunnelInterfaceProps> {
  /** Its name in routes and policies of a firewall. */
  readonly logicalName: string | undefined;

  constructor(scope: Construct, id: string, props: TunnelInterfaceProps) {
    const device = FtdDevice.of(props.device ?? scope);
    super(scope, id, 'tunnel-interface', () => props, {
      within: device?.ref.name,
      fields: { device },
      namedById: true,
    });
    this.logicalName = props.ifname;
  }
}
