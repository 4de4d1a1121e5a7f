import type { Construct } from 'constructs';
import { DeviceObject, type Props } from '../core/device-object';

export type NtpServersProps = Omit<Props<'ntp-servers'>, 'name'>;

/** Where the device takes the time from; certificates need it. IOS-XE: `ntp server`. */
export class NtpServers extends DeviceObject<'ntp-servers'> {
  constructor(scope: Construct, id: string, props: NtpServersProps) {
    super(scope, id, 'ntp-servers', () => ({ ...props, name: 'ntp' }));
  }
}
