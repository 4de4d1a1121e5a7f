import type { Construct } from 'constructs';
import type { Referable } from '../../lib/model/noun';
import { DeviceObject, existing, type Props } from '../core/device-object';

export type IkeV2ProfileProps = Props<'ikev2-profile'>;

/** Whom to believe, who to be, for how long. IOS-XE: `crypto ikev2 profile`. */
export class IkeV2Profile extends DeviceObject<'ikev2-profile'> {
  constructor(scope: Construct, id: string, props: IkeV2ProfileProps) {
    super(scope, id, 'ikev2-profile', () => props);
  }

  /** One that is on the device and that somebody else owns. It must be there. */
  static fromExisting(name: string): Referable<'ikev2-profile'> {
    return existing('ikev2-profile', name);
  }
}
