import type { Construct } from 'constructs';
import type { RaConnectionProfileProps } from '../../generated/remote-access/ra-connection-profile';
import { DeviceObject, nameOfRef } from '../../core/device-object';

/** Who may connect and how. FMC: connection profile. */
export class RaConnectionProfile extends DeviceObject<'ra-connection-profile', RaConnectionProfileProps> {
  constructor(scope: Construct, id: string, props: RaConnectionProfileProps) {
    super(scope, id, 'ra-connection-profile', () => props, { within: nameOfRef(props.policy) });
  }
}
