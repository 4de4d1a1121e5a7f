import { generateKeyPairSync } from 'node:crypto';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { Server, type Algorithms, type Connection, type ServerChannel, type Session } from 'ssh2';
import { newKeyPair } from '../../../lib/lab/server/host-key';

/** What a hostile SSH server does instead of what a device does. */
export interface SshPlay {
  /** What is never answered: the TCP connection (no ident), the login, the session, the terminal, or its shell. */
  readonly mute?: 'connection' | 'login' | 'session' | 'pty' | 'shell' | 'exec' | 'sftp';
  /** What it offers. Default: what ssh2 offers. */
  readonly algorithms?: Algorithms;
  /** Host key. Default: Ed25519. */
  readonly hostKey?: 'ed25519' | 'rsa';
  /** Printed when the shell opens. Default: a prompt. */
  readonly greeting?: string | ((channel: ServerChannel) => void);
  /** What is done for a line that was typed. Default: its echo and a prompt. */
  readonly line?: (channel: ServerChannel, line: string) => void;
  /** What is done for a program that is started. */
  readonly exec?: (channel: ServerChannel, command: string) => void;
}

export interface HostileSsh {
  readonly host: string;
  readonly port: number;
  /** Lines that were typed, of all sessions. */
  readonly typed: readonly string[];
  /** Bytes of output that went into channels. */
  readonly sent: () => number;
  close(): Promise<void>;
}

export const prompt = 'edge#';

/** Writes for as long as the channel takes it, without keeping anything itself. */
export const forever =
  (text: string) =>
  (channel: ServerChannel): void => {
    const block = Buffer.from(text.repeat(Math.max(1, Math.ceil(65_536 / text.length))));
    const pump = (): void => {
      if (channel.destroyed || channel.writableEnded) return;
      if (channel.write(block)) setImmediate(pump);
      else channel.once('drain', pump);
    };
    pump();
  };

/** Writes a text again and again, with a pause in between. */
export const dripping =
  (text: string, everyMs: number) =>
  (channel: ServerChannel): void => {
    const timer = setInterval(() => channel.write(text), everyMs);
    channel.on('close', () => clearInterval(timer));
  };

/** A line of so many bytes, without a line break, then a prompt. */
export const longLine =
  (bytes: number) =>
  (channel: ServerChannel): void => {
    const block = Buffer.alloc(65_536, 'x');
    let left = bytes;
    const pump = (): void => {
      if (channel.destroyed) return;
      if (left <= 0) return void channel.write(`\r\n${prompt}`);
      left -= block.length;
      if (channel.write(block)) setImmediate(pump);
      else channel.once('drain', pump);
    };
    pump();
  };

/** Does something for the lines that match, and is a quiet device otherwise. */
export const upon =
  (pattern: RegExp, act: (channel: ServerChannel) => void) =>
  (channel: ServerChannel, line: string): void => {
    if (!pattern.test(line)) return void channel.write(`${line}\r\n${prompt}`);
    channel.write(`${line}\r\n`);
    act(channel);
  };

/** What an ASA of the year 2010 offers. */
export const oldAlgorithms: Algorithms = {
  kex: ['diffie-hellman-group14-sha1', 'diffie-hellman-group1-sha1'],
  serverHostKey: ['ssh-rsa'],
  cipher: ['aes256-cbc', 'aes128-cbc'],
  hmac: ['hmac-sha1'],
};

const rsaKey = (): string =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'pkcs1', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  }).privateKey;

const shell = (channel: ServerChannel, play: SshPlay, typed: string[]): void => {
  channel.on('error', () => undefined);
  const { greeting = `\r\n${prompt}`, line = (to, text) => void to.write(`${text}\r\n${prompt}`) } = play;
  if (typeof greeting === 'string') channel.write(greeting);
  else greeting(channel);
  let rest = '';
  channel.on('data', (data: Buffer) => {
    const lines = `${rest}${data.toString()}`.split('\n');
    rest = lines.pop()!;
    for (const text of lines) {
      typed.push(text);
      line(channel, text);
    }
  });
};

const serveSession = (session: Session, play: SshPlay, typed: string[]): void => {
  session.on('pty', (accept) => (play.mute === 'pty' ? undefined : accept?.()));
  session.on('shell', (accept) => (play.mute === 'shell' ? undefined : shell(accept(), play, typed)));
  session.on('sftp', (accept) => (play.mute === 'sftp' ? undefined : accept()));
  session.on('exec', (accept, _reject, { command }) => {
    if (play.mute === 'exec') return;
    const channel = accept();
    channel.on('error', () => undefined);
    play.exec?.(channel, command);
  });
};

/** A real SSH server on 127.0.0.1 that means harm. */
export const startHostileSsh = async (play: SshPlay): Promise<HostileSsh> => {
  const typed: string[] = [];
  const sockets = new Set<Socket>();
  const hostKey = play.hostKey === 'rsa' ? rsaKey() : newKeyPair().private;
  const ssh = new Server({ hostKeys: [hostKey], ...(play.algorithms ? { algorithms: play.algorithms } : {}) });
  ssh.on('error', () => undefined);
  ssh.on('connection', (client: Connection) => {
    client.on('error', () => undefined);
    client.on('authentication', (login) => (play.mute === 'login' ? undefined : login.accept()));
    client.on('session', (accept) => (play.mute === 'session' ? undefined : serveSession(accept(), play, typed)));
  });
  const tcp = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    if (play.mute !== 'connection') ssh.injectSocket(socket);
  });
  await new Promise<void>((resolve) => tcp.listen(0, '127.0.0.1', resolve));
  return {
    host: '127.0.0.1',
    port: (tcp.address() as AddressInfo).port,
    typed,
    sent: () => [...sockets].reduce((sum, { bytesWritten }) => sum + bytesWritten, 0),
    close: () =>
      new Promise((resolve) => {
        tcp.close(() => resolve());
        sockets.forEach((socket) => socket.destroy());
      }),
  };
};
