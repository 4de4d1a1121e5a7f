// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { Reference } from '../../../lib/model/noun';
import type { SecretRef } from '../../../lib/model/secret';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { ILdapServer } from '../references';

/** Props of `LdapServer`. */
export interface LdapServerProps extends Placed {
  /**
   * Name on the device.
   * @default the construct's id; inside a composite its path below the stack, joined with `-`
   */
  readonly name?: string;
  /**
   * Its address.
   * Allowed: four numbers of 0 to 255, like 192.0.2.1.
   * IOS-XE: `ipv4 …`.
   */
  readonly address: string;
  /**
   * TCP port.
   * Allowed: 1 to 65535.
   * IOS-XE: `transport port …`.
   * @default 389
   */
  readonly port?: number;
  /**
   * What its attributes mean.
   * IOS-XE: `attribute map …`.
   */
  readonly attributeMap?: Reference<'ldap-attribute-map'>;
  /**
   * Seconds to wait for an answer, 1 to 65535.
   * Allowed: 1 to 65535 seconds.
   * IOS-XE: `timeout retransmit …` (not shown at 30).
   * @default 30
   */
  readonly timeout?: number;
  /**
   * As whom the device asks.
   * IOS-XE: `bind authenticate root-dn …`.
   */
  readonly bind?: {
    /**
     * Distinguished name, like `CN=admin,CN=Users,DC=example,DC=net`.
     * Allowed: at most 240 characters.
     */
    readonly rootDn: string;
    /** Only ever a `Secret`. */
    readonly password: SecretRef;
  };
  /**
   * Where users are looked for, like `CN=Users,DC=example,DC=net`.
   * Allowed: at most 240 characters.
   * IOS-XE: `base-dn …`.
   */
  readonly baseDn: string;
  /**
   * Log in as the user first, then look the user up. `no-authorization`: no look-up at all.
   * IOS-XE: `authentication bind-first …`.
   */
  readonly bindFirst?: true | 'no-authorization';
  /**
   * TLS, with the CA of this trustpoint.
   * IOS-XE: `secure trustpoint …`.
   */
  readonly secureTrustpoint?: Reference<'cert-trustpoint'>;
}

/**
 * A directory that knows users and passwords.
 * IOS-XE: `ldap server <name>`.
 */
export class LdapServer extends DeviceObject<'ldap-server', LdapServerProps> implements ILdapServer {
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): ILdapServer {
    return new ExistingObject(scope, id, 'ldap-server', name);
  }

  constructor(scope: Construct, id: string, props: LdapServerProps) {
    super(scope, id, 'ldap-server', () => props);
  }
}
