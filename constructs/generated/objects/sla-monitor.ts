// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import type { Reference } from '../../../lib/model/noun';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { ISlaMonitor } from '../references';

/** Props of `SlaMonitor`. */
export interface SlaMonitorProps extends Placed {
  /**
   * Name on the FMC.
   * @default the construct's id; inside a composite its path below the stack, joined with `-`
   */
  readonly name?: string;
  /**
   * A remark that the FMC keeps; one line.
   * Allowed: at most 200 characters.
   * FMC: `description`.
   */
  readonly description?: string;
  /**
   * Its number on the firewalls, 1 to 2147483647; each monitor of a firewall has another.
   * FMC: `slaId`.
   */
  readonly number: number;
  /**
   * The address that is asked: one that answers only while the way is up.
   * Allowed: four numbers of 0 to 255, like 192.0.2.1.
   * FMC: `monitorAddress`.
   */
  readonly address: string;
  /**
   * Zones or interface groups with the interfaces that it is asked from; their order means nothing.
   * Allowed: at least 1.
   * FMC: `interfaceObjects`.
   */
  readonly zones: readonly Reference<'security-zone'>[];
  /**
   * How often it is asked, 1 to 604800 seconds.
   * FMC: `frequency`.
   * @default 60
   */
  readonly frequency?: number;
  /**
   * How long it waits for an answer, 0 to 604800000 milliseconds, at most `frequency`.
   * FMC: `timeout`.
   * @default 5000
   */
  readonly timeout?: number;
  /**
   * An answer that takes longer, 0 to 2147483647 milliseconds, is late.
   * FMC: `threshold`.
   * @default 5000
   */
  readonly threshold?: number;
  /**
   * How many requests are sent each time, 1 to 100.
   * FMC: `noOfPackets`.
   * @default 1
   */
  readonly packets?: number;
  /**
   * Payload of a request, 0 to 16384 bytes.
   * FMC: `dataSize`.
   * @default 28
   */
  readonly dataSize?: number;
  /**
   * Type of service in the header of a request, 0 to 255.
   * FMC: `tos`.
   * @default 0
   */
  readonly tos?: number;
}

/**
 * An SLA monitor of the FMC: an address that firewalls ping again and again. A static route that names it as
 * `track` is there while the address answers.
 * FMC: `object/slamonitors`.
 */
export class SlaMonitor extends DeviceObject<'sla-monitor', SlaMonitorProps> implements ISlaMonitor {
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): ISlaMonitor {
    return new ExistingObject(scope, id, 'sla-monitor', name);
  }

  constructor(scope: Construct, id: string, props: SlaMonitorProps) {
    super(scope, id, 'sla-monitor', () => props);
  }
}
