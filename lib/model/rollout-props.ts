import type { weekdays } from './weekdays';

/** Devices that are changed before the next ones are begun. What selects counts together. */
export interface WaveProps {
  /** What it is called. Default: `wave 1` and so on. */
  readonly name?: string;
  /** Only these targets, by their ids; `*` stands for any text: `branch-*`. */
  readonly targets?: readonly string[];
  /** Only devices that have all of these labels (`Labels.of`). */
  readonly labels?: Readonly<Record<string, string>>;
  /** At most so many, 1 to 100000. Not together with `percent`. */
  readonly count?: number;
  /** At most this part of all devices of the rollout, 1 to 100, rounded up. */
  readonly percent?: number;
  /** A person must approve before it begins: `tunnelwright rollout approve`. Default: false. */
  readonly approval?: boolean;
  /** Devices that are changed at the same time, 1 to 500. Default: 10. */
  readonly parallel?: number;
}

/** What must hold after a wave before the next one begins. */
export interface GateProps {
  /**
   * Devices that may fail, over the whole rollout, 0 to 10000. Once more have failed nothing further is begun; those that
   * are being changed at that moment are finished. Default: 0.
   */
  readonly failures?: number;
  /** Minutes after a wave within which tunnels that were up before are up again, 0 to 1440. Default: 5. */
  readonly tunnelsUpWithinMinutes?: number;
  /** Every device that was changed is read again, and nothing may differ from the declaration. Default: true. */
  readonly verify?: boolean;
  /** Minutes to wait after a wave before its gate is asked, 0 to 10080 (a week). Default: 0. */
  readonly soakMinutes?: number;
}

/** When devices may be changed. One that ends before it begins goes past midnight. */
export interface ChangeWindowProps {
  /** Time zone of the times, by its name in the IANA database: `Europe/Berlin`. */
  readonly zone: string;
  /** First minute: `22:00`. */
  readonly from: string;
  /** The minute at which it is over: `04:00`. */
  readonly until: string;
  /** Days on which it begins: `sun` to `sat`. Default: all. */
  readonly days?: readonly (typeof weekdays)[number][];
}

/** Of devices that do not answer, or that another run is changing. They count as failed after the last attempt. */
export interface RetryProps {
  /** How often such a device is tried again, 0 to 100. Default: 3. */
  readonly times?: number;
  /** Minutes between two attempts, 1 to 1440. Default: 10. */
  readonly everyMinutes?: number;
}

/** A change of many devices in waves: each wave begins when the gate of the one before is passed. */
export interface RolloutProps {
  /** What commands call it. Default: the id of the construct. */
  readonly name?: string;
  /** In this order. Every device of the stack must be in one of them; one that selects nothing takes all the others. */
  readonly waves: readonly WaveProps[];
  /** What must hold after each wave. Default: no device failed, each is as declared, its tunnels up within 5 minutes. */
  readonly gate?: GateProps;
  /** When devices may be changed. Default: at any time. */
  readonly window?: ChangeWindowProps;
  /** Of devices that do not answer. Default: three times more, every 10 minutes. */
  readonly retry?: RetryProps;
  /**
   * What happens when a gate fails: `stop` leaves what was changed and begins nothing further; `rollback` takes back first
   * what the wave has changed. Default: `stop`.
   */
  readonly onFailure?: 'stop' | 'rollback';
}
