import type { Console } from '../../wire/console';

/** How a change is made safe, and let go. */
export interface Guard {
  /** What happens when nobody lets go: said wherever a run ends in doubt. */
  readonly what: string;
  /** After how many minutes the device acts by itself; absent where it does not. */
  readonly minutes?: number;
  /** Arms it and enters configuration mode. Words: why it could not be. */
  arm(console: Console): Promise<string | undefined>;
  release(console: Console): Promise<string | undefined>;
  /** Takes the change back, as far as the device lets us; whether it did is for a look at the device to say. */
  revert(console: Console, undo: readonly string[]): Promise<void>;
  /** After a look that found the device as it was. */
  disarm(console: Console): Promise<void>;
}
