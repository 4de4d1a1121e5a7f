// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { SecretRef } from '../../../lib/model/secret';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { IIseExternalRadiusServer } from '../references';

/** Props of `IseExternalRadiusServer`. */
export interface IseExternalRadiusServerProps extends Placed {
  /**
   * Name in ISE: letters, digits and underscores.
   * @default the construct's id; inside a composite its path below the stack, joined with `-`
   */
  readonly name?: string;
  /**
   * A remark that ISE keeps, at most 256 characters.
   * ISE: `description`.
   */
  readonly description?: string;
  /**
   * Its address.
   * Allowed: four numbers of 0 to 255, like 192.0.2.1.
   * ISE: `hostIP`.
   */
  readonly address: string;
  /**
   * Shared secret: the one that the server has for ISE. ISE never shows it. At most 128 characters.
   * ISE: `sharedSecret` (never shown again).
   */
  readonly secret: SecretRef;
  /**
   * UDP port for authentication, 1 to 65535.
   * ISE: `authenticationPort`.
   * @default 1812
   */
  readonly authPort?: number;
  /**
   * UDP port for accounting, 1 to 65535.
   * ISE: `accountingPort`.
   * @default 1813
   */
  readonly acctPort?: number;
  /**
   * Seconds that ISE waits for an answer, 1 to 120. It must outlast a push where Duo is asked.
   * Allowed: 1 to 120 seconds.
   * ISE: `timeout`.
   * @default 5
   */
  readonly timeout?: number;
  /**
   * How often it asks again, 1 to 9.
   * ISE: `retries`.
   * @default 3
   */
  readonly retries?: number;
}

/**
 * A RADIUS server to which ISE hands requests on (Administration > External RADIUS Servers): a Duo proxy behind
 * ISE.
 * ISE: `externalradiusserver`.
 */
export class IseExternalRadiusServer
  extends DeviceObject<'ise-external-radius-server', IseExternalRadiusServerProps>
  implements IIseExternalRadiusServer
{
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): IIseExternalRadiusServer {
    return new ExistingObject(scope, id, 'ise-external-radius-server', name);
  }

  constructor(scope: Construct, id: string, props: IseExternalRadiusServerProps) {
    super(scope, id, 'ise-external-radius-server', () => props);
  }
}
