import type { Construct } from 'constructs';
import { DeviceObject, type Props } from '../core/device-object';

export type IkeV2GlobalProps = Omit<Props<'ikev2-global'>, 'name'>;

/** Settings of IKEv2 for the whole device. IOS-XE: `crypto ikev2 dpd`, `… http-url cert`, `… redirect` and the like. */
export class IkeV2Global extends DeviceObject<'ikev2-global'> {
  constructor(scope: Construct, id: string, props: IkeV2GlobalProps) {
    super(scope, id, 'ikev2-global', () => ({ ...props, name: 'ikev2-global' }));
  }
}
