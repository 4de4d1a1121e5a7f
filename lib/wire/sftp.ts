import type { Client, SFTPWrapper, Stats } from 'ssh2';
import { limits, megabyte } from '../kernel/limits';
import { problem, type Problem } from '../kernel/problem';
import { guarded } from './guarded';
import type { SshOptions } from './ssh';

/** Whose a file is, and who may do what with it. */
export interface FileOwner {
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
}

type Failure = Error & { readonly code?: number };
const missing = 2;
const denied = 3;

export const fileProblem = (options: SshOptions, file: string, verb: string, error: Failure): Problem =>
  problem(
    'host.file',
    options.target,
    `${file} on ${options.host} cannot be ${verb}: ${error.message}`,
    error.code === denied
      ? `give ${options.username} the right to it, or log in as a user who has it`
      : 'look whether the disk is full and the directory is there',
  );

const sftpOf = (client: Client, options: SshOptions): Promise<SFTPWrapper> =>
  guarded(client, options, (resolve, reject) =>
    client.sftp((error, sftp) =>
      error
        ? reject(
            problem(
              'host.sftp',
              options.target,
              `${options.host} offers no SFTP: ${error.message}`,
              'switch it on in sshd_config: Subsystem sftp internal-sftp',
            ),
          )
        : resolve(sftp),
    ),
  );

type Done<T> = (error: Failure | undefined | null, value?: T) => void;

/** The files of a host. */
export class RemoteFiles {
  private constructor(
    private readonly client: Client,
    private readonly sftp: SFTPWrapper,
    private readonly options: SshOptions,
  ) {}

  static async of(client: Client, options: SshOptions): Promise<RemoteFiles> {
    return new RemoteFiles(client, await sftpOf(client, options), options);
  }

  /** Undefined where there is no such file. */
  async stat(file: string): Promise<Stats | undefined> {
    const none = {} as Stats;
    const found = await this.ask<Stats>(file, 'read', (done) => this.sftp.stat(file, done), none);
    return found === none ? undefined : found;
  }

  /** A size is what the server says; what it sends is counted. */
  bytes(file: string, start = 0): Promise<Buffer> {
    const { client, sftp, options } = this;
    const most = (options.answerMegabytes ?? limits.answerMegabytes) * megabyte;
    return guarded(client, options, (resolve, reject) => {
      const parts: Buffer[] = [];
      let size = 0;
      const stream = sftp.createReadStream(file, { start });
      stream.on('data', (data: Buffer) => {
        parts.push(data);
        size += data.length;
        if (size <= most) return;
        stream.destroy();
        reject(tooLarge(options, file, most));
      });
      stream.on('error', (error: Failure) => reject(fileProblem(options, file, 'read', error)));
      stream.on('end', () => resolve(Buffer.concat(parts)));
    });
  }

  write(file: string, text: string): Promise<void> {
    return this.ask<void>(file, 'written', (done) => this.sftp.writeFile(file, text, { mode: 0o600 }, done));
  }

  own(file: string, { mode, uid, gid }: FileOwner): Promise<void> {
    const attributes = { mode: mode & 0o7777, uid, gid };
    return this.ask<void>(file, 'given its owner', (done) => this.sftp.setstat(file, attributes, done));
  }

  unlink(file: string): Promise<boolean> {
    return this.ask<boolean>(file, 'removed', (done) => this.sftp.unlink(file, (e) => done(e, true)), true);
  }

  /** One call of the SFTP client. `absent`: what is given where there is no such file. */
  private ask<T>(file: string, verb: string, call: (done: Done<T>) => void, absent?: T): Promise<T> {
    const { client, options } = this;
    return guarded(client, options, (resolve, reject) =>
      call((error, value) => {
        if (!error) resolve(value as T);
        else if (error.code === missing && absent !== undefined) resolve(absent);
        else reject(fileProblem(options, file, verb, error));
      }),
    );
  }
}

const tooLarge = (options: SshOptions, file: string, most: number): Problem =>
  problem(
    'host.too-large',
    options.target,
    `${file} on ${options.host} is larger than ${most / megabyte} MB: it is not read`,
    'look at the file; if it really is that large, raise answerMegabytes of the target',
  );
