// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Construct } from 'constructs';
import { ExistingObject } from '../../core/device-object';
import type { ITimeRange } from '../references';

/**
 * A time range of the FMC: looked up by name, never created.
 * FMC: looked up by name, never written.
 */
export class TimeRange extends ExistingObject<'time-range'> implements ITimeRange {
  private constructor(scope: Construct, id: string, name: string) {
    super(scope, id, 'time-range', name);
  }

  /** The one of this name. It must be there; the device is asked at plan. */
  static fromExisting(scope: Construct, id: string, name: string): ITimeRange {
    return new TimeRange(scope, id, name);
  }
}
