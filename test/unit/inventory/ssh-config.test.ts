import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, IosXeRouter, Login, SshConfig, VpnStack } from 'tunnelwright';

const room = mkdtempSync(join(tmpdir(), 'ssh-config-'));
const file = join(room, 'config');
afterAll(() => rmSync(room, { recursive: true }));

const read = (text: string, options?: Parameters<typeof SshConfig.fromFile>[1]): SshConfig => {
  writeFileSync(file, text);
  return SshConfig.fromFile(file, options);
};
const ops = { username: 'ops', privateKey: { secret: 'file', path: '/home/ops/.ssh/id_ed25519' } };

const office = `
# what the first match says counts, as in ssh_config(5)
Host edge-*
  HostName %h.mgmt.example.net
  ProxyJump bastion,net@inner:2222
Host lab
  ProxyJump none
host bastion
  hostname 192.0.2.10
Host inner bastion
  User ops
  IdentityFile /home/ops/.ssh/id_ed25519
  IdentityFile /home/ops/.ssh/id_rsa
Match originalhost bastion
  Port 2200
Host outer
  ProxyJump none
  IdentityFile ~/.ssh/outer
Host *
  User admin
  ProxyJump outer
`;

test('a device is where the file says, behind its jump hosts and theirs, each with its login', () => {
  const ssh = read(office);
  expect(ssh.place('edge-1')).toEqual({
    host: 'edge-1.mgmt.example.net',
    port: 22,
    via: [
      {
        host: 'outer',
        port: 22,
        login: { username: 'admin', privateKey: { secret: 'file', path: `${homedir()}/.ssh/outer` } },
      },
      { host: '192.0.2.10', port: 2200, login: ops },
      { host: 'inner', port: 2222, login: { ...ops, username: 'net' } },
    ],
  });
  expect(ssh.place('lab')).toEqual({ host: 'lab', port: 22 });
  expect(ssh.login('inner')).toEqual(ops);
});

test('the manifest holds the way, and a login that the program gives takes the place of that of the file', () => {
  const ssh = read('Host edge\n  HostName 10.0.12.1\n  ProxyJump bastion\n', {
    logins: { bastion: Login.fromEnv('JUMP') },
  });
  const stack = new VpnStack(new App({ outdir: room }), 'net');
  new IosXeRouter(stack, 'edge', { ...ssh.place('edge'), release: '17.9', login: Login.fromEnv('EDGE') });
  expect(stack.problems).toEqual([]);
  expect(stack.manifest.targets[0]!.settings).toMatchObject({
    host: '10.0.12.1',
    via: [{ host: 'bastion', port: 22, login: { username: { secret: 'env', name: 'JUMP_USERNAME' } } }],
  });
});

test.each([
  ['a login that is not there', 'Host edge\n  ProxyJump bastion\n', 'bastion] says no User'],
  ['a key that is not there', 'Host edge\n  ProxyJump ops@bastion\n', 'bastion] says no IdentityFile'],
  [
    'a program in the way',
    'Host edge\n  ProxyCommand nc %h %p\n',
    'edge] is reached by a ProxyCommand, which is not run',
  ],
  ['a program that chooses', 'Match exec "touch /tmp/ran"\n  Port 23\n', 'Match exec runs programs'],
  ['a look-up that chooses', 'Host *\n  CanonicalizeHostname yes\n', 'CanonicalizeHostname runs programs'],
  ['another file', 'Include other/*\n', 'it includes other files, which are not read'],
  ['a circle', 'Host edge\n  ProxyJump a\nHost a\n  ProxyJump edge\n', 'leads in a circle: edge → a → edge'],
  [
    'a way that is too long',
    'Host edge\n  ProxyJump a,b,c,d,e,f\nHost *\n  User o\n  IdentityFile /k\n',
    'is behind 6 jump hosts',
  ],
  ['a token', 'Host edge\n  HostName %n.example.net\n', '%n.example.net holds a token that is not known here'],
  ['a list of jumps that cannot be read', 'Host edge\n  ProxyJump a:b:c\n', 'a:b:c cannot be read'],
])('%s is refused', (_what, text, words) => {
  expect(() => read(text).place('edge')).toThrow(words);
});

test('a file that is not there is said with its path', () => {
  expect(() => SshConfig.fromFile(join(room, 'none'))).toThrow(`[${join(room, 'none')}]`);
});
