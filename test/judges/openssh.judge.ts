import { createHash } from 'node:crypto';
import { spawn, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newKeyPair } from '../../lib/lab/server/host-key';
import { judge } from './support/judge';
import { linesBetween } from './support/lines';
import { startNetwork, type Network } from './support/network';

const missing = ['ssh', 'scp'].some((program) => spawnSync(program, ['-V']).error !== undefined)
  ? 'ssh or scp is not installed (Debian: openssh-client)'
  : undefined;
const keys = newKeyPair();

interface Ran {
  readonly code: number | null;
  readonly said: string;
}
const run = (program: string, args: readonly string[], input = ''): Promise<Ran> =>
  new Promise((done, reject) => {
    const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (said += data.toString()));
    child.on('error', reject);
    child.on('close', (code) => done({ code, said: said.replaceAll('\r', '') }));
    child.stdin.end(input);
  });

judge(
  'OpenSSH ssh and scp',
  'IOS-XE and ASA: checks the host key, logs in with a key, changes a line of ours, saves, reads back; copies a file, whose MD5 the router shows',
  missing,
  ({ agree }) => {
    let network: Network;
    let common: readonly string[];
    beforeAll(async () => {
      const authorizedKeys = [keys.public];
      network = await startNetwork({ router: { authorizedKeys }, asa: { authorizedKeys } });
      const { room, edge, asa } = network.rig;
      const [key, known] = [join(room, 'key'), join(room, 'ssh_hosts')];
      writeFileSync(key, `${keys.private.trimEnd()}\n`, { mode: 0o600 });
      writeFileSync(known, `${edge.knownHosts.trim()}\n${asa.knownHosts.trim()}\n`);
      common = [
        '-F/dev/null',
        `-i${key}`,
        `-oUserKnownHostsFile=${known}`,
        '-oStrictHostKeyChecking=yes',
        '-oBatchMode=yes',
      ];
    });
    afterAll(() => network.close());

    const ssh = (port: number, lines: readonly string[]): Promise<Ran> =>
      run('ssh', ['-tt', ...common, `-p${port}`, 'lab@127.0.0.1'], `${lines.join('\n')}\n`);

    test('IOS-XE', async () => {
      const { edge } = network.rig;
      const before = edge.runningConfig();
      const configured = ['configure terminal', 'interface Tunnel100', 'ip mtu 1300', 'ip scp server enable', 'end'];
      const { code, said } = await ssh(edge.port, [
        'terminal length 0',
        ...configured,
        'write memory',
        'show startup-config | include mtu',
        'exit',
      ]);
      agree('how it ends', code, 0);
      agree('what it reads back', /startup-config \| include mtu\n ip mtu 1300\n/.test(said), true);
      agree('what changed', linesBetween(before, edge.runningConfig()), [
        '+interface Tunnel100 / ip mtu 1300',
        '+ip scp server enable',
      ]);
      agree('our drift', await network.drifted(), ['tunnel-interface/Tunnel100: add ip mtu 1300']);
    });

    test('scp', async () => {
      const { edge, room } = network.rig;
      const file = join(room, 'profile.xml');
      const text = '<profile>copied by scp</profile>\n';
      writeFileSync(file, text);
      const { code } = await run('scp', [
        '-O',
        ...common,
        `-P${edge.port}`,
        file,
        'lab@127.0.0.1:bootflash:profile.xml',
      ]);
      agree('how it ends', code, 0);
      const { said } = await ssh(edge.port, ['verify /md5 bootflash:profile.xml', 'dir bootflash:', 'exit']);
      const md5 = createHash('md5').update(text).digest('hex');
      agree('its MD5', said.includes(`verify /md5 (bootflash:profile.xml) = ${md5}`), true);
      agree('its row', new RegExp(`-rw- +${text.length} .*profile\\.xml`).test(said), true);
      agree('our drift', await network.drifted(), ['tunnel-interface/Tunnel100: add ip mtu 1300']);
    });

    test('ASA', async () => {
      const { asa } = network.rig;
      const before = asa.runningConfig();
      const { code, said } = await ssh(asa.port, [
        'terminal pager 0',
        'configure terminal',
        'group-policy staff attributes',
        'vpn-idle-timeout 15',
        'end',
        'write memory',
        'show version',
        'exit',
      ]);
      agree('how it ends', code, 0);
      agree('what it reads', said.includes('Software Version 9.18(4)'), true);
      agree('what changed', linesBetween(before, asa.runningConfig()), [
        '-group-policy staff attributes / vpn-idle-timeout 60',
        '+group-policy staff attributes / vpn-idle-timeout 15',
      ]);
      agree('what it saved', asa.startupConfig() === asa.runningConfig(), true);
      agree('our drift', await network.drifted(), [
        'tunnel-interface/Tunnel100: add ip mtu 1300',
        'asa-group-policy/staff: remove vpn-idle-timeout 60',
        'asa-group-policy/staff: add vpn-idle-timeout 15',
      ]);
    });

    test('a host key that is not known is refused, and nothing is typed', async () => {
      const { edge, room } = network.rig;
      const empty = join(room, 'no_hosts');
      writeFileSync(empty, '');
      const before = edge.counters.commands;
      const args = [...common.filter((arg) => !arg.includes('KnownHosts')), `-oUserKnownHostsFile=${empty}`];
      const { code, said } = await run('ssh', [...args, `-p${edge.port}`, 'lab@127.0.0.1'], 'reload\n');
      agree('how it ends', [code, said.includes('Host key verification failed')], [255, true]);
      agree('what it typed', edge.counters.commands - before, 0);
    });
  },
);
