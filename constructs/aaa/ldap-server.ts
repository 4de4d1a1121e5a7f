import type { Construct } from 'constructs';
import type { Referable } from '../../lib/model/noun';
import { DeviceObject, existing, type Props } from '../core/device-object';

export type LdapServerProps = Props<'ldap-server'>;

/** A directory that knows users and passwords. IOS-XE: `ldap server`. */
export class LdapServer extends DeviceObject<'ldap-server'> {
  constructor(scope: Construct, id: string, props: LdapServerProps) {
    super(scope, id, 'ldap-server', () => props);
  }

  /** One that is on the device and that somebody else owns. It must be there. */
  static fromExisting(name: string): Referable<'ldap-server'> {
    return existing('ldap-server', name);
  }
}
