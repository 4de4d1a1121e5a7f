import type { Construct } from 'constructs';
import type { Referable } from '../../lib/model/noun';
import { DeviceObject, existing, type Props } from '../core/device-object';

export type DuoGroupProps = Props<'duo-group'>;

/** A group of users. Duo: Users > Groups. */
export class DuoGroup extends DeviceObject<'duo-group'> {
  constructor(scope: Construct, id: string, props: DuoGroupProps = {}) {
    super(scope, id, 'duo-group', () => props);
  }

  /** One that is there and that somebody else owns. It must be there. */
  static fromExisting(name: string): Referable<'duo-group'> {
    return existing('duo-group', name);
  }
}
