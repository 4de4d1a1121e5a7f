import type { Construct } from 'constructs';
import type { Referable } from '../../lib/model/noun';
import { DeviceObject, existing, type Props } from '../core/device-object';

export type AaaAccountingListProps = Props<'aaa-accounting-list'>;

/** Which servers are told of sessions. IOS-XE: `aaa accounting network`. */
export class AaaAccountingList extends DeviceObject<'aaa-accounting-list'> {
  constructor(scope: Construct, id: string, props: AaaAccountingListProps) {
    super(scope, id, 'aaa-accounting-list', () => props);
  }

  /** One that is on the device and that somebody else owns. It must be there. */
  static fromExisting(name: string): Referable<'aaa-accounting-list'> {
    return existing('aaa-accounting-list', name);
  }
}
