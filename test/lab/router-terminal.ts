import { Client, type ClientChannel, type ConnectConfig } from 'ssh2';
import type { LabRouter } from '../../lib/lab/devices/iosxe';

export interface Terminal {
  /** Sends text as it is, without a line end. */
  send(text: string): void;
  /** Everything received so far. */
  seen(): string;
  /** Waits until what was received since the last wait matches, and gives it. */
  until(pattern: RegExp): Promise<string>;
  /** A line, and all up to the next prompt. */
  run(line: string): Promise<string>;
  readonly gone: Promise<void>;
  close(): void;
}

const prompt = /(?:^|\n)[\w-]+(?:\([\w-]+\))?[>#]$/;

export const login = (router: LabRouter, how: Partial<ConnectConfig> = {}): Promise<Client> =>
  new Promise((resolve, reject) => {
    const client = new Client();
    client.once('ready', () => resolve(client));
    client.on('error', reject);
    client.once('close', () => reject(new Error('closed')));
    client.connect({
      host: router.host,
      port: router.port,
      username: 'lab',
      ...('privateKey' in how || 'tryKeyboard' in how ? {} : { password: 'lab-password' }),
      ...how,
    });
    // ssh2 without its compiled part writes a packet in pieces, which would wait for one another.
    client.setNoDelay(true);
  });

export const open = async (router: LabRouter, how: Partial<ConnectConfig> = {}): Promise<Terminal> => {
  const client = await login(router, how);
  const channel = await new Promise<ClientChannel>((resolve, reject) =>
    client.shell((error, stream) => (error ? reject(error) : resolve(stream))),
  );
  let all = '';
  let from = 0;
  let wake: () => void = () => undefined;
  channel.on('data', (data: Buffer) => {
    all += data.toString();
    wake();
  });
  const gone = new Promise<void>((resolve) => client.once('close', () => resolve()));
  void gone.then(() => wake());
  let over = false;
  void gone.then(() => (over = true));
  const until = async (pattern: RegExp): Promise<string> => {
    for (;;) {
      const part = all.slice(from);
      if (pattern.test(part)) {
        from = all.length;
        return part;
      }
      if (over) throw new Error(`gone after ${JSON.stringify(part)}`);
      await new Promise<void>((resolve) => {
        wake = resolve;
        setTimeout(resolve, 200);
      });
    }
  };
  const terminal: Terminal = {
    send: (text) => void channel.write(text),
    seen: () => all,
    until,
    run: async (line) => {
      channel.write(`${line}\n`);
      return until(prompt);
    },
    gone,
    close: () => client.end(),
  };
  await until(prompt);
  return terminal;
};

/** Runs one command on an exec channel. */
export const exec = async (router: LabRouter, command: string): Promise<{ text: string; code: number | undefined }> => {
  const client = await login(router);
  return new Promise((resolve, reject) =>
    client.exec(command, (error, channel) => {
      if (error) return reject(error);
      let text = '';
      let code: number | undefined;
      channel.on('data', (data: Buffer) => (text += data.toString()));
      channel.on('exit', (given: number) => (code = given));
      channel.on('close', () => {
        client.end();
        resolve({ text, code });
      });
    }),
  );
};
