import type { Connection } from 'ssh2';
import { parseIni } from '../../../desired/ini/file';
import { loginOf, type LoginOptions } from '../../terminal/login';
import { listenSsh } from '../../terminal/ssh-server';
import { objectionsTo, type Sections } from './check';
import { labFiles, type LabFile } from './files';
import { serveSftp } from './sftp';

/** What goes wrong on purpose. Those that say so are over when they have happened. */
export interface ProxyHostFaults {
  refuseConnections?: boolean;
  refuseLogin?: boolean;
  /** The next starts fail, so many of them, though nothing is wrong with the file. */
  failStarts?: number;
  /** The next starts end without a word in the log, so many of them. */
  silentStarts?: number;
  /** Nothing more can be written. */
  diskFull?: boolean;
  /** The wire is cut when the next file is written, moved, or the proxy restarted (before or after); once. */
  dropAt?: 'write' | 'move' | 'restart' | 'restarted';
}

export interface ProxyHostOptions extends LoginOptions {
  /** authproxy.cfg when the host starts. Default: what the installation brings, all of it comments. */
  readonly config?: string;
}

/** A simulated Linux host with the Duo proxy installed in /opt/duoauthproxy. */
export interface LabProxyHost {
  readonly host: string;
  readonly port: number;
  readonly fingerprint: string;
  readonly knownHosts: string;
  readonly faults: ProxyHostFaults;
  /** authproxy.cfg as it is now. */
  config(): string;
  /** Writes authproxy.cfg by hand, without a restart. */
  edit(text: string): void;
  /** The file that the proxy runs with; undefined when it does not run. */
  running(): string | undefined;
  file(path: string): LabFile | undefined;
  /** Every path there is. */
  paths(): readonly string[];
  log(): string;
  starts(): number;
  close(): Promise<void>;
}

const home = '/opt/duoauthproxy';
const configFile = `${home}/conf/authproxy.cfg`;
const logFile = `${home}/log/authproxy.log`;

/** A file as an installation leaves it, in short. */
export const installedConfig = `; Complete documentation about the Duo Auth Proxy can be found here:
; https://duo.com/docs/authproxy_reference

; MAIN: Include this section to specify global configuration options.
;[main]

; CLIENTS: Include one or more of the following configuration sections.
;[ad_client]
;host=
`;

const sectionsOf = (text: string): { readonly sections: Sections; readonly faults: readonly string[] } => {
  const { blocks, faults } = parseIni(text);
  const sections = blocks.flatMap(({ name, lines }) =>
    name === undefined
      ? []
      : [
          [
            name,
            new Map(lines.flatMap(({ key, value }) => (key === undefined ? [] : [[key, value!] as const]))),
          ] as const,
        ],
  );
  return { sections: new Map(sections), faults: faults.map(({ words }) => `Config is unparseable: ${words}`) };
};

const wordsOf = (command: string): readonly string[] =>
  [...command.matchAll(/'((?:[^']|'\\'')*)'|(\S+)/g)].map(
    ([, quoted, bare]) => quoted?.replaceAll("'\\''", "'") ?? bare!,
  );

/** Starts the host with an SSH server on 127.0.0.1. The words of authproxyctl and of the log at start are not proven. */
export const startProxyHost = async (options: ProxyHostOptions = {}): Promise<LabProxyHost> => {
  const faults: ProxyHostFaults = {};
  const files = labFiles({
    [configFile]: { text: options.config ?? installedConfig, mode: 0o640, uid: 995, gid: 992 },
    [logFile]: { text: '', mode: 0o640, uid: 995, gid: 992 },
    [`${home}/bin/authproxyctl`]: { text: '', mode: 0o755 },
  });
  let running: string | undefined;
  let starts = 0;
  const config = (): string => files.all.get(configFile)?.content.toString() ?? '';
  const note = (level: string, line: string): void =>
    files.append(logFile, `2026-01-01T00:00:00.000000+0000 [duoauthproxy.lib.log#${level}] ${line}\n`);

  const happens = (fault: 'failStarts' | 'silentStarts'): boolean => {
    const left = faults[fault] ?? 0;
    if (left > 0) faults[fault] = left - 1;
    return left > 0;
  };
  const start = (): { readonly code: number; readonly output: string } => {
    starts++;
    running = undefined;
    const { sections, faults: broken } = sectionsOf(config());
    const wrong = [...broken, ...objectionsTo(sections)];
    for (const line of wrong) note('error', line);
    if (wrong.length > 0) {
      note('error', 'Configuration validation was not successful. Please resolve the problems listed above.');
      return { code: 1, output: wrong.map((line) => `[error]  ${line}\n`).join('') };
    }
    if (happens('failStarts')) {
      note('error', "Unhandled error: Couldn't listen on any:1812: [Errno 98] Address already in use.");
      return { code: 1, output: '[error]  The Duo Authentication Proxy failed to start.\n' };
    }
    if (happens('silentStarts')) return { code: 0, output: '' };
    running = config();
    note('info', 'Duo Security Authentication Proxy 6.4.1 - Init Complete');
    return { code: 0, output: '' };
  };

  const cut = (at: ProxyHostFaults['dropAt']): boolean => {
    if (faults.dropAt !== at) return false;
    delete faults.dropAt;
    return true;
  };
  const control = (verb: string | undefined): { readonly code: number; readonly output: string } => {
    if (verb === 'restart' || verb === 'start') return start();
    if (verb === 'stop') running = undefined;
    return { code: verb === 'stop' || running !== undefined ? 0 : 3, output: '' };
  };
  /** What a shell does with a line; undefined: the wire is cut. */
  const run = (command: string): { readonly code: number; readonly output: string } | undefined => {
    const words = wordsOf(command);
    const [program, ...args] = words[0] === 'sudo' ? words.slice(2) : words;
    if (program === 'mv') {
      if (cut('move')) return undefined;
      const [from, to] = args.slice(-2);
      const moved = files.move(from!, to!);
      return moved
        ? { code: 0, output: '' }
        : { code: 1, output: `mv: cannot stat '${from}': No such file or directory\n` };
    }
    if (program !== `${home}/bin/authproxyctl`) return { code: 127, output: `sh: 1: ${program}: not found\n` };
    if (cut('restart')) return undefined;
    const answer = control(args[0]);
    return cut('restarted') ? undefined : answer;
  };

  const serve = (client: Connection, drop: () => void): void => {
    const login = loginOf(options);
    client.on('authentication', (context) => login(context, faults.refuseLogin === true));
    client.on('session', (accept) => {
      const session = accept();
      session.on('sftp', (take) =>
        serveSftp(take(), files, {
          diskFull: () => faults.diskFull === true,
          cut: () => {
            const now = cut('write');
            if (now) drop();
            return now;
          },
        }),
      );
      session.on('exec', (take, _refuse, { command }) => {
        const channel = take();
        const answer = run(command);
        if (answer === undefined) return drop();
        if (answer.output) channel.write(answer.output);
        channel.exit(answer.code);
        channel.end();
      });
    });
  };

  const ssh = await listenSsh({ ident: 'OpenSSH_9.2p1', refuses: () => faults.refuseConnections === true, serve });
  start();
  return {
    host: '127.0.0.1',
    port: ssh.port,
    fingerprint: ssh.fingerprint,
    knownHosts: ssh.knownHosts,
    faults,
    config,
    edit: (text) => void (files.all.get(configFile)!.content = Buffer.from(text)),
    running: () => running,
    file: (path) => files.all.get(path),
    paths: () => [...files.all.keys()],
    log: () => files.all.get(logFile)!.content.toString(),
    starts: () => starts,
    close: ssh.close,
  };
};
