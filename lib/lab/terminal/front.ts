import type { IkeFailure } from './ike-failure';
import { startSsh, type Counting } from './ssh';
import type { SshServer } from './ssh-server';
import type { TerminalFaults, TerminalHost, TerminalOptions } from './terminal';

/** What was asked of a simulated device with a command line. */
export interface TerminalCounters {
  readonly connections: number;
  /** Lines that were executed, over all sessions. */
  readonly commands: number;
  /** Times that a client waited for an answer before it sent more. Exact with a `delayMs`, an upper bound without. */
  readonly roundTrips: number;
}

/** How a simulated device with a command line is reached, and what tests and the lab set of it. */
export interface LabTerminal<F extends TerminalFaults> {
  readonly host: string;
  readonly port: number;
  /** `SHA256:…`, as `ssh-keygen -lf` prints it. */
  readonly fingerprint: string;
  /** A line for a known_hosts file. */
  readonly knownHosts: string;
  readonly counters: TerminalCounters;
  faults: F;
  /** Whether the tunnel of that name is up. */
  tunnelUp: (name: string) => boolean;
  /** How negotiations ended without a tunnel, in the device's words. */
  ikeFailures: () => readonly IkeFailure[];
}

/** What is around a device: what goes wrong, which tunnels are up, and its sessions. */
export interface Surroundings<F extends TerminalFaults> {
  faults(): F;
  tunnelUp(name: string): boolean;
  ikeFailures(): readonly IkeFailure[];
  dropSessions(): void;
}

/** The outside of a simulated device with a command line: its SSH server, once it listens, and what is set of it. */
export class TerminalFront<F extends TerminalFaults> implements LabTerminal<F> {
  readonly host = '127.0.0.1';
  readonly counters: Counting = { connections: 0, commands: 0, roundTrips: 0 };
  tunnelUp: (name: string) => boolean = () => false;
  ikeFailures: () => readonly IkeFailure[] = () => [];
  readonly around: Surroundings<F> = {
    faults: () => this.faults,
    tunnelUp: (name) => this.tunnelUp(name),
    ikeFailures: () => this.ikeFailures(),
    dropSessions: () => this.ssh?.dropAll(),
  };
  private ssh: SshServer | undefined;

  constructor(public faults: F) {}

  get port(): number {
    return this.ssh?.port ?? 0;
  }

  get fingerprint(): string {
    return this.ssh?.fingerprint ?? '';
  }

  get knownHosts(): string {
    return this.ssh?.knownHosts ?? '';
  }

  /** Sessions begin where `device` says. */
  async listen(device: Omit<TerminalHost, 'faults'>, options: TerminalOptions): Promise<void> {
    this.ssh = await startSsh({ ...device, faults: this.around.faults }, options, this.counters);
  }

  async stop(): Promise<void> {
    await this.ssh?.close();
  }
}
