// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { Reference } from '../../../lib/model/noun';
import { DeviceObject, type Placed } from '../../core/device-object';
import type { ILogging } from '../references';

/** Props of `Logging`. */
export interface LoggingProps extends Placed {
  /**
   * Log servers.
   * Allowed: at least 1.
   * IOS-XE: `logging host …`, a line each.
   */
  readonly hosts?: readonly {
    /** Allowed: like 192.0.2.1 or hub.example.net. */
    readonly host: string;
    /** Allowed: 1 to 64 letters, digits or _ . : / + -, beginning with a letter, a digit or _. */
    readonly vrf?: Reference<'vrf'> | string;
  }[];
  /**
   * How much goes to them.
   * IOS-XE: `logging trap …` (not shown at informational).
   * @default informational
   */
  readonly trap?:
    'emergencies' | 'alerts' | 'critical' | 'errors' | 'warnings' | 'notifications' | 'informational' | 'debugging';
  /**
   * The log in memory: bytes (4096 to 2147483647) and how much goes there.
   * IOS-XE: `logging buffered …`.
   */
  readonly buffered?: {
    /** Allowed: 4096 to 2147483647 bytes. */
    readonly size: number;
    readonly level?:
      'emergencies' | 'alerts' | 'critical' | 'errors' | 'warnings' | 'notifications' | 'informational' | 'debugging';
  };
  /**
   * Whether anything goes to the console.
   * IOS-XE: `logging console` or `no logging console` (not shown at true).
   * @default as it is
   */
  readonly consoleEnabled?: false;
  /**
   * How much goes to the console.
   * IOS-XE: `logging console …` (not shown at debugging).
   * @default debugging
   */
  readonly console?:
    'emergencies' | 'alerts' | 'critical' | 'errors' | 'warnings' | 'notifications' | 'informational' | 'debugging';
  /**
   * How much goes to terminals that ask for it.
   * IOS-XE: `logging monitor …` (not shown at debugging).
   * @default debugging
   */
  readonly monitor?:
    'emergencies' | 'alerts' | 'critical' | 'errors' | 'warnings' | 'notifications' | 'informational' | 'debugging';
  /**
   * Interface whose address the servers see.
   * Allowed: like GigabitEthernet0/0.
   * IOS-XE: `logging source-interface …`.
   */
  readonly sourceInterface?: Reference<'loopback-interface'> | Reference<'tunnel-interface'> | string;
}

/**
 * Where the device's log goes. Others' lines stay.
 * IOS-XE: lines at the top level.
 */
export class Logging extends DeviceObject<'logging', LoggingProps> implements ILogging {
  constructor(scope: Construct, id: string, props: LoggingProps = {}) {
    super(scope, id, 'logging', () => props);
  }
}
