// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import { type Placed } from '../../core/device-object';

/** Props of `DuoPhone`. */
export interface DuoPhoneFields extends Placed {
  /**
   * What Duo calls the phone.
   * Allowed: at most 128 characters.
   * Duo: `name`.
   * @default none
   */
  readonly label?: string;
  /**
   * Kind of phone. Pushes need a mobile one.
   * Duo: `type`.
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
