// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { SecretRef } from '../../../lib/model/secret';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { IAaaServer } from '../references';

/** Props of `AaaServer`. */
export interface AaaServerProps extends Placed {
  /**
   * Name on the device.
   * @default the construct's id; inside a composite its path below the stack, joined with `-`
   */
  readonly name?: string;
  /**
   * What the servers speak. It cannot be changed.
   * @default 'radius'
   */
  readonly protocol?: 'radius' | 'tacacs+';
  /**
   * How often a server may fail before the next is asked, 1 to 5.
   * @default 3
   */
  readonly maxFailedAttempts?: number;
  /**
   * Accounting updates between start and stop.
   * @default off
   */
  readonly interimAccountingUpdate?: true;
  /**
   * Take changes of authorization from the servers (RFC 5176).
   * @default off
   */
  readonly dynamicAuthorization?: true;
  /**
   * The servers.
   * Allowed: at least 1.
   * ASA: `…`, a block each: in the header, in the header, `retry-interval …` (not shown at 10), `timeout …` (not
   * shown at 10), `key …`, `authentication-port …` (not shown at 1645), `accounting-port …` (not shown at 1646).
   */
  readonly hosts: readonly {
    /**
     * The interface that the server is reached by, by its logical name. It is part of what the ASA knows the server
     * by.
     */
    readonly interface: string;
    /**
     * Address or name.
     * Allowed: like 192.0.2.1 or hub.example.net.
     */
    readonly host: string;
    /** The shared secret (RFC 2865 section 3). Only ever a `Secret`. */
    readonly key?: SecretRef;
    /**
     * Seconds until the server counts as silent, 1 to 300. With a push to a phone (Duo) it must be longer than the
     * push: 60 or more.
     * Allowed: 1 to 300 seconds.
     * @default 10
     */
    readonly timeout?: number;
    /**
     * Seconds between two tries, 1 to 10.
     * Allowed: 1 to 10 seconds.
     * @default 10
     */
    readonly retryInterval?: number;
    /**
     * UDP port of authentication.
     * Allowed: 1 to 65535.
     * @default 1645
     */
    readonly authenticationPort?: number;
    /**
     * UDP port of accounting.
     * Allowed: 1 to 65535.
     * @default 1646
     */
    readonly accountingPort?: number;
  }[];
}

/**
 * A group of AAA servers of an ASA: `aaa-server`. Its hosts are asked in order.
 * ASA: lines at the top level.
 */
export class AaaServer extends DeviceObject<'aaa-server', AaaServerProps> implements IAaaServer {
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): IAaaServer {
    return new ExistingObject(scope, id, 'aaa-server', name);
  }

  constructor(scope: Construct, id: string, props: AaaServerProps) {
    super(scope, id, 'aaa-server', () => props);
  }
}
