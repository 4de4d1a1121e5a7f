import type { TargetSettings } from '../model/targets';
import { openConsole, type Console } from '../wire/console';
import { openShell, type SshOptions } from '../wire/ssh';
import type { Ports } from './platform';

/** A device whose command line is reached over SSH. */
export interface CliTarget {
  readonly id: string;
  readonly settings: Pick<TargetSettings<'iosxe' | 'asa'>, 'host' | 'port' | 'login' | 'trust' | 'timeoutSeconds'>;
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
    const { target: id, timeoutMs } = options;
    const secret = enable === undefined ? {} : { enable };
    return await openConsole(shell, { target: id, timeoutMs, prepare, ...secret });
  } catch (error) {
    shell.close();
    throw error;
  }
};
