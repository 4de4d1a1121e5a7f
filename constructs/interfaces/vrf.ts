import type { Construct } from 'constructs';
import type { Referable } from '../../lib/model/noun';
import { DeviceObject, existing, type Props } from '../core/device-object';

export type VrfProps = Props<'vrf'>;

/** A routing table of its own. IOS-XE: `vrf definition`. */
export class Vrf extends DeviceObject<'vrf'> {
  constructor(scope: Construct, id: string, props: VrfProps) {
    super(scope, id, 'vrf', () => props);
  }

  /** One that is on the device and that somebody else owns. It must be there. */
  static fromExisting(name: string): Referable<'vrf'> {
    return existing('vrf', name);
  }
}
