import type { Construct } from 'constructs';
import type { Referable } from '../../lib/model/noun';
import { DeviceObject, existing, type Props } from '../core/device-object';

export type AaaAuthorizationListProps = Props<'aaa-authorization-list'>;

/** Who says what a peer may have. IOS-XE: `aaa authorization network`. */
export class AaaAuthorizationList extends DeviceObject<'aaa-authorization-list'> {
  constructor(scope: Construct, id: string, props: AaaAuthorizationListProps) {
    super(scope, id, 'aaa-authorization-list', () => props);
  }

  /** One that is on the device and that somebody else owns. It must be there. */
  static fromExisting(name: string): Referable<'aaa-authorization-list'> {
    return existing('aaa-authorization-list', name);
  }
}
