import type { Construct } from 'constructs';
import { DeviceObject, type Props } from '../core/device-object';

export type ConfigArchiveProps = Omit<Props<'config-archive'>, 'name'>;

/** Where the device keeps old configurations: it arms the rollback of every change. IOS-XE: `archive`. */
export class ConfigArchive extends DeviceObject<'config-archive'> {
  constructor(scope: Construct, id: string, props: ConfigArchiveProps) {
    super(scope, id, 'config-archive', () => ({ ...props, name: 'archive' }));
  }
}
