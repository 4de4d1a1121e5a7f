// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { Reference } from '../../../lib/model/noun';
import { DeviceObject, type Placed } from '../../core/device-object';
import type { IHttpServer } from '../references';

/** Props of `HttpServer`. */
export interface HttpServerProps extends Placed {
  /**
   * Whether it answers without TLS.
   * IOS-XE: `ip http server` or `no ip http server`.
   * @default as it is
   */
  readonly server?: boolean;
  /**
   * Whether it answers with TLS; RESTCONF and the web interface need it.
   * IOS-XE: `ip http secure-server` or `no ip http secure-server`.
   * @default as it is
   */
  readonly secureServer?: boolean;
  /**
   * TCP port without TLS, 1 to 65535.
   * IOS-XE: `ip http port …` (not shown at 80).
   * @default 80
   */
  readonly port?: number;
  /**
   * TCP port with TLS, 1025 to 65535 or 443.
   * Allowed: 443 to 65535.
   * IOS-XE: `ip http secure-port …` (not shown at 443).
   * @default 443
   */
  readonly securePort?: number;
  /**
   * Its certificate.
   * IOS-XE: `ip http secure-trustpoint …`.
   * @default a self-signed one
   */
  readonly secureTrustpoint?: Reference<'cert-trustpoint'>;
  /**
   * Who checks logins.
   * IOS-XE: `ip http authentication …`.
   * @default the enable password
   */
  readonly authentication?: 'local' | 'aaa' | 'enable';
}

/**
 * The web server of the device. The SSL policy of AnyConnect profiles needs port 443 for itself: `secureServer:
 * false`.
 * IOS-XE: lines at the top level.
 */
export class HttpServer extends DeviceObject<'http-server', HttpServerProps> implements IHttpServer {
  constructor(scope: Construct, id: string, props: HttpServerProps = {}) {
    super(scope, id, 'http-server', () => props);
  }
}
