// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { IFtdLoopback } from '../references';

/** Props of `FtdLoopback`. */
export interface FtdLoopbackProps extends Placed {
  /**
   * `Loopback` and a number of 1 to 1024.
   * @default the construct's id
   */
  readonly name?: string;
  /**
   * Its logical name on the firewall. A change makes it again.
   * FMC: `ifname` (fixed at creation).
   */
  readonly ifname: string;
  /**
   * A remark that the FMC keeps; one line.
   * Allowed: at most 200 characters.
   * FMC: `description`.
   */
  readonly description?: string;
  /**
   * Address with prefix length, usually /32. IPv6 may stand instead, or beside it.
   * Allowed: like 10.58.1.1/30.
   * FMC: `ipv4.static.address`, `ipv4.static.netmask`.
   */
  readonly address?: string;
  /**
   * IPv6 addresses with their prefix lengths, usually /128.
   * Allowed: at least 1.
   * FMC: `ipv6.addresses`.
   * @default none
   */
  readonly ipv6Addresses?: readonly string[];
  /**
   * Switched off by hand.
   * FMC: `enabled`.
   * @default false
   */
  readonly shutdown?: boolean;
}

/**
 * A loopback interface of a firewall: an address that is always there, which tunnels borrow.
 * FMC: `devices/devicerecords/{devicerecords:<device>}/loopbackinterfaces`.
 */
export class FtdLoopback extends DeviceObject<'ftd-loopback', FtdLoopbackProps> implements IFtdLoopback {
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): IFtdLoopback {
    return new ExistingObject(scope, id, 'ftd-loopback', name);
  }

  constructor(scope: Construct, id: string, props: FtdLoopbackProps) {
    super(scope, id, 'ftd-loopback', () => props);
  }
}
