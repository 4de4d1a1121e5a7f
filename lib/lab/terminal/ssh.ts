import type { Connection, ServerChannel } from 'ssh2';
import { loginOf } from './login';
import { listenSsh, type SshServer } from './ssh-server';
import type { TerminalHost, TerminalOptions } from './terminal';
import { vtyOf } from './vty';

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
