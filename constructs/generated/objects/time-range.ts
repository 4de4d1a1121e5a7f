// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import { DeviceObject, ExistingObject, type Placed } from '../../core/device-object';
import type { ITimeRange } from '../references';

/** Props of `TimeRange`. */
export interface TimeRangeProps extends Placed {
  /**
   * Name on the FMC.
   * @default the construct's id; inside a composite its path below the stack, joined with `-`
   */
  readonly name?: string;
  /**
   * What it is for. Up to 200 characters.
   * Allowed: at most 200 characters.
   * FMC: `description`.
   */
  readonly description?: string;
  /**
   * From when on, `2026-12-01T08:00`.
   * Allowed: like 2026-12-01T08:00.
   * FMC: `effectiveStartDateTime`.
   * @default at once
   */
  readonly from?: string;
  /**
   * Until when: after `from`.
   * Allowed: like 2026-12-01T08:00.
   * FMC: `effectiveEndDateTime`.
   * @default it never ends
   */
  readonly until?: string;
  /**
   * Hours of the week.
   * Allowed: at least 1; each { days: ['mon'], from: '08:00', to: '17:00' } or a span from and to a day.
   * FMC: `recurrenceList`.
   * @default all of them
   */
  readonly weekly?: readonly (
    | {
        /**
         * Days of the week: `mon` to `sun`.
         * Allowed: at least 1.
         */
        readonly days: readonly ('sun' | 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat')[];
        /**
         * When it begins on each of these days, `08:00`.
         * Allowed: like 08:00, to 23:59.
         */
        readonly from: string;
        /**
         * When it ends on the same day, `17:30`.
         * Allowed: like 08:00, to 23:59.
         */
        readonly to: string;
      }
    | {
        /** When it begins on each of these days, `08:00`. */
        readonly from: {
          readonly day: 'sun' | 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat';
          /** Allowed: like 08:00, to 23:59. */
          readonly time: string;
        };
        /** When it ends on the same day, `17:30`. */
        readonly to: {
          readonly day: 'sun' | 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat';
          /** Allowed: like 08:00, to 23:59. */
          readonly time: string;
        };
      }
  )[];
}

/**
 * When something holds: between two moments, in hours of the week, or both. On the clock of each firewall, in
 * its time zone (Cisco Secure Firewall Management Center device configuration guide, time range).
 * FMC: `object/timeranges`.
 */
export class TimeRange extends DeviceObject<'time-range', TimeRangeProps> implements ITimeRange {
  /** One that is on the device and that this program does not manage: it is referred to, never written, and must be there. */
  static fromExisting(scope: Construct, id: string, name: string): ITimeRange {
    return new ExistingObject(scope, id, 'time-range', name);
  }

  constructor(scope: Construct, id: string, props: TimeRangeProps = {}) {
    super(scope, id, 'time-range', () => props);
  }
}
