import type { Problem } from '../kernel/problem';
import type { Absent, Live } from '../desired/item';

/** A certificate that a device holds. */
export interface DeviceCertificate {
  /** What it is for there: `CA certificate`, `certificate`. */
  readonly role: string;
  readonly subject: string;
  readonly issuer: string;
  /** ISO 8601; undefined where the device shows none. */
  readonly expires: string | undefined;
  /** Where it is held, by name. */
  readonly holders: readonly string[];
}

export interface TunnelState {
  readonly name: string;
  readonly up: boolean;
  /** In the device's words. */
  readonly detail: string;
}

/** A change that is stored where the device is managed and does not run on the device. */
export interface Undeployed {
  readonly device: string;
  readonly what: string;
  readonly by: readonly string[];
  readonly ours: boolean;
}

export interface Observation<C> {
  readonly live: Live<C>;
  /** What was looked for and is not there, by identity. */
  readonly absent?: ReadonlyMap<string, Absent>;
  /** Work of ours that an earlier run left: it makes a plan non-empty although nothing differs. */
  readonly unfinished: readonly string[];
  /** What the program says of the device and is not so: nothing is applied. */
  readonly problems?: readonly Problem[];
  /** What a person should know before they say yes. */
  readonly warnings: readonly string[];
  /** The same, of how a change is taken back: nobody needs to know it where nothing changes. */
  readonly onChange?: readonly string[];
  /** The tunnels as they are now, for what a change would do to them. */
  readonly sessions?: readonly TunnelState[];
  /** Where storing a change is one thing and running it another: what is stored and does not run yet. */
  readonly undeployed?: readonly Undeployed[];
}

export interface Requests {
  readonly used: number;
  readonly oneByOne: number;
}

/** What a change does to tunnels that are up. */
export interface Impact {
  readonly effect: 'drops now' | 're-keys later';
  readonly tunnels: readonly string[];
}
