// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { Reference } from '../../../lib/model/noun';
import { DeviceObject, type Placed } from '../../core/device-object';
import type { IPolicyAssignment } from '../references';

/** Props of `PolicyAssignment`. */
export interface PolicyAssignmentProps extends Placed {
  /**
   * The policy.
   * FMC: not in the body.
   */
  readonly policy: Reference<'ra-vpn-policy'> | Reference<'nat-policy'> | Reference<'platform-settings'>;
  /**
   * Firewalls and pairs; a pair is one.
   * Allowed: at least 1.
   * FMC: `targets`.
   */
  readonly devices: readonly Reference<'ftd-device'>[];
}

/**
 * Firewalls that a policy is for. Others that it is for stay.
 * FMC: `assignment/policyassignments`.
 */
export class PolicyAssignment
  extends DeviceObject<'policy-assignment', PolicyAssignmentProps>
  implements IPolicyAssignment
{
  constructor(scope: Construct, id: string, props: PolicyAssignmentProps) {
    super(scope, id, 'policy-assignment', () => props);
  }
}
