import type { Construct } from 'constructs';
import type { RemoteAccessPolicyProps } from '../../generated/remote-access/ra-vpn-policy';
import type { Referable } from '../../../lib/model/noun';
import { DeviceObject, existing } from '../../core/device-object';

/**
 * Where and by what users come in, every setting by itself. FMC: remote access VPN policy. `RaVpnPolicy` writes all that
 * belongs together.
 */
export class RemoteAccessPolicy extends DeviceObject<'ra-vpn-policy', RemoteAccessPolicyProps> {
  constructor(scope: Construct, id: string, props: RemoteAccessPolicyProps) {
    super(scope, id, 'ra-vpn-policy', () => props);
  }

  /** One that is on the FMC and that somebody else owns. It must be there. */
  static fromExisting(name: string): Referable<'ra-vpn-policy'> {
    return existing('ra-vpn-policy', name);
  }
}
