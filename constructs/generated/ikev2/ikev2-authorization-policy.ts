// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { Reference } from '../../../lib/model/noun';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { IIkeV2AuthorizationPolicy } from '../references';

/** Props of `IkeV2AuthorizationPolicy`. */
export interface IkeV2AuthorizationPolicyProps extends Placed {
  /**
   * Name on the device; `default` is the smart default, and is changed by declaring it.
   * @default the construct's id; inside a composite its path below the stack, joined with `-`
   */
  readonly name?: string;
  /**
   * Where IPv4 addresses come from.
   * IOS-XE: `pool …`.
   */
  readonly pool?: Reference<'address-pool'>;
  /**
   * Name of the pool where IPv6 addresses come from.
   * IOS-XE: `ipv6 pool …`.
   */
  readonly ipv6Pool?: string;
  /**
   * Length of the IPv6 prefix that is given, 1 to 128.
   * IOS-XE: `ipv6 prefix …`.
   */
  readonly ipv6Prefix?: number;
  /**
   * Mask of the given address.
   * Allowed: four numbers of 0 to 255, like 192.0.2.1.
   * IOS-XE: `netmask …`.
   * @default the device's
   */
  readonly netmask?: string;
  /**
   * One or two DNS servers.
   * Allowed: 1 to 2 items; each four numbers of 0 to 255, like 192.0.2.1.
   * IOS-XE: `dns …`.
   */
  readonly dns?: readonly string[];
  /**
   * One or two DNS servers of IPv6.
   * Allowed: 1 to 2 items.
   * IOS-XE: `ipv6 dns …`.
   */
  readonly ipv6Dns?: readonly string[];
  /**
   * One or two WINS servers.
   * Allowed: 1 to 2 items; each four numbers of 0 to 255, like 192.0.2.1.
   * IOS-XE: `wins …`.
   */
  readonly wins?: readonly string[];
  /**
   * The client's domain.
   * Allowed: at most 128 characters.
   * IOS-XE: `def-domain …`.
   */
  readonly defDomain?: string;
  /**
   * What the client shows at login; one line (a terminal asks for more lines in ways that are not proven).
   * Allowed: at most 200 characters.
   * IOS-XE: `banner …`.
   */
  readonly banner?: string;
  /**
   * Domains whose names the VPN's servers know.
   * Allowed: at least 1; each at most 128 characters.
   * IOS-XE: `split-dns …`, a line each.
   */
  readonly splitDns?: readonly string[];
  /**
   * Tell the peer the address of the tunnel interface.
   * IOS-XE: `route set interface` or `no route set interface` (not shown at false).
   */
  readonly routeSetInterface?: true;
  /**
   * Tell the peer the networks of these interfaces.
   * Allowed: at least 1; each like GigabitEthernet0/0.
   * IOS-XE: `route set interface …`, a line each.
   */
  readonly routeSetInterfaces?: readonly (Reference<'loopback-interface'> | Reference<'tunnel-interface'> | string)[];
  /**
   * Tell the peer the networks of this list: for AnyConnect, the split tunnel.
   * IOS-XE: `route set access-list …`.
   */
  readonly routeSetAccessList?: Reference<'access-list'>;
  /**
   * The same for IPv6.
   * IOS-XE: `route set access-list ipv6 …`.
   */
  readonly routeSetIpv6AccessList?: Reference<'ipv6-access-list'>;
  /**
   * Networks that are told to the peer: `10.0.0.0/16`.
   * Allowed: at least 1; each 192.0.2.1, 10.20.0.0/16 (host bits zero) or 2001:db8::/64.
   * IOS-XE: `route set remote …`, a line each.
   */
  readonly routeSetRemote?: readonly string[];
  /**
   * Routes that this end makes towards the peer.
   * Allowed: at least 1.
   * IOS-XE: `route set local …`, a line each.
   */
  readonly routeSetLocal?: readonly {
    /** Allowed: 192.0.2.1, 10.20.0.0/16 (host bits zero) or 2001:db8::/64. */
    readonly network: string;
    /** Allowed: four numbers of 0 to 255, like 192.0.2.1. */
    readonly nextHop?: string;
    /** Allowed: 1 to 64 letters, digits or _ . : / + -, beginning with a letter, a digit or _. */
    readonly vrf?: Reference<'vrf'> | string;
    /** 1 to 497777. */
    readonly tag?: number;
    /** Administrative distance, 1 to 255. */
    readonly distance?: number;
  }[];
  /**
   * Take the routes that the peer tells, with this tag (1 to 497777) and distance (1 to 255).
   * IOS-XE: `route accept any …`.
   */
  readonly routeAccept?: {
    /** Allowed: 1 to 497777. */
    readonly tag?: number;
    /** Allowed: 1 to 255. */
    readonly distance?: number;
  };
  /**
   * Take the routes that a route map lets through.
   * IOS-XE: `route accept route-map …`.
   */
  readonly routeAcceptMap?: string;
  /**
   * Further attributes, like lines of the cloned interface.
   * IOS-XE: `aaa attribute list …`.
   */
  readonly attributeList?: Reference<'aaa-attribute-list'>;
  /**
   * DHCP server that gives addresses.
   * Allowed: like 192.0.2.1 or hub.example.net.
   * IOS-XE: `dhcp server …`.
   */
  readonly dhcpServer?: string;
  /**
   * Address by which the DHCP server chooses the network.
   * Allowed: four numbers of 0 to 255, like 192.0.2.1.
   * IOS-XE: `dhcp giaddr …`.
   */
  readonly dhcpGiaddr?: string;
  /**
   * Seconds to wait for the DHCP server, 4 to 30.
   * Allowed: 4 to 30 seconds.
   * IOS-XE: `dhcp timeout …` (not shown at 8).
   * @default 8
   */
  readonly dhcpTimeout?: number;
  /**
   * Gateways that a client tries when this one does not answer, at most 10.
   * Allowed: 1 to 10 items; each like 192.0.2.1 or hub.example.net.
   * IOS-XE: `backup-gateway …`, a line each.
   */
  readonly backupGateways?: readonly string[];
  /**
   * Seconds that a session may last, 120 to 25920000.
   * Allowed: 120 to 25920000 seconds.
   * IOS-XE: `session-lifetime …`.
   * @default no limit
   */
  readonly sessionLifetime?: number;
  /**
   * How many SAs a peer may have, 0 to 50000.
   * IOS-XE: `ipsec flow-limit …`.
   * @default no limit
   */
  readonly flowLimit?: number;
  /**
   * The client uses perfect forward secrecy.
   * IOS-XE: `pfs` or `no pfs` (not shown at false).
   */
  readonly pfs?: true;
  /**
   * The client may reach its own network (not AnyConnect, Cisco Live BRKSEC-2881).
   * IOS-XE: `include-local-lan` or `no include-local-lan` (not shown at false).
   */
  readonly includeLocalLan?: true;
  /**
   * The session ends when the smart card is taken out.
   * IOS-XE: `smartcard-removal-disconnect` or `no smartcard-removal-disconnect` (not shown at false).
   */
  readonly smartcardRemovalDisconnect?: true;
  /**
   * Where the client loads its configuration from.
   * Allowed: at most 255 characters.
   * IOS-XE: `configuration url …`.
   */
  readonly configurationUrl?: string;
  /**
   * Version of that configuration, 1 to 32767.
   * IOS-XE: `configuration version …`.
   */
  readonly configurationVersion?: number;
}

/**
 * What a peer or a group of peers is given: addresses, routes, servers. For local authorization.
 * IOS-XE: `crypto ikev2 authorization policy <name>`.
 */
export class IkeV2AuthorizationPolicy
  extends DeviceObject<'ikev2-authorization-policy', IkeV2AuthorizationPolicyProps>
  implements IIkeV2AuthorizationPolicy
{
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): IIkeV2AuthorizationPolicy {
    return new ExistingObject(scope, id, 'ikev2-authorization-policy', name);
  }

  constructor(scope: Construct, id: string, props: IkeV2AuthorizationPolicyProps = {}) {
    super(scope, id, 'ikev2-authorization-policy', () => props);
  }
}
