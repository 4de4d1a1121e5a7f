import { clockOf } from '../../server/clock';
import { newSerial } from '../../server/serial';
import { startSsh, type Counting } from '../../terminal/ssh';
import type { SshServer } from '../../terminal/ssh-server';
import { printConfig } from './config';
import { consoleOf } from './console';
import { deviceOf, type Space } from './device';
import type { AsaFaults, AsaOptions, LabAsa } from './types';

export type { AsaCounters, AsaFaults, AsaOptions, LabAsa } from './types';

/**
 * Starts a simulated ASA with an SSH server on 127.0.0.1: modes, acceptance and refusal come from the ASA grammar, so
 * what it takes is what Tunnelwright believes the device takes.
 *
 * Not proven on a device: the words of the refusals for references and for objects in use, and whether each is refused.
 */
export const startAsa = async (options: AsaOptions = {}): Promise<LabAsa> => {
  const counters: Counting = { connections: 0, commands: 0, roundTrips: 0 };
  const faults: AsaFaults = {};
  let ssh: SshServer | undefined;
  const device = deviceOf(
    { serial: newSerial(), ...options },
    clockOf(options.minuteMs ?? 60000),
    () => asa.faults,
    (name) => asa.tunnelUp(name),
    () => ssh?.dropAll(),
    () => asa.ikeFailures(),
  );
  const spaceOf = (context = ''): Space => {
    const space = device.spaces.get(context);
    if (space === undefined) throw new Error(`the simulated ASA has no context ${context}`);
    return space;
  };

  const type = (...lines: string[]): readonly string[] => {
    const console = consoleOf(device, 'console', { privileged: true, inConfig: true });
    return lines.flatMap((line) => {
      const text = console.submit(line).text;
      return text?.split('\n').filter((part) => part.startsWith('ERROR')) ?? [];
    });
  };

  const asa: LabAsa = {
    host: '127.0.0.1',
    port: 0,
    fingerprint: '',
    knownHosts: '',
    runningConfig: (context) => device.text(spaceOf(context), true),
    startupConfig: (context) => printConfig(spaceOf(context).startup(), device.release, true),
    type,
    faults,
    counters,
    tunnelUp: () => false,
    ikeFailures: () => [],
    reload: device.reload,
    reloading: () => device.reloading() !== undefined,
    close: async () => {
      device.cancelReload();
      await ssh?.close();
    },
  };
  ssh = await startSsh(
    {
      faults: () => asa.faults,
      terminalFor: (user) => consoleOf(device, user, { privileged: options.enableSecret === undefined }),
    },
    options,
    counters,
  );
  return Object.assign(asa, { port: ssh.port, fingerprint: ssh.fingerprint, knownHosts: ssh.knownHosts });
};
