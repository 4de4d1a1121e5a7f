import { clockOf } from '../../lib/lab/server/clock';
import { consoleOf } from '../../lib/lab/devices/iosxe/console';
import { RouterDevice } from '../../lib/lab/devices/iosxe/device';

/** The simulated router without its SSH server: a configuration in, lines typed, a configuration out. */
export const pureRouter = (config: string) => {
  const device = new RouterDevice({ config }, clockOf(60000), {
    faults: () => ({}),
    tunnelUp: () => false,
    ikeFailures: () => [],
    dropSessions: () => undefined,
  });
  const console = consoleOf(device, 'test', { privileged: true, inConfig: true });
  return {
    text: () => device.runningText(),
    /** Types lines in configuration mode; returns what was refused, each with its line. */
    type: (lines: readonly string[]): readonly string[] =>
      lines.flatMap((line) => {
        const words =
          console
            .submit(line)
            .text?.split('\n')
            .filter((part) => part.startsWith('%')) ?? [];
        return words.map((text) => `${line}: ${text}`);
      }),
  };
};
