// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import { DeviceObject, type Placed } from '../../core/device-object';
import type { IWebvpn } from '../references';

/** Props of `Webvpn`. */
export interface WebvpnProps extends Placed {
  /**
   * Interfaces that it listens on, by their logical names.
   * Allowed: at least 1; each object name.
   * ASA: `enable …`, a line each.
   */
  readonly enable?: readonly string[];
  /**
   * AnyConnect may connect.
   * ASA: `anyconnect enable …`.
   */
  readonly anyconnectEnable?: true;
  /**
   * Client packages on the ASA, and the order in which they are tried.
   * Allowed: at least 1.
   * ASA: `anyconnect image …`, a line each.
   */
  readonly anyconnectImages?: readonly {
    /** Allowed: at most 255 characters. */
    readonly file: string;
    /** Allowed: 1 to 65535. */
    readonly order: number;
  }[];
  /**
   * Client profiles on the ASA, by the name under which group policies know them.
   * Allowed: at least 1.
   * ASA: `anyconnect profiles …`, a line each.
   */
  readonly anyconnectProfiles?: readonly {
    readonly name: string;
    /** Allowed: at most 255 characters. */
    readonly file: string;
  }[];
  /**
   * The login page shows the tunnel groups by their aliases.
   * ASA: `tunnel-group-list enable …`.
   */
  readonly tunnelGroupList?: true;
}

/**
 * The TLS side of an ASA, which AnyConnect fetches its profile and updates from.
 * ASA: `webvpn`; other lines of the block are left alone.
 */
export class Webvpn extends DeviceObject<'webvpn', WebvpnProps> implements IWebvpn {
  constructor(scope: Construct, id: string, props: WebvpnProps = {}) {
    super(scope, id, 'webvpn', () => props);
  }
}
