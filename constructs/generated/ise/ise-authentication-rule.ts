// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { Reference } from '../../../lib/model/noun';
import { DeviceObject, type Placed } from '../../core/device-object';
import type { IIseAuthenticationRule } from '../references';
import type { IseCondition } from './types';

/** Props of `IseAuthenticationRule`. */
export interface IseAuthenticationRuleProps extends Placed {
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
   * Which of the set's requests it is for.
   * ISE: `condition`.
   */
  readonly condition: IseCondition;
  /**
   * Where users are looked for: a sequence, a join point, or a source by name, like `Internal Users`.
   * Allowed: at most 128 characters.
   * ISE: `identitySourceName`.
   */
  readonly source: Reference<'ise-identity-source-sequence'> | Reference<'ise-active-directory'> | string;
  /**
   * Its place among the rules of the set, 0 is asked first.
   * Allowed: 0 to 10000.
   * ISE: `rank`.
   */
  readonly rank: number;
  /**
   * What follows a wrong password.
   * ISE: `ifAuthFail`.
   * @default 'reject'
   */
  readonly ifAuthFail?: 'reject' | 'continue' | 'drop';
  /**
   * What follows an unknown user.
   * ISE: `ifUserNotFound`.
   * @default 'reject'
   */
  readonly ifUserNotFound?: 'reject' | 'continue' | 'drop';
  /**
   * What follows when the source cannot be asked.
   * ISE: `ifProcessFail`.
   * @default 'drop'
   */
  readonly ifProcessFail?: 'reject' | 'continue' | 'drop';
  /**
   * ISE: `state`.
   * @default 'enabled'
   */
  readonly state?: 'enabled' | 'disabled' | 'monitor';
}

/**
 * Where a policy set looks for the users of some requests.
 * ISE: `network-access/policy-set/{policyset:<policySet>}/authentication`.
 */
export class IseAuthenticationRule
  extends DeviceObject<'ise-authentication-rule', IseAuthenticationRuleProps>
  implements IIseAuthenticationRule
{
  constructor(scope: Construct, id: string, props: IseAuthenticationRuleProps) {
    super(scope, id, 'ise-authentication-rule', () => props);
  }
}
