import { clockOf } from '../../server/clock';
import { newSerial } from '../../server/serial';
import { labAuthority } from '../../server/x509';
import { typeAt } from '../../terminal/console';
import { TerminalFront } from '../../terminal/front';
import { consoleOf } from './console';
import { RouterDevice } from './device';
import { scpInto } from './scp';
import type { LabRouter, RouterFaults, RouterOptions } from './types';

export type { LabRouter, RouterFaults, RouterOptions } from './types';

/** Trustpoints that were enrolled before the lab began have their certificates. */
const enrol = async (device: RouterDevice): Promise<void> => {
  for (const name of device.enrolled) {
    const authority = await labAuthority();
    const own = await authority.issue([{ CN: [`${device.hostname()}.example.net`] }]);
    device.pki.presets.set(name, { ca: authority.certificate, own });
  }
};

/**
 * Starts a simulated IOS-XE router with an SSH server on 127.0.0.1. It behaves like an ASR1001-HX: modes, acceptance
 * and refusal come from the IOS-XE grammar, so what it takes is what Tunnelwright believes the device takes.
 *
 * Not proven on a device: the words of the refusals for references and for objects in use, and whether each is refused.
 */
export const startRouter = async (options: RouterOptions = {}): Promise<LabRouter> => {
  const front = new TerminalFront<RouterFaults>({});
  const clock = clockOf(options.minuteMs ?? 60000);
  const device = new RouterDevice({ serial: newSerial(), ...options }, clock, front.around);
  await enrol(device);
  const privileged = options.enableSecret === undefined;
  await front.listen(
    {
      terminalFor: (user) => consoleOf(device, user, { privileged }),
      scp: (channel, command, drop) => scpInto(channel, device, command, drop),
    },
    options,
  );
  return Object.assign(front, {
    flash: device.flash,
    runningConfig: () => device.runningText(),
    startupConfig: () => device.startupText(),
    type: (...lines: string[]) =>
      typeAt(consoleOf(device, 'console', { privileged: true, inConfig: true }), lines, '%'),
    reload: () => device.reload(),
    close: () => {
      device.confirm();
      device.cancelReload();
      return front.stop();
    },
  });
};
