import type { Clock } from '../../server/clock';
import type { KeyPair, LabAuthority } from '../../server/x509';
import type { ConsoleFaults } from '../../terminal/console';
import type { IkeFailure } from '../../terminal/ike-failure';
import type { LabTerminal } from '../../terminal/front';
import type { TerminalFaults, TerminalOptions } from '../../terminal/terminal';
import type { Pending } from '../../terminal/timer';
import type { Config } from './tree';

/** How the simulated router is built. */
export interface RouterOptions extends TerminalOptions {
  /** Used where the configuration names no host. Default: `edge`. */
  readonly hostname?: string;
  /** Startup configuration, which is also the running one after boot. Default: a small edge router. */
  readonly config?: string;
  /** When given, a login lands in user EXEC (`>`) and `enable` asks for it. */
  readonly enableSecret?: string;
  /** Serial number. Default: one of its own. */
  readonly serial?: string;
  /** Default: `17.9.5`. */
  readonly release?: string;
  /** Trustpoints that have a certificate. */
  readonly enrolled?: readonly string[];
  /** Milliseconds in a minute of the rollback and reload timers. Default: 60000. */
  readonly minuteMs?: number;
  /** Where its RSA keys of so many bits come from, each of which it asks for once. Default: each is made when asked. */
  readonly rsaKey?: (bits: number) => Promise<KeyPair>;
}

/** What goes wrong. Set a member to have it happen, `undefined` to end it. */
export interface RouterFaults extends TerminalFaults, ConsoleFaults {
  /** Cut `show running-config` after so many characters and drop the session. */
  truncateShow?: number;
  /** `show running-config` prints nothing. */
  emptyShow?: boolean;
  /** Of which level the account is. */
  privilege?: number;
  /** The parser view that it is in. */
  view?: string;
  /** What becomes of the running configuration on its way, each time that it is shown. */
  damage?: (text: string) => string;
  /** What is sent over SCP is cut off in the middle, or arrives with another byte in it. Once. */
  upload?: 'cut' | 'corrupt';
  /** A log line in the middle of every output of two lines and more. */
  noise?: boolean;
  /** Words to everybody at a terminal, in the middle of what a line prints: a reload that draws near. */
  broadcast?: { on: RegExp; text: string };
}

/**
 * A simulated router. Its tunnels are named by their interface, in `show crypto session` and `show crypto ikev2 sa`;
 * failures of IKE are what `show crypto ikev2 diagnose error` reports.
 */
export interface LabRouter extends LabTerminal<RouterFaults> {
  /** What `show running-config` prints from `version` to `end`. */
  runningConfig(): string;
  startupConfig(): string;
  /** Types lines at the console in configuration mode. Returns the error texts. */
  type(...lines: string[]): readonly string[];
  /** The files on `bootflash:`, by their names. */
  readonly flash: Map<string, Buffer>;
  /** The running configuration becomes the startup one, sessions drop, timers are forgotten. */
  reload(): void;
  close(): Promise<void>;
}

export type KeyType = 'rsa' | 'ec';
export interface NamedKey extends KeyPair {
  readonly type: KeyType;
  readonly label: string;
  readonly bits: number;
  readonly exportable: boolean;
  readonly at: Date;
}

/** What the router holds besides its configuration: keys, open requests, and an authority that SCEP reaches. */
export interface Pki {
  /** By type and label: an RSA key and one of an elliptic curve may have the same name. */
  readonly keys: ReadonlyMap<string, NamedKey>;
  setKey(key: NamedKey): void;
  dropKey(type: KeyType, label: string): void;
  /** Requests (DER) that wait for their certificate, by trustpoint. */
  readonly requests: Map<string, Buffer>;
  /** Certificates of trustpoints that were enrolled before the lab began, which no configuration shows. */
  readonly presets: Map<string, { readonly ca: Buffer; readonly own: Buffer }>;
  authority(): Promise<LabAuthority>;
  /** `write memory`: keys are kept over a reload from then on. */
  save(): void;
  reload(): void;
}

export interface ArmedRollback extends Pending {
  readonly backup: Config;
}

/** What all sessions of one router share: its configurations and its timers. */
export interface Device {
  readonly release: string;
  readonly options: RouterOptions;
  faults(): RouterFaults;
  readonly clock: Clock;
  /** Trustpoints that were enrolled before the lab began. */
  readonly enrolled: Set<string>;
  readonly pki: Pki;
  /** `bootflash:`, by name: no configuration and no rollback is of it. */
  readonly flash: Map<string, Buffer>;
  readonly booted: Date;
  hostname(): string;
  running(): Config;
  change(config: Config, by: string): void;
  changed(): { readonly at: Date; readonly by: string | undefined };
  startup(): Config;
  save(): void;
  isSaved(): boolean;
  runningText(): string;
  startupText(): string;
  tunnelUp(name: string): boolean;
  ikeFailures(): readonly IkeFailure[];
  /** The path of the archive, without which no rollback can be armed. */
  archivePath(): string | undefined;
  rollback(): ArmedRollback | undefined;
  arm(user: string, minutes: number): void;
  extend(minutes: number): void;
  confirm(): void;
  revert(): void;
  reloading(): Pending | undefined;
  reloadIn(user: string, minutes: number): void;
  cancelReload(): void;
  reload(): void;
}
