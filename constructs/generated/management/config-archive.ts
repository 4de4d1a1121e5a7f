// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import { DeviceObject, type Placed } from '../../core/device-object';
import type { IConfigArchive } from '../references';

/** Props of `ConfigArchive`. */
export interface ConfigArchiveProps extends Placed {
  /**
   * File prefix, for example `bootflash:tunnelwright`.
   * Allowed: a file system and a prefix, like bootflash:archive.
   * IOS-XE: `path …`.
   */
  readonly path: string;
  /**
   * How many to keep, 1 to 14.
   * IOS-XE: `maximum …` (not shown at 10).
   * @default 10
   */
  readonly maximum?: number;
  /**
   * Keep one more at every `write memory`.
   * IOS-XE: `write-memory` or `no write-memory` (not shown at false).
   * @default only when it is asked for
   */
  readonly writeMemory?: true;
}

/**
 * Where the device keeps old configurations. Without it there is no armed rollback (`configure terminal
 * revert`).
 * IOS-XE: `archive`; other lines of the block are left alone.
 */
export class ConfigArchive extends DeviceObject<'config-archive', ConfigArchiveProps> implements IConfigArchive {
  constructor(scope: Construct, id: string, props: ConfigArchiveProps) {
    super(scope, id, 'config-archive', () => props);
  }
}
