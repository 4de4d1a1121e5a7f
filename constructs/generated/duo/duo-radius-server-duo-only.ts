// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { SecretRef } from '../../../lib/model/secret';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { IDuoRadiusServerDuoOnly } from '../references';

/** Props of `DuoRadiusServerDuoOnly`. */
export interface DuoRadiusServerDuoOnlyProps extends Placed {
  /**
   * Name of the section: radius_server_duo_only, radius_server_duo_only2.
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
   * Who may ask, each with the shared secret of its own.
   * Allowed: at least 1.
   * Duo Authentication Proxy: `radius_ip_1, …` and `radius_secret_1, …`.
   */
  readonly callers: readonly {
    /**
     * Address, network or range that requests come from.
     * Allowed: 192.0.2.1, 192.0.2.0/24 or 192.0.2.1-192.0.2.9.
     */
    readonly address: string;
    /** Shared secret: the `key` of the RADIUS server on the device. Only ever a `Secret`. */
    readonly secret: SecretRef;
  }[];
  /**
   * What happens when Duo's service cannot be reached: refuse (`secure`), or let in with the password alone
   * (`safe`, which is the proxy's own default).
   * Duo Authentication Proxy: `failmode`.
   * @default 'secure'
   */
  readonly failmode?: 'safe' | 'secure';
  /**
   * UDP port.
   * Allowed: 1 to 65535.
   * Duo Authentication Proxy: `port`.
   * @default 1812
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
   * Seconds to wait for Duo's service, 1 and up.
   * Allowed: 1 to 2147483647.
   * Duo Authentication Proxy: `api_timeout`.
   * @default none
   */
  readonly apiTimeout?: number;
  /**
   * TCP port of Duo's service.
   * Allowed: 1 to 65535.
   * Duo Authentication Proxy: `api_port`.
   * @default 443
   */
  readonly apiPort?: number;
  /**
   * Attributes of the answer of the RADIUS server that the device gets too. RADIUS clients only.
   * Allowed: at least 1; each its name like Framed-IP-Address.
   * Duo Authentication Proxy: `pass_through_attr_names`.
   */
  readonly passThroughAttributes?: readonly string[];
  /**
   * Hand all attributes on, both ways.
   * Duo Authentication Proxy: `pass_through_all`.
   * @default false
   */
  readonly passThroughAll?: boolean;
  /**
   * Python's name of the encoding of passwords.
   * Allowed: at most 32 characters.
   * Duo Authentication Proxy: `pw_codec`.
   * @default utf-8
   */
  readonly passwordCodec?: string;
  /**
   * Attribute that holds the address of the user.
   * Allowed: at most 64 characters.
   * Duo Authentication Proxy: `client_ip_attr`.
   * @default Calling-Station-Id
   */
  readonly clientIpAttribute?: string;
  /**
   * Users that need no second factor.
   * Allowed: at least 1; each at most 128 characters.
   * Duo Authentication Proxy: `exempt_username_1, …`.
   */
  readonly exemptUsernames?: readonly string[];
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
 * Answers devices that check the password elsewhere: only the second factor.
 * Duo Authentication Proxy: `[radius_server_duo_only]`.
 */
export class DuoRadiusServerDuoOnly
  extends DeviceObject<'duo-radius-server-duo-only', DuoRadiusServerDuoOnlyProps>
  implements IDuoRadiusServerDuoOnly
{
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): IDuoRadiusServerDuoOnly {
    return new ExistingObject(scope, id, 'duo-radius-server-duo-only', name);
  }

  constructor(scope: Construct, id: string, props: DuoRadiusServerDuoOnlyProps) {
    super(scope, id, 'duo-radius-server-duo-only', () => props);
  }
}
