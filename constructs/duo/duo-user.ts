import type { Construct } from 'constructs';
import type { Referable } from '../../lib/model/noun';
import { DeviceObject, existing, type Props } from '../core/device-object';

export type DuoUserProps = Props<'duo-user'>;

/** A user of the second factor. Duo: Users. */
export class DuoUser extends DeviceObject<'duo-user'> {
  constructor(scope: Construct, id: string, props: DuoUserProps = {}) {
    super(scope, id, 'duo-user', () => props, { namedById: true });
  }

  /** One that is there and that somebody else owns. It must be there. */
  static fromExisting(name: string): Referable<'duo-user'> {
    return existing('duo-user', name);
  }
}
