import type { Construct } from 'constructs';
import type { Referable } from '../../lib/model/noun';
import { DeviceObject, existing, type Props } from '../core/device-object';

export type LoopbackInterfaceProps = Props<'loopback-interface'>;

/** An interface that is always up. IOS-XE: `interface Loopback…`. */
export class LoopbackInterface extends DeviceObject<'loopback-interface'> {
  constructor(scope: Construct, id: string, props: LoopbackInterfaceProps) {
    super(scope, id, 'loopback-interface', () => props, { namedById: true });
  }

  /** One that is on the device and that somebody else owns. It must be there. */
  static fromExisting(name: string): Referable<'loopback-interface'> {
    return existing('loopback-interface', name);
  }
}
