import type { PlatformId } from '../../model/targets';

/** A target of a program, as far as a simulated device in its place must know it. */
export interface Place {
  readonly id: string;
  readonly platform: PlatformId;
  readonly host: string;
  /** The declared release or version. */
  readonly release?: string;
  /** The sub-domain of a manager that it is: `Global/Branch`. Default: all of it. */
  readonly domain?: string;
  /** The program says that method lists decide on it already. */
  readonly aaaNewModel?: 'on';
  /** The files that a person reads, in one text. */
  readonly text: string;
  /** What the program refers to and does not declare. */
  readonly externals: readonly {
    readonly kind: string;
    readonly name: string;
    /** First line of its section, of devices with a command line. */
    readonly header?: string;
    /** Where a manager keeps it. */
    readonly collection?: string;
  }[];
  /** The configuration that it boots with: a backup of the real device, or a part of one. Default: what the program refers to. */
  readonly boot?: string;
}
