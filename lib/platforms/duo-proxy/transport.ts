import type { IniStep } from '../../desired/ini/dialect';
import type { IniSection } from '../../desired/ini/section';
import { fail, problem, problemsOf, type Problem } from '../../kernel/problem';
import type { TargetSettings } from '../../model/targets';
import { openHost, type RemoteHost } from '../../wire/host';
import type { FileOwner } from '../../wire/sftp';
import { identityAt, mark, type DeviceIdentity } from '../../contract/identity';
import { sshOptionsFor, sshWarnings } from '../../engine/cli/login';
import type { Observation, TunnelState } from '../../contract/observation';
import type { Outcome, Ports, Push, Session } from '../../contract/session';
import { artifactSession } from './artifact';
import { contentWith } from './content';
import { logFileOf, normalize } from './normalize';

type Settings = TargetSettings<'duo-proxy'>;
type Target = { readonly id: string; readonly settings: Settings };
type Login = NonNullable<Settings['login']>;

const logIn = async (target: Target, login: Login, ports: Ports): Promise<RemoteHost> =>
  openHost(await sshOptionsFor(target, login, ports));

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Lines of the log that say what is wrong, without their time. */
const complaints = (log: string): string =>
  log
    .split('\n')
    .filter((line) => /error|invalid|missing|unexpected/i.test(line))
    .map((line) => line.replace(/^\S+ /, '').trim())
    .slice(-3)
    .join('; ');

/**
 * Restarts the proxy and reads its log until it says that it listens. The words of the log ("Init Complete") are those
 * of versions 2.4 to 6; that a newer one has others is not known.
 */
const restart = async (
  host: RemoteHost,
  { id, settings }: Target,
  text: string,
  timeoutMs: number,
): Promise<Problem | undefined> => {
  const log = logFileOf(text, settings.directory);
  const { size } = log === undefined ? { size: 0 } : await host.tail(log, 0);
  const control = `${settings.directory}/bin/authproxyctl`;
  const { code, output } = await host.run([...(settings.sudo ? ['sudo', '-n'] : []), control, 'restart']);
  const told = async () => (log === undefined ? '' : (await host.tail(log, size)).text);
  const wrong = (what: string, words: string): Problem =>
    problem(
      'proxy.start',
      id,
      `the Duo proxy ${what}${words === '' ? '' : `: ${words}`}`,
      `look at ${log ?? 'its log'} on ${settings.host}`,
    );
  if (code !== 0)
    return wrong(`does not start (authproxyctl ended with ${code})`, complaints(output) || complaints(await told()));
  if (log === undefined) return undefined;
  for (const end = Date.now() + timeoutMs; ; await pause(50)) {
    const said = await told();
    if (/Init Complete/i.test(said)) return undefined;
    if (Date.now() > end) return wrong(`does not listen ${timeoutMs / 1000} s after its restart`, complaints(said));
  }
};

/** A session that works on the file of a Linux host. */
class HostSession implements Session<IniSection, IniStep> {
  private readonly file: string;
  /** The file as it was before the change, until the change has proved to work. */
  private readonly kept: string;

  private constructor(
    private readonly target: Target,
    private readonly login: Login,
    private readonly ports: Ports,
    private host: RemoteHost,
  ) {
    this.file = `${target.settings.directory}/conf/authproxy.cfg`;
    this.kept = `${this.file}.before`;
  }

  static async open(target: Target, login: Login, ports: Ports): Promise<HostSession> {
    return new HostSession(target, login, ports, await logIn(target, login, ports));
  }

  async identity(): Promise<DeviceIdentity> {
    return identityAt(this.target.settings, mark('SSH host key', 'key', this.host.hostKey));
  }

  async settle(): Promise<void> {}

  async observe(scope: readonly IniSection[]): Promise<Observation<IniSection>> {
    const { id, settings } = this.target;
    const { text } = await this.read();
    const wanted = new Map(scope.map((section) => [section.name, section]));
    const at = { target: id, file: this.file };
    const live = normalize(text, this.ports.secrets, at, (name) => wanted.get(name));
    const interrupted = (await this.host.read(this.kept)) !== undefined;
    return {
      live,
      unfinished: interrupted ? ['restart the proxy, which an interrupted run left'] : [],
      warnings: sshWarnings(settings),
    };
  }

  async apply(push: Push<IniSection, IniStep>): Promise<Outcome> {
    const { file, kept, ports } = this;
    try {
      const before = await this.read();
      if (push.changes.every(({ steps }) => steps.length === 0)) return await this.prove(before.text, push);
      const { text, problems } = contentWith(before.text, push.changes, ports.secrets);
      if (problems.length > 0) return { state: 'reverted', problems, notes: [] };
      ports.progress(`writing ${file}`);
      if ((await this.host.read(kept)) === undefined) await this.host.replace(kept, before.text, before.owner);
      await this.host.replace(file, text, before.owner);
      return await this.prove(text, push);
    } catch (error) {
      return this.putBackAnew(problemsOf(error, this.target.id));
    }
  }

  async tunnels(): Promise<readonly TunnelState[]> {
    return [];
  }

  async close(): Promise<void> {
    this.host.close();
  }

  private async read(): Promise<{ readonly text: string; readonly owner: FileOwner }> {
    const { id, settings } = this.target;
    const found = await this.host.read(this.file);
    if (found !== undefined && found.text.trim() !== '') return found;
    const state = found === undefined ? 'not there' : 'empty';
    return fail(
      'device.empty',
      id,
      `${this.file} on ${settings.host} is ${state}: nothing is planned on such a reading`,
      'install the Duo Authentication Proxy there first, or give its directory',
    );
  }

  /** The file is written: the proxy starts with it and shows what it should, or the old one is put back. */
  private async prove(text: string, push: Push<IniSection, IniStep>): Promise<Outcome> {
    const wrong = await this.restart(text);
    if (wrong !== undefined) return this.putBack([wrong]);
    const lacking = push.check(await this.observe(push.scope));
    if (lacking.length > 0) return this.putBack(lacking);
    await this.host.remove(this.kept);
    return { state: 'applied', problems: [], notes: [] };
  }

  private restart(text: string): Promise<Problem | undefined> {
    this.ports.progress('restarting the proxy');
    return restart(this.host, this.target, text, this.target.settings.startSeconds * 1000);
  }

  /** The old file again, and the proxy with it. */
  private async putBack(problems: readonly Problem[]): Promise<Outcome> {
    const { file, kept } = this;
    this.ports.progress('putting the old file back');
    if ((await this.host.read(kept)) === undefined) return { state: 'reverted', problems, notes: [] };
    await this.host.move(kept, file);
    const again = await this.restart((await this.read()).text);
    if (again === undefined) return { state: 'reverted', problems, notes: [] };
    return { state: 'unknown', problems: [...problems, again], notes: [`the old ${file} is back in its place`] };
  }

  /** The session is gone: a new one puts the old file back. */
  private async putBackAnew(problems: readonly Problem[]): Promise<Outcome> {
    const { target, login, ports } = this;
    this.host.close();
    try {
      this.host = await logIn(target, login, ports);
      return await this.putBack(problems);
    } catch {
      const notes = [`${target.settings.host} cannot be asked; run again when it answers`];
      return { state: 'unknown', problems, notes };
    }
  }
}

export const connect = async (target: Target, ports: Ports): Promise<Session<IniSection, IniStep>> => {
  const { login, artifact } = target.settings;
  if (artifact !== undefined) return artifactSession(target, artifact, ports);
  return login === undefined
    ? fail('host.login', target.id, 'has no login', "write Login.fromEnv('DUO_PROXY')")
    : HostSession.open(target, login, ports);
};
