import type { Construct } from 'constructs';
import { DeviceObject, nameOfRef, type Props } from '../core/device-object';

export type RaLdapAttributesProps = Omit<Props<'ra-ldap-attributes'>, 'name'>;

/** What LDAP attributes of users mean to the firewall. */
export class RaLdapAttributes extends DeviceObject<'ra-ldap-attributes'> {
  constructor(scope: Construct, id: string, props: RaLdapAttributesProps) {
    super(scope, id, 'ra-ldap-attributes', () => ({ ...props, name: nameOfRef(props.policy) }));
  }
}
