// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { IIkeV2Enable } from '../references';

/** Props of `IkeV2Enable`. */
export interface IkeV2EnableProps extends Placed {
  /**
   * The interface, by its logical name (`nameif`): `outside`.
   * @default the construct's id
   */
  readonly name?: string;
  /**
   * The services that AnyConnect asks for over TLS (profile, updates), and their TCP port, 1 to 65535. Without it
   * in the line the ASA turns them off (Cisco, `crypto ikev2 enable`).
   * @default off
   */
  readonly clientServices?: {
    /**
     * TCP port, 1 to 65535.
     * @default 443
     */
    readonly port?: number;
  };
}

/**
 * IKEv2 on an interface of an ASA.
 * ASA: one line, `crypto ikev2 enable …`.
 */
export class IkeV2Enable extends DeviceObject<'ikev2-enable', IkeV2EnableProps> implements IIkeV2Enable {
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): IIkeV2Enable {
    return new ExistingObject(scope, id, 'ikev2-enable', name);
  }

  constructor(scope: Construct, id: string, props: IkeV2EnableProps = {}) {
    super(scope, id, 'ikev2-enable', () => props);
  }
}
