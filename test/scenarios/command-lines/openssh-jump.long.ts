import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { startRouter, type LabRouter } from '../../../lib/lab/devices/iosxe';
import { openShell } from '../../../lib/wire/ssh';

const sshd = '/usr/sbin/sshd';
const isThere = existsSync(sshd);
if (!isThere) console.warn('OpenSSH has no server here (openssh-server): the test with a real jump host is skipped.');

const freePort = (): Promise<number> =>
  new Promise((go) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => go(port));
    });
  });

const room = mkdtempSync(join(tmpdir(), 'tunnelwright-sshd-'));
const file = (name: string): string => join(room, name);
const fingerprintOf = (key: string): string =>
  execFileSync('ssh-keygen', ['-lf', key], { encoding: 'utf8' }).split(' ')[1]!;

let server: ChildProcess;
let router: LabRouter;
let port: number;
beforeAll(async () => {
  if (!isThere) return;
  for (const name of ['host', 'user']) execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', file(name)]);
  writeFileSync(file('authorized'), readFileSync(file('user.pub')));
  chmodSync(room, 0o755);
  port = await freePort();
  router = await startRouter({ config: 'hostname edge\n!\nend\n' });
  const settings = [
    `Port ${port}`,
    'ListenAddress 127.0.0.1',
    `HostKey ${file('host')}`,
    `AuthorizedKeysFile ${file('authorized')}`,
    'PidFile none',
    'StrictModes no',
    'UsePAM no',
    'PasswordAuthentication no',
    'PermitRootLogin prohibit-password',
    `PermitOpen ${router.host}:${router.port}`,
  ];
  writeFileSync(file('sshd_config'), `${settings.join('\n')}\n`);
  execFileSync('mkdir', ['-p', '/run/sshd']);
  server = spawn(sshd, ['-D', '-e', '-f', file('sshd_config')], { stdio: ['ignore', 'ignore', 'pipe'] });
  await new Promise<void>((ready, failed) => {
    server.stderr!.on('data', (text: Buffer) => void (/listening/.test(text.toString()) && ready()));
    server.on('exit', () => failed(new Error('sshd has ended')));
  });
});
afterAll(async () => {
  server?.kill();
  await router?.close();
  rmSync(room, { recursive: true, force: true });
});

const options = (host: string, at: number) => ({
  target: 'edge',
  host,
  port: at,
  username: 'lab',
  password: 'lab-password',
  fingerprint: router.fingerprint,
  timeoutMs: 5000,
  via: [
    {
      target: 'edge',
      host: '127.0.0.1',
      port,
      username: userInfo().username,
      privateKey: readFileSync(file('user'), 'utf8'),
      fingerprint: fingerprintOf(file('host.pub')),
      timeoutMs: 5000,
    },
  ],
});

(isThere ? test : test.skip)(
  'a device is reached over an OpenSSH server, and nothing that it does not permit',
  async () => {
    const shell = await openShell(options(router.host, router.port));
    expect(shell.hostKey).toBe(router.fingerprint);
    shell.close();
    await expect(openShell(options('127.0.0.1', port))).rejects.toThrow(
      `127.0.0.1:${port} opens no connection to 127.0.0.1:${port}: Channel open failure: open failed`,
    );
  },
);
