// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { ISecurityGroupTag } from '../references';

/** Props of `SecurityGroupTag`. */
export interface SecurityGroupTagProps extends Placed {
  /**
   * Name on the FMC.
   * @default the construct's id; inside a composite its path below the stack, joined with `-`
   */
  readonly name?: string;
  /**
   * Allowed: at most 200 characters.
   * FMC: `description`.
   */
  readonly description?: string;
  /**
   * 0 to 65535.
   * FMC: `tag`.
   */
  readonly tag: number;
}

/**
 * A custom security group tag of the FMC (TrustSec): lines of access lists match sources by it. Where the FMC
 * takes its tags from an ISE, it has no custom ones.
 * FMC: `object/securitygrouptags`.
 */
export class SecurityGroupTag
  extends DeviceObject<'security-group-tag', SecurityGroupTagProps>
  implements ISecurityGroupTag
{
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): ISecurityGroupTag {
    return new ExistingObject(scope, id, 'security-group-tag', name);
  }

  constructor(scope: Construct, id: string, props: SecurityGroupTagProps) {
    super(scope, id, 'security-group-tag', () => props);
  }
}
