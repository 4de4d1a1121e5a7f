import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Problem } from '../../../lib/kernel/problem';
import { platformOf } from '../../../lib/platforms';
import type { Ports } from '../../../lib/contract/session';
import { problemsOf } from '../../../lib/kernel/problem';
import { compiled } from '../../support/compiled';

/** What came of connecting to a hostile device and reading it. */
export interface Harm {
  readonly problems: readonly Problem[];
  /** Names of what was read as live. Undefined where nothing was. */
  readonly live: readonly string[] | undefined;
  readonly seconds: number;
  /** Most memory that the process had. 0 where it ran in this one. */
  readonly megabytes: number;
}

export interface Attack {
  readonly platform: 'iosxe' | 'asa' | 'fmc' | 'ise' | 'duo-admin' | 'duo-proxy';
  readonly settings: Readonly<Record<string, unknown>>;
  /** What is read. Default: nothing. */
  readonly scope?: readonly object[];
}

const ports: Ports = {
  secrets: { judge: (marker) => marker, reveal: (text) => text },
  value: async (ref) => (typeof ref === 'string' ? ref : 'the-password'),
  progress: () => undefined,
  files: {
    read: async () => undefined,
    bytes: async () => undefined,
    write: async () => undefined,
    remove: async () => undefined,
  },
  run: async () => '',
};

/** Connects, and observes the scope, in this process. */
export const suffer = async ({ platform, settings, scope = [] }: Attack): Promise<Harm> => {
  const started = Date.now();
  const seconds = (): number => (Date.now() - started) / 1000;
  try {
    const session = await platformOf(platform).connect({ id: 'edge', settings } as never, ports);
    try {
      const { live } = await session.observe(scope);
      return { problems: [], live: [...live.keys()], seconds: seconds(), megabytes: 0 };
    } finally {
      await session.close();
    }
  } catch (error) {
    return { problems: problemsOf(error, 'edge'), live: undefined, seconds: seconds(), megabytes: 0 };
  }
};

const program = (attack: Attack): string => `
const { platformOf } = require(${JSON.stringify(join(compiled, 'lib/platforms/index.js'))});
const { problemsOf } = require(${JSON.stringify(join(compiled, 'lib/kernel/problem.js'))});
const attack = ${JSON.stringify(attack)};
const ports = {
  secrets: { judge: (marker) => marker, reveal: (text) => text },
  value: async (ref) => (typeof ref === 'string' ? ref : 'the-password'),
  progress() {},
  files: { async read() {}, async bytes() {}, async write() {}, async remove() {} },
  run: async () => '',
};
const started = Date.now();
const end = (problems, live) => {
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  process.stdout.write(JSON.stringify({ problems, live, seconds: (Date.now() - started) / 1000, megabytes }), () => process.exit(0));
};
(async () => {
  const session = await platformOf(attack.platform).connect({ id: 'edge', settings: attack.settings }, ports);
  const { live } = await session.observe(attack.scope ?? []);
  await session.close();
  return [...live.keys()];
})().then((live) => end([], live), (error) => end(problemsOf(error, 'edge')));
`;

/** The same in a process of its own, whose memory is measured; killed after `limit` seconds. */
export const sufferAlone = (attack: Attack, limit = 60): Promise<Harm> =>
  new Promise((resolve, reject) => {
    const started = Date.now();
    const child = spawn(process.execPath, ['-e', program(attack)], { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    const timer = setTimeout(() => child.kill('SIGKILL'), limit * 1000);
    child.stdout.on('data', (data: Buffer) => (said += data.toString()));
    child.on('error', reject);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      if (said !== '') return resolve(JSON.parse(said) as Harm);
      const seconds = (Date.now() - started) / 1000;
      reject(new Error(`the victim ended with ${code ?? signal} after ${seconds} s and said nothing`));
    });
  });

const login = { username: 'tunnelwright', password: { secret: 'env', name: 'PASSWORD' } };

/** Settings of a target at a hostile SSH server. */
export const sshSettings = (
  { host, port }: { readonly host: string; readonly port: number },
  more: Readonly<Record<string, unknown>> = {},
) => ({ host, port, login, trust: { insecure: true }, timeoutSeconds: 1, release: '17.9', revertMinutes: 5, ...more });

/** Settings of a target at a hostile HTTPS server. */
export const httpsSettings = (
  { host, port }: { readonly host: string; readonly port: number },
  more: Readonly<Record<string, unknown>> = {},
) => ({
  host,
  port,
  login,
  trust: { insecure: true },
  timeoutSeconds: 1,
  retrySeconds: 0.01,
  version: '7.4',
  domain: 'Global',
  deploy: true,
  waveSize: 10,
  deployMinutes: 0.1,
  requestsPerMinute: 10_000,
  ...more,
});

/** An object of a REST service, as far as reading it needs. */
export const restObject = (kind: string, key: string, collection: string, name: string) => ({
  identity: `${key}:${name}`,
  kind,
  name,
  collection,
  fixed: {},
  leaves: {},
  sealed: [],
  parts: [],
  reference: {},
});
