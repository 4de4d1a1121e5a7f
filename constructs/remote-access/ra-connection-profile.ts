import type { Construct } from 'constructs';
import { DeviceObject, nameOfRef, type Props } from '../core/device-object';

export type RaConnectionProfileProps = Props<'ra-connection-profile'>;

/** Who may connect and how. FMC: connection profile. */
export class RaConnectionProfile extends DeviceObject<'ra-connection-profile'> {
  constructor(scope: Construct, id: string, props: RaConnectionProfileProps) {
    super(scope, id, 'ra-connection-profile', () => props, { within: nameOfRef(props.policy) });
  }
}
