// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { Reference } from '../../../lib/model/noun';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { IIseIdentityGroup } from '../references';

/** Props of `IseIdentityGroup`. */
export interface IseIdentityGroupProps extends Placed {
  /**
   * Name in ISE, at most 128 characters.
   * @default the construct's id; inside a composite its path below the stack, joined with `-`
   */
  readonly name?: string;
  /**
   * A remark that ISE keeps, at most 256 characters.
   * ISE: `description`.
   */
  readonly description?: string;
  /**
   * The group that it stands in.
   * ISE: `parentId`.
   * @default the root of user identity groups
   */
  readonly parent?: Reference<'ise-identity-group'>;
}

/**
 * A user identity group of ISE (Administration > Identity Management > Groups): rules of a policy set ask for it
 * as `IdentityGroup:Name`. From ISE 3.2 on they can be made; in earlier ones refer to what is there with
 * `fromExisting`.
 * ISE: `identitygroup`.
 */
export class IseIdentityGroup
  extends DeviceObject<'ise-identity-group', IseIdentityGroupProps>
  implements IIseIdentityGroup
{
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): IIseIdentityGroup {
    return new ExistingObject(scope, id, 'ise-identity-group', name);
  }

  constructor(scope: Construct, id: string, props: IseIdentityGroupProps = {}) {
    super(scope, id, 'ise-identity-group', () => props);
  }
}
