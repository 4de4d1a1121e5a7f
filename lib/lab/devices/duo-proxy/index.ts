import type { Connection } from 'ssh2';
import { loginOf, type LoginOptions } from '../../terminal/login';
import { listenSsh } from '../../terminal/ssh-server';
import type { LabFile } from './files';
import { installedConfig, ProxyHost, type ProxyHostFaults } from './host';
import { SftpServer } from './sftp';

export { installedConfig, type ProxyHostFaults } from './host';

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

/** Serves one connection: SFTP on the files of the host, and the programs that it runs. */
const serving =
  (host: ProxyHost, options: LoginOptions) =>
  (client: Connection, drop: () => void): void => {
    const login = loginOf(options);
    const cutWhileWriting = (): boolean => {
      const now = host.cut('write');
      if (now) drop();
      return now;
    };
    client.on('authentication', (context) => login(context, host.faults.refuseLogin === true));
    client.on('session', (accept) => {
      const session = accept();
      session.on('sftp', (take) =>
        new SftpServer(take(), host.files, {
          diskFull: () => host.faults.diskFull === true,
          cut: cutWhileWriting,
        }).serve(),
      );
      session.on('exec', (take, _refuse, { command }) => {
        const channel = take();
        const answer = host.run(command);
        if (answer === undefined) return drop();
        if (answer.output) channel.write(answer.output);
        channel.exit(answer.code);
        channel.end();
      });
    });
  };

/** Starts the host with an SSH server on 127.0.0.1. The words of authproxyctl and of the log at start are not proven. */
export const startProxyHost = async (options: ProxyHostOptions = {}): Promise<LabProxyHost> => {
  const host = new ProxyHost(options.config ?? installedConfig);
  const ssh = await listenSsh({
    ident: 'OpenSSH_9.2p1',
    refuses: () => host.faults.refuseConnections === true,
    serve: serving(host, options),
  });
  host.start();
  return {
    host: '127.0.0.1',
    port: ssh.port,
    fingerprint: ssh.fingerprint,
    knownHosts: ssh.knownHosts,
    faults: host.faults,
    config: () => host.config(),
    edit: (text) => host.edit(text),
    running: () => host.running,
    file: (path) => host.files.all.get(path),
    paths: () => [...host.files.all.keys()],
    log: () => host.log(),
    starts: () => host.starts,
    close: ssh.close,
  };
};
