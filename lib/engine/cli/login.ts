import type { CommandLineId, TargetSettings } from '../../model/targets';
import { openConsole, type Console } from '../../wire/console';
import { legacyWarning } from '../../wire/ssh-algorithms';
import { openShell, type SshOptions } from '../../wire/ssh';
import type { Ports } from '../../contract/session';

type Settings = TargetSettings<CommandLineId>;
type Login = Settings['login'];

/** A host that is reached over SSH. */
export interface SshTarget {
  readonly id: string;
  readonly settings: Pick<
    Settings,
    'host' | 'port' | 'trust' | 'timeoutSeconds' | 'answerMegabytes' | 'legacyAlgorithms' | 'via'
  >;
}

/** A device whose command line is reached over SSH. */
export interface CliTarget extends SshTarget {
  readonly settings: SshTarget['settings'] & Pick<Settings, 'login'>;
}

/** The values of a login, and whom to believe at the other end. */
const credentials = async (
  login: Login,
  trust: Settings['trust'],
  ports: Ports,
): Promise<Omit<SshOptions, 'target' | 'host' | 'port' | 'timeoutMs'>> => {
  const value = async (ref: Parameters<Ports['value']>[0] | undefined) =>
    ref === undefined ? undefined : ports.value(ref);
  const [username, password, privateKey, passphrase] = [
    await ports.value(login.username),
    await value(login.password),
    await value(login.privateKey),
    await value(login.passphrase),
  ];
  return {
    username,
    ...(password === undefined ? {} : { password }),
    ...(privateKey === undefined ? {} : { privateKey }),
    ...(passphrase === undefined ? {} : { passphrase }),
    ...(trust.fingerprint === undefined ? {} : { fingerprint: trust.fingerprint }),
    ...(trust.file === undefined ? {} : { knownHosts: trust.file }),
    ...(trust.insecure ? { insecure: true } : {}),
  };
};

/** How to reach a host over SSH and its jump hosts, with the values of the logins. */
export const sshOptionsFor = async ({ id, settings }: SshTarget, login: Login, ports: Ports): Promise<SshOptions> => {
  const timeoutMs = settings.timeoutSeconds * 1000;
  const via: SshOptions[] = [];
  for (const hop of settings.via ?? [])
    via.push({
      target: id,
      host: hop.host,
      port: hop.port,
      timeoutMs,
      ...(await credentials(hop.login, hop.trust, ports)),
    });
  return {
    target: id,
    host: settings.host,
    port: settings.port,
    timeoutMs,
    answerMegabytes: settings.answerMegabytes,
    legacyAlgorithms: settings.legacyAlgorithms,
    ...(await credentials(login, settings.trust, ports)),
    ...(via.length === 0 ? {} : { via }),
  };
};

export const sshOptions = (target: CliTarget, ports: Ports): Promise<SshOptions> =>
  sshOptionsFor(target, target.settings.login, ports);

/** A logged-in console on which `prepare` was typed: paging off. */
export const logIn = async (target: CliTarget, ports: Ports, prepare: readonly string[]): Promise<Console> => {
  const { enable: ref } = target.settings.login;
  const enable = ref === undefined ? undefined : await ports.value(ref);
  const options = await sshOptions(target, ports);
  const shell = await openShell(options);
  try {
    return await openConsole(shell, { ...options, prepare, ...(enable === undefined ? {} : { enable }) });
  } catch (error) {
    shell.close();
    throw error;
  }
};

/** What every run says of a connection that is not as safe as it could be. */
export const sshWarnings = ({
  trust,
  legacyAlgorithms,
  via = [],
}: Pick<CliTarget['settings'], 'trust' | 'legacyAlgorithms' | 'via'>) => [
  ...(trust.insecure ? ['the host key is NOT verified (trust: insecure)'] : []),
  ...via
    .filter((hop) => hop.trust.insecure)
    .map(({ host }) => `the host key of the jump host ${host} is NOT verified (trust: insecure)`),
  ...(legacyAlgorithms ? [legacyWarning] : []),
];
