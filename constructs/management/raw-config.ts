import type { Construct } from 'constructs';
import { DeviceObject, type Props } from '../core/device-object';

export type RawConfigProps = Props<'raw-config'>;

/** Lines at the top level that no construct knows yet, as text. IOS-XE: those lines. */
export class RawConfig extends DeviceObject<'raw-config'> {
  constructor(scope: Construct, id: string, props: RawConfigProps) {
    super(scope, id, 'raw-config', () => props);
  }
}
