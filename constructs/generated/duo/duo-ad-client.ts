// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { SecretRef } from '../../../lib/model/secret';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { IDuoAdClient } from '../references';

/** Props of `DuoAdClient`. */
export interface DuoAdClientProps extends Placed {
  /**
   * Name of the section: ad_client, ad_client2.
   * @default the construct's id; inside a composite its path below the stack, joined with `-`
   */
  readonly name?: string;
  /**
   * Domain controllers in the order in which they are asked.
   * Allowed: at least 1; each like 192.0.2.1 or hub.example.net.
   * Duo Authentication Proxy: `host, host_2, …`.
   */
  readonly hosts: readonly string[];
  /**
   * Where users are looked for: `DC=example,DC=net`.
   * Allowed: like DC=example,DC=net.
   * Duo Authentication Proxy: `search_dn`.
   */
  readonly searchDn: string;
  /**
   * Account that may search the directory. Needed unless `authType` is sspi.
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
   * Users must be members of this group.
   * Allowed: like DC=example,DC=net.
   * Duo Authentication Proxy: `security_group_dn`.
   * @default any user
   */
  readonly securityGroupDn?: string;
  /**
   * LDAP filter that users must fit.
   * Allowed: a filter in parentheses, like (memberOf=CN=vpn,DC=example,DC=net).
   * Duo Authentication Proxy: `ldap_filter`.
   */
  readonly ldapFilter?: string;
  /**
   * Seconds to wait for the directory, 1 to 600.
   * Allowed: 1 to 600 seconds.
   * Duo Authentication Proxy: `timeout`.
   * @default 10
   */
  readonly timeout?: number;
  /**
   * TCP port.
   * Allowed: 1 to 65535.
   * Duo Authentication Proxy: `port`.
   * @default 389, with ldaps 636
   */
  readonly port?: number;
  /**
   * What protects the connection.
   * Duo Authentication Proxy: `transport`.
   * @default clear
   */
  readonly transport?: 'clear' | 'starttls' | 'ldaps';
  /**
   * File of the authority that signed the directory's certificate. Needed with starttls and ldaps.
   * Allowed: at most 200 characters.
   * Duo Authentication Proxy: `ssl_ca_certs_file`.
   */
  readonly sslCaCertsFile?: string;
  /**
   * The certificate must hold the name of the host.
   * Duo Authentication Proxy: `ssl_verify_hostname`.
   * @default true
   */
  readonly sslVerifyHostname?: boolean;
  /**
   * How the proxy logs in to the directory. sspi is of Windows only.
   * Duo Authentication Proxy: `auth_type`.
   * @default ntlm2
   */
  readonly authType?: 'ntlm1' | 'ntlm2' | 'plain' | 'sspi';
  /**
   * Full name of the account, for plain.
   * Allowed: like DC=example,DC=net.
   * Duo Authentication Proxy: `bind_dn`.
   */
  readonly bindDn?: string;
  /**
   * NTLM domain of the account.
   * Allowed: at most 64 characters.
   * Duo Authentication Proxy: `ntlm_domain`.
   */
  readonly ntlmDomain?: string;
  /**
   * NTLM workstation name.
   * Allowed: at most 64 characters.
   * Duo Authentication Proxy: `ntlm_workstation`.
   */
  readonly ntlmWorkstation?: string;
  /**
   * Attribute that holds the user name.
   * Allowed: at most 64 characters.
   * Duo Authentication Proxy: `username_attribute`.
   * @default sAMAccountName
   */
  readonly usernameAttribute?: string;
  /**
   * Attribute for user names with
   * Allowed: at most 64 characters.
   * Duo Authentication Proxy: `at_attribute`.
   */
  readonly atAttribute?: string;
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
 * A directory (Active Directory, LDAP) that checks passwords for the Duo proxy. It cannot check EAP or
 * MS-CHAPv2.
 * Duo Authentication Proxy: `[ad_client]`.
 */
export class DuoAdClient extends DeviceObject<'duo-ad-client', DuoAdClientProps> implements IDuoAdClient {
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): IDuoAdClient {
    return new ExistingObject(scope, id, 'duo-ad-client', name);
  }

  constructor(scope: Construct, id: string, props: DuoAdClientProps) {
    super(scope, id, 'duo-ad-client', () => props);
  }
}
