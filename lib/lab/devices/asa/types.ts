import type { Clock } from '../../server/clock';
import type { KeyPair } from '../../server/x509';
import type { ConsoleFaults } from '../../terminal/console';
import type { IkeFailure } from '../../terminal/ike-failure';
import type { LabTerminal } from '../../terminal/front';
import type { TerminalFaults, TerminalOptions } from '../../terminal/terminal';
import type { Pending } from '../../terminal/timer';
import type { Config } from './config';

/** How the simulated ASA is built. */
export interface AsaOptions extends TerminalOptions {
  /** Used where the configuration names no host. Default: `asa`. */
  readonly hostname?: string;
  /** Startup configuration, which is also the running one after boot. Default: a small firewall. */
  readonly config?: string;
  /** When given, a login lands in user EXEC (`>`) and `enable` asks for it. */
  readonly enableSecret?: string;
  /** Serial number. Default: one of its own. */
  readonly serial?: string;
  /** Serial number of the other unit of its failover pair. Default: it stands alone. */
  readonly mate?: string;
  /** Default: `9.18(4)`. */
  readonly release?: string;
  /** Trustpoints that have a certificate. */
  readonly enrolled?: readonly string[];
  /** Milliseconds in a minute of the reload timer. Default: 60000. */
  readonly minuteMs?: number;
  /** Security contexts by name, with the configuration of each. A login then begins in the system space. */
  readonly contexts?: Readonly<Record<string, string>>;
  /** Where its RSA keys of so many bits come from, each of which it asks for once. Default: each is made when asked. */
  readonly rsaKey?: (bits: number) => Promise<KeyPair>;
}

/** What goes wrong. Set a member to have it happen, `undefined` to end it. */
export interface AsaFaults extends TerminalFaults, ConsoleFaults {
  /** Cut the running configuration after so many characters and drop the session. */
  truncateShow?: number;
  /** The running configuration prints nothing. */
  emptyShow?: boolean;
  /** Of which level the account is. */
  privilege?: number;
  /** What becomes of the running configuration on its way, each time that it is shown. */
  damage?: (text: string) => string;
}

/**
 * A simulated ASA. Its tunnels are named by their interface, or map and sequence, in `show crypto ikev2 sa`; failures of IKE
 * are message 750003 of its log.
 */
export interface LabAsa extends LabTerminal<AsaFaults> {
  /** What `more system:running-config` prints: keys in clear. Of one context, where there are several. */
  runningConfig(context?: string): string;
  startupConfig(context?: string): string;
  /** Types lines at the console in configuration mode. Returns the error texts. */
  type(...lines: string[]): readonly string[];
  /** The startup configuration becomes the running one, sessions drop, timers are forgotten. */
  reload(): void;
  /** Whether `reload in` is armed. */
  reloading(): boolean;
  close(): Promise<void>;
}

/** What an ASA holds besides its configuration. */
export interface Pki {
  readonly keys: Map<string, KeyPair & { readonly at: Date }>;
  /** Trustpoints whose request waits for its certificate. */
  readonly waiting: Set<string>;
}

/** One configuration space: the whole ASA, the system space, or a context. */
export interface Space {
  /** Empty: the ASA itself. */
  readonly name: string;
  running(): Config;
  change(config: Config): void;
  save(): void;
  isSaved(): boolean;
  startup(): Config;
}

/** What all sessions of one ASA share: its configurations and its reload timer. */
export interface Device {
  readonly release: string;
  readonly options: AsaOptions;
  faults(): AsaFaults;
  readonly clock: Clock;
  readonly enrolled: Set<string>;
  readonly pki: Pki;
  readonly spaces: ReadonlyMap<string, Space>;
  hostname(): string;
  text(space: Space, clear: boolean): string;
  tunnelUp(name: string): boolean;
  ikeFailures(): readonly IkeFailure[];
  reloading(): Pending | undefined;
  reloadIn(user: string, minutes: number): void;
  cancelReload(): void;
  reload(): void;
}
