import type { Construct } from 'constructs';
import { DeviceObject, type Props } from '../core/device-object';

export type IkeV2RemoteAccessProps = Omit<Props<'ikev2-remote-access'>, 'name'>;

/** The certificate that clients see first. ASA: `crypto ikev2 remote-access trustpoint`. */
export class IkeV2RemoteAccess extends DeviceObject<'ikev2-remote-access'> {
  constructor(scope: Construct, id: string, props: IkeV2RemoteAccessProps) {
    super(scope, id, 'ikev2-remote-access', () => ({ ...props, name: 'ikev2-remote-access' }));
  }
}
