// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { Reference } from '../../../lib/model/noun';
import { DeviceObject, type Placed } from '../../core/device-object';
import type { IVpnLogging } from '../references';

/** Props of `VpnLogging`. */
export interface VpnLoggingProps extends Placed {
  /**
   * The platform settings policy in which it stands.
   * FMC: not in the body.
   */
  readonly policy: Reference<'platform-settings'>;
  /**
   * Messages of the VPN, all messages, or none.
   * FMC: `loggingToFMCType`.
   * @default 'vpn'
   */
  readonly toFmc?: 'vpn' | 'all' | 'off';
  /**
   * From this level on. The FMC's own default is `errors`.
   * FMC: `loggingToFMCLogLevel`.
   * @default 'informational'
   */
  readonly level?:
    'emergencies' | 'alerts' | 'critical' | 'errors' | 'warnings' | 'notifications' | 'informational' | 'debugging';
  /**
   * Logging as a whole.
   * FMC: `enableLogging`.
   * @default true
   */
  readonly enabled?: boolean;
  /**
   * The standby unit of a pair logs too.
   * FMC: `enableLoggingFailover`.
   * @default false
   */
  readonly onStandby?: boolean;
  /**
   * Messages in EMBLEM format.
   * FMC: `enableEMBLEMFormat`.
   * @default false
   */
  readonly emblem?: boolean;
  /**
   * Debug messages as syslog.
   * FMC: `enableDebugMesgAsSyslog`.
   * @default false
   */
  readonly debugAsSyslog?: boolean;
  /**
   * Bytes of the buffer in memory, 4096 to 52428800.
   * Allowed: 4096 to 52428800 bytes.
   * FMC: `internalBuffMemSizeInBytes`.
   * @default 4096
   */
  readonly bufferBytes?: number;
}

/**
 * Which messages of firewalls go to the FMC: what is seen there under Devices > Troubleshooting. FMC 7.7 and
 * later.
 * FMC: `policy/ftdplatformsettingspolicies/{ftdplatformsettingspolicies:<policy>}/syslog/basicloggingsetups`.
 */
export class VpnLogging extends DeviceObject<'vpn-logging', VpnLoggingProps> implements IVpnLogging {
  constructor(scope: Construct, id: string, props: VpnLoggingProps) {
    super(scope, id, 'vpn-logging', () => props);
  }
}
