// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { SecretRef } from '../../../lib/model/secret';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { IDuoHttpProxy } from '../references';

/** Props of `DuoHttpProxy`. */
export interface DuoHttpProxyProps extends Placed {
  /**
   * Name of the section: http_proxy.
   * @default the construct's id; inside a composite its path below the stack, joined with `-`
   */
  readonly name?: string;
  /**
   * API hostname that connections may go to.
   * Allowed: its name like api-0123abcd.duosecurity.com, or Secret.fromEnv('DUO_API_HOST').
   * Duo Authentication Proxy: `api_host`.
   */
  readonly apiHost: string | SecretRef;
  /**
   * TCP port.
   * Allowed: 1 to 65535.
   * Duo Authentication Proxy: `port`.
   * @default 80
   */
  readonly port?: number;
  /**
   * Address to listen on.
   * Allowed: four numbers of 0 to 255, like 192.0.2.1.
   * Duo Authentication Proxy: `interface`.
   * @default all
   */
  readonly interface?: string;
  /**
   * Who may use it.
   * Allowed: at least 1; each 192.0.2.1, 192.0.2.0/24 or 192.0.2.1-192.0.2.9.
   * Duo Authentication Proxy: `client_ip`.
   * @default the host itself
   */
  readonly callers?: readonly string[];
  /**
   * Log more, also passwords that arrive in clear.
   * Duo Authentication Proxy: `debug`.
   * @default false
   */
  readonly debug?: boolean;
  /**
   * A file of certificate authorities for Duo's service.
   * Allowed: at most 200 characters.
   * Duo Authentication Proxy: `http_ca_certs_file`.
   * @default those that come with the proxy
   */
  readonly httpCaCertsFile?: string;
}

/**
 * Hands the connections of other hosts on to Duo's service.
 * Duo Authentication Proxy: `[http_proxy]`.
 */
export class DuoHttpProxy extends DeviceObject<'duo-http-proxy', DuoHttpProxyProps> implements IDuoHttpProxy {
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): IDuoHttpProxy {
    return new ExistingObject(scope, id, 'duo-http-proxy', name);
  }

  constructor(scope: Construct, id: string, props: DuoHttpProxyProps) {
    super(scope, id, 'duo-http-proxy', () => props);
  }
}
