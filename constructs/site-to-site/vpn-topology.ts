import type { Construct } from 'constructs';
import type { Referable } from '../../lib/model/noun';
import { DeviceObject, existing, type Props } from '../core/device-object';

export type VpnTopologyProps = Props<'vpn-topology'>;

/** A site-to-site topology with its IKE, IPsec and advanced settings. FMC: site-to-site VPN. */
export class VpnTopology extends DeviceObject<'vpn-topology'> {
  constructor(scope: Construct, id: string, props: VpnTopologyProps) {
    super(scope, id, 'vpn-topology', () => props);
  }

  /** One that is on the device and that somebody else owns. It must be there. */
  static fromExisting(name: string): Referable<'vpn-topology'> {
    return existing('vpn-topology', name);
  }
}
