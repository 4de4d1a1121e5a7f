import type { Construct } from 'constructs';
import type { RemoteAccessPolicyProps } from '../../generated/remote-access/ra-vpn-policy';
import type { IRemoteAccessPolicy } from '../../generated/references';
import { DeviceObject, ExistingObject } from '../../core/device-object';

/**
 * Where and by what users come in, every setting by itself. FMC: remote access VPN policy. `RaVpnPolicy` writes all that
 * belongs together.
 */
export class RemoteAccessPolicy
  extends DeviceObject<'ra-vpn-policy', RemoteAccessPolicyProps>
  implements IRemoteAccessPolicy
{
  constructor(scope: Construct, id: string, props: RemoteAccessPolicyProps) {
    super(scope, id, 'ra-vpn-policy', () => props);
  }

  /** One that is on the FMC and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): IRemoteAccessPolicy {
    return new ExistingObject(scope, id, 'ra-vpn-policy', name);
  }
}
