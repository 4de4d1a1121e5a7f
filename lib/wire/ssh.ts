import { existsSync, readFileSync } from 'node:fs';
import { homedir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { Client, type AuthenticationType, type ClientChannel } from 'ssh2';
import { shellWord } from '../kernel/advised';
import { problem, ProblemError, type Problem } from '../kernel/problem';
import { forwardTo } from './ssh-forward';
import { hostName, knownKeys, sshFingerprint } from './known-hosts';
import { algorithmsFor, handshakeListener, nothingInCommon } from './ssh-algorithms';

/** Where HOME is empty, `~` is what the system knows of the user, never the directory that we happen to be in. */
const ownKnownHosts = (): string => join(homedir() || userInfo().homedir, '.ssh', 'known_hosts');

export interface SshOptions {
  /** Who is asked: the target, for messages. */
  readonly target: string;
  readonly host: string;
  readonly port: number;
  readonly username: string;
  readonly password?: string;
  readonly privateKey?: string;
  readonly passphrase?: string;
  readonly fingerprint?: string;
  readonly knownHosts?: string;
  readonly insecure?: boolean;
  /** Weak algorithms too. */
  readonly legacyAlgorithms?: boolean | undefined;
  readonly timeoutMs: number;
  /** Megabytes of one answer. */
  readonly answerMegabytes?: number | undefined;
  /** Jump hosts, the one that is reached from here first. Each is logged in to, and its host key verified. */
  readonly via?: readonly SshOptions[];
}

/** An interactive terminal of a device, as a stream of text. */
export interface Shell {
  /** Fingerprint of the host key that the device showed. */
  readonly hostKey: string;
  write(text: string): void;
  /** Called with what arrives; once with an error, or undefined, when the connection is gone. */
  listen(data: (text: string) => void, gone: (error: Problem) => void): void;
  close(): void;
}

/** The host keys that were shown, by connection. */
const shownKeys = new WeakMap<Client, string>();
export const hostKeyOf = (client: Client): string => shownKeys.get(client) ?? '';

const keyType = (key: Buffer): string => key.subarray(4, 4 + key.readUInt32BE(0)).toString();

/** The command that makes a host known, also where there is no directory for it yet. */
const adding = ({ host, port }: SshOptions, file: string): string => {
  const made = existsSync(dirname(file)) ? '' : `mkdir -p -m 700 ${shellWord(dirname(file))} && `;
  return `${made}ssh-keyscan -p ${port} ${host} >> ${shellWord(file)}`;
};

/** Undefined when the key is believed, else why it is not. */
const verdict = (options: SshOptions, key: Buffer): Problem | undefined => {
  const seen = sshFingerprint(key);
  const at = options.target;
  const name = hostName(options.host, options.port);
  if (options.insecure) return undefined;
  if (options.fingerprint !== undefined) {
    if (options.fingerprint === seen) return undefined;
    return problem(
      'ssh.host-key',
      at,
      `${name} shows host key ${seen}, and ${options.fingerprint} is pinned`,
      'find out why it changed; pin the new one only when you know',
    );
  }
  const file = options.knownHosts ?? ownKnownHosts();
  const known = knownKeys(existsSync(file) ? readFileSync(file, 'utf8') : '', options.host, options.port);
  if ([...known.values()].flat().includes(key.toString('base64'))) return undefined;
  if (known.has(keyType(key)))
    return problem(
      'ssh.host-key',
      at,
      `${name} shows another host key (${seen}) than ${file} holds: someone may be intercepting the connection`,
      `find out why it changed before you do anything; then remove the old line: ssh-keygen${options.knownHosts === undefined ? '' : ` -f ${shellWord(file)}`} -R '${name}'`,
    );
  return problem(
    'ssh.host-key',
    at,
    `${name} is not in ${file}; it shows ${keyType(key)} ${seen}`,
    `compare it at the console, then add it (${adding(options, file)}) or pin it: trust: Trust.fingerprint('${seen}')`,
  );
};

/** What went wrong with a connection, in the words of a person. */
export const wording = (options: SshOptions, error: Error & { level?: string; code?: string }): Problem => {
  const where = `${options.host}:${options.port}`;
  if (error.level === 'client-authentication')
    return problem(
      'ssh.login',
      options.target,
      `${where} refuses the login of ${options.username}`,
      'check the user name and the secret that login refers to',
    );
  if (error.level === 'client-timeout' || error.code === 'ETIMEDOUT')
    return problem(
      'ssh.timeout',
      options.target,
      `${where} does not answer within ${options.timeoutMs / 1000} s`,
      'check that the address is right and that SSH is reachable from here',
    );
  if (
    error.code === 'ECONNREFUSED' ||
    error.code === 'EHOSTUNREACH' ||
    error.code === 'ENOTFOUND' ||
    error.code === 'EAI_AGAIN'
  )
    return problem(
      'ssh.unreachable',
      options.target,
      `${where} cannot be reached (${error.code})`,
      'check the host, the port, and the way there',
    );
  return problem(
    'ssh.lost',
    options.target,
    `the connection to ${where} failed: ${error.message}`,
    'run the command again; it finishes what is left',
  );
};

const shellOf = (client: Client, channel: ClientChannel, options: SshOptions): Shell => ({
  hostKey: hostKeyOf(client),
  write: (text) => void channel.write(text),
  listen: (data, gone) => {
    let over = false;
    const end = (error?: Error): void => {
      if (over) return;
      over = true;
      gone(wording(options, error ?? new Error('closed by the device')));
    };
    channel.setEncoding('utf8');
    channel.on('data', data);
    channel.on('close', () => end());
    client.on('error', end);
    client.on('close', () => end());
  },
  close: () => {
    channel.removeAllListeners();
    client.removeAllListeners();
    client.on('error', () => undefined);
    client.end();
    client.destroy();
  },
});

/** Types of the host keys that are known; empty where any is looked at, because it is pinned or not looked at. */
const knownTypes = (options: SshOptions): readonly string[] => {
  const file = options.knownHosts ?? ownKnownHosts();
  if (options.fingerprint !== undefined || options.insecure || !existsSync(file)) return [];
  return [...knownKeys(readFileSync(file, 'utf8'), options.host, options.port).keys()];
};

/** Takes back all that listens to a connection, and ends it. */
const drop = (client: Client): void => {
  client.removeAllListeners();
  client.on('error', () => undefined);
  client.destroy();
};

type Login = Parameters<Client['connect']>[0];

/**
 * The methods of a login, in the order in which they are tried. Without a list ssh2 asks first to be let in with no secret:
 * a round trip that tells it nothing, since it tries what it has whatever the device offers.
 */
const methodsOf = ({ password, privateKey }: SshOptions): AuthenticationType[] => [
  ...(password === undefined ? [] : (['password'] as const)),
  ...(privateKey === undefined ? [] : (['publickey'] as const)),
  ...(password === undefined ? [] : (['keyboard-interactive'] as const)),
];

/** What a login says to the device. Each but the first part is left out where it is not declared. */
const loginOf = (options: SshOptions, known: readonly string[]): Login => ({
  host: options.host,
  port: options.port,
  username: options.username,
  ...(options.password === undefined ? {} : { password: options.password, tryKeyboard: true }),
  ...(options.privateKey === undefined ? {} : { privateKey: options.privateKey }),
  ...(options.passphrase === undefined ? {} : { passphrase: options.passphrase }),
  ...(methodsOf(options).length === 0 ? {} : { authHandler: methodsOf(options) }),
  algorithms: algorithmsFor(options.legacyAlgorithms === true, known),
  readyTimeout: options.timeoutMs,
});

/** Logs in at the other end of a way, or at the declared address. */
const logIn = (options: SshOptions, way: ClientChannel | undefined): Promise<Client> =>
  new Promise((resolve, reject) => {
    const client = new Client();
    let distrust: Problem | undefined;
    const give = (found: Problem): void => {
      drop(client);
      reject(new ProblemError([found]));
    };
    const known = knownTypes(options);
    const handshake = handshakeListener();
    const common = { target: options.target, where: `${options.host}:${options.port}`, knownTypes: known };
    client.on('error', (error) =>
      give(distrust ?? nothingInCommon(common, error.message, handshake) ?? wording(options, error)),
    );
    client.on('close', () => give(distrust ?? wording(options, new Error('closed by the device'))));
    client.on('keyboard-interactive', (_name, _text, _lang, prompts, answer) =>
      answer(prompts.map(() => options.password ?? '')),
    );
    client.on('ready', () => {
      client.removeAllListeners('error').removeAllListeners('close');
      // Until there is a listener, a lost connection is found out by who uses it.
      client.on('error', () => undefined);
      resolve(client);
    });
    const hostVerifier = (key: Buffer): boolean => {
      shownKeys.set(client, sshFingerprint(key));
      distrust = verdict(options, key);
      return distrust === undefined;
    };
    const over = way === undefined ? {} : { sock: way };
    client.connect({ ...loginOf(options, known), ...over, debug: handshake.debug, hostVerifier });
    // ssh2 without its compiled part writes a packet in pieces, which would wait for one another.
    client.setNoDelay(true);
  });

/** Over the jump host before it, which ends with it. */
const logInOver = async (before: Client, last: SshOptions, next: SshOptions): Promise<Client> => {
  try {
    const { target, host, port, timeoutMs } = next;
    const way = await forwardTo(before, { target, host, port, timeoutMs, via: `${last.host}:${last.port}` });
    const client = await logIn(next, way);
    // Not 'close', which those who use it listen to, and take away again.
    way.on('close', () => drop(before));
    return client;
  } catch (error) {
    drop(before);
    throw error;
  }
};

/** Logs in to a device whose host key is verified, over its jump hosts. Throws a `ProblemError` with the remedy. */
export const connected = async (options: SshOptions): Promise<Client> => {
  const [first, ...rest] = [...(options.via ?? []), options];
  let client = await logIn(first, undefined);
  let last = first;
  for (const next of rest) {
    client = await logInOver(client, last, next);
    last = next;
  }
  return client;
};

const noTerminal = ({ target, host, port, timeoutMs }: SshOptions): Problem =>
  problem(
    'ssh.timeout',
    target,
    `${host}:${port} accepts the login and opens no terminal within ${timeoutMs / 1000} s`,
    'look whether all its lines (line vty) are in use; if it needs longer, raise timeoutSeconds of the target',
  );

/** Opens a terminal on a device whose host key is verified. Throws a `ProblemError` with the remedy. */
export const openShell = async (options: SshOptions): Promise<Shell> => {
  const client = await connected(options);
  return new Promise((resolve, reject) => {
    const give = (error: Error & { level?: string }): void => {
      clearTimeout(late);
      drop(client);
      const words = error.level === 'client-timeout' ? noTerminal(options) : wording(options, error);
      reject(new ProblemError([words]));
    };
    const late = setTimeout(
      () => give(Object.assign(new Error('no terminal'), { level: 'client-timeout' })),
      options.timeoutMs,
    );
    client.removeAllListeners('error').on('error', give);
    client.on('close', () => give(new Error('closed by the device')));
    client.shell({ term: 'vt100', cols: 511, rows: 1000 }, (error, channel) => {
      if (error) return give(error);
      clearTimeout(late);
      client.removeAllListeners('error').removeAllListeners('close');
      resolve(shellOf(client, channel, options));
    });
  });
};
