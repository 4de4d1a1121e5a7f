import type { Construct } from 'constructs';
import type { Referable } from '../../lib/model/noun';
import { DeviceObject, existing, type Props } from '../core/device-object';

export type SslPolicyProps = Props<'ssl-policy'>;

/** Where AnyConnect downloads its profile from. IOS-XE: `crypto ssl policy`. */
export class SslPolicy extends DeviceObject<'ssl-policy'> {
  constructor(scope: Construct, id: string, props: SslPolicyProps) {
    super(scope, id, 'ssl-policy', () => props);
  }

  /** One that is on the device and that somebody else owns. It must be there. */
  static fromExisting(name: string): Referable<'ssl-policy'> {
    return existing('ssl-policy', name);
  }
}
