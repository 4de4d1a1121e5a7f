// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { Reference } from '../../../lib/model/noun';
import type { SecretRef } from '../../../lib/model/secret';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { IDuoLdapServerAuto } from '../references';

/** Props of `DuoLdapServerAuto`. */
export interface DuoLdapServerAutoProps extends Placed {
  /**
   * Name of the section: ldap_server_auto, ldap_server_auto2.
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
   * The directory behind it.
   * Duo Authentication Proxy: `client`.
   * @default the one directory client of the file
   */
  readonly client?: Reference<'duo-ad-client'>;
  /**
   * What happens when Duo's service cannot be reached: refuse (`secure`), or let in with the password alone
   * (`safe`, which is the proxy's own default).
   * Duo Authentication Proxy: `failmode`.
   * @default 'secure'
   */
  readonly failmode?: 'safe' | 'secure';
  /**
   * How the user is asked, in the order of preference.
   * Allowed: at least 1.
   * Duo Authentication Proxy: `factors`.
   * @default auto
   */
  readonly factors?: readonly ('auto' | 'push' | 'phone' | 'passcode')[];
  /**
   * TCP port in clear.
   * Allowed: 1 to 65535.
   * Duo Authentication Proxy: `port`.
   * @default 389
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
   * TCP port with TLS. Needs both files.
   * Allowed: 1 to 65535.
   * Duo Authentication Proxy: `ssl_port`.
   * @default 636
   */
  readonly sslPort?: number;
  /**
   * File of the private key, on the proxy's host.
   * Allowed: at most 200 characters.
   * Duo Authentication Proxy: `ssl_key_path`.
   */
  readonly sslKeyFile?: string;
  /**
   * File of the certificate, on the proxy's host.
   * Allowed: at most 200 characters.
   * Duo Authentication Proxy: `ssl_cert_path`.
   */
  readonly sslCertificateFile?: string;
  /**
   * Seconds to wait for Duo's service, 1 and up.
   * Allowed: 1 to 2147483647.
   * Duo Authentication Proxy: `api_timeout`.
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
   * The first bind of a connection needs no second factor.
   * Duo Authentication Proxy: `exempt_primary_bind`.
   * @default true
   */
  readonly exemptPrimaryBind?: boolean;
  /**
   * Units whose members need no second factor.
   * Allowed: at least 1; each like DC=example,DC=net.
   * Duo Authentication Proxy: `exempt_ou_1, …`.
   */
  readonly exemptUnits?: readonly string[];
  /**
   * A passcode may follow the password.
   * Duo Authentication Proxy: `allow_concat`.
   * @default true
   */
  readonly allowConcat?: boolean;
  /**
   * What stands between password and passcode.
   * Allowed: at most 8 characters.
   * Duo Authentication Proxy: `delimiter`.
   * @default a comma
   */
  readonly delimiter?: string;
  /**
   * Length of all passwords, instead of a delimiter.
   * Allowed: 1 to 2147483647.
   * Duo Authentication Proxy: `delimited_password_length`.
   */
  readonly delimitedPasswordLength?: number;
  /**
   * A connection may search after a user's bind.
   * Duo Authentication Proxy: `allow_searches_after_bind`.
   * @default false
   */
  readonly allowSearchesAfterBind?: boolean;
  /**
   * A connection may bind again and again.
   * Duo Authentication Proxy: `allow_unlimited_binds`.
   * @default false
   */
  readonly allowUnlimitedBinds?: boolean;
  /**
   * Lowest version of TLS.
   * Duo Authentication Proxy: `minimum_tls_version`.
   * @default tls1.2
   */
  readonly minimumTlsVersion?: 'ssl3' | 'tls1.0' | 'tls1.1' | 'tls1.2';
  /**
   * Ciphers in the words of OpenSSL.
   * Allowed: at most 500 characters.
   * Duo Authentication Proxy: `cipher_list`.
   */
  readonly cipherList?: string;
  /**
   * Seconds to wait for the network, 1 and up.
   * Allowed: 1 to 2147483647.
   * Duo Authentication Proxy: `network_timeout`.
   */
  readonly networkTimeout?: number;
  /**
   * Seconds after which an idle connection is closed, 1 and up.
   * Allowed: 1 to 2147483647.
   * Duo Authentication Proxy: `idle_timeout`.
   */
  readonly idleTimeout?: number;
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
 * Stands in front of a directory: what binds to it as a user is asked for the second factor.
 * Duo Authentication Proxy: `[ldap_server_auto]`.
 */
export class DuoLdapServerAuto
  extends DeviceObject<'duo-ldap-server-auto', DuoLdapServerAutoProps>
  implements IDuoLdapServerAuto
{
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): IDuoLdapServerAuto {
    return new ExistingObject(scope, id, 'duo-ldap-server-auto', name);
  }

  constructor(scope: Construct, id: string, props: DuoLdapServerAutoProps) {
    super(scope, id, 'duo-ldap-server-auto', () => props);
  }
}
