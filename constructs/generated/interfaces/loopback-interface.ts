// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { Reference } from '../../../lib/model/noun';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { ILoopbackInterface } from '../references';

/** Props of `LoopbackInterface`. */
export interface LoopbackInterfaceProps extends Placed {
  /**
   * `Loopback` and a number of 0 to 2147483647.
   * @default the construct's id
   */
  readonly name?: string;
  /**
   * A remark that the device keeps; one line.
   * Allowed: at most 200 characters.
   * IOS-XE: `description …`.
   */
  readonly description?: string;
  /**
   * Address with prefix length, usually /32. It may be left out where there is an IPv6 address.
   * Allowed: like 10.58.1.1/30.
   * IOS-XE: `ip address …`.
   */
  readonly address?: string;
  /**
   * The VRF that the interface is in. IOS-XE only.
   * Allowed: 1 to 64 letters, digits or _ . : / + -, beginning with a letter, a digit or _.
   * IOS-XE: `vrf forwarding …`.
   * @default global
   */
  readonly vrf?: Reference<'vrf'> | string;
  /**
   * IPv6 addresses. IOS-XE only.
   * Allowed: at least 1; each like 2001:db8::1/64, { linkLocal: 'fe80::1' }, { prefix: '2001:db8::/64', eui64:
   * true }, autoconfig, negotiated or dhcp.
   * IOS-XE: `ipv6 address …`, a line each.
   */
  readonly ipv6Addresses?: readonly (
    | string
    | {
        readonly linkLocal: string;
      }
    | {
        readonly prefix: string;
        readonly eui64: true;
      }
  )[];
  /**
   * IPv6 with a link-local address alone. IOS-XE only.
   * IOS-XE: `ipv6 enable` or `no ipv6 enable` (not shown at false).
   */
  readonly ipv6Enable?: true;
  /**
   * Whether the device tells hosts of better ways (ICMP redirects). IOS-XE only.
   * IOS-XE: `ip redirects` or `no ip redirects` (not shown at true).
   * @default true; false on a DMVPN hub
   */
  readonly redirects?: boolean;
  /**
   * OSPF for IPv4: each line without its `ip ospf`, like `1 area 0`. IOS-XE only.
   * Allowed: at least 1; each at most 200 characters.
   * IOS-XE: `ip ospf …`, a line each.
   */
  readonly ospf?: readonly string[];
  /**
   * OSPF for IPv6: each line without its `ipv6 ospf`, like `1 area 0`. IOS-XE only.
   * Allowed: at least 1; each at most 200 characters.
   * IOS-XE: `ipv6 ospf …`, a line each.
   */
  readonly ipv6Ospf?: readonly string[];
  /**
   * Switched off by hand. IOS-XE only.
   * IOS-XE: `shutdown` or `no shutdown` (not shown at false).
   */
  readonly shutdown?: boolean;
}

/**
 * An interface that is always up: an address for tunnels and routing protocols to stand on.
 * IOS-XE: `interface <name>`; other lines of the block are left alone.
 */
export class LoopbackInterface
  extends DeviceObject<'loopback-interface', LoopbackInterfaceProps>
  implements ILoopbackInterface
{
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): ILoopbackInterface {
    return new ExistingObject(scope, id, 'loopback-interface', name);
  }

  constructor(scope: Construct, id: string, props: LoopbackInterfaceProps = {}) {
    super(scope, id, 'loopback-interface', () => props);
  }
}
