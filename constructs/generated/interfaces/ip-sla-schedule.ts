// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { Reference } from '../../../lib/model/noun';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { IIpSlaSchedule } from '../references';

/** Props of `IpSlaSchedule`. */
export interface IpSlaScheduleProps extends Placed {
  /**
   * Number of the operation, as text: `10`.
   * @default the construct's id; inside a composite its path below the stack, joined with `-`
   */
  readonly name?: string;
  /** The operation that runs. */
  readonly operation: Reference<'ip-sla'>;
}

/**
 * When an IP SLA operation runs: from now on, for ever.
 * IOS-XE: one line, `ip sla schedule …`.
 */
export class IpSlaSchedule extends DeviceObject<'ip-sla-schedule', IpSlaScheduleProps> implements IIpSlaSchedule {
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): IIpSlaSchedule {
    return new ExistingObject(scope, id, 'ip-sla-schedule', name);
  }

  constructor(scope: Construct, id: string, props: IpSlaScheduleProps) {
    super(scope, id, 'ip-sla-schedule', () => props);
  }
}
