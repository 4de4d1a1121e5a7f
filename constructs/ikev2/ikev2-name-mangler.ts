import type { Construct } from 'constructs';
import type { Referable } from '../../lib/model/noun';
import { DeviceObject, existing, type Props } from '../core/device-object';

export type IkeV2NameManglerProps = Props<'ikev2-name-mangler'>;

/** What of a peer's identity is the name to ask AAA for. IOS-XE: `crypto ikev2 name-mangler`. */
export class IkeV2NameMangler extends DeviceObject<'ikev2-name-mangler'> {
  constructor(scope: Construct, id: string, props: IkeV2NameManglerProps) {
    super(scope, id, 'ikev2-name-mangler', () => props);
  }

  /** One that is on the device and that somebody else owns. It must be there. */
  static fromExisting(name: string): Referable<'ikev2-name-mangler'> {
    return existing('ikev2-name-mangler', name);
  }
}
