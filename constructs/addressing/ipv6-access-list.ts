import type { Construct } from 'constructs';
import type { Referable } from '../../lib/model/noun';
import { DeviceObject, existing, type Props } from '../core/device-object';

export type Ipv6AccessListProps = Props<'ipv6-access-list'>;

/** What of IPv6 is matched, line by line. IOS-XE: `ipv6 access-list`. */
export class Ipv6AccessList extends DeviceObject<'ipv6-access-list'> {
  constructor(scope: Construct, id: string, props: Ipv6AccessListProps) {
    super(scope, id, 'ipv6-access-list', () => props);
  }

  /** One that is on the device and that somebody else owns. It must be there. */
  static fromExisting(name: string): Referable<'ipv6-access-list'> {
    return existing('ipv6-access-list', name);
  }
}
