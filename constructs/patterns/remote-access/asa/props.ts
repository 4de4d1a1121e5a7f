import type { Referable } from '../../../../lib/model/noun';
import type { AsaFirewall } from '../../../devices/asa-firewall';
import type { WebvpnProps } from '../../../generated/remote-access/webvpn';
import type { AsaGroupPolicyProps } from '../../../generated/remote-access/asa-group-policy';
import type { CryptoSuite } from '../../shared/crypto-suite';
import type { AsaNatExemption } from '../../shared/props';
import type { ClientAuthentication, ClientMatch, SamlAuthentication } from '../authentication';
import type { SplitDomains } from '../domains';
import type { ClientTransport } from '../transport';

export interface AsaRemoteAccessProps extends ClientTransport {
  /** The ASA, where the scope is neither it nor on it: inside a composite. Default: the ASA of the scope. */
  readonly device?: AsaFirewall;
  /** What protects the VPN. Its `pfs` is not written: clients do not ask for it, and could not renew their keys. */
  readonly suite: CryptoSuite;
  /** Name of the trustpoint whose certificate the ASA shows: declared before, or there already. It is one for all clients. */
  readonly trustpoint: string;
  /**
   * Name of the trustpoint whose certificate browsers and AnyConnect meet over TLS at the interface (`ssl trust-point`),
   * where TLS is open. `false`: nothing is written, and it is what the ASA shows otherwise: that of a trustpoint for all
   * interfaces, or one that it signed itself. Write `false` for the first run where the ASA refuses a trustpoint that is
   * not enrolled yet. Default: `trustpoint`.
   */
  readonly tlsTrustpoint?: string | false;
  /** How users prove who they are. */
  readonly authentication: ClientAuthentication<Referable<'aaa-server'>> | SamlAuthentication;
  /** The interface by which users come in, by its logical name: `outside`. */
  readonly interface: string;
  /** Addresses that users are given. `name`: default the id, with `-pool`. `mask`: default that of the address's class. */
  readonly pool: { readonly name?: string; readonly from: string; readonly to: string; readonly mask?: string };
  /**
   * Networks that users reach through the tunnel, or the standard access list that holds them. Default: everything.
   * Windows' own client takes no split tunnel.
   */
  readonly networks?: readonly string[] | Referable<'access-list'>;
  /**
   * Domains that Secure Client sends through the tunnel, beside `networks`, or past it. To change them later write another
   * `names.domains` too: an ASA keeps the values of a label. Default: none.
   */
  readonly domains?: SplitDomains;
  /**
   * The traffic of users is kept out of NAT: between their addresses and `networks`, or everything behind `inside`.
   * Needed where NAT translates what comes from inside. Default: nothing is.
   */
  readonly natExemption?: AsaNatExemption;
  /** One or two DNS servers. */
  readonly dns?: readonly string[];
  /** Domain of the users. */
  readonly domain?: string;
  /**
   * Which users this is for: the one key id that clients send, which is then the name of the tunnel group, or everybody
   * who names no group, for whom an ASA has groups by itself. Default: with EAP everybody, because Windows' own client
   * sends its address; else those who name the group. A client with a certificate names it by the OU of its subject.
   */
  readonly match?: Pick<ClientMatch, 'keyIds' | 'any'>;
  /** What users connect with. Default: AnyConnect, with EAP any other client. */
  readonly software?: readonly ('anyconnect' | 'windows')[];
  /**
   * Profiles and updates of AnyConnect by the ASA itself. They work over TLS only, so true opens TLS at the interface.
   * Default: false; hand profiles out by other means.
   */
  readonly clientServices?: boolean;
  /** The client profile that the ASA hands out. `file`: where it lies there, like `disk0:/staff.xml`. `name`: default the id. */
  readonly clientProfile?: { readonly name?: string; readonly file: string };
  /** Packages of AnyConnect to hand out, and their order. They lie on the ASA. */
  readonly clientImages?: NonNullable<WebvpnProps['anyconnectImages']>;
  /** Servers that say what a user may have, besides those that check the password. A user whom they do not know stays out. */
  readonly authorization?: Referable<'aaa-server'>;
  /** Servers that are told of sessions. Default: none. */
  readonly accounting?: Referable<'aaa-server'>;
  /**
   * What users get besides. What is left out comes from DfltGrpPolicy, but for protocols, split tunnel and the number of
   * logins (3), which are always written.
   */
  readonly group?: Omit<
    AsaGroupPolicyProps,
    | 'name'
    | 'tunnelProtocols'
    | 'splitTunnelPolicy'
    | 'splitTunnelNetworks'
    | 'anyconnectProfile'
    | 'simultaneousLogins'
  > & {
    /** How often one user may be logged in, 1 to 2147483647; `inherited`: what DfltGrpPolicy says. Default: 3. */
    readonly simultaneousLogins?: number | 'inherited';
  };
  /** URLs that lead AnyConnect to the group at once, like `https://vpn.example.net/staff`. Default: none. */
  readonly urls?: readonly string[];
  /** The ASA has a route to each user, which it can tell its neighbours. Default: it has none. */
  readonly reverseRoute?: true;
  /** Names under which AnyConnect lists the group. Default: the name of the tunnel group; none for everybody. */
  readonly aliases?: readonly string[];
  /** Names on the device. Default: the id. */
  readonly names?: {
    /** The tunnel group. Default: as `match` says. */
    readonly group?: string;
    readonly groupPolicy?: string;
    /** The number of the IKEv2 policy, like `10`. Default: the next from 100; an equal one of another VPN serves both. */
    readonly policy?: string;
    /** The IPsec proposal. An equal one of another VPN on this ASA serves both. */
    readonly transformSet?: string;
    /** The label of the attributes that hold the domains. Default: the id, with `-domains`. */
    readonly domains?: string;
    /** The access list of the networks. Default: the id, with `-networks`. */
    readonly accessList?: string;
    /** The dynamic map of the interface. Default: the interface, with `_clients`. */
    readonly dynamicMap?: string;
    /** The trustpoint of the identity provider's certificate. Default: the id, with `-idp`. */
    readonly samlCertificate?: string;
    /** The crypto map of the interface, which has only one. Default: the interface, with `_map`, as for SiteToSiteVpn. */
    readonly cryptoMap?: string;
    /** Place in the dynamic map. Default: the next from 10. */
    readonly dynamicSequence?: number;
    /** Place of the dynamic map in the crypto map, 1 to 65535: that of the first VPN for clients. Default: 65535, behind all peers. */
    readonly sequence?: number;
  };
}
