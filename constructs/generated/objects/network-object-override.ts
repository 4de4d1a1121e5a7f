// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { Reference } from '../../../lib/model/noun';
import { DeviceObject, type Placed } from '../../core/device-object';
import type { INetworkObjectOverride } from '../references';

/** Props of `NetworkObjectOverride`. */
export interface NetworkObjectOverrideProps extends Placed {
  /**
   * The object, which is `overridable`.
   * FMC: not in the body.
   */
  readonly object: Reference<'network-object'>;
  /**
   * An address, a network with a length, or a range `192.0.2.1-192.0.2.9`: the same of the three as the object.
   * Allowed: 192.0.2.1, 10.20.0.0/16 (host bits zero) or 192.0.2.1-192.0.2.9.
   * FMC: `value`.
   */
  readonly value: string;
}

/**
 * What a network object is on one firewall: under its name the firewall has this value, and others have the
 * object's own.
 * FMC: `object/hosts/{networkaddresses:<object>}/overrides` or
 * `object/ranges/{networkaddresses:<object>}/overrides`.
 */
export class NetworkObjectOverride
  extends DeviceObject<'network-object-override', NetworkObjectOverrideProps>
  implements INetworkObjectOverride
{
  constructor(scope: Construct, id: string, props: NetworkObjectOverrideProps) {
    super(scope, id, 'network-object-override', () => props);
  }
}
