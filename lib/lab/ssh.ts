import { createHash } from 'node:crypto';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { Server, type ClientInfo, type Connection, type ServerChannel } from 'ssh2';
import { newKeyPair } from './host-key';
import { loginOf } from './login';
import { slowed } from './slow-wire';
import type { TerminalHost, TerminalOptions } from './terminal';
import { vtyOf } from './vty';

export interface Counting {
  connections: number;
  commands: number;
  roundTrips: number;
}

export interface SshSide {
  readonly port: number;
  readonly fingerprint: string;
  readonly knownHosts: string;
  dropAll(): void;
  close(): Promise<void>;
}

/** Takes the bytes up to where `dropAfterBytes` cuts, and says whether it does. */
const allowed = (device: TerminalHost, data: Buffer): { readonly data: Buffer; readonly cut: boolean } => {
  const faults = device.faults();
  if (faults.dropAfterBytes === undefined) return { data, cut: false };
  const left = faults.dropAfterBytes - data.length;
  if (left > 0) {
    faults.dropAfterBytes = left;
    return { data, cut: false };
  }
  const until = faults.dropAfterBytes;
  delete faults.dropAfterBytes;
  return { data: data.subarray(0, until), cut: true };
};

const serveShell = (
  channel: ServerChannel,
  device: TerminalHost,
  user: string,
  counting: Counting,
  delayMs: number,
  drop: () => void,
): void => {
  let answeredAt: number | undefined;
  let out = '';
  const flush = (): void => {
    if (out !== '' && channel.writable) {
      channel.write(out);
      answeredAt = performance.now();
    }
    out = '';
  };
  const vty = vtyOf(device.terminalFor(user), {
    write: (text) => {
      out += text;
    },
    close: () => {
      flush();
      channel.exit(0);
      channel.end();
    },
    drop: () => {
      flush();
      setImmediate(drop);
    },
    executed: () => {
      counting.commands++;
    },
    flush,
  });
  channel.on('data', (data: Buffer) => {
    if (answeredAt !== undefined && performance.now() - answeredAt >= 1.9 * delayMs) counting.roundTrips++;
    answeredAt = undefined;
    const { data: taken, cut } = allowed(device, data);
    vty.receive(taken);
    flush();
    if (cut) setImmediate(drop);
  });
  channel.on('end', () => {
    channel.exit(0);
    channel.end();
  });
  vty.greet();
  flush();
};

const serveExec = (
  channel: ServerChannel,
  device: TerminalHost,
  user: string,
  line: string,
  drop: () => void,
): void => {
  const console = device.terminalFor(user);
  const reply = console.submit(line);
  if (reply.fate === 'hang') return;
  if (reply.text) channel.write(`\r\n${reply.text.replace(/\n/g, '\r\n')}${reply.fate === 'drop' ? '' : '\r\n'}`);
  if (reply.fate === 'drop') {
    setImmediate(drop);
    return;
  }
  channel.exit(0);
  channel.end();
};

const serve = (
  client: Connection,
  device: TerminalHost,
  options: TerminalOptions,
  counting: Counting,
  cut: () => void,
): void => {
  const login = loginOf(options);
  let user = '';
  client.on('error', () => undefined);
  client.on('authentication', (context) => {
    user = context.username;
    login(context, device.faults().refuseLogin === true);
  });
  client.on('session', (accept) => {
    const session = accept();
    session.on('pty', (take) => take?.());
    session.on('env', (take) => take?.());
    session.on('window-change', (take) => take?.());
    session.on('shell', (take) => {
      serveShell(take(), device, user, counting, options.delayMs ?? 0, cut);
    });
    session.on('exec', (take, _refuse, { command }) => {
      counting.commands++;
      if (command.startsWith('scp ') && device.scp) device.scp(take(), command, cut);
      else serveExec(take(), device, user, command, cut);
    });
  });
};

/** The SSH server of a device, on 127.0.0.1, with a host key of its own. */
export const startSsh = async (
  device: TerminalHost,
  options: TerminalOptions,
  counting: Counting,
): Promise<SshSide> => {
  const hostKey = newKeyPair();
  const sockets = new Map<Socket, () => void>();
  const cutOf = new Map<number, () => void>();
  const ssh = new Server({ hostKeys: [hostKey.private], ident: options.ident ?? 'Cisco-1.25' });
  ssh.on('connection', (client: Connection, { port }: ClientInfo) =>
    serve(client, device, options, counting, cutOf.get(port) ?? (() => void client.end())),
  );
  ssh.on('error', () => undefined);
  const tcp = createServer((socket) => {
    socket.on('error', () => undefined);
    if (device.faults().refuseConnections) {
      socket.destroy();
      return;
    }
    socket.setNoDelay(true);
    counting.connections++;
    const delayMs = options.delayMs ?? 0;
    const wire = delayMs > 0 ? slowed(socket, delayMs) : socket;
    const cut = (): void => void wire.destroy();
    sockets.set(socket, cut);
    cutOf.set(socket.remotePort!, cut);
    socket.on('close', () => sockets.delete(socket));
    ssh.injectSocket(wire as Socket);
  });
  await new Promise<void>((resolve, reject) => {
    tcp.once('error', reject);
    tcp.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = tcp.address() as AddressInfo;
  const [kind, blob] = hostKey.public.split(' ') as [string, string];
  const digest = createHash('sha256').update(Buffer.from(blob, 'base64')).digest('base64').replace(/=+$/, '');
  const dropAll = (): void => sockets.forEach((cut) => cut());
  return {
    port,
    fingerprint: `SHA256:${digest}`,
    knownHosts: `[127.0.0.1]:${port} ${kind} ${blob}`,
    dropAll,
    close: () =>
      new Promise((resolve) => {
        tcp.close(() => resolve());
        sockets.forEach((_cut, socket) => socket.destroy());
      }),
  };
};
