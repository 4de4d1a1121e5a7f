// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Reference } from '../../../lib/model/noun';
import { type Placed } from '../../core/device-object';

/** Props of `DuoRadiusApplication`. */
export interface DuoRadiusApplicationProps extends Placed {
  /**
   * Name in Duo. There must be no other application of that name.
   * @default the construct's id; inside a composite its path below the stack, joined with `-`
   */
  readonly name?: string;
  /**
   * Groups whose users may use it.
   * Allowed: at least 1.
   * Duo: `user_access`, `groups_allowed`.
   * @default all users
   */
  readonly groups?: readonly Reference<'duo-group'>[];
  /**
   * `simple`: EXAMPLE\alice and alice@example.net are both alice; `none`: names are taken as they are.
   * Duo: `username_normalization_policy`.
   * @default 'none'
   */
  readonly usernameNormalization?: 'simple' | 'none';
  /**
   * The policy that its logins follow.
   * Duo: `policy_key`.
   * @default the one that is there, or the global one
   */
  readonly policy?: Reference<'duo-policy'>;
  /**
   * A remark for administrators, at most 512 characters.
   * Duo: `notes`.
   */
  readonly notes?: string;
}
