// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { IPlatformSettings } from '../references';

/** Props of `PlatformSettings`. */
export interface PlatformSettingsProps extends Placed {
  /**
   * Name on the FMC.
   * @default the construct's id; inside a composite its path below the stack, joined with `-`
   */
  readonly name?: string;
  /**
   * A remark.
   * Allowed: at most 200 characters.
   * FMC: `description`.
   */
  readonly description?: string;
}

/**
 * A platform settings policy of the FMC. Only what is declared of it is written. FMC 7.4 and later.
 * FMC: `policy/ftdplatformsettingspolicies`.
 */
export class PlatformSettings
  extends DeviceObject<'platform-settings', PlatformSettingsProps>
  implements IPlatformSettings
{
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): IPlatformSettings {
    return new ExistingObject(scope, id, 'platform-settings', name);
  }

  constructor(scope: Construct, id: string, props: PlatformSettingsProps = {}) {
    super(scope, id, 'platform-settings', () => props);
  }
}
