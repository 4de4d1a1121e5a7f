import type { Construct } from 'constructs';
import type { RaLdapAttributesProps } from '../../generated/remote-access/ra-ldap-attributes';
import { DeviceObject, nameOfRef } from '../../core/device-object';

/** What LDAP attributes of users mean to the firewall. */
export class RaLdapAttributes extends DeviceObject<'ra-ldap-attributes', RaLdapAttributesProps> {
  constructor(scope: Construct, id: string, props: RaLdapAttributesProps) {
    super(scope, id, 'ra-ldap-attributes', () => ({ ...props, name: nameOfRef(props.policy) }));
  }
}
