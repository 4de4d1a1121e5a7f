import type { Construct } from 'constructs';
import type { Referable } from '../../lib/model/noun';
import { DeviceObject, existing, type Props } from '../core/device-object';

export type PlatformSettingsProps = Props<'platform-settings'>;

/** A platform settings policy. FMC 7.4 and later. */
export class PlatformSettings extends DeviceObject<'platform-settings'> {
  constructor(scope: Construct, id: string, props: PlatformSettingsProps) {
    super(scope, id, 'platform-settings', () => props);
  }

  /** One that is on the FMC and that somebody else owns. It must be there. */
  static fromExisting(name: string): Referable<'platform-settings'> {
    return existing('platform-settings', name);
  }
}
