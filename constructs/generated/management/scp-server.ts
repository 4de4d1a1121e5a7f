// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { IScpServer } from '../references';

/** Props of `ScpServer`. */
export interface ScpServerProps extends Placed {
  /**
   * For the ledger alone.
   * @default the construct's id; inside a composite its path below the stack, joined with `-`
   */
  readonly name?: string;
  /**
   * The device itself begins with it off.
   * IOS-XE: `ip scp server enable` or `no ip scp server enable` (not shown at false).
   * @default true
   */
  readonly server?: boolean;
}

/**
 * Files may be sent to the device over SSH, by whoever may log in with full rights. Needed to send a client
 * profile.
 * IOS-XE: lines at the top level.
 */
export class ScpServer extends DeviceObject<'scp-server', ScpServerProps> implements IScpServer {
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): IScpServer {
    return new ExistingObject(scope, id, 'scp-server', name);
  }

  constructor(scope: Construct, id: string, props: ScpServerProps = {}) {
    super(scope, id, 'scp-server', () => props);
  }
}
