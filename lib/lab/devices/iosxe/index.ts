import { clockOf } from '../../server/clock';
import { newSerial } from '../../server/serial';
import { consoleOf } from './console';
import { deviceOf } from './device';
import { labAuthority } from '../../server/x509';
import { startSsh, type Counting } from '../../terminal/ssh';
import type { SshServer } from '../../terminal/ssh-server';
import { scpInto } from './scp';
import type { LabRouter, RouterFaults, RouterOptions } from './types';

export type { LabRouter, RouterCounters, RouterFaults, RouterOptions } from './types';

/**
 * Starts a simulated IOS-XE router with an SSH server on 127.0.0.1. It behaves like an ASR1001-HX: modes, acceptance
 * and refusal come from the IOS-XE grammar, so what it takes is what Tunnelwright believes the device takes.
 *
 * Not proven on a device: the words of the refusals for references and for objects in use, and whether each is refused.
 */
export const startRouter = async (options: RouterOptions = {}): Promise<LabRouter> => {
  const counters: Counting = { connections: 0, commands: 0, roundTrips: 0 };
  const faults: RouterFaults = {};
  let ssh: SshServer | undefined;
  const clock = clockOf(options.minuteMs ?? 60000);
  const device = deviceOf(
    { serial: newSerial(), ...options },
    clock,
    () => router.faults,
    (name) => router.tunnelUp(name),
    () => ssh?.dropAll(),
    () => router.ikeFailures(),
  );

  const type = (...lines: string[]): readonly string[] => {
    const console = consoleOf(device, 'console', { privileged: true, inConfig: true });
    return lines.flatMap((line) => {
      const text = console.submit(line).text;
      return text?.split('\n').filter((part) => part.startsWith('%')) ?? [];
    });
  };

  const router: LabRouter = {
    host: '127.0.0.1',
    port: 0,
    fingerprint: '',
    knownHosts: '',
    runningConfig: device.runningText,
    startupConfig: device.startupText,
    type,
    flash: device.flash,
    faults,
    counters,
    tunnelUp: () => false,
    ikeFailures: () => [],
    reload: device.reload,
    close: async () => {
      device.confirm();
      device.cancelReload();
      await ssh?.close();
    },
  };
  for (const name of device.enrolled) {
    const authority = await labAuthority();
    const own = await authority.issue([{ CN: [`${device.hostname()}.example.net`] }]);
    device.pki.presets.set(name, { ca: authority.certificate, own });
  }
  ssh = await startSsh(
    {
      faults: () => router.faults,
      terminalFor: (user) => consoleOf(device, user, { privileged: options.enableSecret === undefined }),
      scp: (channel, command, drop) => scpInto(channel, device, command, drop),
    },
    options,
    counters,
  );
  return Object.assign(router, { port: ssh.port, fingerprint: ssh.fingerprint, knownHosts: ssh.knownHosts });
};
