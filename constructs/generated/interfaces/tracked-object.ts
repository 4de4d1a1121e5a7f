// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { Reference } from '../../../lib/model/noun';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { ITrackedObject } from '../references';

/** Props of `TrackedObject`. */
export interface TrackedObjectProps extends Placed {
  /**
   * Its number, 1 to 1000, as text: `10`.
   * @default the construct's id; inside a composite its path below the stack, joined with `-`
   */
  readonly name?: string;
  /**
   * The operation that it follows.
   * IOS-XE: in the header.
   */
  readonly operation: Reference<'ip-sla'>;
  /**
   * `reachability`: up while there is an answer; `state`: up while it comes in time.
   * IOS-XE: in the header.
   * @default 'reachability'
   */
  readonly up?: 'reachability' | 'state';
  /**
   * Seconds, 0 to 180, that it waits before it says that something went down, or came up again.
   * IOS-XE: `delay …`.
   * @default 0
   */
  readonly delay?: {
    /** Allowed: 0 to 180 seconds. */
    readonly down?: number;
    /** Allowed: 0 to 180 seconds. */
    readonly up?: number;
  };
}

/**
 * What routes and FlexVPN clients go by: whether an IP SLA operation has an answer.
 * IOS-XE: `track <name> <operation> <up>`.
 */
export class TrackedObject extends DeviceObject<'tracked-object', TrackedObjectProps> implements ITrackedObject {
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): ITrackedObject {
    return new ExistingObject(scope, id, 'tracked-object', name);
  }

  constructor(scope: Construct, id: string, props: TrackedObjectProps) {
    super(scope, id, 'tracked-object', () => props);
  }
}
