// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { Reference } from '../../../lib/model/noun';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { IIseRadiusServerSequence } from '../references';

/** Props of `IseRadiusServerSequence`. */
export interface IseRadiusServerSequenceProps extends Placed {
  /**
   * Name in ISE.
   * @default the construct's id; inside a composite its path below the stack, joined with `-`
   */
  readonly name?: string;
  /**
   * A remark that ISE keeps, at most 256 characters.
   * ISE: `description`.
   */
  readonly description?: string;
  /**
   * What is asked, the second when the first does not answer.
   * Allowed: at least 1.
   * ISE: `RadiusServerList`.
   */
  readonly servers: readonly Reference<'ise-external-radius-server'>[];
  /**
   * Let ISE's own authorization rules decide once the server has accepted.
   * ISE: `continueAuthorzPolicy`.
   * @default true
   */
  readonly authorize?: boolean;
  /**
   * Hand accounting on too.
   * ISE: `remoteAccounting`.
   * @default false
   */
  readonly remoteAccounting?: boolean;
  /**
   * Keep accounting in ISE.
   * ISE: `localAccounting`.
   * @default true
   */
  readonly localAccounting?: boolean;
}

/**
 * External RADIUS servers in their order (Administration > RADIUS Server Sequences): what a policy set hands
 * requests to.
 * ISE: `radiusserversequence`.
 */
export class IseRadiusServerSequence
  extends DeviceObject<'ise-radius-server-sequence', IseRadiusServerSequenceProps>
  implements IIseRadiusServerSequence
{
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): IIseRadiusServerSequence {
    return new ExistingObject(scope, id, 'ise-radius-server-sequence', name);
  }

  constructor(scope: Construct, id: string, props: IseRadiusServerSequenceProps) {
    super(scope, id, 'ise-radius-server-sequence', () => props);
  }
}
