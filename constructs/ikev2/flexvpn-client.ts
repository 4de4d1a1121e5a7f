import type { Construct } from 'constructs';
import type { Referable } from '../../lib/model/noun';
import { DeviceObject, existing, type Props } from '../core/device-object';

export type FlexVpnClientProps = Props<'flexvpn-client'>;

/** Which gateway a client connects to, and when. IOS-XE: `crypto ikev2 client flexvpn`. */
export class FlexVpnClient extends DeviceObject<'flexvpn-client'> {
  constructor(scope: Construct, id: string, props: FlexVpnClientProps) {
    super(scope, id, 'flexvpn-client', () => props);
  }

  /** One that is on the device and that somebody else owns. It must be there. */
  static fromExisting(name: string): Referable<'flexvpn-client'> {
    return existing('flexvpn-client', name);
  }
}
