// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { Reference } from '../../../lib/model/noun';
import { DeviceObject, type Placed } from '../../core/device-object';
import type { ITunnelGroupMap } from '../references';

/** Props of `TunnelGroupMap`. */
export interface TunnelGroupMapProps extends Placed {
  /** What picks the certificate. */
  readonly map: Reference<'certificate-map'>;
  /**
   * The rule of that map, 1 to 65535.
   * @default 10
   */
  readonly sequence?: number;
  /** Where the peer lands. */
  readonly group: Reference<'tunnel-group'>;
}

/**
 * Which tunnel group a peer lands in by what its certificate says.
 * ASA: one line, `tunnel-group-map …`.
 */
export class TunnelGroupMap extends DeviceObject<'tunnel-group-map', TunnelGroupMapProps> implements ITunnelGroupMap {
  constructor(scope: Construct, id: string, props: TunnelGroupMapProps) {
    super(scope, id, 'tunnel-group-map', () => props);
  }
}
