import type { Construct } from 'constructs';
import type { Referable } from '../../lib/model/noun';
import { DeviceObject, existing, type Props } from '../core/device-object';

export type AccessListProps = Props<'access-list'>;

/** What is matched, line by line. IOS-XE: `ip access-list standard` or `extended`. */
export class AccessList extends DeviceObject<'access-list'> {
  constructor(scope: Construct, id: string, props: AccessListProps) {
    super(scope, id, 'access-list', () => props);
  }

  /** One that is on the device and that somebody else owns. It must be there. */
  static fromExisting(name: string, type: 'standard' | 'extended' = 'extended'): Referable<'access-list'> {
    return existing('access-list', name, { type });
  }
}
