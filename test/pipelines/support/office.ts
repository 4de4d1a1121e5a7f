/** What an engineer has: a project that `init` wrote, its devices, and a database for the ledgers. */
import { spawn, type ChildProcess } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { typeOn } from '../../support/by-hand';
import { startBastion, type Bastion } from '../../support/bastion';
import { startPostgres, type PostgresServer } from '../../support/stores/postgres-server';
import { environment, install, run, tarball } from '../../tarballs/support/installed';
import { Forge } from './forge';
import { Packages } from './steps';

const login = { username: 'lab', password: 'lab-password' };

interface Reach {
  readonly host: string;
  readonly port: number;
}

export interface Office {
  readonly forge: Forge;
  readonly packages: Packages;
  readonly database: PostgresServer;
  /** What the settings of the forge hold as secrets. */
  readonly secrets: Readonly<Record<string, string>>;
  /** What init printed. */
  readonly said: string;
  /** Types lines on a device, as a colleague would. */
  type(host: string, ...lines: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

/** Where the simulated devices of a program listen, when all are there. */
const startDevices = async (
  project: string,
  out: string,
): Promise<{ readonly lab: ChildProcess; readonly devices: Readonly<Record<string, Reach>> }> => {
  const words = ['node_modules/.bin/tunnelwright', 'lab', '--app', 'main.ts', '--out', out];
  const lab = spawn(process.execPath, words, { cwd: project, env: environment(), stdio: 'ignore' });
  const file = join(out, 'lab.json');
  for (let tries = 0; !existsSync(file); tries++) {
    if (tries > 300 || lab.exitCode !== null) throw new Error('the devices do not start');
    await pause(200);
  }
  return {
    lab,
    devices: (JSON.parse(readFileSync(file, 'utf8')) as { readonly devices: Readonly<Record<string, Reach>> }).devices,
  };
};

/** The keys of the devices, under the addresses that the program declares. */
const knownHosts = (out: string, devices: Readonly<Record<string, Reach>>): string =>
  Object.entries(devices).reduce(
    (text, [host, { port }]) => text.replaceAll(`[127.0.0.1]:${port} `, `${host} `),
    readFileSync(join(out, 'known_hosts'), 'utf8'),
  );

/** The addresses of the program lead to the devices through a jump host, and their keys are in the repository. */
const pointAt = (project: string, bastion: Bastion): void => {
  const file = join(project, 'network.ts');
  const hop = `{ host: '${bastion.host}', port: ${bastion.port}, login: Login.fromEnv('PUNE'), trust: Trust.fingerprint('${bastion.fingerprint}') }`;
  const text = readFileSync(file, 'utf8')
    .replace('SiteToSiteVpn, VpnStack', 'SiteToSiteVpn, Trust, VpnStack')
    .replace(/login: Login\.fromEnv\('(PUNE|DELHI)'\) \}\);/g, `login: Login.fromEnv('$1'), ...reached });`)
    .replace(
      '/** The routers',
      `const bastion = ${hop};\nconst reached = { trust: Trust.knownHosts('known_hosts'), via: [bastion] };\n\n/** The routers`,
    );
  writeFileSync(file, text);
};

/** Where the project of the first story is, whose packages the next one links. */
const installed = join(dirname(tarball), 'installed');

/** An empty folder gets a project: the package is installed, asked to write it, and becomes a dependency of it. */
const writeProject = (forge: Forge, ci: string): { readonly project: string; readonly said: string } => {
  const project = forge.folder('office-vpn');
  const isFirst = !existsSync(installed);
  if (isFirst) {
    copyFileSync(tarball, join(project, 'tunnelwright.tgz'));
    install(project, '--no-save', './tunnelwright.tgz');
  } else run(project, 'cp', '-al', `${installed}/.`, '.');
  forge.git(project, 'init', '--quiet', '--initial-branch', forge.branch);
  const said = run(project, 'npx', 'tunnelwright', 'init', '--ci', ci);
  if (isFirst) {
    install(project, './tunnelwright.tgz');
    mkdirSync(installed);
    run(project, 'cp', '-al', 'node_modules', 'package.json', 'package-lock.json', 'tunnelwright.tgz', installed);
  }
  return { project, said };
};

/** From an empty folder to a repository on a forge. `ci`: whose pipeline is written; `branch`: its default branch. */
export const startOffice = async (ci: 'github' | 'gitlab', branch: string): Promise<Office> => {
  const forge = new Forge(branch);
  const { project, said } = writeProject(forge, ci);
  const out = join(forge.room, 'devices');
  mkdirSync(out);
  const [{ lab, devices }, database] = await Promise.all([startDevices(project, out), startPostgres()]);
  const bastion = await startBastion({ login, routes: devices });
  pointAt(project, bastion);
  writeFileSync(join(project, 'known_hosts'), knownHosts(out, devices));
  forge.git(project, 'add', '--all');
  forge.git(project, 'commit', '--quiet', '--message', 'Two offices');
  forge.git(project, 'remote', 'add', 'origin', forge.remote);
  forge.git(project, 'push', '--quiet', 'origin', branch);
  const logins = {
    PUNE_USERNAME: login.username,
    PUNE_PASSWORD: login.password,
    DELHI_USERNAME: login.username,
    DELHI_PASSWORD: login.password,
  };
  return {
    forge,
    packages: new Packages(said.includes('created  package.json') ? undefined : installed),
    database,
    said,
    secrets: {
      ...logins,
      PUNE_DELHI_KEY: 'a-key-of-two-offices-0001',
      TUNNELWRIGHT_STORE: database.urlWith({ more: '?team=office' }),
      TUNNELWRIGHT_LEDGER_KEY: 'c4'.repeat(32),
    },
    type: (host, ...lines) => typeOn(devices[host]!, lines),
    close: async () => {
      const ended = new Promise((resolve) => lab.once('close', resolve));
      lab.kill('SIGINT');
      await Promise.all([ended, bastion.close(), database.close()]);
      forge.close();
    },
  };
};
