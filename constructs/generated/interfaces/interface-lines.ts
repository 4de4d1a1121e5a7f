// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { Reference } from '../../../lib/model/noun';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { IInterfaceLines } from '../references';

/** Props of `InterfaceLines`. */
export interface InterfaceLinesProps extends Placed {
  /**
   * The interface, for example `GigabitEthernet0/0`. It must be there.
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
   * Address with prefix length.
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
   * OSPF lines as text, without their first words `ip ospf`.
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
  /**
   * HSRP version, 1 or 2.
   * IOS-XE: `standby version …` (not shown at 1).
   * @default 1
   */
  readonly hsrpVersion?: 1 | 2;
  /**
   * HSRP groups: the cluster of a load balancer needs one.
   * Allowed: at least 1.
   * IOS-XE: `standby <group> …`, for each: in the header, `ip …`, `priority …` (not shown at 100), `preempt` or
   * `no preempt` (not shown at false), `name …`.
   */
  readonly hsrp?: readonly {
    /** 0 to 4095. */
    readonly group: number;
    /**
     * The address that they stand for.
     * Allowed: four numbers of 0 to 255, like 192.0.2.1.
     */
    readonly ip?: string;
    /**
     * By which a cluster names the group.
     * Allowed: at most 64 characters.
     */
    readonly groupName?: string;
    /**
     * Who is active, 0 to 255; the highest is.
     * @default 100
     */
    readonly priority?: number;
    /** Become active again when back. */
    readonly preempt?: true;
  }[];
  /**
   * Access lists, by name or number, for packets that come in or go out; one of each.
   * Allowed: at least 1.
   * IOS-XE: `ip access-group …`, a line each.
   */
  readonly accessGroups?: readonly {
    readonly list: string;
    readonly direction: 'in' | 'out';
  }[];
  /**
   * Further lines as they are typed, like `ip nat outside`.
   * Allowed: at least 1; each at most 250 characters.
   * IOS-XE: its lines as they are.
   */
  readonly lines?: readonly string[];
}

/**
 * Single lines on an interface that is not declared: only these are compared, typed and taken back. All others
 * stay.
 * IOS-XE: `interface <name>`; other lines of the block are left alone.
 */
export class InterfaceLines extends DeviceObject<'interface-lines', InterfaceLinesProps> implements IInterfaceLines {
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): IInterfaceLines {
    return new ExistingObject(scope, id, 'interface-lines', name);
  }

  constructor(scope: Construct, id: string, props: InterfaceLinesProps = {}) {
    super(scope, id, 'interface-lines', () => props);
  }
}
