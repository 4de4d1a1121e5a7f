import type { Construct } from 'constructs';
import type { Referable } from '../../lib/model/noun';
import { DeviceObject, existing, type Props } from '../core/device-object';

export type NetworkObjectProps = Props<'network-object'>;

/** A host, a network or a range of addresses, by name. FMC: host, network or range object. */
export class NetworkObject extends DeviceObject<'network-object'> {
  constructor(scope: Construct, id: string, props: NetworkObjectProps) {
    super(scope, id, 'network-object', () => props);
  }

  /** One that is on the FMC and that somebody else owns. It must be there. */
  static fromExisting(name: string): Referable<'network-object'> {
    return existing('network-object', name);
  }
}
