// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import { DeviceObject, type Placed } from '../../core/device-object';
import type { ISmartDefaults } from '../references';

/** Props of `SmartDefaults`. */
export interface SmartDefaultsProps extends Placed {
  /**
   * Those that shall not be there.
   * Allowed: at least 1.
   * IOS-XE: `no …`, a line each.
   */
  readonly disabled: readonly (
    'ikev2-proposal' | 'ikev2-policy' | 'ikev2-authorization-policy' | 'ipsec-transform-set' | 'ipsec-profile'
  )[];
}

/**
 * The objects named `default` that a device has without a line. One is changed by declaring it (`new
 * IkeV2Proposal(edge, 'default', …)`), switched off here, and restored by declaring neither. Their values move
 * with releases.
 * IOS-XE: lines at the top level.
 */
export class SmartDefaults extends DeviceObject<'smart-defaults', SmartDefaultsProps> implements ISmartDefaults {
  constructor(scope: Construct, id: string, props: SmartDefaultsProps) {
    super(scope, id, 'smart-defaults', () => props);
  }
}
