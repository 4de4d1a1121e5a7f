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
   * The networks here: an object, or a group of them.
   * Allowed: a NetworkObject or a NetworkGroup.
   * @default all
   */
  readonly networks?: Reference<'network-object'> | Reference<'network-group'>;
  /**
   * The other end, an object or a group: its networks, or the addresses of users.
   * Allowed: a NetworkObject or a NetworkGroup.
   */
  readonly peers: Reference<'network-object'> | Reference<'network-group'>;
}

/**
 * Traffic into a tunnel that keeps its addresses, whatever else translates them: identity NAT of both ends. An
 * ASA takes the first rule that fits (Cisco ASA firewall CLI configuration guide, "NAT and VPN"), and this one
 * stands behind those of the same section that are there already.
 * ASA: one line, `nat …`.
 */
export class NatExemptionRule
  extends DeviceObject<'nat-exemption', NatExemptionRuleProps>
  implements INatExemptionRule
{
  constructor(scope: Construct, id: string, props: NatExemptionRuleProps) {
    super(scope, id, 'nat-exemption', () => props);
  }
}
