import type { Construct } from 'constructs';
import { DeviceObject, type Props } from '../core/device-object';

export type LoggingProps = Omit<Props<'logging'>, 'name'>;

/** Where the device's log goes. IOS-XE: `logging …`. */
export class Logging extends DeviceObject<'logging'> {
  constructor(scope: Construct, id: string, props: LoggingProps) {
    super(scope, id, 'logging', () => ({ ...props, name: 'logging' }));
  }
}
