import type { Referable } from '../../../lib/model/noun';
import type { PropsOf } from '../../../lib/model/nouns';
import type { AaaServerGroup } from '../../generated/aaa/aaa-server-group';

type Mangler = PropsOf<'ikev2-name-mangler'>;
type DnField = NonNullable<Mangler['dn']>;

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
  | {
      readonly by: 'router';
      readonly groups: readonly ClientGroup[];
      readonly choose?: GroupSelector;
      readonly list?: string;
    }
  | { readonly by: 'radius'; readonly servers: AaaServerGroup; readonly group?: DnField; readonly user?: DnField };

/** What of a user's IKE or EAP identity is the name of the group. */
export type GroupSelector = 'key-id' | 'organization-unit' | 'domain';

/** By the router's own groups or by a RADIUS server, besides what the server said when it checked the password. */
export const ClientAuthorization = {
  /**
   * The router, by groups of users. `choose`: what of the identity names the group; left out, the one group is for all,
   * or the key id where clients are known by key ids. `list`: name of the method list, default the VPN's id.
   */
  byRouter: (
    groups: readonly ClientGroup[],
    options: { readonly choose?: GroupSelector; readonly list?: string } = {},
  ): ClientAuthorization => ({ by: 'router', groups, ...options }),
  /** A RADIUS server, asked by fields of the certificate's subject: for the group, for the user, or for both. */
  byRadius: (
    servers: AaaServerGroup,
    ask: { readonly group?: DnField; readonly user?: DnField },
  ): ClientAuthorization => ({ by: 'radius', servers, ...ask }),
};
