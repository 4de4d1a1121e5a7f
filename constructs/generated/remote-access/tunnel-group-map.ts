// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Reference } from '../../../lib/model/noun';
import { type Placed } from '../../core/device-object';

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
