import { readFileSync } from 'node:fs';
import { Agent } from 'node:https';
import type { Socket } from 'node:net';
import { connect, type ConnectionOptions, type TLSSocket } from 'node:tls';

export interface TlsTrust {
  readonly fingerprint?: string;
  readonly file?: string;
  readonly insecure?: boolean;
}

const bare = (fingerprint: string): string =>
  fingerprint
    .replace(/^SHA256:/i, '')
    .replaceAll(':', '')
    .toLowerCase();
/** A pin may be hex, with or without colons, or base64 as `openssl … | base64` gives it. */
const samePin = (pinned: string, seenHex: string): boolean =>
  bare(pinned) === bare(seenHex) ||
  pinned.replace(/^SHA256:/i, '').replace(/=+$/, '') ===
    Buffer.from(bare(seenHex), 'hex').toString('base64').replace(/=+$/, '');

export class PinError extends Error {
  readonly code = 'TW_PIN';
  constructor(readonly seen: string) {
    super(`the certificate is ${seen}`);
  }
}

/** The certificates that were shown, by agent. */
const shownTo = new WeakMap<Agent, string>();
/** The SHA-256 fingerprint of the certificate at the other end, once there was a connection. */
export const certificateShown = (agent: Agent): string | undefined => shownTo.get(agent);

const noted = (agent: Agent, socket: TLSSocket): void => {
  const { fingerprint256 } = socket.getPeerCertificate();
  if (fingerprint256 !== undefined) shownTo.set(agent, fingerprint256);
};

/** The same agent, which remembers what certificate it was shown. */
const noting = (agent: Agent): Agent => {
  const create = agent.createConnection.bind(agent);
  agent.createConnection = (options, callback) => {
    const socket = create(options, callback);
    socket?.once('secureConnect', () => noted(agent, socket as TLSSocket));
    return socket;
  };
  return agent;
};

/** Opens a connection that TLS begins on, where that does not lead straight to the service. */
export type Way = (host: string, port: number) => Promise<Socket>;

const verification = ({ insecure, fingerprint, file }: TlsTrust): ConnectionOptions => {
  if (insecure || fingerprint !== undefined) return { rejectUnauthorized: false };
  return file === undefined ? {} : { ca: readFileSync(file) };
};

/** Connections of an agent that are ready when the certificate is believed, and not before. */
const verifying = (agent: Agent, pinned: string | undefined, way: Way | undefined): Agent => {
  agent.createConnection = (options, callback) => {
    const given = options as ConnectionOptions;
    const begin = (raw: Socket | undefined): void => {
      const socket = connect(raw === undefined ? given : { ...given, socket: raw });
      const done = (error: Error | null): void => {
        socket.removeListener('error', done);
        callback?.(error, socket);
      };
      socket.once('error', done);
      socket.once('secureConnect', () => {
        const seen = socket.getPeerCertificate().fingerprint256;
        noted(agent, socket);
        if (pinned === undefined || samePin(pinned, seen)) return done(null);
        socket.destroy();
        done(new PinError(seen));
      });
    };
    if (way === undefined) begin(undefined);
    else way(given.host!, Number(given.port)).then(begin, (error: Error) => callback?.(error, undefined as never));
    return undefined;
  };
  return agent;
};

/**
 * Verifies against the system's authorities, a CA file, or a pinned certificate; the last before a byte is sent. It is the
 * service's own certificate, whatever way leads there.
 */
export const agentFor = (trust: TlsTrust, sockets: number, way?: Way): Agent => {
  const agent = new Agent({ keepAlive: true, maxSockets: sockets, ...verification(trust) });
  const pinned = trust.insecure ? undefined : trust.fingerprint;
  return pinned === undefined && way === undefined ? noting(agent) : verifying(agent, pinned, way);
};

/** The SHA-256 fingerprint that a server shows, for a message that says what to compare. Nothing is sent. */
export const shownFingerprint = async (host: string, port: number, way?: Way): Promise<string | undefined> => {
  const raw = await way?.(host, port).catch(() => undefined);
  if (way !== undefined && raw === undefined) return undefined;
  return new Promise((resolve) => {
    const socket = connect({ host, port, rejectUnauthorized: false, timeout: 5000, ...(raw && { socket: raw }) });
    const late = setTimeout(() => end(undefined), 5000);
    const end = (value: string | undefined): void => {
      clearTimeout(late);
      socket.destroy();
      resolve(value);
    };
    socket.once('secureConnect', () => end(socket.getPeerCertificate().fingerprint256));
    socket.once('error', () => end(undefined));
    socket.once('timeout', () => end(undefined));
  });
};
