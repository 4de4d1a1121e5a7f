// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { Reference } from '../../../lib/model/noun';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { IFtdDynamicTunnel } from '../references';

/** Props of `FtdDynamicTunnel`. */
export interface FtdDynamicTunnelProps extends Placed {
  /**
   * `Virtual-Template` and a number of 1 to 10413, which no tunnel of the firewall has.
   * @default the construct's id
   */
  readonly name?: string;
  /**
   * Its logical name on the firewall.
   * FMC: `ifname`.
   */
  readonly ifname: string;
  /**
   * The security zone of all tunnels that are cloned from it.
   * FMC: `securityZone`.
   * @default none
   */
  readonly zone?: Reference<'security-zone'>;
  /**
   * A remark that the FMC keeps; one line.
   * Allowed: at most 200 characters.
   * FMC: `description`.
   */
  readonly description?: string;
  /**
   * What the tunnels carry, whatever they go over; the interface that they borrow from has an address of this
   * family.
   * FMC: `ipsecMode`.
   * @default 'ipsec-ipv4'
   */
  readonly mode?: 'ipsec-ipv4' | 'ipsec-ipv6';
  /**
   * Whose address the tunnels have: the FtdLoopback construct, or the logical name of an interface; not the
   * `source`.
   * Allowed: 1 to 64 letters, digits or _ . : / + -, beginning with a letter, a digit or _.
   * FMC: `borrowIPfrom`.
   */
  readonly unnumbered: Reference<'ftd-loopback'> | string;
  /**
   * Logical name of the interface that tunnels leave by, like `outside`.
   * FMC: `tunnelSource`.
   */
  readonly source: string;
  /**
   * The IPv6 address of the source interface that tunnels leave from.
   * FMC: `tunnelSrcIPv6IntfAddr`.
   * @default its IPv4 address
   */
  readonly sourceIpv6Address?: string;
  /**
   * Switched off by hand.
   * FMC: `enabled`.
   * @default false
   */
  readonly shutdown?: boolean;
}

/**
 * What the tunnels of all spokes of a firewall are cloned from (dynamic virtual tunnel interface). It has no
 * address of its own, and borrows one.
 * FMC: `devices/devicerecords/{devicerecords:<device>}/virtualtunnelinterfaces`.
 */
export class FtdDynamicTunnel
  extends DeviceObject<'ftd-dynamic-tunnel', FtdDynamicTunnelProps>
  implements IFtdDynamicTunnel
{
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): IFtdDynamicTunnel {
    return new ExistingObject(scope, id, 'ftd-dynamic-tunnel', name);
  }

  constructor(scope: Construct, id: string, props: FtdDynamicTunnelProps) {
    super(scope, id, 'ftd-dynamic-tunnel', () => props);
  }
}
