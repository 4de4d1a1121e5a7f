import { clockOf } from '../../server/clock';
import { newSerial } from '../../server/serial';
import { typeAt } from '../../terminal/console';
import { TerminalFront } from '../../terminal/front';
import { printConfig } from './config';
import { consoleOf } from './console';
import { AsaDevice } from './device';
import type { AsaFaults, AsaOptions, LabAsa, Space } from './types';

export type { AsaFaults, AsaOptions, LabAsa } from './types';

/**
 * Starts a simulated ASA with an SSH server on 127.0.0.1: modes, acceptance and refusal come from the ASA grammar, so
 * what it takes is what Tunnelwright believes the device takes.
 *
 * Not proven on a device: the words of the refusals for references and for objects in use, and whether each is refused.
 */
export const startAsa = async (options: AsaOptions = {}): Promise<LabAsa> => {
  const front = new TerminalFront<AsaFaults>({});
  const clock = clockOf(options.minuteMs ?? 60000);
  const device = new AsaDevice({ serial: newSerial(), ...options }, clock, front.around);
  const spaceOf = (context = ''): Space => {
    const space = device.spaces.get(context);
    if (space === undefined) throw new Error(`the simulated ASA has no context ${context}`);
    return space;
  };
  const privileged = options.enableSecret === undefined;
  await front.listen({ terminalFor: (user) => consoleOf(device, user, { privileged }) }, options);
  return Object.assign(front, {
    runningConfig: (context?: string) => device.text(spaceOf(context), true),
    startupConfig: (context?: string) => printConfig(spaceOf(context).startup(), device.release, true),
    type: (...lines: string[]) =>
      typeAt(consoleOf(device, 'console', { privileged: true, inConfig: true }), lines, 'ERROR'),
    reload: () => device.reload(),
    reloading: () => device.reloading() !== undefined,
    close: () => {
      device.cancelReload();
      return front.stop();
    },
  });
};
