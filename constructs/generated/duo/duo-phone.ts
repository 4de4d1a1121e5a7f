// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { IDuoPhone } from '../references';

/** Props of `DuoPhone`. */
export interface DuoPhoneProps extends Placed {
  /**
   * The number, with its country and without blanks: `+15551234567` (E.164).
   * Allowed: with its country and without blanks, like +15551234567.
   * Duo: not in the body.
   */
  readonly number: string;
  /**
   * What Duo calls the phone.
   * Allowed: at most 128 characters.
   * Duo: `name`.
   * @default none
   */
  readonly label?: string;
  /**
   * Kind of phone. Pushes need a mobile one.
   * Duo: `type`, `platform`.
   * @default 'mobile'
   */
  readonly type?: 'mobile' | 'landline';
  /**
   * Send the link that activates Duo Mobile, by SMS, once, when the phone has its user. It is never sent again,
   * whether or not it was followed.
   * Duo: not in the body.
   * @default nothing is sent
   */
  readonly activation?: {
    /**
     * How long the link works, in seconds, 60 to 2592000.
     * Allowed: 60 to 2592000 seconds.
     * @default 86400
     */
    readonly validSeconds?: number;
    /**
     * Also send where to install Duo Mobile from.
     * @default true
     */
    readonly install?: boolean;
  };
}

/**
 * A phone that Duo sends pushes to. Its user names it: `phones: [phone]`.
 * Duo: `admin/v1/phones`.
 */
export class DuoPhone extends DeviceObject<'duo-phone', DuoPhoneProps> implements IDuoPhone {
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, number: string): IDuoPhone {
    return new ExistingObject(scope, id, 'duo-phone', number);
  }

  constructor(scope: Construct, id: string, props: DuoPhoneProps) {
    super(scope, id, 'duo-phone', () => props);
  }
}
