import { homedir } from 'node:os';
import { quotedText } from '../kernel/limits';
import { fail } from '../kernel/problem';
import { driver } from './driver';
import { readText } from './read-text';

/** What an OpenSSH configuration says of a host, as far as it counts here. */
export interface SshHost {
  /** The name that it was asked by. */
  readonly alias: string;
  readonly host: string;
  readonly port: number;
  readonly username?: string;
  /** Absolute, or relative to where the program runs. */
  readonly identityFile?: string;
}

/** A host, and those through which it is reached, the first that is reached from here first. */
export interface SshPath extends SshHost {
  readonly hops: readonly SshHost[];
}

type Values = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What is used of the package `ssh-config`, whose own types are those of an ES module. */
interface Line {
  readonly param?: string;
  readonly value?: unknown;
  readonly criteria?: object;
  readonly config?: Parsed;
}
interface Parsed extends Iterable<Line> {
  compute(alias: string, options: { readonly ignoreCase: true; readonly matchExec: false }): Values;
}
interface SshConfigPackage {
  readonly default: { parse(text: string): Parsed };
}

/** A name, with the user and the port that a `ProxyJump` may give. */
interface Jump {
  readonly alias: string;
  readonly username?: string | undefined;
  readonly port?: number;
}

const mostHops = 5;

const inHome = (path: string): string => path.replace(/^~(?=\/)/, homedir()).replace(/^%d(?=\/)/, homedir());

/** What would run a program, or lead elsewhere than this file says. Left out without a word, a way could be another one. */
const refusedIn = (config: Parsed, file: string): void => {
  for (const line of config) {
    const param = line.param?.toLowerCase();
    const runs = Object.keys(line.criteria ?? {}).some((name) => /^!?exec$/i.test(name));
    if (param === 'include')
      return fail(
        'ssh-config.include',
        file,
        'it includes other files, which are not read',
        'give a file that holds what is needed itself',
      );
    if (runs || (param === 'canonicalizehostname' && line.value !== 'no'))
      return fail(
        'ssh-config.runs',
        file,
        `${runs ? 'Match exec' : 'CanonicalizeHostname'} runs programs to find out what counts, and they are not run`,
        'write the hosts by their names',
      );
    if (line.config !== undefined) refusedIn(line.config, file);
  }
};

const first = (value: Values[string]): string | undefined => (typeof value === 'object' ? value[0] : value);

const jumpsIn = (text: string, at: string): readonly Jump[] =>
  text.split(',').map((part) => {
    const { user, host, port } =
      /^(?:ssh:\/\/)?(?:(?<user>[^@]+)@)?(?<host>\[[^\]]+\]|[^:]+)(?::(?<port>\d+))?\/?$/.exec(part.trim())?.groups ??
      {};
    if (host === undefined)
      return fail(
        'ssh-config.jump',
        at,
        `ProxyJump ${quotedText(text)} cannot be read`,
        'write user@host:port, several with a comma',
      );
    return {
      alias: host.replace(/^\[|\]$/g, ''),
      username: user,
      ...(port === undefined ? {} : { port: Number(port) }),
    };
  });

/** An OpenSSH client configuration (ssh_config(5)), of which `Host` and `Match` say what counts for a name. */
export class SshConfigFile {
  private readonly parsed: Parsed;

  /** `~/` is the home of the user. Throws a `ProblemError`. */
  constructor(private readonly file: string) {
    const { default: SshConfig } = driver<SshConfigPackage>('ssh-config', file);
    const text = readText(inHome(file));
    try {
      this.parsed = SshConfig.parse(text);
    } catch (error) {
      fail('ssh-config.syntax', file, quotedText((error as Error).message), 'look at it: ssh -G NAME must accept it');
      throw error;
    }
    refusedIn(this.parsed, file);
  }

  /** The host of a name, and its jump hosts. Throws a `ProblemError`. */
  path(alias: string): SshPath {
    return { ...this.hostOf({ alias }), hops: this.hopsTo(alias, []) };
  }

  private valuesOf(alias: string): Values {
    return this.parsed.compute(alias, { ignoreCase: true, matchExec: false });
  }

  private hostOf({ alias, username, port }: Jump): SshHost {
    const values = this.valuesOf(alias);
    const at = `${this.file}: ${alias}`;
    const host = (first(values['hostname']) ?? alias).replaceAll('%h', alias);
    const identityFile = first(values['identityfile']);
    const user = username ?? first(values['user']);
    const odd = [host, user, identityFile?.replace(/^%d(?=\/)/, '')].find((value) => value?.includes('%'));
    if (odd !== undefined)
      return fail(
        'ssh-config.token',
        at,
        `${quotedText(odd)} holds a token that is not known here`,
        'write the value itself; %h in HostName and %d/ in IdentityFile are known',
      );
    return {
      alias,
      host,
      port: port ?? Number(first(values['port']) ?? 22),
      ...(user === undefined ? {} : { username: user }),
      ...(identityFile === undefined || identityFile === 'none' ? {} : { identityFile: inHome(identityFile) }),
    };
  }

  /** As OpenSSH goes: the first of a list is reached by its own ProxyJump, the others through the one before. */
  private hopsTo(alias: string, seen: readonly string[]): readonly SshHost[] {
    const values = this.valuesOf(alias);
    const at = `${this.file}: ${alias}`;
    const command = first(values['proxycommand']);
    if (command !== undefined && command !== 'none')
      return fail('ssh-config.command', at, 'is reached by a ProxyCommand, which is not run', 'write ProxyJump');
    const text = [values['proxyjump'] ?? []].flat().join(' ');
    if (text === '' || text.toLowerCase() === 'none') return [];
    const jumps = jumpsIn(text, at);
    const around = [...seen, alias];
    if (around.includes(jumps[0]!.alias))
      return fail(
        'ssh-config.circle',
        at,
        `ProxyJump leads in a circle: ${[...around, jumps[0]!.alias].join(' → ')}`,
        'write ProxyJump none for the first of them',
      );
    const hops = [...this.hopsTo(jumps[0]!.alias, around), ...jumps.map((jump) => this.hostOf(jump))];
    return hops.length <= mostHops
      ? hops
      : fail('ssh-config.hops', at, `is behind ${hops.length} jump hosts`, `at most ${mostHops} are gone through`);
  }
}
