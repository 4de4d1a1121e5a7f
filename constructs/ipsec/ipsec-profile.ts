import type { Construct } from 'constructs';
import type { Referable } from '../../lib/model/noun';
import { DeviceObject, existing, type Props } from '../core/device-object';

export type IpsecProfileProps = Props<'ipsec-profile'>;

/** What protects a tunnel interface. IOS-XE: `crypto ipsec profile`. */
export class IpsecProfile extends DeviceObject<'ipsec-profile'> {
  constructor(scope: Construct, id: string, props: IpsecProfileProps) {
    super(scope, id, 'ipsec-profile', () => props);
  }

  /** One that is on the device and that somebody else owns. It must be there. */
  static fromExisting(name: string): Referable<'ipsec-profile'> {
    return existing('ipsec-profile', name);
  }
}
