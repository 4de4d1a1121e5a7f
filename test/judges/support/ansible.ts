import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { homedir } from 'node:os';
import type { LabRouter } from '../../../lib/lab/devices/iosxe';

/** Where `ansible-playbook` is: in the virtual environment that `.ci/run` makes, else on the PATH. */
const found = (): string | undefined => {
  const given = process.env['TUNNELWRIGHT_ANSIBLE'];
  const venv = given ?? join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'tunnelwright/ansible-11');
  const isThere = given !== undefined || existsSync(join(venv, 'bin/ansible-playbook'));
  const places = isThere ? [join(venv, 'bin')] : (process.env['PATH'] ?? '').split(delimiter);
  return places.map((place) => join(place, 'ansible-playbook')).find((file) => existsSync(file));
};

const playbook = found();

/** Why Ansible cannot be used with a collection, or nothing; a module of the collection tells whether it is there. */
export const missingCollection = (module: string): string | undefined => {
  if (playbook === undefined) return 'ansible-playbook is neither in TUNNELWRIGHT_ANSIBLE nor on the PATH';
  const doc = spawnSync(join(dirname(playbook), 'ansible-doc'), ['-s', module], { encoding: 'utf8' });
  // It ends with 0 for a module that it does not know, and prints nothing of it.
  return doc.status === 0 && doc.stdout.trim() !== '' ? undefined : `${playbook} does not know ${module}`;
};

export type Task = Readonly<Record<string, unknown>>;
export interface Result {
  readonly changed?: boolean;
  readonly failed?: boolean;
  readonly unreachable?: boolean;
  readonly msg?: string;
  readonly commands?: readonly string[];
  readonly stdout?: readonly string[];
  readonly ansible_facts?: Readonly<Record<string, unknown>>;
}
export interface Played {
  readonly code: number | null;
  /** One for each task that was run. */
  readonly results: readonly Result[];
  /** What it wrote, for the eye. */
  readonly text: string;
}

interface Output {
  readonly plays: readonly { readonly tasks: readonly { readonly hosts: Readonly<Record<string, Result>> }[] }[];
}
const resultsIn = (out: string): readonly Result[] => {
  const from = out.indexOf('{');
  if (from === -1) return [];
  const { plays } = JSON.parse(out.slice(from)) as Output;
  return plays.flatMap(({ tasks }) => tasks.flatMap(({ hosts }) => hosts['edge'] ?? []));
};

/**
 * Plays tasks against a router or an ASA over `network_cli`, in a home of its own. The host key is checked against `knownHosts`.
 * It connects with paramiko, because libssh looks for known hosts only in the home that the system has for the user.
 */
export const play = async (
  room: string,
  router: Pick<LabRouter, 'host' | 'port' | 'knownHosts'>,
  tasks: readonly Task[],
  options: {
    readonly os?: 'cisco.ios.ios' | 'cisco.asa.asa';
    readonly enableSecret?: string;
    readonly knownHosts?: string;
  } = {},
): Promise<Played> => {
  const host = {
    ansible_host: router.host,
    ansible_port: router.port,
    ansible_user: 'lab',
    ansible_password: 'lab-password',
    ansible_connection: 'ansible.netcommon.network_cli',
    ansible_network_os: options.os ?? 'cisco.ios.ios',
    ansible_network_cli_ssh_type: 'paramiko',
    ansible_host_key_checking: true,
    ...(options.enableSecret === undefined
      ? {}
      : {
          ansible_become: true,
          ansible_become_method: 'ansible.netcommon.enable',
          ansible_become_password: options.enableSecret,
        }),
  };
  mkdirSync(join(room, '.ssh'), { recursive: true });
  writeFileSync(join(room, '.ssh/known_hosts'), `${options.knownHosts ?? router.knownHosts}\n`);
  // JSON is YAML.
  writeFileSync(join(room, 'hosts.yml'), JSON.stringify({ all: { hosts: { edge: host } } }));
  writeFileSync(join(room, 'play.yml'), JSON.stringify([{ hosts: 'edge', gather_facts: false, tasks }]));
  writeFileSync(
    join(room, 'ansible.cfg'),
    '[defaults]\nhost_key_checking = True\n[persistent_connection]\nconnect_timeout = 15\ncommand_timeout = 10\n',
  );
  return new Promise((done, reject) => {
    const child = spawn(playbook!, ['-i', join(room, 'hosts.yml'), join(room, 'play.yml')], {
      cwd: room,
      env: {
        PATH: [dirname(playbook!), process.env['PATH']].join(delimiter),
        LANG: 'C.UTF-8',
        HOME: room,
        ANSIBLE_CONFIG: join(room, 'ansible.cfg'),
        ANSIBLE_STDOUT_CALLBACK: 'ansible.posix.json',
        ANSIBLE_DEPRECATION_WARNINGS: 'False',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const texts = { out: '', err: '' };
    child.stdout.on('data', (data: Buffer) => (texts.out += data.toString()));
    child.stderr.on('data', (data: Buffer) => (texts.err += data.toString()));
    child.on('error', reject);
    child.on('close', (code) => done({ code, results: resultsIn(texts.out), text: texts.out + texts.err }));
  });
};
