import type { Construct } from 'constructs';
import { DeviceObject, type Props } from '../core/device-object';

export type HttpServerProps = Omit<Props<'http-server'>, 'name'>;

/** The web server of the device, on or off. IOS-XE: `ip http …`. */
export class HttpServer extends DeviceObject<'http-server'> {
  constructor(scope: Construct, id: string, props: HttpServerProps) {
    super(scope, id, 'http-server', () => ({ ...props, name: 'http-server' }));
  }
}
