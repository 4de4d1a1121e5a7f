import type { CommandLineId, TargetSettings } from '../../model/targets';
import { openConsole, type Console } from '../../wire/console';
import { legacyWarning } from '../../wire/ssh-algorithms';
import { openShell, type SshOptions } from '../../wire/ssh';
import type { Ports } from '../../contract/session';

/** A device whose command line is reached over SSH. */
export interface CliTarget {
  readonly id: string;
  readonly settings: Pick<
    TargetSettings<CommandLineId>,
    'host' | 'port' | 'login' | 'trust' | 'timeoutSeconds' | 'answerMegabytes' | 'legacyAlgorithms'
  >;
}

/** How to reach a device over SSH, with the values of its login. */
export const sshOptions = async ({ id, settings }: CliTarget, ports: Ports): Promise<SshOptions> => {
  const { login, trust } = settings;
  const value = async (ref: Parameters<Ports['value']>[0] | undefined) =>
    ref === undefined ? undefined : ports.value(ref);
  const [username, password, privateKey, passphrase] = [
    await ports.value(login.username),
    await value(login.password),
    await value(login.privateKey),
    await value(login.passphrase),
  ];
  return {
    target: id,
    host: settings.host,
    port: settings.port,
    username,
    timeoutMs: settings.timeoutSeconds * 1000,
    answerMegabytes: settings.answerMegabytes,
    legacyAlgorithms: settings.legacyAlgorithms,
    ...(password === undefined ? {} : { password }),
    ...(privateKey === undefined ? {} : { privateKey }),
    ...(passphrase === undefined ? {} : { passphrase }),
    ...(trust.fingerprint === undefined ? {} : { fingerprint: trust.fingerprint }),
    ...(trust.file === undefined ? {} : { knownHosts: trust.file }),
    ...(trust.insecure ? { insecure: true } : {}),
  };
};

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
export const sshWarnings = ({ trust, legacyAlgorithms }: Pick<CliTarget['settings'], 'trust' | 'legacyAlgorithms'>) => [
  ...(trust.insecure ? ['the host key is NOT verified (trust: insecure)'] : []),
  ...(legacyAlgorithms ? [legacyWarning] : []),
];
