import type { Construct } from 'constructs';
import type { Referable } from '../../lib/model/noun';
import { DeviceObject, existing, type Props } from '../core/device-object';

export type AaaServerGroupProps = Props<'aaa-server-group'>;

/** AAA servers that are asked one after the other. IOS-XE: `aaa group server radius` or `ldap`. */
export class AaaServerGroup extends DeviceObject<'aaa-server-group'> {
  constructor(scope: Construct, id: string, props: AaaServerGroupProps) {
    super(scope, id, 'aaa-server-group', () => props);
  }

  /** One that is on the device and that somebody else owns. It must be there. */
  static fromExisting(name: string, type: 'radius' | 'ldap' = 'radius'): Referable<'aaa-server-group'> {
    return existing('aaa-server-group', name, { type });
  }
}
