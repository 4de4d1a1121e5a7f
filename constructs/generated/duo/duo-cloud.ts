// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { SecretRef } from '../../../lib/model/secret';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { IDuoCloud } from '../references';

/** Props of `DuoCloud`. */
export interface DuoCloudProps extends Placed {
  /**
   * Name of the section: cloud, cloud2.
   * @default the construct's id; inside a composite its path below the stack, joined with `-`
   */
  readonly name?: string;
  /**
   * Integration key of the application, `DI…`.
   * Allowed: DI and 18 capital letters or digits.
   * Duo Authentication Proxy: `ikey`.
   */
  readonly ikey: string | SecretRef;
  /**
   * Secret key of the application: 40 letters and digits. Only ever a `Secret`.
   * Duo Authentication Proxy: `skey`.
   */
  readonly skey: SecretRef;
  /**
   * API hostname of the application.
   * Allowed: its name like api-0123abcd.duosecurity.com, or Secret.fromEnv('DUO_API_HOST').
   * Duo Authentication Proxy: `api_host`.
   */
  readonly apiHost: string | SecretRef;
  /**
   * Account that reads the directory.
   * Allowed: at most 128 characters.
   * Duo Authentication Proxy: `service_account_username`.
   */
  readonly serviceAccountUsername?: string;
  /**
   * Its password. Only ever a `Secret`.
   * Duo Authentication Proxy: `service_account_password`.
   */
  readonly serviceAccountPassword?: SecretRef;
  /**
   * HTTP proxy on the way to Duo's service.
   * Allowed: at most 253 characters.
   * Duo Authentication Proxy: `http_proxy_host`.
   */
  readonly httpProxyHost?: string;
  /**
   * Port of the HTTP proxy. Needs `httpProxyHost`.
   * Allowed: 1 to 65535.
   * Duo Authentication Proxy: `http_proxy_port`.
   * @default 80
   */
  readonly httpProxyPort?: number;
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
 * Lets Duo's service read users from a directory by way of this proxy.
 * Duo Authentication Proxy: `[cloud]`.
 */
export class DuoCloud extends DeviceObject<'duo-cloud', DuoCloudProps> implements IDuoCloud {
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): IDuoCloud {
    return new ExistingObject(scope, id, 'duo-cloud', name);
  }

  constructor(scope: Construct, id: string, props: DuoCloudProps) {
    super(scope, id, 'duo-cloud', () => props);
  }
}
