// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { Reference } from '../../../lib/model/noun';
import type { SecretRef } from '../../../lib/model/secret';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { IAaaServerGroup } from '../references';

/** Props of `AaaServerGroup`. */
export interface AaaServerGroupProps extends Placed {
  /**
   * Name on the device.
   * @default the construct's id; inside a composite its path below the stack, joined with `-`
   */
  readonly name?: string;
  /**
   * Which protocol its servers speak.
   * IOS-XE: in the header.
   * FMC: not in the body.
   * @default 'radius'
   */
  readonly type?: 'radius' | 'ldap';
  /**
   * Servers in the order in which they are asked.
   * Allowed: at least 1; each the RadiusServer or LdapServer construct.
   * IOS-XE: `server …`, a line each.
   * FMC: `radiusServers`.
   */
  readonly servers?: readonly (Reference<'radius-server'> | Reference<'ldap-server'>)[];
  /**
   * Servers that only this group knows. RADIUS only.
   * Allowed: at least 1.
   * IOS-XE: `server-private …`, a line each.
   * Not on FMC: write a RadiusServer for each and give them as servers.
   */
  readonly privateServers?: readonly {
    /** Its address; ports 1812 and 1813 unless others are given. */
    readonly address:
      | string
      | {
          /** Allowed: four numbers of 0 to 255, like 192.0.2.1. */
          readonly host: string;
          /**
           * Allowed: 1 to 65535.
           * @default 1812
           */
          readonly authPort?: number;
          /**
           * Allowed: 1 to 65535.
           * @default 1813
           */
          readonly acctPort?: number;
        };
    /**
     * Seconds to wait for an answer, 1 to 1000.
     * Allowed: 1 to 1000 seconds.
     * @default 5
     */
    readonly timeout?: number;
    /**
     * How often to ask again, 1 to 100.
     * @default 3
     */
    readonly retransmit?: number;
    /** Shared secret. Only ever a `Secret`. */
    readonly key: SecretRef;
  }[];
  /**
   * Interface whose address the servers see. RADIUS only.
   * Allowed: like GigabitEthernet0/0.
   * IOS-XE: `ip radius source-interface …`.
   * Not on FMC: on the FMC each server has it: write zone of the RadiusServer.
   */
  readonly sourceInterface?: Reference<'loopback-interface'> | Reference<'tunnel-interface'> | string;
  /**
   * VRF in which the servers are.
   * Allowed: 1 to 64 letters, digits or _ . : / + -, beginning with a letter, a digit or _.
   * IOS-XE: `ip vrf forwarding …`.
   * Not on FMC: the FMC has no VRF here: leave vrf out.
   * @default global
   */
  readonly vrf?: Reference<'vrf'> | string;
  /**
   * Minutes for which a dead server is not asked, 1 to 1440. RADIUS only.
   * Allowed: 1 to 1440 minutes.
   * IOS-XE: `deadtime …`.
   * Not on FMC: the FMC has no such time: write retryInterval.
   */
  readonly deadtime?: number;
  /**
   * Seconds between attempts to reach a server that does not answer, 1 to 10. FMC only.
   * Allowed: 1 to 10 seconds.
   * Not on IOS-XE: IOS-XE has no such setting of a server group: leave it out.
   * FMC: `retryInterval`.
   * @default 10
   */
  readonly retryInterval?: number;
  /**
   * Accounting goes to one server or to all of them. FMC only.
   * Not on IOS-XE: IOS-XE has no such setting of a server group: leave it out.
   * FMC: `groupAccountingMode`.
   * @default `single`
   */
  readonly accountingMode?: 'single' | 'multiple';
  /**
   * The servers are asked what a user may have, and never for a password. FMC only.
   * Not on IOS-XE: IOS-XE has no such setting of a server group: leave it out.
   * FMC: `enableAuthorizeOnly`.
   * @default false
   */
  readonly authorizeOnly?: boolean;
  /**
   * Minutes between accounting messages of a session, 1 to 120. FMC only.
   * Allowed: 1 to 120 minutes.
   * Not on IOS-XE: IOS-XE has no such setting of a server group: leave it out.
   * FMC: `enableInterimAccountUpdate`, `interimAccountUpdateInterval`.
   * @default none are sent
   */
  readonly interimAccountingMinutes?: number;
  /**
   * UDP port on which the servers may change what a session has (RFC 5176), 1024 to 65535. FMC only.
   * Not on IOS-XE: IOS-XE has no such setting of a server group: leave it out.
   * FMC: `enableDynamicAuthorization`, `dynamicAuthorizationPort`.
   * @default they may not
   */
  readonly dynamicAuthorizationPort?: number;
  /**
   * A downloaded access list stands before or after that of the attributes. FMC only.
   * Not on IOS-XE: IOS-XE has no such setting of a server group: leave it out.
   * FMC: `enableMergeDacl`, `mergeDaclPlacementOrder`.
   * @default it takes its place
   */
  readonly mergeDownloadedList?: 'before' | 'after';
  /**
   * Realm whose users the servers know. FMC only.
   * Not on IOS-XE: IOS-XE has no such setting of a server group: leave it out.
   * FMC: `realm`.
   * @default none
   */
  readonly realm?: Reference<'realm'>;
}

/**
 * AAA servers that are asked one after the other. Lists name the group, never a server.
 * IOS-XE: `aaa group server <type> <name>`.
 * FMC: `object/radiusservergroups`; needs `servers`.
 */
export class AaaServerGroup extends DeviceObject<'aaa-server-group', AaaServerGroupProps> implements IAaaServerGroup {
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): IAaaServerGroup {
    return new ExistingObject(scope, id, 'aaa-server-group', name);
  }

  constructor(scope: Construct, id: string, props: AaaServerGroupProps = {}) {
    super(scope, id, 'aaa-server-group', () => props);
  }
}
