// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { Reference } from '../../../lib/model/noun';
import { DeviceObject, type Placed } from '../../core/device-object';
import type { INatExemptionRule } from '../references';

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

/** ASA: one line, `nat …`. */
export class NatExemptionRule
  extends DeviceObject<'nat-exemption', NatExemptionRuleProps>
  implements INatExemptionRule
{
  constructor(scope: Construct, id: string, props: NatExemptionRuleProps) {
    super(scope, id, 'nat-exemption', () => props);
  }
}
