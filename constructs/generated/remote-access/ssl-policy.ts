// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { Reference } from '../../../lib/model/noun';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { ISslPolicy } from '../references';

/** Props of `SslPolicy`. */
export interface SslPolicyProps extends Placed {
  /**
   * Name on the device.
   * @default the construct's id; inside a composite its path below the stack, joined with `-`
   */
  readonly name?: string;
  /**
   * The certificate that it shows.
   * IOS-XE: `pki trustpoint …`.
   */
  readonly trustpoint: Reference<'cert-trustpoint'>;
  /**
   * The address it listens on, with its port (443, or 1025 to 65535; default 443). Or `interface`.
   * IOS-XE: `ip address local …`.
   */
  readonly address?: {
    /** Allowed: four numbers of 0 to 255, like 192.0.2.1. */
    readonly local: string;
    /** Allowed: 443 to 65535. */
    readonly port?: number;
    /** Allowed: 1 to 64 letters, digits or _ . : / + -, beginning with a letter, a digit or _. */
    readonly vrf?: Reference<'vrf'> | string;
  };
  /**
   * The interface whose address it listens on.
   * IOS-XE: `ip interface local …`.
   */
  readonly interface?: {
    /** Allowed: like GigabitEthernet0/0. */
    readonly local: Reference<'loopback-interface'> | Reference<'tunnel-interface'> | string;
    /** Allowed: 443 to 65535. */
    readonly port?: number;
  };
  /**
   * Name of an SSL proposal.
   * IOS-XE: `ssl proposal …`.
   * @default the device's
   */
  readonly proposal?: string;
  /**
   * Whether it stands and does nothing.
   * IOS-XE: `shutdown` or `no shutdown` (not shown at true).
   * @default false
   */
  readonly shutdown?: boolean;
}

/**
 * Where AnyConnect downloads its profile from. It cannot be active without a trustpoint and an address.
 * IOS-XE: `crypto ssl policy <name>`.
 */
export class SslPolicy extends DeviceObject<'ssl-policy', SslPolicyProps> implements ISslPolicy {
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): ISslPolicy {
    return new ExistingObject(scope, id, 'ssl-policy', name);
  }

  constructor(scope: Construct, id: string, props: SslPolicyProps) {
    super(scope, id, 'ssl-policy', () => props);
  }
}
