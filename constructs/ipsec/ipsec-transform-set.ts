import type { Construct } from 'constructs';
import type { Referable } from '../../lib/model/noun';
import { DeviceObject, existing, type Props } from '../core/device-object';

export type IpsecTransformSetProps = Props<'ipsec-transform-set'>;

/** How ESP protects traffic. IOS-XE: `crypto ipsec transform-set`. FMC: IKEv2 IPsec proposal. */
export class IpsecTransformSet extends DeviceObject<'ipsec-transform-set'> {
  constructor(scope: Construct, id: string, props: IpsecTransformSetProps) {
    super(scope, id, 'ipsec-transform-set', () => props);
  }

  /** One that is on the device and that somebody else owns. It must be there. */
  static fromExisting(name: string): Referable<'ipsec-transform-set'> {
    return existing('ipsec-transform-set', name);
  }
}
