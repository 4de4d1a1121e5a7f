// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { Reference } from '../../../lib/model/noun';
import { DeviceObject, type Placed } from '../../core/device-object';
import type { IAddressPoolOverride } from '../references';

/** Props of `AddressPoolOverride`. */
export interface AddressPoolOverrideProps extends Placed {
  /**
   * The pool, which is `overridable` and has ranges.
   * FMC: not in the body.
   */
  readonly object: Reference<'address-pool'>;
  /**
   * One range of addresses; without `to` it is one address.
   * Allowed: at least 1.
   * FMC: `ipAddressRange`.
   */
  readonly ranges: readonly {
    /** Allowed: four numbers of 0 to 255, like 192.0.2.1. */
    readonly from: string;
    /** Allowed: four numbers of 0 to 255, like 192.0.2.1. */
    readonly to?: string;
  }[];
  /**
   * The mask that clients get with the address.
   * Allowed: four numbers of 0 to 255, like 192.0.2.1.
   * FMC: `mask`.
   * @default that of the address's class
   */
  readonly mask?: string;
}

/**
 * Which addresses a pool has on one firewall: so one policy of remote access is for several firewalls, each of
 * which gives addresses of its own. A pool with a supernet needs none: there each firewall takes a part by
 * itself.
 * FMC: `object/ipv4addresspools/{ipv4addresspools:<object>}/overrides`.
 */
export class AddressPoolOverride
  extends DeviceObject<'address-pool-override', AddressPoolOverrideProps>
  implements IAddressPoolOverride
{
  constructor(scope: Construct, id: string, props: AddressPoolOverrideProps) {
    super(scope, id, 'address-pool-override', () => props);
  }
}
