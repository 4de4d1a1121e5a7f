import type { Construct } from 'constructs';
import { DeviceObject, type Props } from '../core/device-object';

export type WebvpnProps = Omit<Props<'webvpn'>, 'name'>;

/** The TLS side of remote access. ASA: `webvpn`. */
export class Webvpn extends DeviceObject<'webvpn'> {
  constructor(scope: Construct, id: string, props: WebvpnProps) {
    super(scope, id, 'webvpn', () => ({ ...props, name: 'webvpn' }));
  }
}
