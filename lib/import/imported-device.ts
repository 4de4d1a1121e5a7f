import type { DeviceObjects } from './declare';

/** A device of which a program is written. */
export interface ImportedDevice {
  /** Its id in the stack, and the name of its file. */
  readonly id: string;
  /** Its variable. */
  readonly variable: string;
  readonly className: string;
  /** What its construct is given besides its login: its host and its release. */
  readonly settings: Readonly<Record<string, string>>;
  /** How it is reached, where that may be wrong. */
  readonly hint?: string;
  /** Where its login is read from: `EDGE` for `EDGE_USERNAME` and `EDGE_PASSWORD`. */
  readonly login: string;
  /** What was read: the name of a file, or a host. */
  readonly file: string;
  readonly objects: DeviceObjects;
  /** How many lines stay that no object has. */
  readonly otherLines: number;
}
