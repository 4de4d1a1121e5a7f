import { hostname, userInfo } from 'node:os';

/** Who runs this: `user@host`. A container may run as a number that no list of users knows. */
export const whoRuns = (): string => {
  const user = (): string => {
    try {
      return userInfo().username;
    } catch {
      return process.env['USER'] || `uid ${process.getuid?.() ?? 'unknown'}`;
    }
  };
  return `${user()}@${hostname()}`;
};
