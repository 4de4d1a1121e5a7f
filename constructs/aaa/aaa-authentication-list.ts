import type { Construct } from 'constructs';
import type { Referable } from '../../lib/model/noun';
import { DeviceObject, existing, type Props } from '../core/device-object';

export type AaaAuthenticationListProps = Props<'aaa-authentication-list'>;

/** Who checks a user name and a password. IOS-XE: `aaa authentication login`. */
export class AaaAuthenticationList extends DeviceObject<'aaa-authentication-list'> {
  constructor(scope: Construct, id: string, props: AaaAuthenticationListProps) {
    super(scope, id, 'aaa-authentication-list', () => props);
  }

  /** One that is on the device and that somebody else owns. It must be there. */
  static fromExisting(name: string): Referable<'aaa-authentication-list'> {
    return existing('aaa-authentication-list', name);
  }
}
