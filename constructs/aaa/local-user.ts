import type { Construct } from 'constructs';
import type { Referable } from '../../lib/model/noun';
import { DeviceObject, existing, type Props } from '../core/device-object';

export type LocalUserProps = Props<'local-user'>;

/** A user that the device itself knows. IOS-XE: `username`. */
export class LocalUser extends DeviceObject<'local-user'> {
  constructor(scope: Construct, id: string, props: LocalUserProps) {
    super(scope, id, 'local-user', () => props, { namedById: true });
  }

  /** One that is on the device and that somebody else owns. It must be there. */
  static fromExisting(name: string): Referable<'local-user'> {
    return existing('local-user', name);
  }
}
