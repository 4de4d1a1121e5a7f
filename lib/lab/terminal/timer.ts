import type { Clock } from '../server/clock';

/** What a device does by itself later, unless it is called off: a reload, a rollback. */
export interface Pending {
  readonly user: string;
  readonly minutes: number;
  readonly since: Date;
  readonly until: Date;
  readonly cancel: () => void;
}

/** One timer of a device. Setting it again takes the place of what was set. */
export class DeviceTimer {
  private set: Pending | undefined;

  constructor(
    private readonly clock: Clock,
    /** Milliseconds in a minute. Default: 60000. */
    private readonly minuteMs = 60000,
  ) {}

  pending(): Pending | undefined {
    return this.set;
  }

  start(user: string, minutes: number, act: () => void): void {
    this.cancel();
    const since = this.clock.now();
    const until = new Date(since.getTime() + minutes * this.minuteMs);
    this.set = { user, minutes, since, until, cancel: this.clock.after(minutes, act) };
  }

  cancel(): void {
    this.set?.cancel();
    this.set = undefined;
  }
}
