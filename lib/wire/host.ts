import type { Client, SFTPWrapper, Stats } from 'ssh2';
import { limits, megabyte } from '../kernel/limits';
import { problem, ProblemError, type Problem } from '../kernel/problem';
import { connected, hostKeyOf, wording, type SshOptions } from './ssh';

/** Whose a file is, and who may do what with it. */
export interface FileOwner {
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
}

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

const quoted = (word: string): string => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`);

type Failure = Error & { readonly code?: number };
const missing = 2;
const denied = 3;

const fileProblem = (options: SshOptions, file: string, verb: string, error: Failure): Problem =>
  problem(
    'host.file',
    options.target,
    `${file} on ${options.host} cannot be ${verb}: ${error.message}`,
    error.code === denied
      ? `give ${options.username} the right to it, or log in as a user who has it`
      : 'look whether the disk is full and the directory is there',
  );

/** Connections that are gone: nothing is asked of them any more. */
const ended = new WeakSet<Client>();

/** Rejects when the connection goes while something is under way. */
const guarded = <T>(
  client: Client,
  options: SshOptions,
  work: (resolve: (value: T) => void, reject: (why: Problem) => void) => void,
): Promise<T> =>
  new Promise((resolve, reject) => {
    const done = (): void => {
      clearTimeout(timer);
      client.off('close', gone);
    };
    const fail = (why: Problem): void => {
      done();
      reject(new ProblemError([why]));
    };
    const gone = (): void => fail(wording(options, new Error('closed by the device')));
    if (ended.has(client)) return reject(new ProblemError([wording(options, new Error('closed by the device'))]));
    const timer = setTimeout(
      () => fail(wording(options, Object.assign(new Error('no answer'), { level: 'client-timeout' }))),
      options.timeoutMs,
    );
    client.once('close', gone);
    work((value) => {
      done();
      resolve(value);
    }, fail);
  });

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

/** The files of a host; `ask` guards one call of the SFTP client. */
const filesOf = (client: Client, sftp: SFTPWrapper, options: SshOptions) => {
  const ask = <T>(
    file: string,
    verb: string,
    call: (done: (error: Failure | undefined | null, value?: T) => void) => void,
    absent?: T,
  ): Promise<T> =>
    guarded(client, options, (resolve, reject) =>
      call((error, value) => {
        if (!error) resolve(value as T);
        else if (error.code === missing && absent !== undefined) resolve(absent);
        else reject(fileProblem(options, file, verb, error));
      }),
    );
  const none = {} as Stats;
  const stat = (file: string): Promise<Stats> => ask<Stats>(file, 'read', (done) => sftp.stat(file, done), none);
  const most = (options.answerMegabytes ?? limits.answerMegabytes) * megabyte;
  const tooLarge = (file: string): Problem =>
    problem(
      'host.too-large',
      options.target,
      `${file} on ${options.host} is larger than ${most / megabyte} MB: it is not read`,
      'look at the file; if it really is that large, raise answerMegabytes of the target',
    );
  // A size is what the server says; what it sends is counted.
  const bytes = (file: string, start = 0): Promise<Buffer> =>
    guarded(client, options, (resolve, reject) => {
      const parts: Buffer[] = [];
      let size = 0;
      const stream = sftp.createReadStream(file, { start });
      stream.on('data', (data: Buffer) => {
        parts.push(data);
        size += data.length;
        if (size <= most) return;
        stream.destroy();
        reject(tooLarge(file));
      });
      stream.on('error', (error: Failure) => reject(fileProblem(options, file, 'read', error)));
      stream.on('end', () => resolve(Buffer.concat(parts)));
    });
  return {
    stat: async (file: string) => {
      const found = await stat(file);
      return found === none ? undefined : found;
    },
    bytes,
    write: (file: string, text: string) =>
      ask<void>(file, 'written', (done) => sftp.writeFile(file, text, { mode: 0o600 }, done)),
    own: (file: string, { mode, uid, gid }: FileOwner) =>
      ask<void>(file, 'given its owner', (done) => sftp.setstat(file, { mode: mode & 0o7777, uid, gid }, done)),
    unlink: (file: string) => ask<boolean>(file, 'removed', (done) => sftp.unlink(file, (e) => done(e, true)), true),
  };
};

const exec = (client: Client, options: SshOptions, command: readonly string[]) =>
  guarded<{ readonly code: number; readonly output: string }>(client, options, (resolve, reject) =>
    client.exec(command.map(quoted).join(' '), (error, channel) => {
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

/** Opens a host whose key is verified. Throws a `ProblemError` with the remedy. */
export const openHost = async (options: SshOptions): Promise<RemoteHost> => {
  const client = await connected(options);
  client.once('close', () => ended.add(client));
  const sftp = await sftpOf(client, options).catch((error: unknown) => {
    client.destroy();
    throw error;
  });
  const files = filesOf(client, sftp, options);
  const run: RemoteHost['run'] = (command) => exec(client, options, command);
  const move: RemoteHost['move'] = async (from, to) => {
    // rename(2), which SFTP of this version has not: it refuses where the file is there.
    const { code, output } = await run(['mv', '-fT', '--', from, to]);
    if (code !== 0)
      throw new ProblemError([
        fileProblem(options, to, 'written', new Error(output.trim() || `mv ended with ${code}`)),
      ]);
  };
  return {
    hostKey: hostKeyOf(client),
    read: async (file) => {
      const found = await files.stat(file);
      if (found === undefined) return undefined;
      const { mode, uid, gid } = found;
      return { text: (await files.bytes(file)).toString('utf8'), owner: { mode, uid, gid } };
    },
    tail: async (file, from) => {
      const found = await files.stat(file);
      if (found === undefined) return { text: '', size: 0 };
      // A log that is shorter than before was begun anew.
      const start = found.size < from ? 0 : from;
      const news = await files.bytes(file, start);
      return { text: news.toString('utf8'), size: start + news.length };
    },
    replace: async (file, text, owner) => {
      const fresh = `${file}.new`;
      try {
        await files.write(fresh, text);
        await files.own(fresh, owner);
      } catch (error) {
        await files.unlink(fresh).catch(() => undefined);
        throw error;
      }
      await move(fresh, file);
    },
    move,
    remove: async (file) => void (await files.unlink(file)),
    run,
    close: () => {
      client.removeAllListeners();
      client.on('error', () => undefined);
      client.end();
      client.destroy();
    },
  };
};
