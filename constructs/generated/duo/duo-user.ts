// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { Reference } from '../../../lib/model/noun';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { IDuoUser } from '../references';

/** Props of `DuoUser`. */
export interface DuoUserProps extends Placed {
  /**
   * User name: the same as for the first factor.
   * @default the construct's id
   */
  readonly name?: string;
  /**
   * The person's name.
   * Allowed: at most 256 characters.
   * Duo: `realname`.
   * @default none
   */
  readonly realname?: string;
  /**
   * Mail address of the user.
   * Allowed: like alice@example.net.
   * Duo: `email`.
   */
  readonly email?: string;
  /**
   * Other names by which the user logs in, at most eight: `EXAMPLE\alice`, `alice@example.net`. No two users share
   * one.
   * Allowed: 1 to 8 items; each at most 256 characters.
   * Duo: `aliases`.
   * @default what is there stays
   */
  readonly aliases?: readonly string[];
  /**
   * `active`: asks for the second factor; `bypass`: lets in without it; `disabled`: denies.
   * Duo: `status`.
   * @default 'active'
   */
  readonly status?: 'active' | 'bypass' | 'disabled';
  /**
   * A remark for administrators, at most 512 characters.
   * Duo: `notes`.
   */
  readonly notes?: string;
  /**
   * Groups that the user is in. Memberships in groups that are not declared stay.
   * Duo: `group_id` of `groups`.
   */
  readonly groups?: readonly Reference<'duo-group'>[];
  /**
   * Phones of the user. Others, that the user has enrolled, stay.
   * Duo: `phone_id` of `phones`.
   */
  readonly phones?: readonly Reference<'duo-phone'>[];
  /**
   * Send a mail with a link by which the user enrols a phone, once, when the user is there and has none enrolled.
   * It is never sent again.
   * Duo: not in the body.
   * @default nothing is sent
   */
  readonly enrollment?: {
    /**
     * Where the mail goes.
     * Allowed: like alice@example.net.
     * @default `email`
     */
    readonly email?: string;
    /**
     * How long the link works, in seconds, 60 to 2592000.
     * Allowed: 60 to 2592000 seconds.
     * @default 2592000
     */
    readonly validSeconds?: number;
  };
}

/**
 * A user of the second factor. One who comes from a directory (directory sync) is not changed from here: a plan
 * says so, and only groups and phones are joined.
 * Duo: `admin/v1/users`.
 */
export class DuoUser extends DeviceObject<'duo-user', DuoUserProps> implements IDuoUser {
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): IDuoUser {
    return new ExistingObject(scope, id, 'duo-user', name);
  }

  constructor(scope: Construct, id: string, props: DuoUserProps = {}) {
    super(scope, id, 'duo-user', () => props);
  }
}
