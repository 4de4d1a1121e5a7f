// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { Reference } from '../../../lib/model/noun';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { IAccessList } from '../references';

/** Props of `AccessList`. */
export interface AccessListProps extends Placed {
  /**
   * Name on the device.
   * @default the construct's id; inside a composite its path below the stack, joined with `-`
   */
  readonly name?: string;
  /**
   * `standard` looks at sources alone: for split tunnels. It cannot be changed.
   * IOS-XE: in the header.
   * ASA: in the header.
   * FMC: not in the body.
   * @default 'extended'
   */
  readonly type?: 'standard' | 'extended';
  /**
   * Lines in order.
   * IOS-XE: `…`, a line each.
   * ASA: `…`, a line each.
   * FMC: `entries`.
   */
  readonly entries: readonly (
    | {
        /**
         * Place in the list, 1 to 2147483647.
         * @default 10 after the one before
         */
        readonly sequence?: number;
        readonly action: 'permit' | 'deny';
        /**
         * `ip`, `tcp`, `udp`, `esp`, … Extended lists only. Default there: `ip`.
         * Allowed: like 'tcp', '47', or on an ASA 'object-group NAME'.
         */
        readonly protocol?: string;
        /**
         * Where a packet comes from; on firewalls also a network object or a group of them.
         * Allowed: any, a host like 192.0.2.1, a network like 10.20.0.0/16, 'object-group NAME', or an address and a
         * wildcard; on firewalls also IPv6, a NetworkObject or a NetworkGroup, on an ASA any4, any6, 'object NAME',
         * 'interface NAME'.
         */
        readonly source: string | Reference<'network-object'> | Reference<'network-group'>;
        /**
         * Extended lists only.
         * Allowed: like 'eq 443' or 'range 1024 65535'.
         */
        readonly sourcePort?: string;
        /**
         * Where a packet goes to, likewise. Extended lists only, required there.
         * Allowed: any, a host like 192.0.2.1, a network like 10.20.0.0/16, 'object-group NAME', or an address and a
         * wildcard; on firewalls also IPv6, a NetworkObject or a NetworkGroup, on an ASA any4, any6, 'object NAME',
         * 'interface NAME'.
         */
        readonly destination?: string | Reference<'network-object'> | Reference<'network-group'>;
        /**
         * Extended lists only.
         * Allowed: like 'eq 443' or 'range 1024 65535'.
         */
        readonly destinationPort?: string;
        /**
         * Words at the end, like `established` or `log`. On an FMC only `log`, `log <level>`, `log <level> interval <1
         * to 600 seconds>`, `log disable` and `log default`. Default there: `log default`, as the firewall does by
         * itself.
         * Allowed: at most 100 characters.
         */
        readonly options?: string;
        /**
         * FMC: only sources with one of these tags. Extended lists only.
         * Allowed: at least 1.
         * @default with any, or none
         */
        readonly securityGroupTags?: readonly Reference<'security-group-tag'>[];
      }
    | {
        /**
         * Place in the list, 1 to 2147483647.
         * @default 10 after the one before
         */
        readonly sequence?: number;
        /**
         * A note.
         * Allowed: at most 100 characters.
         */
        readonly remark: string;
      }
  )[];
}

/**
 * What is matched, line by line: the first line that fits decides, and what fits none is denied.
 * IOS-XE: `ip access-list <type> <name>`.
 * ASA: lines at the top level.
 * FMC: `object/extendedaccesslists`.
 */
export class AccessList extends DeviceObject<'access-list', AccessListProps> implements IAccessList {
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): IAccessList {
    return new ExistingObject(scope, id, 'access-list', name);
  }

  constructor(scope: Construct, id: string, props: AccessListProps) {
    super(scope, id, 'access-list', () => props);
  }
}
