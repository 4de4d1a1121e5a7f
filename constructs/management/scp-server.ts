import type { Construct } from 'constructs';
import { DeviceObject, type Props } from '../core/device-object';

export type ScpServerProps = Props<'scp-server'>;

/** Files may be sent to the router: what a SecureClientProfile on it needs. IOS-XE: `ip scp server enable`. */
export class ScpServer extends DeviceObject<'scp-server'> {
  constructor(scope: Construct, id: string, props: ScpServerProps = {}) {
    super(scope, id, 'scp-server', () => props);
  }
}
