import { SshConfigFile, type SshHost } from '../../lib/inventory/ssh-config';
import { forProgram } from '../../lib/kernel/uncaught';
import { fail } from '../../lib/kernel/problem';
import { Secret } from '../../lib/model/secret';
import type { JumpHostProps, LoginProps } from './login';

/** Where a device is, and the jump hosts on the way there. */
export interface SshPlace {
  /** Its `HostName`, else the name itself. */
  readonly host: string;
  /** Its `Port`, else 22. */
  readonly port: number;
  /** The hosts of its `ProxyJump`, the one that is reached from here first; absent where it is reached directly. */
  readonly via?: JumpHostProps[];
}

/** What the program adds to an OpenSSH configuration. */
export interface SshConfigOptions {
  /** Logins of jump hosts by the names that the file has for them, where they have no `IdentityFile` or it has a passphrase. */
  readonly logins?: Readonly<Record<string, LoginProps>>;
}

/**
 * The hosts of an OpenSSH client configuration, for devices that are reached over SSH: `new IosXeRouter(stack, 'edge',
 * { ...ssh.place('edge'), login: ssh.login('edge'), release: '17.9' })`. It is read when the program runs, and the plan
 * shows what came of it. `HostName`, `Port`, `User`, the first `IdentityFile` and `ProxyJump` count, by `Host` and `Match`;
 * what would run a program (`ProxyCommand`, `Match exec`) and `Include` are refused. Host keys are verified whatever it
 * says. Needs the package `ssh-config`.
 */
export class SshConfig {
  private constructor(
    private readonly file: SshConfigFile,
    private readonly name: string,
    private readonly logins: Readonly<Record<string, LoginProps>>,
  ) {}

  /** Reads a file. Default: `~/.ssh/config`. A path is relative to where the program runs. */
  static fromFile(file = '~/.ssh/config', { logins = {} }: SshConfigOptions = {}): SshConfig {
    return new SshConfig(
      forProgram(() => new SshConfigFile(file)),
      file,
      logins,
    );
  }

  /** Where a device of this name is, and its jump hosts with their logins. A name that no `Host` has is its own address. */
  place(alias: string): SshPlace {
    return forProgram(() => {
      const { host, port, hops } = this.file.path(alias);
      const via = hops.map((hop) => ({ host: hop.host, port: hop.port, login: this.loginOf(hop) }));
      return { host, port, ...(via.length === 0 ? {} : { via }) };
    });
  }

  /** The login of a name: its `User` with its `IdentityFile`, or what `logins` says. */
  login(alias: string): LoginProps {
    return forProgram(() => this.loginOf(this.file.path(alias)));
  }

  private loginOf({ alias, username, identityFile }: SshHost): LoginProps {
    const given = this.logins[alias];
    if (given !== undefined) return given;
    if (username !== undefined && identityFile !== undefined)
      return { username, privateKey: Secret.fromFile(identityFile) };
    return fail(
      'ssh-config.login',
      `${this.name}: ${alias}`,
      `says no ${username === undefined ? 'User' : 'IdentityFile'}`,
      `write it there, or the login in the program: SshConfig.fromFile(…, { logins: { '${alias}': Login.fromEnv('JUMP') } })`,
    );
  }
}
