// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { Reference } from '../../../lib/model/noun';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { IIsePolicySet } from '../references';
import type { IseCondition } from './types';

/** Props of `IsePolicySet`. */
export interface IsePolicySetProps extends Placed {
  /**
   * Name in ISE.
   * @default the construct's id; inside a composite its path below the stack, joined with `-`
   */
  readonly name?: string;
  /**
   * A remark that ISE keeps, at most 256 characters.
   * ISE: `description`.
   */
  readonly description?: string;
  /**
   * Which requests it is for.
   * ISE: `condition`.
   */
  readonly condition: IseCondition;
  /**
   * By which protocols users are checked.
   * ISE: not in the body.
   * @default what ISE has by itself, `Default Network Access`
   */
  readonly protocols?: Reference<'ise-allowed-protocols'>;
  /**
   * Hand requests on to these servers, in place of `protocols`.
   * ISE: not in the body.
   */
  readonly proxy?: Reference<'ise-radius-server-sequence'>;
  /**
   * `monitor`: rules are matched and counted, and do nothing.
   * ISE: `state`.
   * @default 'enabled'
   */
  readonly state?: 'enabled' | 'disabled' | 'monitor';
  /**
   * Its place among all policy sets, 0 is asked first.
   * Allowed: 0 to 10000.
   * ISE: `rank`.
   * @default where ISE puts it; it is left there
   */
  readonly rank?: number;
}

/**
 * Rules for the requests that a condition picks (Policy > Policy Sets). Its default rules are ISE's: everybody
 * whom no rule of it is for is refused. OpenAPI, from ISE 3.1 on, at port 443.
 * ISE: `network-access/policy-set`.
 */
export class IsePolicySet extends DeviceObject<'ise-policy-set', IsePolicySetProps> implements IIsePolicySet {
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): IIsePolicySet {
    return new ExistingObject(scope, id, 'ise-policy-set', name);
  }

  constructor(scope: Construct, id: string, props: IsePolicySetProps) {
    super(scope, id, 'ise-policy-set', () => props);
  }
}
