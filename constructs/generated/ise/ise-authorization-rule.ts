// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { Reference } from '../../../lib/model/noun';
import { DeviceObject, type Placed } from '../../core/device-object';
import type { IIseAuthorizationRule } from '../references';

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
  readonly condition:
    | {
        /**
         * Dictionary of the attribute, as ISE spells it: `DEVICE`, `Radius`, `Network Access`, `Cisco-VPN3000`.
         * Allowed: at most 128 characters.
         */
        readonly dictionary: string;
        /**
         * The attribute: `Device Type`, `NAS-IP-Address`.
         * Allowed: at most 128 characters.
         */
        readonly attribute: string;
        /**
         * How they are compared.
         * @default 'equals'
         */
        readonly operator?:
          | 'equals'
          | 'notEquals'
          | 'contains'
          | 'notContains'
          | 'startsWith'
          | 'notStartsWith'
          | 'endsWith'
          | 'notEndsWith'
          | 'matches'
          | 'in'
          | 'notIn'
          | 'ipEquals'
          | 'ipNotEquals'
          | 'greaterThan'
          | 'lessThan';
        /**
         * What it is compared with: `All Device Types#VPN`.
         * Allowed: at most 512 characters.
         */
        readonly value: string;
        /**
         * The opposite.
         * @default false
         */
        readonly not?: boolean;
      }
    | {
        /**
         * All of these fit; one of them may be a block of which any fits.
         * Allowed: at least 2.
         */
        readonly all: readonly (
          | {
              /**
               * Dictionary of the attribute, as ISE spells it: `DEVICE`, `Radius`, `Network Access`, `Cisco-VPN3000`.
               * Allowed: at most 128 characters.
               */
              readonly dictionary: string;
              /**
               * The attribute: `Device Type`, `NAS-IP-Address`.
               * Allowed: at most 128 characters.
               */
              readonly attribute: string;
              /**
               * How they are compared.
               * @default 'equals'
               */
              readonly operator?:
                | 'equals'
                | 'notEquals'
                | 'contains'
                | 'notContains'
                | 'startsWith'
                | 'notStartsWith'
                | 'endsWith'
                | 'notEndsWith'
                | 'matches'
                | 'in'
                | 'notIn'
                | 'ipEquals'
                | 'ipNotEquals'
                | 'greaterThan'
                | 'lessThan';
              /**
               * What it is compared with: `All Device Types#VPN`.
               * Allowed: at most 512 characters.
               */
              readonly value: string;
              /**
               * The opposite.
               * @default false
               */
              readonly not?: boolean;
            }
          | {
              /** Allowed: at least 2. */
              readonly any: readonly {
                /**
                 * Dictionary of the attribute, as ISE spells it: `DEVICE`, `Radius`, `Network Access`, `Cisco-VPN3000`.
                 * Allowed: at most 128 characters.
                 */
                readonly dictionary: string;
                /**
                 * The attribute: `Device Type`, `NAS-IP-Address`.
                 * Allowed: at most 128 characters.
                 */
                readonly attribute: string;
                /**
                 * How they are compared.
                 * @default 'equals'
                 */
                readonly operator?:
                  | 'equals'
                  | 'notEquals'
                  | 'contains'
                  | 'notContains'
                  | 'startsWith'
                  | 'notStartsWith'
                  | 'endsWith'
                  | 'notEndsWith'
                  | 'matches'
                  | 'in'
                  | 'notIn'
                  | 'ipEquals'
                  | 'ipNotEquals'
                  | 'greaterThan'
                  | 'lessThan';
                /**
                 * What it is compared with: `All Device Types#VPN`.
                 * Allowed: at most 512 characters.
                 */
                readonly value: string;
                /**
                 * The opposite.
                 * @default false
                 */
                readonly not?: boolean;
              }[];
            }
        )[];
      }
    | {
        /**
         * Any of these fits; one of them may be a block of which all fit.
         * Allowed: at least 2.
         */
        readonly any: readonly (
          | {
              /**
               * Dictionary of the attribute, as ISE spells it: `DEVICE`, `Radius`, `Network Access`, `Cisco-VPN3000`.
               * Allowed: at most 128 characters.
               */
              readonly dictionary: string;
              /**
               * The attribute: `Device Type`, `NAS-IP-Address`.
               * Allowed: at most 128 characters.
               */
              readonly attribute: string;
              /**
               * How they are compared.
               * @default 'equals'
               */
              readonly operator?:
                | 'equals'
                | 'notEquals'
                | 'contains'
                | 'notContains'
                | 'startsWith'
                | 'notStartsWith'
                | 'endsWith'
                | 'notEndsWith'
                | 'matches'
                | 'in'
                | 'notIn'
                | 'ipEquals'
                | 'ipNotEquals'
                | 'greaterThan'
                | 'lessThan';
              /**
               * What it is compared with: `All Device Types#VPN`.
               * Allowed: at most 512 characters.
               */
              readonly value: string;
              /**
               * The opposite.
               * @default false
               */
              readonly not?: boolean;
            }
          | {
              /** Allowed: at least 2. */
              readonly all: readonly {
                /**
                 * Dictionary of the attribute, as ISE spells it: `DEVICE`, `Radius`, `Network Access`, `Cisco-VPN3000`.
                 * Allowed: at most 128 characters.
                 */
                readonly dictionary: string;
                /**
                 * The attribute: `Device Type`, `NAS-IP-Address`.
                 * Allowed: at most 128 characters.
                 */
                readonly attribute: string;
                /**
                 * How they are compared.
                 * @default 'equals'
                 */
                readonly operator?:
                  | 'equals'
                  | 'notEquals'
                  | 'contains'
                  | 'notContains'
                  | 'startsWith'
                  | 'notStartsWith'
                  | 'endsWith'
                  | 'notEndsWith'
                  | 'matches'
                  | 'in'
                  | 'notIn'
                  | 'ipEquals'
                  | 'ipNotEquals'
                  | 'greaterThan'
                  | 'lessThan';
                /**
                 * What it is compared with: `All Device Types#VPN`.
                 * Allowed: at most 512 characters.
                 */
                readonly value: string;
                /**
                 * The opposite.
                 * @default false
                 */
                readonly not?: boolean;
              }[];
            }
        )[];
      };
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
