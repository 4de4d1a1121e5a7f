import type { ServerChannel } from 'ssh2';
import type { Ask, Reply } from './reply';

/** One session at a simulated device: lines in, text out. It knows nothing of how they travel. */
export interface Terminal {
  /** What stands before the cursor, or the question that is open. */
  prompt(): string;
  asking(): Ask | undefined;
  /** Whether a log line stands before what is typed now, and the prompt again behind it. */
  isRedrawn?(): boolean;
  submit(line: string): Reply;
  /** Ctrl-Z, and Ctrl-C inside configuration mode. */
  leaveConfig(): void;
  isClosed(): boolean;
  /** Lines on a page. */
  page(): number;
}

/** How a simulated device is reached. */
export interface TerminalOptions {
  /** Default: `lab`. */
  readonly username?: string;
  /** Default: `lab-password`. */
  readonly password?: string;
  /** OpenSSH public keys that may log in. */
  readonly authorizedKeys?: readonly string[];
  /** Default: 0, a free port. */
  readonly port?: number;
  /** Milliseconds that data takes one way; a round trip is twice that. Also felt by the SSH handshake. Default: 0. */
  readonly delayMs?: number;
  /** What the server calls itself. Default: `Cisco-1.25`. */
  readonly ident?: string;
}

/** What goes wrong with the connection. */
export interface TerminalFaults {
  /** Drop the session after so many bytes from the client, over all sessions, counted from when it is set. Once. */
  dropAfterBytes?: number;
  refuseLogin?: boolean;
  refuseConnections?: boolean;
}

/** The device behind the SSH server. */
export interface TerminalHost {
  faults(): TerminalFaults;
  terminalFor(user: string): Terminal;
  /** Takes a file over SCP, where the device does. */
  scp?(channel: ServerChannel, command: string, drop: () => void): void;
}
