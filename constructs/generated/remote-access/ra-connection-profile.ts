// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { Reference } from '../../../lib/model/noun';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { IRaConnectionProfile } from '../references';

/** Props of `RaConnectionProfile`. */
export interface RaConnectionProfileProps extends Placed {
  /**
   * Name on the FMC. `DefaultWEBVPNGroup` is there always: it is changed, and put back when no longer declared.
   * @default the construct's id; inside a composite its path below the stack, joined with `-`
   */
  readonly name?: string;
  /**
   * The policy that it belongs to.
   * FMC: not in the body.
   */
  readonly policy: Reference<'ra-vpn-policy'>;
  /**
   * The group policy that its users get, unless a server says another.
   * FMC: `groupPolicy`.
   */
  readonly groupPolicy: Reference<'ftd-group-policy'>;
  /**
   * How users prove who they are.
   * FMC: `authenticationMethod`.
   */
  readonly authentication: 'aaa' | 'certificate' | 'aaa-and-certificate' | 'saml' | 'saml-and-certificate';
  /**
   * Who is asked for the password or login. Needed but with certificates alone.
   * Allowed: an AaaServerGroup, Realm or SamlServer, or 'local'.
   * FMC: `primaryAuthenticationServer`, `useLocalAsPrimaryAuthServer`.
   */
  readonly server?: 'local' | Reference<'aaa-server-group'> | Reference<'realm'> | Reference<'saml-server'>;
  /**
   * The local users are asked when the server is away.
   * FMC: `enablePrimaryAuthFallbackToLocal`.
   * @default false
   */
  readonly fallbackToLocal?: boolean;
  /**
   * Two certificates, of the machine and of the user.
   * FMC: `enableMultipleCertificateAuthentication`.
   * @default false
   */
  readonly multipleCertificates?: boolean;
  /**
   * The user name out of the certificate.
   * FMC: `certificateUsernameSettings.mapPrimaryField`, `certificateUsernameSettings.mapSecondaryField`,
   * `certificateUsernameSettings.mapEntireDNAsUsername`,
   * `certificateUsernameSettings.prefillUsernameFromCertificate`, `certificateUsernameSettings.hideUsername`.
   */
  readonly certificateName?: {
    /**
     * The part that is the user name.
     * @default `common-name`
     */
    readonly primary?:
      | 'common-name'
      | 'country'
      | 'dn-qualifier'
      | 'email-address'
      | 'generation-qualifier'
      | 'given-name'
      | 'initials'
      | 'locality'
      | 'name'
      | 'organization'
      | 'organizational-unit'
      | 'serial-number'
      | 'surname'
      | 'state'
      | 'title'
      | 'user-id'
      | 'user-principal-name'
      | 'none';
    /**
     * The part that is added.
     * @default `organizational-unit`
     */
    readonly secondary?:
      | 'common-name'
      | 'country'
      | 'dn-qualifier'
      | 'email-address'
      | 'generation-qualifier'
      | 'given-name'
      | 'initials'
      | 'locality'
      | 'name'
      | 'organization'
      | 'organizational-unit'
      | 'serial-number'
      | 'surname'
      | 'state'
      | 'title'
      | 'user-id'
      | 'user-principal-name'
      | 'none';
    /**
     * The whole subject is the user name.
     * @default false
     */
    readonly wholeSubject?: boolean;
    /**
     * It stands in the login window already.
     * @default false
     */
    readonly prefill?: boolean;
    /**
     * It is not shown there.
     * @default false
     */
    readonly hide?: boolean;
  };
  /**
   * A second login.
   * FMC: `enableSecondaryAuthentication`, `secondaryAuthenticationServer`, `useLocalAsSecondaryAuthServer`,
   * `enableSecondaryAuthFallbackToLocal`, `secondaryAuthenticationSettings.promptUsername`,
   * `secondaryAuthenticationSettings.useSecondaryUsernameforSession`.
   * @default none
   */
  readonly secondary?: {
    /**
     * Who is asked.
     * Allowed: an AaaServerGroup, Realm or SamlServer, or 'local'.
     */
    readonly server: 'local' | Reference<'aaa-server-group'> | Reference<'realm'> | Reference<'saml-server'>;
    /**
     * The local users are asked when the server is away.
     * @default false
     */
    readonly fallbackToLocal?: boolean;
    /**
     * The second user name is asked for, else it is the first.
     * @default true
     */
    readonly promptUserName?: boolean;
    /**
     * The session goes by the second name.
     * @default false
     */
    readonly sessionBySecondary?: boolean;
  };
  /**
   * Servers or the realm that say what a user may have.
   * FMC: `authorizationServer`.
   * @default none
   */
  readonly authorization?: Reference<'aaa-server-group'> | Reference<'realm'>;
  /**
   * Only users that the authorization server knows may connect.
   * FMC: `allowConnectionOnlyIfAuthorized`.
   * @default false
   */
  readonly authorizedOnly?: boolean;
  /**
   * Servers that are told of sessions.
   * FMC: `accountingServer`.
   * @default none
   */
  readonly accounting?: Reference<'aaa-server-group'>;
  /**
   * Pools of IPv4 addresses in order, at most six.
   * Allowed: 1 to 6 items.
   * FMC: `ipv4AddressPool`.
   */
  readonly ipv4Pools?: readonly Reference<'address-pool'>[];
  /**
   * Pools of IPv6 addresses in order, at most six.
   * Allowed: 1 to 6 items.
   * FMC: `ipv6AddressPool`.
   */
  readonly ipv6Pools?: readonly Reference<'ipv6-address-pool'>[];
  /**
   * DHCP servers: network objects that are hosts.
   * Allowed: at least 1.
   * FMC: `dhcpServersForAddressAssignment`.
   */
  readonly dhcpServers?: readonly Reference<'network-object'>[];
  /**
   * What stands behind an `@` is taken off the name.
   * FMC: `stripRealmFromUsername`.
   * @default false
   */
  readonly stripRealm?: boolean;
  /**
   * What stands before a group separator is taken off.
   * FMC: `stripGroupFromUsername`.
   * @default false
   */
  readonly stripGroup?: boolean;
  /**
   * Users may change an expired password.
   * FMC: `enablePasswordManagement`.
   * @default false
   */
  readonly passwordManagement?: boolean;
  /**
   * Days before it expires at which users are told, 0 to 180, or `false`: on that day only.
   * FMC: `notifyUserOnPasswordExpiryDay`, `passwordExpirationNotificationPeriod`.
   * @default 14
   */
  readonly passwordWarningDays?: false | number;
  /**
   * Names by which users choose it.
   * Allowed: at least 1; each at most 64 characters.
   * FMC: `groupAlias`.
   */
  readonly aliases?: readonly string[];
  /**
   * URLs by which users choose it: URL objects.
   * Allowed: at least 1.
   * FMC: `groupUrl`.
   */
  readonly groupUrls?: readonly Reference<'url-object'>[];
}

/**
 * Who may connect and how: authentication, addresses, the group policy.
 * FMC: `policy/ravpns/{ravpns:<policy>}/connectionprofiles`.
 */
export class RaConnectionProfile
  extends DeviceObject<'ra-connection-profile', RaConnectionProfileProps>
  implements IRaConnectionProfile
{
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(
    scope: Construct,
    id: string,
    name: string,
    policy: Reference<'ra-vpn-policy'>,
  ): IRaConnectionProfile {
    return new ExistingObject(scope, id, 'ra-connection-profile', name, { within: policy });
  }

  constructor(scope: Construct, id: string, props: RaConnectionProfileProps) {
    super(scope, id, 'ra-connection-profile', () => props);
  }
}
