import type { Ref, Referable } from '../../lib/model/noun';
import { existing } from '../core/device-object';

/** A time range of an FMC: looked up by name, never created. */
export class TimeRange implements Referable<'time-range'> {
  private constructor(readonly ref: Ref<'time-range'>) {}

  /** The one of this name on the FMC. It must be there. */
  static fromExisting(name: string): TimeRange {
    return new TimeRange(existing('time-range', name).ref);
  }
}
