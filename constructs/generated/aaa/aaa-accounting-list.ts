// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { Reference } from '../../../lib/model/noun';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { IAaaAccountingList } from '../references';

/** Props of `AaaAccountingList`. */
export interface AaaAccountingListProps extends Placed {
  /**
   * Name on the device; `default` is used wherever no other is named.
   * @default the construct's id; inside a composite its path below the stack, joined with `-`
   */
  readonly name?: string;
  /**
   * At beginning and end, or at the end alone.
   * @default 'start-stop'
   */
  readonly record?: 'start-stop' | 'stop-only';
  /** Tell all groups, not only the first that answers. */
  readonly broadcast?: true;
  /**
   * Server groups in order.
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
 * Which servers are told of sessions, and when.
 * IOS-XE: one line, `aaa accounting network …`.
 */
export class AaaAccountingList
  extends DeviceObject<'aaa-accounting-list', AaaAccountingListProps>
  implements IAaaAccountingList
{
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): IAaaAccountingList {
    return new ExistingObject(scope, id, 'aaa-accounting-list', name);
  }

  constructor(scope: Construct, id: string, props: AaaAccountingListProps) {
    super(scope, id, 'aaa-accounting-list', () => props);
  }
}
