import type { Construct } from 'constructs';
import type { RaConnectionProfileProps } from '../../generated/remote-access/ra-connection-profile';
import type { Reference } from '../../../lib/model/noun';
import type { IRaConnectionProfile } from '../../generated/references';
import { DeviceObject, ExistingObject, nameOfRef } from '../../core/device-object';

/** Who may connect and how. FMC: connection profile. */
export class RaConnectionProfile
  extends DeviceObject<'ra-connection-profile', RaConnectionProfileProps>
  implements IRaConnectionProfile
{
  constructor(scope: Construct, id: string, props: RaConnectionProfileProps) {
    super(scope, id, 'ra-connection-profile', () => props, { within: nameOfRef(props.policy) });
  }

  /** One of a policy that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(
    scope: Construct,
    id: string,
    name: string,
    policy: Reference<'ra-vpn-policy'>,
  ): IRaConnectionProfile {
    return new ExistingObject(scope, id, 'ra-connection-profile', `${nameOfRef(policy)}/${name}`);
  }
}
