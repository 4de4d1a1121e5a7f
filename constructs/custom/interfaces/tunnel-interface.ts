import type { Construct } from 'constructs';
import type { TunnelInterfaceProps } from '../../generated/interfaces/tunnel-interface';
import type { ITunnelInterface } from '../../generated/references';
import { declare } from '../../../lib/synth/declaration';
import { Fmc, FtdDevice } from '../../devices/fmc';
import { DeviceObject, ExistingObject } from '../../core/device-object';
import { objectOf } from '../../core/given';

/** A route-based tunnel. IOS-XE: `interface Tunnel…`. FMC: virtual tunnel interface of the firewall that is its scope. */
export class TunnelInterface
  extends DeviceObject<'tunnel-interface', TunnelInterfaceProps>
  implements ITunnelInterface
{
  /** Its name in routes and policies of a firewall. */
  readonly logicalName: string | undefined;

  constructor(scope: Construct, id: string, props: TunnelInterfaceProps) {
    super(scope, id, 'tunnel-interface', () => props);
    this.logicalName = objectOf(props).ifname;
  }

  /**
   * One that is on the device and that this program does not manage: it is referred to, never written, and must be there.
   * `ifname`: its logical name on a firewall, by which routes leave.
   */
  static fromExisting(scope: Construct, id: string, name: string, ifname?: string): ITunnelInterface {
    const key = ifname === undefined ? undefined : { ifname };
    const tunnel = new ExistingObject(scope, id, 'tunnel-interface', name, { key });
    if (FtdDevice.of(scope) === undefined && Fmc.of(scope) !== undefined)
      declare(tunnel, {
        as: 'problem',
        code: 'noun.homeless',
        message: 'a tunnel of an FMC belongs to a firewall',
        hint: "give the firewall as its scope: TunnelInterface.fromExisting(fmc.ftd('NAME'), …)",
      });
    return tunnel;
  }
}
