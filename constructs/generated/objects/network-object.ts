// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { INetworkObject } from '../references';

/** Props of `NetworkObject`. */
export interface NetworkObjectProps extends Placed {
  /**
   * Name on the FMC.
   * @default the construct's id; inside a composite its path below the stack, joined with `-`
   */
  readonly name?: string;
  /**
   * An address (a host), a network with a length, or a range `192.0.2.1-192.0.2.9`.
   * Allowed: 192.0.2.1, 10.20.0.0/16 (host bits zero) or 192.0.2.1-192.0.2.9.
   * ASA: `…`.
   * FMC: `value`.
   */
  readonly value: string;
  /**
   * Whether single firewalls may have another value under this name: a `NetworkObjectOverride` gives it. FMC only.
   * Not on ASA: only an FMC has object overrides: here the object is this ASA's own.
   * FMC: `overridable`.
   * @default what is set on the FMC, and no for a new one
   */
  readonly overridable?: boolean;
}

/**
 * A host, a network or a range of addresses of the FMC, by name. Which of the three it is cannot change.
 * ASA: `object network <name>`; other lines of the block are left alone.
 * FMC: `object/hosts` or `object/ranges`.
 */
export class NetworkObject extends DeviceObject<'network-object', NetworkObjectProps> implements INetworkObject {
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): INetworkObject {
    return new ExistingObject(scope, id, 'network-object', name);
  }

  constructor(scope: Construct, id: string, props: NetworkObjectProps) {
    super(scope, id, 'network-object', () => props);
  }
}
