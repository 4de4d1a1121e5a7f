// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { Reference } from '../../../lib/model/noun';
import type { SecretRef } from '../../../lib/model/secret';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { ITunnelGroup } from '../references';

/** Props of `TunnelGroup`. */
export interface TunnelGroupProps extends Placed {
  /**
   * Name on the device; of a site-to-site group the peer's address. `DefaultRAGroup`, `DefaultL2LGroup` and
   * `DefaultWEBVPNGroup` are there by themselves and can only be reset. Windows' own client sends its address as
   * identity and so lands in `DefaultRAGroup`.
   * @default the construct's id; inside a composite its path below the stack, joined with `-`
   */
  readonly name?: string;
  /**
   * It cannot be changed.
   * ASA: `type …`.
   */
  readonly type: 'remote-access' | 'ipsec-l2l';
  /**
   * `general-attributes`.
   * ASA: `general-attributes …`, a block: `address-pool …`, a line each, `address-pool …`,
   * `authentication-server-group …`, a line each, `authentication-server-group …` (not shown at [object Object]),
   * in the header, `secondary-authentication-server-group …`, in the header, `authorization-server-group …`,
   * `authorization-required …`, `accounting-server-group …`, `default-group-policy …`, `username-from-certificate
   * …`, `strip-realm` or `no strip-realm` (not shown at false), `strip-group` or `no strip-group` (not shown at
   * false), `…`, a line each.
   */
  readonly general?: {
    /**
     * Pools that users get addresses of.
     * Allowed: 1 to 6 items.
     */
    readonly addressPools?: readonly Reference<'address-pool'>[];
    /**
     * Pools for users that come by one interface.
     * Allowed: at least 1.
     */
    readonly addressPoolsOn?: readonly {
      readonly interface: string;
      /** Allowed: 1 to 6 items. */
      readonly pools: readonly Reference<'address-pool'>[];
    }[];
    /**
     * Who says that a user is one.
     * Allowed: the AaaServer construct itself, or 'LOCAL'.
     * @default LOCAL, the users of the ASA
     */
    readonly authenticationServers?: Reference<'aaa-server'> | 'LOCAL';
    /**
     * The users of the ASA are asked when all servers of that group are silent.
     * @default they are not
     */
    readonly authenticationFallsBack?: true;
    /**
     * The same for users that come by one interface.
     * Allowed: at least 1.
     */
    readonly authenticationServersOn?: readonly {
      readonly interface: string;
      /** Allowed: the AaaServer construct itself, or 'LOCAL'. */
      readonly servers: Reference<'aaa-server'> | 'LOCAL';
    }[];
    /**
     * Who is asked second: a second factor.
     * Allowed: the AaaServer construct itself, or 'LOCAL'.
     */
    readonly secondaryAuthenticationServers?: Reference<'aaa-server'> | 'LOCAL';
    /** The second login is asked with the user name of the first. */
    readonly secondaryUsesPrimaryUsername?: true;
    /**
     * Who says what a user may.
     * Allowed: the AaaServer construct itself, or 'LOCAL'.
     */
    readonly authorizationServers?: Reference<'aaa-server'> | 'LOCAL';
    /** A user that no server authorizes stays out. */
    readonly authorizationRequired?: true;
    /**
     * Who is told of sessions.
     * Allowed: the AaaServer construct itself, or 'LOCAL'.
     */
    readonly accountingServers?: Reference<'aaa-server'> | 'LOCAL';
    /**
     * The policy of users that get none from a server.
     * @default DfltGrpPolicy
     */
    readonly defaultGroupPolicy?: Reference<'asa-group-policy'>;
    /**
     * Parts of the certificate's subject that are the user name: `CN`, or `UPN`.
     * Allowed: at most 16 characters.
     */
    readonly usernameFromCertificate?: string;
    /** Cut `@realm` off user names. */
    readonly stripRealm?: true;
    /** Cut `#group` off user names. */
    readonly stripGroup?: true;
    /**
     * Lines that are read and kept as the ASA prints them: DHCP, SCEP, and what else a group may have.
     * Allowed: at least 1; each at most 200 characters.
     */
    readonly others?: readonly string[];
  };
  /**
   * `webvpn-attributes`.
   * ASA: `webvpn-attributes …`, a block: `authentication …` (not shown at aaa), `saml identity-provider …`,
   * `group-alias …`, a line each, `group-url …`, a line each, `…`, a line each.
   */
  readonly webvpn?: {
    /**
     * How users of TLS prove themselves.
     * @default aaa
     */
    readonly authentication?: 'aaa' | 'certificate' | 'aaa certificate' | 'saml';
    /**
     * The SAML identity provider that asks the users: one of `samlProviders` of the Webvpn, by its entity ID. With
     * `saml`.
     */
    readonly samlProvider?: {
      readonly webvpn: Reference<'webvpn'>;
      /** Allowed: its URL or URN, without blanks and question marks. */
      readonly entityId: string;
    };
    /**
     * Names under which the group stands in the list of the login page, like `Staff` or `Staff abroad`. Up to 64
     * characters.
     * Allowed: at least 1; each at most 64 characters.
     */
    readonly aliases?: readonly string[];
    /**
     * URLs that lead to the group at once.
     * Allowed: at least 1; each like https://vpn.example.net/staff.
     */
    readonly urls?: readonly string[];
    /**
     * Other lines that are read and kept as the ASA prints them.
     * Allowed: at least 1; each at most 200 characters.
     */
    readonly others?: readonly string[];
  };
  /**
   * `ipsec-attributes`.
   * ASA: `ipsec-attributes …`, a block: `ikev1 pre-shared-key …`, `chain` or `no chain` (not shown at false),
   * `ikev2 remote-authentication eap …`, `ikev2 remote-authentication certificate …`, `ikev2 remote-authentication
   * pre-shared-key …`, `ikev2 local-authentication certificate …`, `ikev2 local-authentication pre-shared-key …`,
   * `isakmp keepalive …`, `isakmp keepalive disable` or `no isakmp keepalive disable` (not shown at false),
   * `peer-id-validate …` (not shown at req), `…`, a line each.
   */
  readonly ipsec?: {
    /** The ASA proves itself with this certificate. */
    readonly localCertificate?: Reference<'cert-trustpoint'>;
    /** The ASA proves itself with this key. Only ever a `Secret`. */
    readonly localKey?: SecretRef;
    /** The peer may prove itself with a certificate. */
    readonly remoteCertificate?: true;
    /** The peer may prove itself with this key. Only ever a `Secret`. */
    readonly remoteKey?: SecretRef;
    /**
     * The peer may prove itself by EAP (RFC 7296 section 2.16), which the AAA servers judge; `query-identity`: it is
     * asked who it is, which Windows' own client needs. It is allowed with `localCertificate` only.
     */
    readonly remoteEap?: 'query-identity' | 'identity-of-ike';
    /**
     * Whether the peer's identity must agree with its certificate.
     * @default req
     */
    readonly peerIdValidate?: 'req' | 'cert' | 'nocheck';
    /** Send the whole chain of certificates. */
    readonly chain?: true;
    /**
     * Dead peer detection: seconds without a word from the peer (10 to 3600), and seconds between questions then (2
     * to 10).
     * @default 10 and 2 of a site-to-site group, 300 and 2 of one for clients
     */
    readonly keepAlive?: {
      /** Allowed: 10 to 3600 seconds. */
      readonly threshold: number;
      /** Allowed: 2 to 10 seconds. */
      readonly retry: number;
    };
    /**
     * The peer is not asked whether it is there.
     * @default false
     */
    readonly keepAliveOff?: true;
    /** IKEv1 key as a device shows it: read, and written only ever from a `Secret`. */
    readonly ikev1Key?: SecretRef;
    /**
     * Other lines that are read and kept as the ASA prints them.
     * Allowed: at least 1; each at most 200 characters.
     */
    readonly others?: readonly string[];
  };
  /**
   * `ppp-attributes`, as a device prints them.
   * ASA: `ppp-attributes …`, a block: `authentication …`, a line each.
   */
  readonly ppp?: {
    /** Allowed: at least 1; each at most 200 characters. */
    readonly authentication: readonly string[];
  };
}

/**
 * A connection profile of an ASA: who may come in, how both ends prove themselves, what users get.
 * ASA: lines at the top level.
 */
export class TunnelGroup extends DeviceObject<'tunnel-group', TunnelGroupProps> implements ITunnelGroup {
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): ITunnelGroup {
    return new ExistingObject(scope, id, 'tunnel-group', name);
  }

  constructor(scope: Construct, id: string, props: TunnelGroupProps) {
    super(scope, id, 'tunnel-group', () => props);
  }
}
