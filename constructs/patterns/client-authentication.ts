import type { Referable } from '../../lib/model/noun';
import type { PropsOf } from '../../lib/model/nouns';
import type { AaaServerGroup } from '../generated/aaa/aaa-server-group';

type Mangler = PropsOf<'ikev2-name-mangler'>;
type DnField = NonNullable<Mangler['dn']>;

/**
 * How remote users prove who they are. The headend always shows its certificate. `S`: what its servers are, an
 * AaaServerGroup of a router or an AaaServer of an ASA.
 */
export type ClientAuthentication<S extends Servers = AaaServerGroup> =
  | { readonly method: 'cert' }
  | {
      readonly method: 'eap' | 'anyconnect-eap';
      readonly servers: S;
      readonly certificate: boolean;
      readonly list: string;
    };
type Servers = Referable<'aaa-server-group'> | Referable<'aaa-server'>;

/** How remote users prove who they are. The headend always shows its certificate. */
export const Clients = {
  /** By a certificate of the authority of the headend's trustpoint. */
  withCertificate: (): { readonly method: 'cert' } => ({ method: 'cert' }),
  /**
   * By a user name and what EAP asks for, which a RADIUS server checks. For AnyConnect and for the client of Windows.
   * `list`: name of the method list of a router, default that of the servers.
   */
  withEap: <S extends Servers>(servers: S, options: { readonly list?: string } = {}): ClientAuthentication<S> => ({
    method: 'eap',
    servers,
    certificate: false,
    list: options.list ?? servers.ref.name,
  }),
  /**
   * By AnyConnect's own EAP: a user name and a password that a directory (LDAP) or RADIUS checks. With `certificate`
   * the device shows its certificate too: two factors. `list`: name of the method list of a router, default that of the
   * servers.
   */
  withAnyConnectEap: <S extends Servers>(
    servers: S,
    options: { readonly certificate?: boolean; readonly list?: string } = {},
  ): ClientAuthentication<S> => ({
    method: 'anyconnect-eap',
    servers,
    certificate: options.certificate ?? false,
    list: options.list ?? servers.ref.name,
  }),
};

/** What the users of a group are given by the router itself. */
export interface ClientGroup {
  /** Name of the group, and of its IKEv2 authorization policy. */
  readonly name: string;
  /** Addresses that users are given. `name`: default the group's, with `-pool`. */
  readonly pool?: { readonly name?: string; readonly from: string; readonly to: string };
  /** DHCP server that gives addresses instead. */
  readonly dhcpServer?: string;
  /** One or two DNS servers. */
  readonly dns?: readonly string[];
  /** Mask of the given address. Default: the device's. */
  readonly netmask?: string;
  /** Networks that users reach through the tunnel, or the standard access list that holds them. Default: full tunnel, everything. */
  readonly networks?: readonly string[] | Referable<'access-list'>;
  /** Further lines of the interface of each user of the group, like `service-policy output QOS`. */
  readonly interfaceLines?: readonly string[];
  /** A VRF for this group; `gateway`: the router's address in it (`10.0.1.1/32`), on a loopback interface of its own. */
  readonly vrf?: { readonly vrf: Referable<'vrf'>; readonly gateway: string; readonly loopback: string };
}

/** Who says what a user may have. */
export type ClientAuthorization =
  | { readonly by: 'router'; readonly groups: readonly ClientGroup[]; readonly choose?: Choice; readonly list?: string }
  | { readonly by: 'radius'; readonly servers: AaaServerGroup; readonly group?: DnField; readonly user?: DnField };

/** What of a user's IKE or EAP identity is the name of the group. */
export type Choice = 'key-id' | 'organization-unit' | 'domain';

/** Who says what a user may have, besides what the server said when it checked the password. */
export const Authorization = {
  /**
   * The router, by groups of users. `choose`: what of the identity names the group; left out, the one group is for all,
   * or the key id where clients are known by key ids. `list`: name of the method list, default the VPN's id.
   */
  byRouter: (
    groups: readonly ClientGroup[],
    options: { readonly choose?: Choice; readonly list?: string } = {},
  ): ClientAuthorization => ({ by: 'router', groups, ...options }),
  /** A RADIUS server, asked by fields of the certificate's subject: for the group, for the user, or for both. */
  byRadius: (
    servers: AaaServerGroup,
    ask: { readonly group?: DnField; readonly user?: DnField },
  ): ClientAuthorization => ({ by: 'radius', servers, ...ask }),
};
