import type { Problem, ProblemError } from '../../../lib/kernel/problem';
import { showProblem } from '../../../lib/kernel/problem';
import type { SecretBook } from '../../../lib/desired/item';
import { targets } from '../../../lib/model/targets';
import { platformOf } from '../../../lib/platforms';
import type { Ports, Session } from '../../../lib/contract/session';
import type { ScriptedConsole } from './scripted-console';

/** Every secret is the declared one. */
export const believing: SecretBook = { judge: (marker) => marker, reveal: (text) => text };

const ports: Ports = {
  secrets: believing,
  value: (ref) => Promise.resolve(typeof ref === 'string' ? ref : 'lab-password'),
  progress: () => undefined,
  files: {
    read: () => Promise.resolve(undefined),
    bytes: () => Promise.resolve(undefined),
    write: () => Promise.resolve(),
    remove: () => Promise.resolve(),
  },
  run: () => Promise.resolve(''),
};

type Where = Pick<ScriptedConsole, 'port' | 'fingerprint'>;
interface Options {
  readonly enable?: boolean;
  readonly timeoutSeconds?: number;
}

/** A session of a command line at a scripted device. */
export const sessionAt = (
  platform: 'iosxe' | 'asa',
  { port, fingerprint }: Where,
  { enable = false, timeoutSeconds = 8 }: Options = {},
): Promise<Session<unknown, unknown>> => {
  const secret = { secret: 'env', name: 'LAB' } as const;
  const settings = targets[platform].parse({
    host: '127.0.0.1',
    port,
    release: platform === 'iosxe' ? '17.9' : '9.18',
    login: { username: 'lab', password: secret, ...(enable ? { enable: secret } : {}) },
    trust: { fingerprint },
    timeoutSeconds,
  });
  return platformOf(platform).connect({ id: 'edge', settings }, ports);
};

/** What is said where something is refused. */
export const refusalOf = (doing: Promise<unknown>): Promise<string> =>
  doing.then(
    () => 'nothing was refused',
    (error: ProblemError) => error.problems.map((p: Problem) => showProblem(p)).join('\n'),
  );

/** What a router answers besides its configuration. */
export const routerReplies: Readonly<Record<string, string>> = {
  'show archive config rollback timer': '%No Rollback Confirmed Change pending',
  'show version': 'Cisco IOS XE Software, Version 17.09.05\nCisco IOS Software [Cupertino], Version 17.9.5, RELEASE',
  'show crypto session': 'Crypto session current status',
  'show privilege': 'Current privilege level is 15',
  'show parser view': 'No view is active ! Currently in Privilege Level Context',
};

export const routerConfig = (hostname: string, lines = ''): string =>
  `Building configuration...\n\nCurrent configuration : 512 bytes\n!\nversion 17.9\nhostname ${hostname}\n${lines}!\nend\n`;

/** The lines of a script for a router of that name that shows this configuration. */
export const replying =
  (configuration: string, more: Readonly<Record<string, string>> = {}) =>
  (line: string): string =>
    ({ ...routerReplies, 'show running-config': configuration, ...more })[line] ?? '';
