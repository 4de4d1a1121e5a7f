// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { Reference } from '../../../lib/model/noun';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { IAaaAuthenticationList } from '../references';

/** Props of `AaaAuthenticationList`. */
export interface AaaAuthenticationListProps extends Placed {
  /**
   * Name on the device; `default` is used wherever no other is named.
   * @default the construct's id; inside a composite its path below the stack, joined with `-`
   */
  readonly name?: string;
  /**
   * Methods in order: server groups, `local`, …
   * Allowed: at least 1; each an AaaServerGroup construct, or one of local, local-case, enable, line,
   * if-authenticated, group radius, group ldap, none.
   */
  readonly methods: readonly (
    | Reference<'aaa-server-group'>
    | 'local'
    | 'local-case'
    | 'none'
    | 'enable'
    | 'line'
    | 'if-authenticated'
    | 'group radius'
    | 'group ldap'
  )[];
}

/**
 * Who checks a user name and a password. A method is asked when the one before does not answer.
 * IOS-XE: one line, `aaa authentication login …`.
 */
export class AaaAuthenticationList
  extends DeviceObject<'aaa-authentication-list', AaaAuthenticationListProps>
  implements IAaaAuthenticationList
{
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): IAaaAuthenticationList {
    return new ExistingObject(scope, id, 'aaa-authentication-list', name);
  }

  constructor(scope: Construct, id: string, props: AaaAuthenticationListProps) {
    super(scope, id, 'aaa-authentication-list', () => props);
  }
}
