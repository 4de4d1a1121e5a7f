import type { Console } from '../../wire/console';

/** How a change is made safe, and let go. */
export interface Guard {
  /** What happens when it is not let go: said wherever a run ends in doubt. */
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

/** A line of the device in place of a user: whoever is on it. */
const isLine = (user: string): boolean => /^(?:console|unknown|(?:con|vty|tty|aux)\d*)$/i.test(user);

/**
 * The user that the device names for what is armed on it, where that is not us: `User: colleague`, `(in 5 minutes)
 * by colleague on vty0`, `by colleague from ssh`. `ours`: who we may be. Not proven on a device: the form of these lines
 * on every release; where they name none, what is armed may be ours.
 */
export const otherUser = (shown: string, ...ours: readonly string[]): string | undefined => {
  const user = /^User: *(\S+)/im.exec(shown)?.[1] ?? /\) by (\S+) (?:on|from) /.exec(shown)?.[1];
  const isOurs = ours.some((one) => one.toLowerCase() === user?.toLowerCase());
  return user === undefined || isOurs || isLine(user) ? undefined : user;
};
