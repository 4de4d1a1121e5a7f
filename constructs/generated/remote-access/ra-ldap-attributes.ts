// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { Reference } from '../../../lib/model/noun';
import { DeviceObject, type Placed } from '../../core/device-object';
import type { IRaLdapAttributes } from '../references';

/** Props of `RaLdapAttributes`. */
export interface RaLdapAttributesProps extends Placed {
  /**
   * The policy that it belongs to.
   * FMC: not in the body.
   */
  readonly policy: Reference<'ra-vpn-policy'>;
  /**
   * One map for each realm.
   * Allowed: at least 1.
   * FMC: `ldapAttributeMapList`.
   */
  readonly realms: readonly {
    /** The realm whose users it is for. */
    readonly realm: Reference<'realm'>;
    /**
     * Attributes of the server and what they mean.
     * Allowed: at least 1.
     */
    readonly attributes: readonly {
      /**
       * Name of the attribute at the LDAP server: `memberOf`.
       * Allowed: at most 128 characters.
       */
      readonly ldapName: string;
      /**
       * Name of the Cisco attribute: `Group-Policy`, `Banner1`.
       * Allowed: at most 128 characters.
       */
      readonly ciscoName: string;
      /**
       * Values and what they mean: a group policy, or a value of the Cisco attribute.
       * Allowed: at least 1.
       */
      readonly values: readonly {
        /** The value at the LDAP server. */
        readonly ldapValue: string;
        /** The group policy that such users get, or the value of the Cisco attribute. */
        readonly to: Reference<'ftd-group-policy'> | string;
      }[];
    }[];
  }[];
}

/**
 * What LDAP attributes of users mean to the firewall.
 * FMC: `policy/ravpns/{ravpns:<policy>}/ldapattributemaps`.
 */
export class RaLdapAttributes
  extends DeviceObject<'ra-ldap-attributes', RaLdapAttributesProps>
  implements IRaLdapAttributes
{
  constructor(scope: Construct, id: string, props: RaLdapAttributesProps) {
    super(scope, id, 'ra-ldap-attributes', () => props);
  }
}
