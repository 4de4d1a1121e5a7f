import type { Construct } from 'constructs';
import type { Referable } from '../../lib/model/noun';
import { DeviceObject, existing, type Props } from '../core/device-object';

export type LdapAttributeMapProps = Props<'ldap-attribute-map'>;

/** Which attribute of a directory means which of AAA. IOS-XE: `ldap attribute-map`. */
export class LdapAttributeMap extends DeviceObject<'ldap-attribute-map'> {
  constructor(scope: Construct, id: string, props: LdapAttributeMapProps) {
    super(scope, id, 'ldap-attribute-map', () => props);
  }

  /** One that is on the device and that somebody else owns. It must be there. */
  static fromExisting(name: string): Referable<'ldap-attribute-map'> {
    return existing('ldap-attribute-map', name);
  }
}
