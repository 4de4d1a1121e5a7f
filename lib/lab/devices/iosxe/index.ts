import { clockOf } from '../../server/clock';
import { newSerial } from '../../server/serial';
import { labAuthority } from '../../server/x509';
import { typeAt } from '../../terminal/console';
import type { IkeFailure } from '../../terminal/ike-failure';
import { startSsh, type Counting } from '../../terminal/ssh';
import type { SshServer } from '../../terminal/ssh-server';
import { consoleOf } from './console';
import { RouterDevice } from './device';
import { scpInto } from './scp';
import type { LabRouter, RouterFaults, RouterOptions } from './types';

export type { LabRouter, RouterCounters, RouterFaults, RouterOptions } from './types';

/** A router with its SSH server. */
class SimulatedRouter implements LabRouter {
  readonly host = '127.0.0.1';
  readonly counters: Counting = { connections: 0, commands: 0, roundTrips: 0 };
  faults: RouterFaults = {};
  tunnelUp: (name: string) => boolean = () => false;
  ikeFailures: () => readonly IkeFailure[] = () => [];
  private readonly device: RouterDevice;
  private ssh: SshServer | undefined;

  constructor(private readonly options: RouterOptions) {
    this.device = new RouterDevice({ serial: newSerial(), ...options }, clockOf(options.minuteMs ?? 60000), {
      faults: () => this.faults,
      tunnelUp: (name) => this.tunnelUp(name),
      ikeFailures: () => this.ikeFailures(),
      dropSessions: () => this.ssh?.dropAll(),
    });
  }

  get port(): number {
    return this.ssh?.port ?? 0;
  }

  get fingerprint(): string {
    return this.ssh?.fingerprint ?? '';
  }

  get knownHosts(): string {
    return this.ssh?.knownHosts ?? '';
  }

  get flash(): Map<string, Buffer> {
    return this.device.flash;
  }

  async start(): Promise<this> {
    for (const name of this.device.enrolled) {
      const authority = await labAuthority();
      const own = await authority.issue([{ CN: [`${this.device.hostname()}.example.net`] }]);
      this.device.pki.presets.set(name, { ca: authority.certificate, own });
    }
    const privileged = this.options.enableSecret === undefined;
    this.ssh = await startSsh(
      {
        faults: () => this.faults,
        terminalFor: (user) => consoleOf(this.device, user, { privileged }),
        scp: (channel, command, drop) => scpInto(channel, this.device, command, drop),
      },
      this.options,
      this.counters,
    );
    return this;
  }

  runningConfig(): string {
    return this.device.runningText();
  }

  startupConfig(): string {
    return this.device.startupText();
  }

  type(...lines: string[]): readonly string[] {
    return typeAt(consoleOf(this.device, 'console', { privileged: true, inConfig: true }), lines, '%');
  }

  reload(): void {
    this.device.reload();
  }

  async close(): Promise<void> {
    this.device.confirm();
    this.device.cancelReload();
    await this.ssh?.close();
  }
}

/**
 * Starts a simulated IOS-XE router with an SSH server on 127.0.0.1. It behaves like an ASR1001-HX: modes, acceptance
 * and refusal come from the IOS-XE grammar, so what it takes is what Tunnelwright believes the device takes.
 *
 * Not proven on a device: the words of the refusals for references and for objects in use, and whether each is refused.
 */
export const startRouter = (options: RouterOptions = {}): Promise<LabRouter> => new SimulatedRouter(options).start();
