// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { Reference } from '../../../lib/model/noun';
import { DeviceObject, type Placed } from '../../core/device-object';
import type { IIpv6AddressPoolOverride } from '../references';

/** Props of `Ipv6AddressPoolOverride`. */
export interface Ipv6AddressPoolOverrideProps extends Placed {
  /**
   * The pool, which is `overridable`.
   * FMC: not in the body.
   */
  readonly object: Reference<'ipv6-address-pool'>;
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
}

/**
 * Which IPv6 addresses a pool has on one firewall.
 * FMC: `object/ipv6addresspools/{ipv6addresspools:<object>}/overrides`.
 */
export class Ipv6AddressPoolOverride
  extends DeviceObject<'ipv6-address-pool-override', Ipv6AddressPoolOverrideProps>
  implements IIpv6AddressPoolOverride
{
  constructor(scope: Construct, id: string, props: Ipv6AddressPoolOverrideProps) {
    super(scope, id, 'ipv6-address-pool-override', () => props);
  }
}
