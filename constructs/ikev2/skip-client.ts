import type { Construct } from 'constructs';
import type { Referable } from '../../lib/model/noun';
import { DeviceObject, existing, type Props } from '../core/device-object';

export type SkipClientProps = Props<'skip-client'>;

/** A source of postquantum preshared keys, for the `ppk` of keyring peers. IOS-XE: `crypto skip-client`. */
export class SkipClient extends DeviceObject<'skip-client'> {
  constructor(scope: Construct, id: string, props: SkipClientProps) {
    super(scope, id, 'skip-client', () => props);
  }

  /** One that is on the device and that somebody else owns. It must be there. */
  static fromExisting(name: string): Referable<'skip-client'> {
    return existing('skip-client', name);
  }
}
