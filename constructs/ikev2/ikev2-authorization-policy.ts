import type { Construct } from 'constructs';
import type { Referable } from '../../lib/model/noun';
import { DeviceObject, existing, type Props } from '../core/device-object';

export type IkeV2AuthorizationPolicyProps = Props<'ikev2-authorization-policy'>;

/** What a peer or a group is given. IOS-XE: `crypto ikev2 authorization policy`. */
export class IkeV2AuthorizationPolicy extends DeviceObject<'ikev2-authorization-policy'> {
  constructor(scope: Construct, id: string, props: IkeV2AuthorizationPolicyProps) {
    super(scope, id, 'ikev2-authorization-policy', () => props);
  }

  /** One that is on the device and that somebody else owns. It must be there. */
  static fromExisting(name: string): Referable<'ikev2-authorization-policy'> {
    return existing('ikev2-authorization-policy', name);
  }
}
