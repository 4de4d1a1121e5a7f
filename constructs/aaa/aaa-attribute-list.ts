import type { Construct } from 'constructs';
import type { Referable } from '../../lib/model/noun';
import { DeviceObject, existing, type Props } from '../core/device-object';

export type AaaAttributeListProps = Props<'aaa-attribute-list'>;

/** Attributes that the device gives by itself. IOS-XE: `aaa attribute list`. */
export class AaaAttributeList extends DeviceObject<'aaa-attribute-list'> {
  constructor(scope: Construct, id: string, props: AaaAttributeListProps) {
    super(scope, id, 'aaa-attribute-list', () => props);
  }

  /** One that is on the device and that somebody else owns. It must be there. */
  static fromExisting(name: string): Referable<'aaa-attribute-list'> {
    return existing('aaa-attribute-list', name);
  }
}
