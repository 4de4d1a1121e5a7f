// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Reference } from '../../../lib/model/noun';
import { type Placed } from '../../core/device-object';

/** Props of `NatExemptionRule`. */
export interface NatExemptionRuleProps extends Placed {
  /** The interface of the networks here, by its logical name: `inside`. */
  readonly inside: string;
  /** The interface of the tunnel, by its logical name: `outside`, or that of a tunnel interface. */
  readonly outside: string;
  /**
   * The networks here.
   * @default all
   */
  readonly networks?: Reference<'network-object'>;
  /** The other end: its networks, or the addresses of users. */
  readonly peers: Reference<'network-object'>;
}
