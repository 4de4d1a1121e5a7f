import type { Construct } from 'constructs';
import type { Referable } from '../../lib/model/noun';
import { DeviceObject, existing, type Props } from '../core/device-object';

export type AnyConnectProfileProps = Props<'anyconnect-profile'>;

/** A client profile on flash, by a name. IOS-XE: `crypto vpn anyconnect profile`. */
export class AnyConnectProfile extends DeviceObject<'anyconnect-profile'> {
  constructor(scope: Construct, id: string, props: AnyConnectProfileProps) {
    super(scope, id, 'anyconnect-profile', () => props);
  }

  /** One that is on the device and that somebody else owns. It must be there. */
  static fromExisting(name: string): Referable<'anyconnect-profile'> {
    return existing('anyconnect-profile', name);
  }
}
