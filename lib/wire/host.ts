import type { Client } from 'ssh2';
import { shellWord } from '../kernel/advised';
import { limits } from '../kernel/limits';
import { ProblemError } from '../kernel/problem';
import { guarded, rememberEnd } from './guarded';
import { fileProblem, RemoteFiles, type FileOwner } from './sftp';
import { connected, hostKeyOf, wording, type SshOptions } from './ssh';

/** A Linux host over SSH: files by SFTP, programs by exec. What fails throws a `ProblemError`. */
export interface RemoteHost {
  /** Fingerprint of the host key that it showed. */
  readonly hostKey: string;
  /** Undefined where there is no such file. */
  read(file: string): Promise<{ readonly text: string; readonly owner: FileOwner } | undefined>;
  /** The bytes from here on, and the size; size 0 where there is no such file. */
  tail(file: string, from: number): Promise<{ readonly text: string; readonly size: number }>;
  /** The file is the old one or the new one at every moment, with the given owner and mode. */
  replace(file: string, text: string, owner: FileOwner): Promise<void>;
  move(from: string, to: string): Promise<void>;
  remove(file: string): Promise<void>;
  run(command: readonly string[]): Promise<{ readonly code: number; readonly output: string }>;
  close(): void;
}

const exec = (client: Client, options: SshOptions, command: readonly string[]) =>
  guarded<{ readonly code: number; readonly output: string }>(client, options, (resolve, reject) =>
    client.exec(command.map(shellWord).join(' '), (error, channel) => {
      if (error) return reject(wording(options, error));
      let output = '';
      let code: number | undefined;
      const heard = (data: Buffer): void => {
        // Of what a program says, the end matters.
        output = `${output}${data.toString()}`.slice(-limits.lineBytes);
      };
      channel.on('data', heard);
      channel.stderr.on('data', heard);
      channel.on('exit', (status: number | null) => (code = status ?? 255));
      channel.on('close', () => {
        // A channel that closes without a status was cut: the program may have done anything.
        if (code === undefined) reject(wording(options, new Error('closed by the device')));
        else resolve({ code, output });
      });
      channel.end();
    }),
  );

class SshHost implements RemoteHost {
  constructor(
    private readonly client: Client,
    private readonly options: SshOptions,
    private readonly files: RemoteFiles,
  ) {}

  get hostKey(): string {
    return hostKeyOf(this.client);
  }

  async read(file: string): Promise<{ readonly text: string; readonly owner: FileOwner } | undefined> {
    const found = await this.files.stat(file);
    if (found === undefined) return undefined;
    const { mode, uid, gid } = found;
    return { text: (await this.files.bytes(file)).toString('utf8'), owner: { mode, uid, gid } };
  }

  async tail(file: string, from: number): Promise<{ readonly text: string; readonly size: number }> {
    const found = await this.files.stat(file);
    if (found === undefined) return { text: '', size: 0 };
    // A log that is shorter than before was begun anew.
    const start = found.size < from ? 0 : from;
    const news = await this.files.bytes(file, start);
    return { text: news.toString('utf8'), size: start + news.length };
  }

  async replace(file: string, text: string, owner: FileOwner): Promise<void> {
    const fresh = `${file}.new`;
    try {
      await this.files.write(fresh, text);
      await this.files.own(fresh, owner);
    } catch (error) {
      await this.files.unlink(fresh).catch(() => undefined);
      throw error;
    }
    await this.move(fresh, file);
  }

  async move(from: string, to: string): Promise<void> {
    // rename(2), which SFTP of this version has not: it refuses where the file is there.
    const { code, output } = await this.run(['mv', '-fT', '--', from, to]);
    if (code === 0) return;
    const words = output.trim() || `mv ended with ${code}`;
    throw new ProblemError([fileProblem(this.options, to, 'written', new Error(words))]);
  }

  async remove(file: string): Promise<void> {
    await this.files.unlink(file);
  }

  run(command: readonly string[]): Promise<{ readonly code: number; readonly output: string }> {
    return exec(this.client, this.options, command);
  }

  close(): void {
    this.client.removeAllListeners();
    this.client.on('error', () => undefined);
    this.client.end();
    this.client.destroy();
  }
}

/** Opens a host whose key is verified. Throws a `ProblemError` with the remedy. */
export const openHost = async (options: SshOptions): Promise<RemoteHost> => {
  const client = await connected(options);
  rememberEnd(client);
  try {
    return new SshHost(client, options, await RemoteFiles.of(client, options));
  } catch (error) {
    client.destroy();
    throw error;
  }
};
