import type { Construct } from 'constructs';
import { DeviceObject, type Props } from '../core/device-object';

export type SmartDefaultsProps = Omit<Props<'smart-defaults'>, 'name'>;

/** Switches off objects named `default` that a device has by itself. IOS-XE: `no crypto … default`. */
export class SmartDefaults extends DeviceObject<'smart-defaults'> {
  constructor(scope: Construct, id: string, props: SmartDefaultsProps) {
    super(scope, id, 'smart-defaults', () => ({ ...props, name: 'smart-defaults' }));
  }
}
