import { connect, type AddressInfo } from 'node:net';
import { Server, utils } from 'ssh2';
import { newKeyPair } from '../../lib/lab/server/host-key';
import { sshFingerprint } from '../../lib/wire/known-hosts';

export interface Bastion {
  readonly host: string;
  readonly port: number;
  readonly fingerprint: string;
  /** What it was asked to connect to. */
  readonly asked: readonly string[];
  /** How clients tried to log in. */
  readonly methods: readonly string[];
  /** Sessions that are open now. */
  readonly open: () => number;
  close(): Promise<void>;
}

export interface BastionOptions {
  /** It forwards nothing. */
  readonly forbid?: boolean;
  /** Where an address leads in its network. Default: to itself. */
  readonly routes?: Readonly<Record<string, { readonly host: string; readonly port: number }>>;
  /** Whom it knows. Default: jump, over. */
  readonly login?: { readonly username: string; readonly password: string };
}

/** An SSH server that forwards connections. */
export const startBastion = async ({
  forbid = false,
  routes = {},
  login = { username: 'jump', password: 'over' },
}: BastionOptions = {}): Promise<Bastion> => {
  const key = newKeyPair();
  const asked: string[] = [];
  const methods: string[] = [];
  const sessions = new Set<{ end(): void }>();
  const server = new Server({ hostKeys: [key.private] }, (client) => {
    sessions.add(client);
    client.on('close', () => sessions.delete(client));
    client.on('error', () => undefined);
    client.on('authentication', (context) => {
      methods.push(context.method);
      if (context.method === 'password' && context.username === login.username && context.password === login.password)
        context.accept();
      else context.reject(['password']);
    });
    client.on('tcpip', (accept, reject, { destIP, destPort }) => {
      asked.push(`${destIP}:${destPort}`);
      if (forbid) return reject();
      const { host, port } = routes[destIP] ?? { host: destIP, port: destPort };
      const socket = connect(port, host, () => {
        const channel = accept();
        channel.on('error', () => undefined);
        socket.pipe(channel).pipe(socket);
      });
      socket.on('error', () => reject());
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const public_ = utils.parseKey(key.public);
  if (public_ instanceof Error) throw public_;
  return {
    host: '127.0.0.1',
    port: (server.address() as AddressInfo).port,
    fingerprint: sshFingerprint(public_.getPublicSSH()),
    asked,
    methods,
    open: () => sessions.size,
    close: () =>
      new Promise((ended) => {
        sessions.forEach((session) => session.end());
        server.close(() => ended());
      }),
  };
};
