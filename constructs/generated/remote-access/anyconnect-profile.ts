// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { Reference } from '../../../lib/model/noun';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { IAnyConnectProfile } from '../references';

/** Props of `AnyConnectProfile`. */
export interface AnyConnectProfileProps extends Placed {
  /**
   * Name on the device.
   * @default the construct's id; inside a composite its path below the stack, joined with `-`
   */
  readonly name?: string;
  /**
   * The SecureClientProfile of the router, or the place of one not declared: `bootflash:/Client_Profile.xml`.
   * Allowed: a file system and a file, like bootflash:/Client_Profile.xml.
   */
  readonly file: Reference<'secure-client-profile'> | string;
}

/**
 * A client profile on the device's flash, by a name.
 * IOS-XE: one line, `crypto vpn anyconnect profile …`.
 */
export class AnyConnectProfile
  extends DeviceObject<'anyconnect-profile', AnyConnectProfileProps>
  implements IAnyConnectProfile
{
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): IAnyConnectProfile {
    return new ExistingObject(scope, id, 'anyconnect-profile', name);
  }

  constructor(scope: Construct, id: string, props: AnyConnectProfileProps) {
    super(scope, id, 'anyconnect-profile', () => props);
  }
}
