// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { IIpv6AddressPool } from '../references';

/** Props of `Ipv6AddressPool`. */
export interface Ipv6AddressPoolProps extends Placed {
  /**
   * Name on the device.
   * @default the construct's id; inside a composite its path below the stack, joined with `-`
   */
  readonly name?: string;
  /**
   * First address with its prefix length: `2001:db8:1::10/64`.
   * FMC: `ipv6StartAddress`.
   */
  readonly start: string;
  /**
   * How many addresses, 1 to 16384.
   * Allowed: 1 to 16384 addresses.
   * FMC: `numberOfAddresses`.
   */
  readonly size: number;
  /**
   * Whether single firewalls may have another value under this name: a `Ipv6AddressPoolOverride` gives it.
   * FMC: `overridable`.
   * @default what is set on the FMC, and no for a new one
   */
  readonly overridable?: boolean;
}

/**
 * IPv6 addresses that the device gives to clients: so many from the first one on.
 * FMC: `object/ipv6addresspools`.
 */
export class Ipv6AddressPool
  extends DeviceObject<'ipv6-address-pool', Ipv6AddressPoolProps>
  implements IIpv6AddressPool
{
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): IIpv6AddressPool {
    return new ExistingObject(scope, id, 'ipv6-address-pool', name);
  }

  constructor(scope: Construct, id: string, props: Ipv6AddressPoolProps) {
    super(scope, id, 'ipv6-address-pool', () => props);
  }
}
