// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { Reference } from '../../../lib/model/noun';
import type { SecretRef } from '../../../lib/model/secret';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { IIkeV2Profile } from '../references';

/** Props of `IkeV2Profile`. */
export interface IkeV2ProfileProps extends Placed {
  /**
   * Name on the device.
   * @default the construct's id; inside a composite its path below the stack, joined with `-`
   */
  readonly name?: string;
  /**
   * A remark that the device keeps; one line.
   * Allowed: at most 200 characters.
   * IOS-XE: `description …`.
   */
  readonly description?: string;
  /**
   * Only for this front VRF, or `any`.
   * Allowed: 1 to 64 letters, digits or _ . : / + -, beginning with a letter, a digit or _.
   * IOS-XE: `match fvrf …`.
   * @default the global VRF
   */
  readonly matchFvrf?: Reference<'vrf'> | string;
  /**
   * Only for connections to this local address, or to that of an interface.
   * Allowed: at least 1; each four numbers of 0 to 255, like 192.0.2.1.
   * IOS-XE: `match address local …`, a line each.
   * @default all
   */
  readonly matchLocal?: readonly (
    | string
    | {
        /** Allowed: like GigabitEthernet0/0. */
        readonly interface: Reference<'loopback-interface'> | Reference<'tunnel-interface'> | string;
      }
  )[];
  /**
   * Peers that identify themselves by one of these addresses, or by one of a network: `10.0.0.0/8`.
   * Allowed: at least 1; each 192.0.2.1, 10.20.0.0/16 (host bits zero) or 2001:db8::/64.
   * IOS-XE: `match identity remote address …`, a line each.
   */
  readonly matchRemoteAddresses?: readonly string[];
  /**
   * Peers that identify themselves by one of these names.
   * Allowed: at least 1; each at most 255 characters.
   * IOS-XE: `match identity remote fqdn …`, a line each.
   */
  readonly matchRemoteFqdns?: readonly string[];
  /**
   * Peers that identify themselves by a name in one of these domains.
   * Allowed: at least 1; each at most 255 characters.
   * IOS-XE: `match identity remote fqdn domain …`, a line each.
   */
  readonly matchRemoteFqdnDomains?: readonly string[];
  /**
   * Peers that identify themselves by one of these mail addresses.
   * Allowed: at least 1; each at most 255 characters.
   * IOS-XE: `match identity remote email …`, a line each.
   */
  readonly matchRemoteEmails?: readonly string[];
  /**
   * Peers that identify themselves by a mail address in one of these domains.
   * Allowed: at least 1; each at most 255 characters.
   * IOS-XE: `match identity remote email domain …`, a line each.
   */
  readonly matchRemoteEmailDomains?: readonly string[];
  /**
   * Peers that identify themselves by one of these key ids: the group that AnyConnect sends.
   * Allowed: at least 1; each at most 255 characters.
   * IOS-XE: `match identity remote key-id …`, a line each.
   */
  readonly matchRemoteKeyIds?: readonly string[];
  /**
   * Whatever a peer says it is.
   * IOS-XE: `match identity remote any` or `no match identity remote any` (not shown at false).
   */
  readonly matchRemoteAny?: true;
  /**
   * Peers whose certificate one of these maps matches: the only match that works for a peer that sends its DN.
   * Allowed: at least 1.
   * IOS-XE: `match certificate …`, a line each.
   */
  readonly matchCertificates?: readonly Reference<'certificate-map'>[];
  /**
   * Only for connections that peers open. IOS-XE 17.9 and later.
   * IOS-XE: `match inbound-only` or `no match inbound-only` (not shown at false).
   */
  readonly matchInboundOnly?: true;
  /**
   * Only for tunnels that one of the device's own applications builds.
   * IOS-XE: `match application …`.
   * @default for all
   */
  readonly matchApplication?: 'sdwan' | 'autovpn';
  /**
   * Who this end says it is.
   * IOS-XE: `identity local …`.
   * @default its address
   */
  readonly identityLocal?:
    | {
        readonly type: 'dn';
      }
    | {
        readonly type: 'address';
        /** Allowed: four numbers of 0 to 255, like 192.0.2.1. */
        readonly address: string;
      }
    | {
        readonly type: 'fqdn';
        /** Allowed: at most 255 characters. */
        readonly fqdn: string;
      }
    | {
        readonly type: 'email';
        /** Allowed: at most 255 characters. */
        readonly email: string;
      }
    | {
        readonly type: 'key-id';
        /** Allowed: at most 255 characters. */
        readonly keyId: string;
      };
  /**
   * How the peer proves itself; several methods may be allowed.
   * Allowed: at least 1; each one of rsa-sig, ecdsa-sig, pre-share, eap, anyconnect-eap, or an object like {
   * method: 'eap', queryIdentity: true }.
   * IOS-XE: `authentication remote …`, a line each.
   */
  readonly authenticationRemote?: readonly (
    | 'rsa-sig'
    | 'ecdsa-sig'
    | 'pre-share'
    | 'eap'
    | 'anyconnect-eap'
    | {
        readonly method: 'pre-share';
        /** The key, in the profile itself instead of a keyring. Only ever a `Secret`. */
        readonly key: SecretRef;
      }
    | {
        readonly method: 'eap';
        /** Ask the client who it is: AnyConnect and Windows ask their user only then. */
        readonly queryIdentity?: true;
        /**
         * Seconds for each answer of the client, 45 to 180.
         * Allowed: 45 to 180 seconds.
         * @default 90
         */
        readonly timeout?: number;
      }
    | {
        readonly method: 'anyconnect-eap';
        /** Ask for the client's certificate too (two factors). */
        readonly certRequest?: true;
      }
  )[];
  /**
   * How this end proves itself.
   * Allowed: one of rsa-sig, ecdsa-sig, pre-share, eap, or an object like { method: 'pre-share', key:
   * Secret.fromEnv('KEY') }.
   * IOS-XE: `authentication local …`.
   */
  readonly authenticationLocal?:
    | 'rsa-sig'
    | 'ecdsa-sig'
    | 'pre-share'
    | 'eap'
    | 'dynamic'
    | {
        readonly method: 'pre-share';
        /** The key, in the profile itself instead of a keyring. Only ever a `Secret`. */
        readonly key: SecretRef;
      }
    | {
        readonly method: 'eap';
        /**
         * EAP method.
         * @default what the server asks for
         */
        readonly type?: 'gtc' | 'md5' | 'mschapv2';
        /**
         * User name; without it the operator is asked.
         * Allowed: at most 255 characters.
         */
        readonly username?: string;
        /** Only ever a `Secret`; with `username`. */
        readonly password?: SecretRef;
      };
  /**
   * Needed with `pre-share`, unless the key stands in the method or comes from `keyringAaa`.
   * IOS-XE: `keyring local …`.
   */
  readonly keyring?: Reference<'ikev2-keyring'>;
  /**
   * Pre-shared keys from a RADIUS server, asked by the peer's identity.
   * IOS-XE: `keyring aaa …`.
   */
  readonly keyringAaa?: {
    readonly list: Reference<'aaa-authorization-list'>;
    /**
     * What of the identity is the name to ask for.
     * @default all of it
     */
    readonly nameMangler?: Reference<'ikev2-name-mangler'>;
    /**
     * Password to ask with. Only ever a `Secret`.
     * @default `cisco`
     */
    readonly password?: SecretRef;
  };
  /**
   * The keyring whose peers have postquantum preshared keys (`ppk`, RFC 8784). IOS-XE 17.11 and later.
   * IOS-XE: `keyring ppk …`.
   */
  readonly keyringPpk?: Reference<'ikev2-keyring'>;
  /**
   * Needed with a signature method. `sign`: only to prove this end; `verify`: only to check the peer.
   * Allowed: at least 1.
   * IOS-XE: `pki trustpoint …`, a line each.
   */
  readonly trustpoints?: readonly (
    | Reference<'cert-trustpoint'>
    | {
        readonly trustpoint: Reference<'cert-trustpoint'>;
        readonly use: 'sign' | 'verify';
      }
  )[];
  /**
   * IKE SA lifetime in seconds, 120 to 86400, or `certificate`: as long as the peer's.
   * IOS-XE: `lifetime …` (not shown at 86400).
   * @default 86400
   */
  readonly lifetime?: number | 'certificate';
  /**
   * Dead peer detection: seconds between probes (10 to 3600), between retries (2 to 60), and when.
   * IOS-XE: `dpd …`.
   * @default off
   */
  readonly dpd?: {
    /** Allowed: 10 to 3600 seconds. */
    readonly interval: number;
    /** Allowed: 2 to 60 seconds. */
    readonly retry: number;
    readonly mode: 'on-demand' | 'periodic';
  };
  /**
   * Seconds between keepalives through NAT, 5 to 3600.
   * Allowed: 5 to 3600 seconds.
   * IOS-XE: `nat keepalive …`.
   * @default none
   */
  readonly natKeepalive?: number;
  /**
   * UDP encapsulation even where there is no NAT.
   * IOS-XE: `nat force-encap` or `no nat force-encap` (not shown at false).
   */
  readonly natForceEncap?: true;
  /**
   * The VRF of what is inside the tunnels. It must have an address family.
   * Allowed: 1 to 64 letters, digits or _ . : / + -, beginning with a letter, a digit or _.
   * IOS-XE: `ivrf …`.
   * @default global
   */
  readonly ivrf?: Reference<'vrf'> | string;
  /**
   * Who checks the password of a peer that uses EAP; one for each method.
   * Allowed: at least 1.
   * IOS-XE: `aaa authentication …`, a line each.
   */
  readonly aaaAuthentication?: readonly {
    readonly method: 'eap' | 'anyconnect-eap';
    /** The login method list. */
    readonly list: Reference<'aaa-authentication-list'>;
  }[];
  /**
   * Who says what a peer may have; one for each of group and user, and each method.
   * Allowed: at least 1.
   * IOS-XE: `aaa authorization …`, a line each.
   */
  readonly aaaAuthorization?: readonly {
    /** Attributes of the peer's group, or of the peer itself, which win unless `override`. */
    readonly of: 'group' | 'user';
    readonly method: 'cert' | 'eap' | 'psk' | 'anyconnect-eap' | 'any';
    /** The network method list. Left out with `cached`. */
    readonly list?: Reference<'aaa-authorization-list'>;
    /**
     * The IKEv2 authorization policy (a local list), or the user name to ask a server for.
     * Allowed: at most 128 characters.
     */
    readonly policy?: Reference<'ikev2-authorization-policy'> | string;
    /** What of the peer's identity is the name to ask for. Instead of `policy`. */
    readonly nameMangler?: Reference<'ikev2-name-mangler'>;
    /**
     * Password to ask a server with. Only ever a `Secret`.
     * @default `cisco`
     */
    readonly password?: SecretRef;
    /** Group attributes win over those of the user. */
    readonly override?: true;
    /** The attributes that came with the authentication. Of users only. */
    readonly cached?: true;
  }[];
  /**
   * Who is told of connections; one for each method.
   * Allowed: at least 1.
   * IOS-XE: `aaa accounting …`, a line each.
   */
  readonly aaaAccounting?: readonly {
    readonly method: 'cert' | 'eap' | 'psk' | 'anyconnect-eap';
    /** The accounting method list. */
    readonly list: Reference<'aaa-accounting-list'>;
  }[];
  /**
   * What each tunnel of a peer is cloned from. `auto`: the peer decides between GRE and IPsec, IPv4 and IPv6.
   * IOS-XE: `virtual-template …`.
   */
  readonly virtualTemplate?:
    | Reference<'virtual-template'>
    | {
        readonly template: Reference<'virtual-template'>;
        readonly mode: 'auto';
      };
  /**
   * The client profile that AnyConnect downloads.
   * IOS-XE: `anyconnect profile …`.
   */
  readonly anyconnectProfile?: Reference<'anyconnect-profile'>;
  /**
   * Sessions survive a change of the client's network: true, or with seconds that they wait (600 to 86400, default
   * 1800).
   * IOS-XE: `reconnect …`.
   */
  readonly reconnect?:
    | true
    | {
        /** Allowed: 600 to 86400 seconds. */
        readonly timeout: number;
      };
  /**
   * Send peers to the least loaded gateway of a cluster, after authentication.
   * IOS-XE: `redirect gateway auth` or `no redirect gateway auth` (not shown at false).
   */
  readonly redirectGatewayAuth?: true;
  /**
   * Ask the peer for its configuration.
   * IOS-XE: `config-exchange request` or `no config-exchange request` (not shown at true).
   * @default true
   */
  readonly configExchangeRequest?: boolean;
  /**
   * Take the configuration that a peer sends unasked.
   * IOS-XE: `config-exchange set accept` or `no config-exchange set accept` (not shown at true).
   * @default true
   */
  readonly configExchangeSetAccept?: boolean;
  /**
   * Send this end's configuration unasked.
   * IOS-XE: `config-exchange set send` or `no config-exchange set send` (not shown at true).
   * @default true
   */
  readonly configExchangeSetSend?: boolean;
  /**
   * Take every connection of a peer for its first: its older ones go.
   * IOS-XE: `initial-contact force` or `no initial-contact force` (not shown at false).
   */
  readonly initialContactForce?: true;
  /**
   * Keep the profile and use it for no peer.
   * IOS-XE: `shutdown` or `no shutdown` (not shown at false).
   */
  readonly shutdown?: true;
  /**
   * Identities and authentication come from a RADIUS server. Excludes every static line of them.
   * IOS-XE: `dynamic` or `no dynamic` (not shown at false).
   */
  readonly dynamic?: true;
}

/**
 * What the IKE SA with a set of peers is: whom to believe, who to be, for how long.
 * IOS-XE: `crypto ikev2 profile <name>`.
 */
export class IkeV2Profile extends DeviceObject<'ikev2-profile', IkeV2ProfileProps> implements IIkeV2Profile {
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): IIkeV2Profile {
    return new ExistingObject(scope, id, 'ikev2-profile', name);
  }

  constructor(scope: Construct, id: string, props: IkeV2ProfileProps = {}) {
    super(scope, id, 'ikev2-profile', () => props);
  }
}
