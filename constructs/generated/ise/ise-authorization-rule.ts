// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { Reference } from '../../../lib/model/noun';
import { DeviceObject, type Placed } from '../../core/device-object';
import type { IIseAuthorizationRule } from '../references';
import type { IseCondition } from './types';

/** Props of `IseAuthorizationRule`. */
export interface IseAuthorizationRuleProps extends Placed {
  /**
   * Name in the policy set.
   * @default the construct's id; inside a composite its path below the stack, joined with `-`
   */
  readonly name?: string;
  /**
   * The policy set that it is in.
   * ISE: not in the body.
   */
  readonly policySet: Reference<'ise-policy-set'>;
  /**
   * Whom it is for.
   * ISE: `condition`.
   */
  readonly condition: IseCondition;
  /**
   * What they are given. `PermitAccess` and `DenyAccess` are there: refer to them with `fromExisting`.
   * Allowed: at least 1.
   * ISE: `profile`.
   */
  readonly profiles: readonly Reference<'ise-authorization-profile'>[];
  /**
   * Security group (TrustSec) by name.
   * Allowed: at most 64 characters.
   * ISE: `securityGroup`.
   * @default none
   */
  readonly securityGroup?: string;
  /**
   * Its place among the rules of the set, 0 is asked first.
   * Allowed: 0 to 10000.
   * ISE: `rank`.
   */
  readonly rank: number;
  /**
   * ISE: `state`.
   * @default 'enabled'
   */
  readonly state?: 'enabled' | 'disabled' | 'monitor';
}

/**
 * What a policy set gives to users who proved who they are.
 * ISE: `network-access/policy-set/{policyset:<policySet>}/authorization`.
 */
export class IseAuthorizationRule
  extends DeviceObject<'ise-authorization-rule', IseAuthorizationRuleProps>
  implements IIseAuthorizationRule
{
  constructor(scope: Construct, id: string, props: IseAuthorizationRuleProps) {
    super(scope, id, 'ise-authorization-rule', () => props);
  }
}
