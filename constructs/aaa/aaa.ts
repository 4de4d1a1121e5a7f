import type { Construct } from 'constructs';
import { DeviceObject, type Props } from '../device-object';

export type AaaNewModelProps = Omit<Props<'aaa'>, 'name'>;

/** Logins and VPNs by method lists, never without a way in. IOS-XE: `aaa new-model`. */
export class AaaNewModel extends DeviceObject<'aaa'> {
  constructor(scope: Construct, id: string, props: AaaNewModelProps) {
    super(scope, id, 'aaa', () => ({ ...props, name: 'aaa' }));
  }
}
