// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { IAddressPool } from '../references';

/** Props of `AddressPool`. */
export interface AddressPoolProps extends Placed {
  /**
   * Name on the device.
   * @default the construct's id; inside a composite its path below the stack, joined with `-`
   */
  readonly name?: string;
  /**
   * Ranges of addresses; a range without `to` is one address.
   * IOS-XE: `…`, a line each.
   * FMC: `ipAddressRange`.
   */
  readonly ranges?: readonly {
    /** Allowed: four numbers of 0 to 255, like 192.0.2.1. */
    readonly from: string;
    /** Allowed: four numbers of 0 to 255, like 192.0.2.1. */
    readonly to?: string;
  }[];
  /**
   * Instead of ranges: a network of which each firewall takes a part. FMC from 7.4 on only.
   * Not on IOS-XE: a pool of a router is its ranges: write ranges.
   * FMC: `addressType`, `supernetAddress`, `supernetPrefix`, `subnetPrefix`, `rangeStart`, `numberOfAddresses`.
   */
  readonly supernet?: {
    /**
     * The whole: `10.10.0.0/16`.
     * Allowed: like 10.20.0.0/16.
     */
    readonly network: string;
    /**
     * Prefix length of each part, longer than that of the whole: 24.
     * Allowed: 1 to 30.
     */
    readonly subnetLength: number;
    /**
     * Which address of a part is the first: 1 is the one after the network's own.
     * Allowed: 1 to 2147483647.
     * @default 1
     */
    readonly start?: number;
    /**
     * How many addresses of each part.
     * Allowed: 1 to 2147483647 addresses.
     */
    readonly size: number;
  };
  /**
   * The mask that clients get with the address. FMC and ASA only.
   * Allowed: four numbers of 0 to 255, like 192.0.2.1.
   * Not on IOS-XE: IOS-XE gives no mask with a pool: leave mask out.
   * FMC: `mask`.
   * @default that of the address's class
   */
  readonly mask?: string;
  /**
   * Whether single firewalls may have another value under this name: a `AddressPoolOverride` gives it. FMC only.
   * Not on IOS-XE: only an FMC has object overrides: write a pool for each router.
   * FMC: `overridable`.
   * @default what is set on the FMC, and no for a new one
   */
  readonly overridable?: boolean;
}

/**
 * Addresses that the device gives to peers.
 * IOS-XE: lines at the top level.
 * ASA: one line, `ip local pool …`.
 * FMC: `object/ipv4addresspools`.
 */
export class AddressPool extends DeviceObject<'address-pool', AddressPoolProps> implements IAddressPool {
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): IAddressPool {
    return new ExistingObject(scope, id, 'address-pool', name);
  }

  constructor(scope: Construct, id: string, props: AddressPoolProps = {}) {
    super(scope, id, 'address-pool', () => props);
  }
}
