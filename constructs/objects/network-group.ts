import type { Construct } from 'constructs';
import type { Referable } from '../../lib/model/noun';
import { DeviceObject, existing, type Props } from '../core/device-object';

export type NetworkGroupProps = Props<'network-group'>;

/** Several network objects under one name. FMC: network group. */
export class NetworkGroup extends DeviceObject<'network-group'> {
  constructor(scope: Construct, id: string, props: NetworkGroupProps) {
    super(scope, id, 'network-group', () => props);
  }

  /** One that is on the FMC and that somebody else owns. It must be there. */
  static fromExisting(name: string): Referable<'network-group'> {
    return existing('network-group', name);
  }
}
