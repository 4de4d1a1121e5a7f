// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { SecretRef } from '../../../lib/model/secret';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { ISkipClient } from '../references';

/** Props of `SkipClient`. */
export interface SkipClientProps extends Placed {
  /**
   * Name on the device.
   * @default the construct's id; inside a composite its path below the stack, joined with `-`
   */
  readonly name?: string;
  /**
   * The key server: its address or name, and its port.
   * IOS-XE: `server …`.
   */
  readonly server: {
    /** Allowed: like 192.0.2.1 or hub.example.net. */
    readonly host: string;
    /** Allowed: 1 to 65535. */
    readonly port: number;
  };
  /**
   * What the router proves itself by to the server: the name of the key, and the key as a `Secret`.
   * IOS-XE: `psk id …`.
   */
  readonly psk: {
    /** Allowed: at most 128 characters. */
    readonly id: string;
    readonly key: SecretRef;
    /**
     * The secret is written in hexadecimal.
     * @default as text
     */
    readonly hex?: true;
  };
}

/**
 * A source of postquantum preshared keys (RFC 8784): a key server beside the router, asked by Cisco's Secure Key
 * Integration Protocol over TLS. IOS-XE 17.11 and later.
 * IOS-XE: `crypto skip-client <name>`.
 */
export class SkipClient extends DeviceObject<'skip-client', SkipClientProps> implements ISkipClient {
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): ISkipClient {
    return new ExistingObject(scope, id, 'skip-client', name);
  }

  constructor(scope: Construct, id: string, props: SkipClientProps) {
    super(scope, id, 'skip-client', () => props);
  }
}
