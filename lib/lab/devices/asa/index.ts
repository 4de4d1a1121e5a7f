import { clockOf } from '../../server/clock';
import { newSerial } from '../../server/serial';
import { typeAt } from '../../terminal/console';
import type { IkeFailure } from '../../terminal/ike-failure';
import { startSsh, type Counting } from '../../terminal/ssh';
import type { SshServer } from '../../terminal/ssh-server';
import { printConfig } from './config';
import { consoleOf } from './console';
import { AsaDevice } from './device';
import type { AsaFaults, AsaOptions, LabAsa, Space } from './types';

export type { AsaCounters, AsaFaults, AsaOptions, LabAsa } from './types';

/** An ASA with its SSH server. */
class SimulatedAsa implements LabAsa {
  readonly host = '127.0.0.1';
  readonly counters: Counting = { connections: 0, commands: 0, roundTrips: 0 };
  faults: AsaFaults = {};
  tunnelUp: (name: string) => boolean = () => false;
  ikeFailures: () => readonly IkeFailure[] = () => [];
  private readonly device: AsaDevice;
  private ssh: SshServer | undefined;

  constructor(private readonly options: AsaOptions) {
    this.device = new AsaDevice({ serial: newSerial(), ...options }, clockOf(options.minuteMs ?? 60000), {
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

  async start(): Promise<this> {
    const privileged = this.options.enableSecret === undefined;
    this.ssh = await startSsh(
      {
        faults: () => this.faults,
        terminalFor: (user) => consoleOf(this.device, user, { privileged }),
      },
      this.options,
      this.counters,
    );
    return this;
  }

  runningConfig(context?: string): string {
    return this.device.text(this.space(context), true);
  }

  startupConfig(context?: string): string {
    return printConfig(this.space(context).startup(), this.device.release, true);
  }

  type(...lines: string[]): readonly string[] {
    return typeAt(consoleOf(this.device, 'console', { privileged: true, inConfig: true }), lines, 'ERROR');
  }

  reload(): void {
    this.device.reload();
  }

  reloading(): boolean {
    return this.device.reloading() !== undefined;
  }

  async close(): Promise<void> {
    this.device.cancelReload();
    await this.ssh?.close();
  }

  private space(context = ''): Space {
    const space = this.device.spaces.get(context);
    if (space === undefined) throw new Error(`the simulated ASA has no context ${context}`);
    return space;
  }
}

/**
 * Starts a simulated ASA with an SSH server on 127.0.0.1: modes, acceptance and refusal come from the ASA grammar, so
 * what it takes is what Tunnelwright believes the device takes.
 *
 * Not proven on a device: the words of the refusals for references and for objects in use, and whether each is refused.
 */
export const startAsa = (options: AsaOptions = {}): Promise<LabAsa> => new SimulatedAsa(options).start();
