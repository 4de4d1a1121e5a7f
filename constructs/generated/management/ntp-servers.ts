// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { Reference } from '../../../lib/model/noun';
import type { SecretRef } from '../../../lib/model/secret';
import { DeviceObject, type Placed } from '../../core/device-object';
import type { INtpServers } from '../references';

/** Props of `NtpServers`. */
export interface NtpServersProps extends Placed {
  /**
   * Addresses or host names; other servers of the device are left alone.
   * Allowed: at least 1; each an address or a host name.
   * IOS-XE: `ntp server …`, a line each.
   * ASA: `ntp server …`, a line each.
   */
  readonly servers: readonly (
    | string
    | {
        /**
         * Address or host name.
         * Allowed: an address or a host name.
         */
        readonly host: string;
        /** Taken before others that are as good. */
        readonly prefer?: true;
        /**
         * Number of the key that it must know. IOS-XE only.
         * Allowed: 1 to 4294967295.
         * @default none
         */
        readonly key?: number;
        /**
         * Interface whose address it sees. IOS-XE only.
         * Allowed: like GigabitEthernet0/0.
         * @default the one of `source`, or the way out
         */
        readonly source?: Reference<'loopback-interface'> | Reference<'tunnel-interface'> | string;
        /**
         * VRF in which it is. IOS-XE only.
         * Allowed: 1 to 64 letters, digits or _ . : / + -, beginning with a letter, a digit or _.
         * @default the global table
         */
        readonly vrf?: Reference<'vrf'> | string;
      }
  )[];
  /**
   * Keys by number; servers that name one are believed only with it. IOS-XE only.
   * Allowed: at least 1.
   * IOS-XE: `ntp authentication-key …`, a line each.
   * Not on ASA: set by hand on an ASA: leave it out.
   */
  readonly keys?: readonly {
    /** 1 to 4294967295. */
    readonly number: number;
    /**
     * The hash: `md5`, or what newer releases know besides.
     * @default 'md5'
     */
    readonly hash?: 'md5' | 'hmac-sha1' | 'hmac-sha2-256' | 'cmac-aes-128';
    /** The key. Only ever a `Secret`. */
    readonly key: SecretRef;
  }[];
  /**
   * Numbers of keys by which servers are believed. IOS-XE only.
   * Allowed: at least 1; each 1 to 4294967295.
   * IOS-XE: `ntp trusted-key …`, a line each.
   * Not on ASA: set by hand on an ASA: leave it out.
   */
  readonly trustedKeys?: readonly number[];
  /**
   * Believe only servers with a trusted key. IOS-XE only.
   * IOS-XE: `ntp authenticate` or `no ntp authenticate` (not shown at false).
   * Not on ASA: set by hand on an ASA: leave it out.
   * @default all
   */
  readonly authenticate?: true;
  /**
   * Interface whose address all servers see. IOS-XE only.
   * Allowed: like GigabitEthernet0/0.
   * IOS-XE: `ntp source …`.
   * Not on ASA: set by hand on an ASA: leave it out.
   * @default the way out
   */
  readonly source?: Reference<'loopback-interface'> | Reference<'tunnel-interface'> | string;
}

/**
 * Where the device takes the time from. A clock that drifts more than 30 s breaks certificate validation.
 * IOS-XE: lines at the top level.
 * ASA: lines at the top level.
 */
export class NtpServers extends DeviceObject<'ntp-servers', NtpServersProps> implements INtpServers {
  constructor(scope: Construct, id: string, props: NtpServersProps) {
    super(scope, id, 'ntp-servers', () => props);
  }
}
