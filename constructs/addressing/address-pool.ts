import type { Construct } from 'constructs';
import type { Referable } from '../../lib/model/noun';
import { DeviceObject, existing, type Props } from '../core/device-object';

export type AddressPoolProps = Props<'address-pool'>;

/** Addresses that the device gives to peers. IOS-XE: `ip local pool`. */
export class AddressPool extends DeviceObject<'address-pool'> {
  constructor(scope: Construct, id: string, props: AddressPoolProps) {
    super(scope, id, 'address-pool', () => props);
  }

  /** One that is on the device and that somebody else owns. It must be there. */
  static fromExisting(name: string): Referable<'address-pool'> {
    return existing('address-pool', name);
  }
}
