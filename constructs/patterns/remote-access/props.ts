import type { Referable } from '../../../lib/model/noun';
import type { SecretRef } from '../../../lib/model/secret';
import type { AsaFirewall } from '../../devices/asa-firewall';
import type { DuoAccount } from '../../devices/duo-account';
import type { FtdDevice } from '../../devices/fmc';
import type { IosXeRouter } from '../../devices/ios-xe-router';
import type { AaaServerGroup } from '../../generated/aaa/aaa-server-group';
import type { AaaServer } from '../../generated/aaa/aaa-server';
import type { DuoProxy } from '../duo/duo-proxy';
import type { IseAccessProps } from '../ise/props';
import type { CryptoSuite } from '../shared/crypto-suite';
import type { AsaRemoteAccessProps } from './asa/props';
import type { SamlIdentityProvider } from './authentication';
import type { RaVpnPolicyProps, RaClientProfile } from './ftd/props';
import type { FlexVpnRemoteAccessProps } from './router/props';
import type { SplitDomains } from './domains';

/** A second factor in front of the headend: the Duo proxy, and where the headend asks it from. */
export interface SecondFactor {
  /** The proxy that every login goes through. */
  readonly duo: DuoProxy;
  /** Address that the headend's requests come from. */
  readonly from: string;
  /** Shared secret of headend and proxy. Only ever a `Secret`. */
  readonly secret: SecretRef;
}

/** A login in a browser window, at an identity provider, which tells the headend who the user is (SAML 2.0). */
export interface SamlLogin {
  /**
   * Who asks the users: the Duo account, in which the SAML application is made (SAML by Duo Single Sign-On), or what
   * another identity provider says of itself.
   */
  readonly saml: DuoAccount | SamlIdentityProvider;
  /** Where users reach the headend, without a path: `https://vpn.example.net`. Its certificate must be for that name. */
  readonly url: string;
  /** Groups of the Duo account whose users may log in. Default: all users. */
  readonly groups?: readonly Referable<'duo-group'>[];
  /** The policy of the Duo account that logins follow. Default: the global one. */
  readonly policy?: Referable<'duo-policy'>;
}

/** A login as one of the users that the FMC keeps itself: `LocalRealmUser`. */
export interface LocalLogin {
  /** The realm that has them, of type `local`. */
  readonly local: Referable<'realm'>;
}

/** What remote access is made of, whatever the headend. `S`: the RADIUS servers of such a device. */
export interface RemoteAccessShared<S = AaaServerGroup, F extends SecondFactor = SecondFactor> {
  /** What protects the tunnels. */
  readonly suite: CryptoSuite;
  /** Addresses that users are given. `name`: default the group's, with `-pool`. */
  readonly pool: { readonly name?: string; readonly from: string; readonly to: string };
  /** How many users connect at once. The pool must have an address for each. Default: not checked. */
  readonly sessions?: number;
  /** One or two DNS servers. */
  readonly dns?: readonly string[];
  /** What checks users: RADIUS servers that the headend asks itself, or a second factor in front of them. */
  readonly authentication: S | F;
  /**
   * All of ISE that these users need: made with the rest. ISE stands behind the headend, or behind the proxy of the second
   * factor; `callers` are those who ask it. A router, and an ASA for Windows, hand EAP on: `protocols` are then EAP-MD5 for AnyConnect
   * on a router, and PEAP for Windows. Default: ISE is kept by others.
   */
  readonly ise?: IseAccessProps;
}

/** Remote users on a router: FlexVPN with EAP. */
export interface RouterRemoteAccessProps
  extends
    RemoteAccessShared,
    Pick<FlexVpnRemoteAccessProps, 'trustpoint' | 'gateway' | 'unnumbered' | 'software' | 'template' | 'autoMode'> {
  /** Where users connect to. */
  readonly headend: IosXeRouter;
  /** Networks that users reach through the tunnel, or the standard access list that holds them. Default: everything. */
  readonly networks?: readonly string[] | Referable<'access-list'>;
  /** Whom it is for. Default: everybody who can log in. */
  readonly match?: FlexVpnRemoteAccessProps['match'];
  /** The client profile that AnyConnect downloads. */
  readonly clientProfile?: Referable<'anyconnect-profile'>;
  /** Names on the device. Default: the id. */
  readonly names?: RemoteAccessNames;
}

/** Names on the device. Default: the id. */
export type RemoteAccessNames = NonNullable<FlexVpnRemoteAccessProps['names']> & {
  /** The IKEv2 authorization policy that says what users are given. */
  readonly group?: string;
  /** The method list that checks users. Default: the name of the servers. */
  readonly authenticationList?: string;
  /** The method list that says where the group stands. */
  readonly authorizationList?: string;
  /** The group of the proxies. Default: the id, with `-duo`. */
  readonly servers?: string;
  /** The first proxy. Default: the name of the group, with `-server`. */
  readonly server?: string;
};

/**
 * Remote users on a firewall of an FMC: a remote access policy by IPsec alone. With SAML TLS is open too: the browser window
 * comes back to the firewall over it.
 */
export interface FirewallRemoteAccessProps
  extends
    Omit<RemoteAccessShared, 'authentication'>,
    Pick<RaVpnPolicyProps, 'certificate' | 'zones' | 'lifetimeSeconds' | 'accessRules'> {
  /**
   * What checks users: RADIUS servers or a directory (a `Realm`) that the firewall asks itself, a second factor in front of
   * them, SAML, or users that the FMC keeps.
   */
  readonly authentication: AaaServerGroup | Referable<'realm'> | SecondFactor | SamlLogin | LocalLogin;
  /** Where users connect to. Objects are made on the FMC of the firewall. */
  readonly headend: FtdDevice;
  /** Networks that users reach through the tunnel, or the access list of the FMC that holds them. Default: everything. */
  readonly networks?: readonly string[] | Referable<'access-list'>;
  /** Domains that go through the tunnel or past it, whatever `networks` says. FMC 7.4 and later. Default: none. */
  readonly domains?: SplitDomains;
  /** The client profile that is made. It waits as long as the firewall waits for the push. Default: none. */
  readonly clientProfile?: RaClientProfile;
  /** Names on the FMC. Default: the id. */
  readonly names?: NonNullable<RaVpnPolicyProps['names']> & {
    /** The connection profile. */
    readonly group?: string;
    /** The attribute that holds the domains. Default: the id, with `-domains`. */
    readonly domains?: string;
    /** The group of the proxies. Default: the id, with `-duo`. */
    readonly servers?: string;
    /** The SAML application in Duo. Default: the id. */
    readonly application?: string;
    /** The SAML server on the FMC. Default: the id, with `-saml`. */
    readonly samlServer?: string;
    /** The enrolment of the identity provider's certificate. Default: the id, with `-idp`. */
    readonly samlCertificate?: string;
  };
}

/** A second factor in front of an ASA, which must know by which interface its servers are reached. */
export interface AsaSecondFactor extends SecondFactor {
  /** The interface by which the ASA reaches the proxies, by its logical name: `inside`. */
  readonly interface: string;
}

/** A login by SAML on an ASA, which keeps an identity provider by its entity ID: it must be known before. */
export type AsaSamlLogin = Omit<SamlLogin, 'saml' | 'groups' | 'policy'> & {
  /**
   * What the identity provider says of itself. Of Duo: apply the DuoSamlApplication first; `apply` says at its end what
   * Duo made, and `verify` says it later. `certificate` may be that of the construct.
   */
  readonly saml: SamlIdentityProvider;
};

/** Remote users on an ASA: AnyConnect, or with `software: ['windows']` the client of Windows by EAP. */
export interface AsaHeadendProps
  extends
    Omit<RemoteAccessShared, 'authentication'>,
    Pick<
      AsaRemoteAccessProps,
      | 'trustpoint'
      | 'tlsTrustpoint'
      | 'interface'
      | 'networks'
      | 'domains'
      | 'domain'
      | 'natExemption'
      | 'match'
      | 'software'
      | 'transport'
      | 'clientServices'
      | 'clientProfile'
      | 'clientImages'
      | 'accounting'
      | 'group'
      | 'aliases'
      | 'urls'
      | 'reverseRoute'
      | 'lifetimeSeconds'
    > {
  /** Where users connect to. */
  readonly headend: AsaFirewall;
  /** What checks users: RADIUS servers that the ASA asks itself, a second factor in front of them, or SAML. */
  readonly authentication: AaaServer | AsaSecondFactor | AsaSamlLogin;
  /** Addresses that users are given. `name`: default the id, with `-pool`. `mask`: default that of the address's class. */
  readonly pool: AsaRemoteAccessProps['pool'];
  /** Names on the device. Default: the id. */
  readonly names?: NonNullable<AsaRemoteAccessProps['names']> & {
    /** The group of the proxies. Default: the id, with `-duo`. */
    readonly servers?: string;
  };
}

/** What users connect to is a router, a firewall behind an FMC or an ASA: `headend` says which, and what else it needs. */
export type RemoteAccessProps = RouterRemoteAccessProps | FirewallRemoteAccessProps | AsaHeadendProps;
