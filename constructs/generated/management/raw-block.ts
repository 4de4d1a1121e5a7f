// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { IRawBlock } from '../references';

/** Props of `RawBlock`. */
export interface RawBlockProps extends Placed {
  /**
   * The line that begins the block, as the device prints it: `router ospf 1`.
   * @default the construct's id; inside a composite its path below the stack, joined with `-`
   */
  readonly name?: string;
  /**
   * Lines below it, as the device prints them; lines of a sub-mode are indented.
   * Allowed: at least 1; each at most 250 characters.
   * IOS-XE: its lines as they are.
   * ASA: its lines as they are.
   */
  readonly lines?: readonly string[];
}

/**
 * A block that no construct knows yet: its header and its lines as text, compared and taken back like the rest.
 * IOS-XE: .
 * ASA: .
 */
export class RawBlock extends DeviceObject<'raw-block', RawBlockProps> implements IRawBlock {
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): IRawBlock {
    return new ExistingObject(scope, id, 'raw-block', name);
  }

  constructor(scope: Construct, id: string, props: RawBlockProps = {}) {
    super(scope, id, 'raw-block', () => props);
  }
}
