// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { Reference } from '../../../lib/model/noun';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { INetworkGroup } from '../references';

/** Props of `NetworkGroup`. */
export interface NetworkGroupProps extends Placed {
  /**
   * Name on the FMC or the ASA.
   * @default the construct's id; inside a composite its path below the stack, joined with `-`
   */
  readonly name?: string;
  /**
   * What is in it; its order means nothing: objects and other groups, and addresses and networks that have no
   * object of their own, like `192.0.2.1` and `10.20.0.0/16`.
   * Allowed: at least 1; each a NetworkObject, an FqdnObject, a NetworkGroup, or an address or network like
   * 10.20.0.0/16 (host bits zero); a range is a NetworkObject.
   * ASA: `…`, a line each.
   * FMC: `objects`, `literals`.
   */
  readonly members: readonly (
    Reference<'network-object'> | Reference<'network-group'> | Reference<'fqdn-object'> | string
  )[];
  /**
   * Up to 200 characters.
   * Allowed: at most 200 characters.
   * ASA: `description …`.
   * FMC: `description`.
   */
  readonly description?: string;
  /**
   * Whether single firewalls may have another value under this name: a `NetworkGroupOverride` gives it. FMC only.
   * Not on ASA: only an FMC has object overrides: here the object is this ASA's own.
   * FMC: `overridable`.
   * @default what is set on the FMC, and no for a new one
   */
  readonly overridable?: boolean;
}

/**
 * Several hosts, networks, ranges, domain names and groups under one name.
 * ASA: `object-group network <name>`.
 * FMC: `object/networkgroups`.
 */
export class NetworkGroup extends DeviceObject<'network-group', NetworkGroupProps> implements INetworkGroup {
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): INetworkGroup {
    return new ExistingObject(scope, id, 'network-group', name);
  }

  constructor(scope: Construct, id: string, props: NetworkGroupProps) {
    super(scope, id, 'network-group', () => props);
  }
}
