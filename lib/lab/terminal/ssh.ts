import type { Connection, ServerChannel } from 'ssh2';
import { loginOf } from './login';
import { listenSsh, type SshServer } from './ssh-server';
import type { TerminalHost, TerminalOptions } from './terminal';
import { Vty } from './vty';

export interface Counting {
  connections: number;
  commands: number;
  roundTrips: number;
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

/** A shell: the terminal line of one session on its channel. What one input causes is written at once. */
class Shell {
  private readonly vty: Vty;
  private out = '';
  private answeredAt: number | undefined;

  constructor(
    private readonly channel: ServerChannel,
    private readonly device: TerminalHost,
    user: string,
    private readonly counting: Counting,
    private readonly delayMs: number,
    private readonly drop: () => void,
  ) {
    this.vty = new Vty(device.terminalFor(user), {
      write: (text) => {
        this.out += text;
      },
      close: () => {
        this.flush();
        this.leave();
      },
      drop: () => {
        this.flush();
        setImmediate(drop);
      },
      executed: () => {
        counting.commands++;
      },
      flush: () => this.flush(),
    });
  }

  serve(): void {
    this.channel.on('data', (data: Buffer) => this.receive(data));
    this.channel.on('end', () => this.leave());
    this.vty.greet();
    this.flush();
  }

  private receive(data: Buffer): void {
    const since = this.answeredAt === undefined ? undefined : performance.now() - this.answeredAt;
    if (since !== undefined && since >= 1.9 * this.delayMs) this.counting.roundTrips++;
    this.answeredAt = undefined;
    const { data: taken, cut } = allowed(this.device, data);
    this.vty.receive(taken);
    this.flush();
    if (cut) setImmediate(this.drop);
  }

  private flush(): void {
    if (this.out !== '' && this.channel.writable) {
      this.channel.write(this.out);
      this.answeredAt = performance.now();
    }
    this.out = '';
  }

  private leave(): void {
    this.channel.exit(0);
    this.channel.end();
  }
}

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
      new Shell(take(), device, user, counting, options.delayMs ?? 0, cut).serve();
    });
    session.on('exec', (take, _refuse, { command }) => {
      counting.commands++;
      if (command.startsWith('scp ') && device.scp) device.scp(take(), command, cut);
      else serveExec(take(), device, user, command, cut);
    });
  });
};

/** The SSH server of a device, on 127.0.0.1, with a host key of its own. */
export const startSsh = (device: TerminalHost, options: TerminalOptions, counting: Counting): Promise<SshServer> =>
  listenSsh({
    ident: options.ident ?? 'Cisco-1.25',
    ...(options.port === undefined ? {} : { port: options.port }),
    ...(options.delayMs === undefined ? {} : { delayMs: options.delayMs }),
    refuses: () => device.faults().refuseConnections === true,
    accepted: () => {
      counting.connections++;
    },
    serve: (client, cut) => serve(client, device, options, counting, cut),
  });
