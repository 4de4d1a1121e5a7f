// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { Reference } from '../../../lib/model/noun';
import type { SecretRef } from '../../../lib/model/secret';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { IRealm } from '../references';

/** Props of `Realm`. */
export interface RealmProps extends Placed {
  /**
   * Name on the FMC.
   * @default the construct's id; inside a composite its path below the stack, joined with `-`
   */
  readonly name?: string;
  /**
   * What it is for. Up to 200 characters.
   * Allowed: at most 200 characters.
   * FMC: `description`.
   */
  readonly description?: string;
  /**
   * What it is. It cannot change.
   * FMC: `realmType` (fixed at creation).
   */
  readonly type: 'ad' | 'ldap' | 'local';
  /**
   * Domain of the Active Directory, like `example.net`; one realm has it. It cannot change. `ad` only.
   * Allowed: like example.net.
   * FMC: `adPrimaryDomain` (fixed at creation).
   */
  readonly domain?: string;
  /**
   * Who may join a computer to the domain, for Kerberos in captive portals. `ad` only.
   * FMC: `adJoinUsername`, `adJoinPassword` (never shown again).
   * @default nobody
   */
  readonly joinUser?: {
    /**
     * User name, like `vpn@example.net`.
     * Allowed: at most 255 characters.
     */
    readonly name: string;
    /** Only ever a `Secret`. The FMC never shows it again. */
    readonly password: SecretRef;
  };
  /**
   * Whom the directory lets look for users. `ad` and `ldap`.
   * FMC: `dirUsername`, `dirPassword` (never shown again).
   */
  readonly user?: {
    /**
     * User name, like `vpn@example.net`.
     * Allowed: at most 255 characters.
     */
    readonly name: string;
    /** Only ever a `Secret`. The FMC never shows it again. */
    readonly password: SecretRef;
  };
  /**
   * Where users are looked for, like `dc=example,dc=net`. `ad` and `ldap`.
   * Allowed: like dc=example,dc=net.
   * FMC: `baseDn`.
   */
  readonly baseDn?: string;
  /**
   * Where groups are looked for. `ad` and `ldap`.
   * Allowed: like dc=example,dc=net.
   * FMC: `groupDn`.
   */
  readonly groupDn?: string;
  /**
   * Servers of the directory, in the order in which they are asked. `ad` and `ldap`.
   * Allowed: at least 1.
   * FMC: `directoryConfigurations`.
   */
  readonly servers?: readonly {
    /**
     * Address or name; with TLS the name in its certificate.
     * Allowed: like 192.0.2.1 or hub.example.net.
     */
    readonly host: string;
    /**
     * TCP port.
     * Allowed: 1 to 65535.
     * @default 636 with `ldaps`, else 389
     */
    readonly port?: number;
    /**
     * What protects passwords on the way to it.
     * @default 'ldaps'
     */
    readonly encryption?: 'ldaps' | 'starttls' | 'none';
    /** The authority of its certificate: a trusted CA of the FMC. Needed with TLS. */
    readonly authority?: Reference<'trusted-ca'>;
    /**
     * Zone or interface group by which firewalls reach it.
     * @default by their routes
     */
    readonly zone?: Reference<'security-zone'>;
  }[];
  /**
   * Attribute that says who is in a group: `member`, `uniqueMember`.
   * Allowed: at most 64 characters.
   * FMC: `groupAttribute`.
   * @default what the FMC has for the type
   */
  readonly groupAttribute?: string;
  /**
   * Which users and groups the FMC downloads, and when.
   * FMC: `updateHour`, `updateInterval`, `includedGroups`, `excludedGroups`, `includedUsers`, `excludedUsers`.
   * @default all of them at midnight
   */
  readonly download?: {
    /**
     * Hour of the day at which it starts, 0 to 23.
     * @default 0
     */
    readonly hour?: number;
    /**
     * Hours between two downloads.
     * @default 24
     */
    readonly intervalHours?: 1 | 2 | 3 | 4 | 6 | 8 | 12 | 24;
    /**
     * Groups whose users are downloaded.
     * Allowed: at least 1; each at most 255 characters.
     * @default all
     */
    readonly includedGroups?: readonly string[];
    /**
     * Groups whose users are not.
     * Allowed: at least 1; each at most 255 characters.
     * @default none
     */
    readonly excludedGroups?: readonly string[];
    /**
     * Users who are downloaded.
     * Allowed: at least 1; each at most 255 characters.
     * @default all
     */
    readonly includedUsers?: readonly string[];
    /**
     * Users who are not.
     * Allowed: at least 1; each at most 255 characters.
     * @default none
     */
    readonly excludedUsers?: readonly string[];
  };
}

/**
 * Where users and their passwords are: Active Directory, another LDAP directory, or the FMC itself (`local`,
 * whose users are `LocalRealmUser`). A realm of another type, of SAML or Azure AD, is looked up with
 * `Realm.fromExisting`. It is enabled. (Cisco Secure Firewall Management Center device configuration guide,
 * realms.)
 * FMC: `object/realms`.
 */
export class Realm extends DeviceObject<'realm', RealmProps> implements IRealm {
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): IRealm {
    return new ExistingObject(scope, id, 'realm', name);
  }

  constructor(scope: Construct, id: string, props: RealmProps) {
    super(scope, id, 'realm', () => props);
  }
}
