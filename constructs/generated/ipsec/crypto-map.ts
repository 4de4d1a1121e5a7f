// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Reference } from '../../../lib/model/noun';
import { type Placed } from '../../core/device-object';

/** Props of `CryptoMap`. */
export interface CryptoMapProps extends Placed {
  /**
   * Name on the device.
   * @default the construct's id; inside a composite its path below the stack, joined with `-`
   */
  readonly name?: string;
  /**
   * Interfaces by their logical names; each has one crypto map.
   * Allowed: at least 1; each object name.
   * ASA: `interface …`, a line each.
   */
  readonly interfaces: readonly string[];
  /**
   * Its entries: they are there before it works.
   * Allowed: at least 1.
   * ASA: in the header.
   */
  readonly entries: readonly Reference<'crypto-map-entry'>[];
}
