import type { Construct } from 'constructs';
import type { Referable } from '../../lib/model/noun';
import { DeviceObject, existing, type Props } from '../core/device-object';

export type Ipv6AddressPoolProps = Props<'ipv6-address-pool'>;

/** IPv6 addresses for clients. FMC: IPv6 address pool. */
export class Ipv6AddressPool extends DeviceObject<'ipv6-address-pool'> {
  constructor(scope: Construct, id: string, props: Ipv6AddressPoolProps) {
    super(scope, id, 'ipv6-address-pool', () => props);
  }

  /** One that is on the FMC and that somebody else owns. It must be there. */
  static fromExisting(name: string): Referable<'ipv6-address-pool'> {
    return existing('ipv6-address-pool', name);
  }
}
