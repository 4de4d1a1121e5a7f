// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { IRawConfig } from '../references';

/** Props of `RawConfig`. */
export interface RawConfigProps extends Placed {
  /**
   * By which the plan knows it.
   * @default the construct's id; inside a composite its path below the stack, joined with `-`
   */
  readonly name?: string;
  /**
   * Lines as the device prints them: it compares them as text.
   * Allowed: at least 1; each at most 250 characters.
   * IOS-XE: its lines as they are.
   * ASA: its lines as they are.
   */
  readonly lines: readonly string[];
}

/**
 * Lines at the top level that no construct knows yet: typed as text, compared and taken back like the rest.
 * IOS-XE: lines at the top level.
 * ASA: lines at the top level.
 */
export class RawConfig extends DeviceObject<'raw-config', RawConfigProps> implements IRawConfig {
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): IRawConfig {
    return new ExistingObject(scope, id, 'raw-config', name);
  }

  constructor(scope: Construct, id: string, props: RawConfigProps) {
    super(scope, id, 'raw-config', () => props);
  }
}
