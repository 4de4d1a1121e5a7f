import type { ServerChannel } from 'ssh2';
import { listenSsh } from '../../../lib/lab/terminal/ssh-server';
import { loginOf } from '../../../lib/lab/terminal/login';

/** What a scripted device prints behind the echo of a line, and the prompt behind that. */
export interface Reply {
  readonly text?: string;
  /** Default: the prompt before. Empty: the device waits for something, as behind a question. */
  readonly prompt?: string;
}

/** A device that says what it is told to say, whatever it is asked. */
export interface Script {
  /** What it prints at login, packet for packet, the first prompt among it. */
  readonly greeting: readonly string[];
  readonly prompt: string;
  /** `asked`: nothing is echoed, and the prompt before was empty. Text: what it prints before the prompt. */
  readonly reply: (line: string, asked: boolean) => Reply | string;
  /** The text of each answer is cut there into packets. */
  readonly packetsAfter?: RegExp;
}

export interface ScriptedConsole {
  readonly port: number;
  readonly fingerprint: string;
  /** Lines that were typed, over all sessions. */
  readonly typed: readonly string[];
  close(): Promise<void>;
}

const crlf = (text: string): string => text.replace(/\r?\n/g, '\r\n');
/** Long enough that what is written behind it is another packet. */
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 15));

const serve = (channel: ServerChannel, script: Script, typed: string[]): void => {
  let { prompt } = script;
  let waiting: Promise<void> = Promise.resolve();
  const say = (packets: readonly string[]): void => {
    for (const packet of packets)
      waiting = waiting.then(async () => {
        if (channel.writable) channel.write(packet);
        if (packets.length > 1) await pause();
      });
  };
  const answer = (line: string): void => {
    const asked = prompt === '';
    typed.push(line);
    const given = script.reply(line, asked);
    const reply = typeof given === 'string' ? { text: given } : given;
    prompt = reply.prompt ?? (asked ? script.prompt : prompt);
    const text =
      reply.text === undefined || reply.text === '' ? '' : `${crlf(reply.text)}${prompt === '' ? '' : '\r\n'}`;
    const whole = `${asked ? '' : line}\r\n${text}${prompt}`;
    say(script.packetsAfter === undefined ? [whole] : whole.split(script.packetsAfter));
  };
  say(script.greeting.map(crlf));
  let line = '';
  channel.on('data', (data: Buffer) => {
    for (const key of data.toString()) {
      if (key === '\n' || key === '\r') {
        const whole = line;
        line = '';
        answer(whole);
      } else if (key >= ' ') line += key;
    }
  });
};

/** Starts it on 127.0.0.1. The user is lab, with lab-password. */
export const startScripted = async (script: Script): Promise<ScriptedConsole> => {
  const typed: string[] = [];
  const login = loginOf({});
  const ssh = await listenSsh({
    ident: 'Cisco-1.25',
    refuses: () => false,
    serve: (client) => {
      client.on('authentication', (context) => login(context, false));
      client.on('session', (accept) => {
        const session = accept();
        session.on('pty', (take) => take?.());
        session.on('shell', (take) => serve(take(), script, typed));
      });
    },
  });
  return { port: ssh.port, fingerprint: ssh.fingerprint, typed, close: () => ssh.close() };
};
