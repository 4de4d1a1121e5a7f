import { createHash } from 'node:crypto';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { Server, type ClientInfo, type Connection } from 'ssh2';
import { newKeyPair } from './host-key';

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

/** An SSH server on 127.0.0.1 with a host key of its own; `serve` gets each connection. */
export const listenSsh = async (options: {
  readonly ident: string;
  readonly refuses: () => boolean;
  readonly serve: (client: Connection, drop: () => void) => void;
}): Promise<SshServer> => {
  const hostKey = newKeyPair();
  const sockets = new Map<number, Socket>();
  const ssh = new Server({ hostKeys: [hostKey.private], ident: options.ident });
  ssh.on('error', () => undefined);
  ssh.on('connection', (client: Connection, { port }: ClientInfo) => {
    client.on('error', () => undefined);
    options.serve(client, () => void sockets.get(port)?.destroy());
  });
  const tcp = createServer((socket) => {
    socket.on('error', () => undefined);
    if (options.refuses()) {
      socket.destroy();
      return;
    }
    socket.setNoDelay(true);
    const port = socket.remotePort!;
    sockets.set(port, socket);
    socket.on('close', () => sockets.delete(port));
    ssh.injectSocket(socket);
  });
  await new Promise<void>((resolve, reject) => {
    tcp.once('error', reject);
    tcp.listen(0, '127.0.0.1', resolve);
  });
  const { port } = tcp.address() as AddressInfo;
  const [kind, blob] = hostKey.public.split(' ') as [string, string];
  const digest = createHash('sha256').update(Buffer.from(blob, 'base64')).digest('base64').replace(/=+$/, '');
  const dropAll = (): void => sockets.forEach((socket) => socket.destroy());
  return {
    port,
    fingerprint: `SHA256:${digest}`,
    knownHosts: `[127.0.0.1]:${port} ${kind} ${blob}`,
    dropAll,
    close: () =>
      new Promise((resolve) => {
        tcp.close(() => resolve());
        dropAll();
      }),
  };
};
