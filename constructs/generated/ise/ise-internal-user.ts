// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { Reference } from '../../../lib/model/noun';
import type { SecretRef } from '../../../lib/model/secret';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { IIseInternalUser } from '../references';

/** Props of `IseInternalUser`. */
export interface IseInternalUserProps extends Placed {
  /**
   * User name. The same as in Duo, where a second factor follows.
   * @default the construct's id
   */
  readonly name?: string;
  /**
   * Password. ISE never shows it; it is sent when the user is made and when it changes, and at no other time.
   * ISE: `password` (never shown again).
   */
  readonly password: SecretRef;
  /**
   * Whether the user may log in.
   * ISE: `enabled`.
   * @default true
   */
  readonly enabled?: boolean;
  /**
   * A remark that ISE keeps, at most 256 characters.
   * ISE: `description`.
   */
  readonly description?: string;
  /**
   * Mail address of the user.
   * Allowed: like alice@example.net.
   * ISE: `email`.
   */
  readonly email?: string;
  /**
   * First name, at most 64 characters.
   * ISE: `firstName`.
   */
  readonly firstName?: string;
  /**
   * Last name, at most 64 characters.
   * ISE: `lastName`.
   */
  readonly lastName?: string;
  /**
   * User identity groups.
   * ISE: `identityGroups`.
   */
  readonly groups?: readonly Reference<'ise-identity-group'>[];
  /**
   * Ask for another password at the next login. A VPN client cannot answer that.
   * ISE: `changePassword`.
   * @default false
   */
  readonly changePassword?: boolean;
  /**
   * Values of the user custom attributes that are defined on ISE (Administration > Identities > Settings), by
   * their names: all that shall have a value.
   * ISE: `customAttributes`.
   * @default what is there stays
   */
  readonly customAttributes?: Readonly<Record<string, string>>;
}

/**
 * A user whom ISE itself knows (Administration > Identities > Users): the first factor, where no directory is
 * asked.
 * ISE: `internaluser`.
 */
export class IseInternalUser
  extends DeviceObject<'ise-internal-user', IseInternalUserProps>
  implements IIseInternalUser
{
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): IIseInternalUser {
    return new ExistingObject(scope, id, 'ise-internal-user', name);
  }

  constructor(scope: Construct, id: string, props: IseInternalUserProps) {
    super(scope, id, 'ise-internal-user', () => props);
  }
}
