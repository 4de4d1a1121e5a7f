import type { Construct } from 'constructs';
import { DeviceObject, type Props } from '../device-object';

export type LoopbackInterfaceProps = Props<'loopback-interface'>;

/** An interface that is always up. IOS-XE: `interface Loopback…`. */
export class LoopbackInterface extends DeviceObject<'loopback-interface'> {
  constructor(scope: Construct, id: string, props: LoopbackInterfaceProps) {
    super(scope, id, 'loopback-interface', () => props);
  }
}
