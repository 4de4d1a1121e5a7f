import type { KeyPair } from '../../server/x509';
import type { IkeFailure } from '../../terminal/ike-failure';
import type { TerminalFaults, TerminalOptions } from '../../terminal/terminal';

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
export interface RouterFaults extends TerminalFaults {
  /** Drop the session when a line matches, before executing it. Once. */
  dropOn?: RegExp;
  /** Answer this line with device words and do not execute it. */
  refuse?: { line: RegExp; words: string };
  /** Never answer that line: the session is stuck from then on. */
  hangOn?: RegExp;
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
  /** Before every third line a log line, and the prompt once more. */
  redraw?: boolean;
}

export interface RouterCounters {
  readonly connections: number;
  /** Lines that were executed, over all sessions. */
  readonly commands: number;
  /** Times that a client waited for an answer before it sent more. Exact with a `delayMs`, an upper bound without. */
  readonly roundTrips: number;
}

export interface LabRouter {
  readonly host: string;
  readonly port: number;
  /** `SHA256:…`, as `ssh-keygen -lf` prints it. */
  readonly fingerprint: string;
  /** A line for a known_hosts file. */
  readonly knownHosts: string;
  /** What `show running-config` prints from `version` to `end`. */
  runningConfig(): string;
  startupConfig(): string;
  /** Types lines at the console in configuration mode. Returns the error texts. */
  type(...lines: string[]): readonly string[];
  /** The files on `bootflash:`, by their names. */
  readonly flash: Map<string, Buffer>;
  faults: RouterFaults;
  readonly counters: RouterCounters;
  /** Whether the tunnel interface of that name is up; what `show crypto session` and `show crypto ikev2 sa` report. */
  tunnelUp: (name: string) => boolean;
  /** How negotiations ended without a tunnel, in the device's words; what `show crypto ikev2 diagnose error` reports. */
  ikeFailures: () => readonly IkeFailure[];
  /** The running configuration becomes the startup one, sessions drop, timers are forgotten. */
  reload(): void;
  close(): Promise<void>;
}
