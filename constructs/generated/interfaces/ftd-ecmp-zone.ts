// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { Reference } from '../../../lib/model/noun';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { IFtdEcmpZone } from '../references';

/** Props of `FtdEcmpZone`. */
export interface FtdEcmpZoneProps extends Placed {
  /**
   * Name on the firewall.
   * @default the construct's id; inside a composite its path below the stack, joined with `-`
   */
  readonly name?: string;
  /**
   * A remark that the FMC keeps; one line.
   * Allowed: at most 200 characters.
   * FMC: `description`.
   */
  readonly description?: string;
  /**
   * Two to eight of its interfaces: tunnels, or logical names like `outside`; their order means nothing.
   * Allowed: 2 to 8 items; each 1 to 64 letters, digits or _ . : / + -, beginning with a letter, a digit or _.
   * FMC: `interfaces`.
   */
  readonly interfaces: readonly (Reference<'tunnel-interface'> | string)[];
}

/**
 * Interfaces of a firewall over which routes to one network may be of equal cost (ECMP): what goes there is
 * spread over them. Routed interfaces and static tunnels; an interface is in one zone at most, and a firewall
 * has 256 zones at most. The routes name it as `ecmpZone`, so that it is there before them and goes after them.
 * FMC: `devices/devicerecords/{devicerecords:<device>}/routing/ecmpzones`.
 */
export class FtdEcmpZone extends DeviceObject<'ftd-ecmp-zone', FtdEcmpZoneProps> implements IFtdEcmpZone {
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): IFtdEcmpZone {
    return new ExistingObject(scope, id, 'ftd-ecmp-zone', name);
  }

  constructor(scope: Construct, id: string, props: FtdEcmpZoneProps) {
    super(scope, id, 'ftd-ecmp-zone', () => props);
  }
}
