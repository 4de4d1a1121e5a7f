// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { Reference } from '../../../lib/model/noun';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { ISecurityZone } from '../references';

/** Props of `SecurityZone`. */
export interface SecurityZoneProps extends Placed {
  /**
   * Name on the FMC, which is one over zones and groups, whatever its case.
   * @default the construct's id; inside a composite its path below the stack, joined with `-`
   */
  readonly name?: string;
  /**
   * `zone`: an interface is in one at most, and says itself in which. `interface-group`: an interface may be in
   * several, and the group names them.
   * FMC: not in the body.
   * @default 'zone'
   */
  readonly type?: 'zone' | 'interface-group';
  /**
   * What its interfaces do. Tunnels and VPNs are in `routed` ones.
   * FMC: `interfaceMode` (fixed at creation).
   * @default 'routed'
   */
  readonly mode?: 'routed' | 'switched' | 'inline' | 'passive';
  /**
   * The interfaces of a group, all of them. Not of a zone: a tunnel says its `zone` itself.
   * Allowed: at least 1.
   * FMC: `interfaces`.
   */
  readonly interfaces?: readonly {
    /** The firewall, or the pair: `fmc.ftd('NAME')`. */
    readonly device: Reference<'ftd-device'>;
    /** Its logical name, like `outside`. */
    readonly interface: string;
  }[];
}

/**
 * A security zone of the FMC, or an interface group: what rules of access control and NAT, and policies of
 * remote access, name instead of interfaces.
 * FMC: `undefined`.
 */
export class SecurityZone extends DeviceObject<'security-zone', SecurityZoneProps> implements ISecurityZone {
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): ISecurityZone {
    return new ExistingObject(scope, id, 'security-zone', name);
  }

  constructor(scope: Construct, id: string, props: SecurityZoneProps = {}) {
    super(scope, id, 'security-zone', () => props);
  }
}
