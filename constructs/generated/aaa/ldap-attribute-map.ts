// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { ILdapAttributeMap } from '../references';

/** Props of `LdapAttributeMap`. */
export interface LdapAttributeMapProps extends Placed {
  /**
   * Name on the device.
   * @default the construct's id; inside a composite its path below the stack, joined with `-`
   */
  readonly name?: string;
  /**
   * Pairs of names: in the directory, and in AAA.
   * Allowed: at least 1.
   * IOS-XE: `map type …`, a line each.
   */
  readonly maps: readonly {
    /**
     * Attribute of the directory, like `memberOf`.
     * Allowed: at most 128 characters.
     */
    readonly ldap: string;
    /**
     * Attribute of AAA, like `supplicant-group`.
     * Allowed: at most 128 characters.
     */
    readonly aaa: string;
  }[];
}

/**
 * Which attribute of a directory means which of AAA.
 * IOS-XE: `ldap attribute-map <name>`.
 */
export class LdapAttributeMap
  extends DeviceObject<'ldap-attribute-map', LdapAttributeMapProps>
  implements ILdapAttributeMap
{
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): ILdapAttributeMap {
    return new ExistingObject(scope, id, 'ldap-attribute-map', name);
  }

  constructor(scope: Construct, id: string, props: LdapAttributeMapProps) {
    super(scope, id, 'ldap-attribute-map', () => props);
  }
}
