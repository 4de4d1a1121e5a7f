import type { Construct } from 'constructs';
import { DeviceObject, type Props } from '../core/device-object';

export type IkeV2EnableProps = Props<'ikev2-enable'>;

/** IKEv2 on an interface, named by the id or `name`. ASA: `crypto ikev2 enable`. */
export class IkeV2Enable extends DeviceObject<'ikev2-enable'> {
  constructor(scope: Construct, id: string, props: IkeV2EnableProps) {
    super(scope, id, 'ikev2-enable', () => props, { namedById: true });
  }
}
