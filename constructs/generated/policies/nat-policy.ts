// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { INatPolicy } from '../references';

/** Props of `NatPolicy`. */
export interface NatPolicyProps extends Placed {
  /**
   * Name on the FMC.
   * @default the construct's id; inside a composite its path below the stack, joined with `-`
   */
  readonly name?: string;
  /**
   * What it is for. Up to 200 characters.
   * Allowed: at most 200 characters.
   * FMC: `description`.
   */
  readonly description?: string;
}

/**
 * A NAT policy of the FMC, which `PolicyAssignment` puts on firewalls: one for a firewall. `NatRule` are its
 * rules. One that others keep is looked up with `NatPolicy.fromExisting`, and only rules of ours in it are ours.
 * FMC: `policy/ftdnatpolicies`.
 */
export class NatPolicy extends DeviceObject<'nat-policy', NatPolicyProps> implements INatPolicy {
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): INatPolicy {
    return new ExistingObject(scope, id, 'nat-policy', name);
  }

  constructor(scope: Construct, id: string, props: NatPolicyProps = {}) {
    super(scope, id, 'nat-policy', () => props);
  }
}
