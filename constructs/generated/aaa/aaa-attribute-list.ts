// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { IAaaAttributeList } from '../references';

/** Props of `AaaAttributeList`. */
export interface AaaAttributeListProps extends Placed {
  /**
   * Name on the device.
   * @default the construct's id; inside a composite its path below the stack, joined with `-`
   */
  readonly name?: string;
  /**
   * Attributes in order; one type may stand several times.
   * Allowed: at least 1.
   * IOS-XE: `attribute type …`, a line each.
   */
  readonly attributes: readonly {
    /**
     * Which attribute; `interface-config` is a line of the interface that is cloned for the peer.
     * Allowed: at most 64 characters.
     */
    readonly type: string;
    /**
     * Its value, like `vrf forwarding RED`.
     * Allowed: at most 200 characters.
     */
    readonly value: string;
    /**
     * Only for this service.
     * Allowed: at most 32 characters.
     * @default any
     */
    readonly service?: string;
    /**
     * Only for this protocol.
     * Allowed: at most 32 characters.
     * @default any
     */
    readonly protocol?: string;
  }[];
}

/**
 * Attributes that the device gives by itself, as a server would: for local authorization.
 * IOS-XE: `aaa attribute list <name>`.
 */
export class AaaAttributeList
  extends DeviceObject<'aaa-attribute-list', AaaAttributeListProps>
  implements IAaaAttributeList
{
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): IAaaAttributeList {
    return new ExistingObject(scope, id, 'aaa-attribute-list', name);
  }

  constructor(scope: Construct, id: string, props: AaaAttributeListProps) {
    super(scope, id, 'aaa-attribute-list', () => props);
  }
}
