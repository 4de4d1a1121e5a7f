import { createHash } from 'node:crypto';
import { createServer, type AddressInfo, type Server as TcpServer, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { Server, type ClientInfo, type Connection } from 'ssh2';
import { newKeyPair } from '../server/host-key';
import { slowed } from './slow-wire';

/** A listening SSH server of a simulated host. */
export interface SshServer {
  readonly port: number;
  readonly fingerprint: string;
  /** Its line for known_hosts. */
  readonly knownHosts: string;
  /** Ends every connection at once, as a cut wire does. */
  dropAll(): void;
  close(): Promise<void>;
}

/** A server of which `serve` gets each connection. */
export interface SshListening {
  readonly ident: string;
  /** Default: any that is free. */
  readonly port?: number;
  /** What the wire takes each way, in milliseconds. Default: nothing. */
  readonly delayMs?: number;
  readonly refuses: () => boolean;
  /** A connection was taken. */
  readonly accepted?: () => void;
  /** `cut` ends the connection as a cut wire does. */
  readonly serve: (client: Connection, cut: () => void) => void;
}

/** By the port of the other end: the socket, and the wire that it may be behind, which takes its time. */
type Connections = Map<number, { readonly socket: Socket; readonly wire: Duplex }>;

/** Takes TCP connections, each over a wire that takes its time, and hands them to `inject`. */
const acceptor = (options: SshListening, open: Connections, inject: (wire: Socket) => void): TcpServer =>
  createServer((socket) => {
    socket.on('error', () => undefined);
    if (options.refuses()) {
      socket.destroy();
      return;
    }
    socket.setNoDelay(true);
    options.accepted?.();
    const { delayMs = 0 } = options;
    const wire = delayMs > 0 ? slowed(socket, delayMs) : socket;
    const port = socket.remotePort!;
    open.set(port, { socket, wire });
    socket.on('close', () => open.delete(port));
    inject(wire as Socket);
  });

const fingerprintOf = (blob: string): string =>
  `SHA256:${createHash('sha256').update(Buffer.from(blob, 'base64')).digest('base64').replace(/=+$/, '')}`;

/** An SSH server on 127.0.0.1 with a host key of its own. */
export const listenSsh = async (options: SshListening): Promise<SshServer> => {
  const hostKey = newKeyPair();
  const open: Connections = new Map();
  const ssh = new Server({ hostKeys: [hostKey.private], ident: options.ident });
  ssh.on('error', () => undefined);
  ssh.on('connection', (client: Connection, { port }: ClientInfo) => {
    client.on('error', () => undefined);
    options.serve(client, () => void open.get(port)?.wire.destroy());
  });
  const tcp = acceptor(options, open, (wire) => ssh.injectSocket(wire));
  await new Promise<void>((resolve, reject) => {
    tcp.once('error', reject);
    tcp.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = tcp.address() as AddressInfo;
  const [kind, blob] = hostKey.public.split(' ') as [string, string];
  return {
    port,
    fingerprint: fingerprintOf(blob),
    knownHosts: `[127.0.0.1]:${port} ${kind} ${blob}`,
    dropAll: () => open.forEach(({ wire }) => wire.destroy()),
    close: () =>
      new Promise((resolve) => {
        tcp.close(() => resolve());
        open.forEach(({ socket }) => socket.destroy());
      }),
  };
};
