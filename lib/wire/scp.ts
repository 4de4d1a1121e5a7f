import type { ClientChannel } from 'ssh2';
import { limits } from '../kernel/limits';
import { problem, ProblemError } from '../kernel/problem';
import { connected, type SshOptions } from './ssh';

/** Answers of the other end: a zero byte, or a one or two and words (the protocol of rcp, which scp took over). */
const answers = (channel: ClientChannel): (() => Promise<string | undefined>) => {
  let buffer = Buffer.alloc(0);
  let over = false;
  let errors = '';
  let wake: () => void = () => undefined;
  channel.on('data', (data: Buffer) => {
    // An answer is one byte, or one and words.
    buffer = Buffer.concat([buffer, data]).subarray(0, limits.lineBytes);
    wake();
  });
  channel.stderr.on('data', (data: Buffer) => (errors = `${errors}${data.toString()}`.slice(0, limits.lineBytes)));
  channel.on('close', () => {
    over = true;
    wake();
  });
  return () =>
    new Promise((resolve) => {
      wake = () => {
        const end = buffer.indexOf(10);
        if (buffer.length > 0 && buffer[0] === 0) {
          buffer = buffer.subarray(1);
          resolve(undefined);
        } else if (buffer.length > 0 && (end !== -1 || over)) {
          const words = buffer.subarray(buffer[0]! < 3 ? 1 : 0, end === -1 ? buffer.length : end).toString();
          resolve(words.trim());
        } else if (over) resolve(errors.trim() || 'the connection ended');
      };
      wake();
    });
};

const send = async (channel: ClientChannel, name: string, content: Buffer): Promise<string | undefined> => {
  const answered = answers(channel);
  const refused = (await answered()) ?? undefined;
  if (refused !== undefined) return refused;
  channel.write(`C0644 ${content.length} ${name}\n`);
  const objected = await answered();
  if (objected !== undefined) return objected;
  channel.write(Buffer.concat([content, Buffer.from([0])]));
  const done = await answered();
  channel.end();
  return done;
};

/** One word of a remote command line. */
const word = /^[\w:./-]+$/;

/**
 * Sends a file over SCP, on a connection of its own. What the device says when it does not take it comes back as words.
 */
export const sendFile = async (options: SshOptions, path: string, text: string): Promise<string | undefined> => {
  if (!word.test(path)) throw new Error(`'${path}' is not a path for scp`);
  const client = await connected(options);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((_resolve, reject) => {
    const words = `${options.host}:${options.port} takes longer than ${options.timeoutMs / 1000} s for ${path}`;
    const hint = 'look at the device; run again: it sends the file anew';
    const give = () => reject(new ProblemError([problem('ssh.timeout', options.target, words, hint)]));
    timer = setTimeout(give, options.timeoutMs);
  });
  const sent = async (): Promise<string | undefined> => {
    const channel = await new Promise<ClientChannel | string>((resolve) =>
      client.exec(`scp -t ${path}`, (error, opened) => resolve(error ? error.message : opened)),
    );
    return typeof channel === 'string' ? channel : send(channel, path.split(/[/:]/).pop()!, Buffer.from(text));
  };
  try {
    return await Promise.race([sent(), late]);
  } finally {
    clearTimeout(timer);
    client.removeAllListeners().on('error', () => undefined);
    client.end();
    client.destroy();
  }
};
