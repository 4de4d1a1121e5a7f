// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { IVrf } from '../references';

/** Props of `Vrf`. */
export interface VrfProps extends Placed {
  /**
   * Name on the device.
   * @default the construct's id; inside a composite its path below the stack, joined with `-`
   */
  readonly name?: string;
  /**
   * A remark that the device keeps; one line.
   * Allowed: at most 244 characters.
   * IOS-XE: `description …`.
   */
  readonly description?: string;
  /**
   * Route distinguisher, for example `65000:1`. Only where routes go into BGP.
   * Allowed: at most 32 characters.
   * IOS-XE: `rd …`.
   */
  readonly rd?: string;
  /**
   * Route targets of the routes that it gives, in all families.
   * Allowed: at least 1; each at most 32 characters.
   * IOS-XE: `route-target export …`, a line each.
   */
  readonly exports?: readonly string[];
  /**
   * Route targets of the routes that it takes, in all families.
   * Allowed: at least 1; each at most 32 characters.
   * IOS-XE: `route-target import …`, a line each.
   */
  readonly imports?: readonly string[];
  /**
   * The protocols that it routes.
   * Allowed: at least 1.
   * IOS-XE: `address-family <family>`, a block each: in the header, `route-target export …`, a line each,
   * `route-target import …`, a line each.
   * @default IPv4 alone
   */
  readonly addressFamilies?: readonly {
    readonly family: 'ipv4' | 'ipv6';
    /**
     * Route targets of the routes that it gives.
     * Allowed: at least 1; each at most 32 characters.
     */
    readonly exports?: readonly string[];
    /**
     * Route targets of the routes that it takes.
     * Allowed: at least 1; each at most 32 characters.
     */
    readonly imports?: readonly string[];
  }[];
}

/**
 * A routing table of its own. A VPN that uses it needs an address family in it.
 * IOS-XE: `vrf definition <name>`.
 */
export class Vrf extends DeviceObject<'vrf', VrfProps> implements IVrf {
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): IVrf {
    return new ExistingObject(scope, id, 'vrf', name);
  }

  constructor(scope: Construct, id: string, props: VrfProps = {}) {
    super(scope, id, 'vrf', () => props);
  }
}
