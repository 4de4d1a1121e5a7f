import type { Construct } from 'constructs';
import type { Referable } from '../../lib/model/noun';
import { DeviceObject, existing, type Props } from '../core/device-object';

export type IkeV2KeyringProps = Props<'ikev2-keyring'>;

/** Pre-shared keys by peer, each a `Secret`. IOS-XE: `crypto ikev2 keyring`. */
export class IkeV2Keyring extends DeviceObject<'ikev2-keyring'> {
  constructor(scope: Construct, id: string, props: IkeV2KeyringProps) {
    super(scope, id, 'ikev2-keyring', () => props);
  }

  /** One that is on the device and that somebody else owns. It must be there. */
  static fromExisting(name: string): Referable<'ikev2-keyring'> {
    return existing('ikev2-keyring', name);
  }
}
