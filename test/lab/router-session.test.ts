import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startRouter, type LabRouter, type RouterOptions } from '../../lib/lab/devices/iosxe';
import { newKeyPair } from '../../lib/lab/server/host-key';
import { exec, login, open } from './router-terminal';

const routers: LabRouter[] = [];
const start = async (options: RouterOptions = {}): Promise<LabRouter> => {
  const router = await startRouter(options);
  routers.push(router);
  return router;
};
afterEach(async () => {
  await Promise.all(routers.splice(0).map((router) => router.close()));
});
const keys = newKeyPair();

describe('logging in', () => {
  test('with a password, a key, or by keyboard', async () => {
    const router = await start({ authorizedKeys: [keys.public] });
    (await login(router)).end();
    (await login(router, { privateKey: keys.private })).end();
    await expect(login(router, { password: 'wrong' })).rejects.toThrow();
    await expect(login(router, { username: 'root' })).rejects.toThrow();
    const other = newKeyPair().private;
    await expect(login(router, { privateKey: other })).rejects.toThrow();
    expect(router.counters.connections).toBe(5);
  });
  test('shows a host key that fits the known_hosts line', async () => {
    const router = await start();
    let blob = '';
    (await login(router, { hostVerifier: (key: Buffer) => (blob = key.toString('base64')) !== '' })).end();
    expect(router.knownHosts).toBe(`[127.0.0.1]:${router.port} ssh-ed25519 ${blob}`);
    expect(router.fingerprint).toMatch(/^SHA256:[A-Za-z0-9+/]{43}$/);
  });
  test('lands in user EXEC where there is an enable secret', async () => {
    const router = await start({ enableSecret: 'open-sesame' });
    const terminal = await open(router);
    expect(await terminal.run('show running-config')).toContain('% Invalid input');
    terminal.send('enable\n');
    await terminal.until(/Password: $/);
    terminal.send('wrong\n');
    await terminal.until(/Password: $/);
    terminal.send('open-sesame\n');
    await terminal.until(/edge#$/);
    expect(terminal.seen()).not.toContain('sesame');
    terminal.close();
  });
});

describe('a session', () => {
  test('echoes, answers and prompts, however many lines come in one go', async () => {
    const router = await start();
    const terminal = await open(router);
    terminal.send('configure terminal\ncrypto ikev2 profile P\nlifetime 3600\nbogus line\nend\nshow clock\n');
    const seen = await terminal.until(/UTC[^\n]*\r\nedge#$/);
    expect(seen.replace(/\*\d.*/, '*now')).toBe(
      [
        'configure terminal',
        'Enter configuration commands, one per line.  End with CNTL/Z.',
        'edge(config)#crypto ikev2 profile P',
        'edge(config-ikev2-profile)#lifetime 3600',
        'edge(config-ikev2-profile)#bogus line',
        '                           ^',
        "% Invalid input detected at '^' marker.",
        '',
        'edge(config-ikev2-profile)#end',
        'edge#show clock',
        '*now',
        'edge#',
      ].join('\r\n'),
    );
    expect(router.counters.commands).toBe(6);
    expect(router.counters.roundTrips).toBeLessThanOrEqual(1);
    terminal.close();
  });
  test('prompts with the mode', async () => {
    const terminal = await open(await start());
    await terminal.run('conf t');
    expect(await terminal.run('crypto pki trustpoint CA')).toMatch(/edge\(ca-trustpoint\)#$/);
    expect(await terminal.run('crypto ipsec transform-set T esp-gcm 256')).toMatch(/edge\(cfg-crypto-trans\)#$/);
    expect(await terminal.run('crypto ipsec profile P')).toMatch(/edge\(ipsec-profile\)#$/);
    await terminal.run('crypto ikev2 keyring K');
    expect(await terminal.run('peer A')).toMatch(/edge\(config-ikev2-keyring-peer\)#$/);
    expect(await terminal.run('peer B')).toMatch(/edge\(config-ikev2-keyring-peer\)#$/);
    expect(await terminal.run('exit')).toMatch(/edge\(config-ikev2-keyring\)#$/);
    expect(await terminal.run('do show run | section keyring')).toContain('\r\n peer A\r\n !\r\n peer B\r\n !\r\n');
    expect(await terminal.run('hostname pune')).toMatch(/pune\(config\)#$/);
    terminal.send('\x1a');
    expect(await terminal.until(/#$/)).toBe('^Z\r\npune#');
    terminal.close();
  });
  test('pages without terminal length 0', async () => {
    const terminal = await open(await start());
    terminal.send('show running-config\n');
    const page = await terminal.until(/ --More-- $/);
    expect(page.split('\r\n')).toHaveLength(25);
    terminal.send('\n');
    await terminal.until(/ --More-- $/);
    terminal.send('q');
    await terminal.until(/edge#$/);
    await terminal.run('terminal length 0');
    expect(await terminal.run('show running-config')).toMatch(/\r\nend\r\n\r\nedge#$/);
    terminal.close();
  });
  test('shows the preamble and what runningConfig() gives', async () => {
    const router = await start();
    const { text, code } = await exec(router, 'show running-config');
    const plain = text.replace(/\r\n/g, '\n').trimStart();
    expect(plain).toMatch(
      /^Building configuration\.\.\.\n\nCurrent configuration : \d+ bytes\n!\n! Last configuration/,
    );
    expect(plain.slice(plain.indexOf('version'))).toBe(`${router.runningConfig()}\n`);
    expect(code).toBe(0);
  });
  test('takes a question mark only behind Ctrl-V', async () => {
    const router = await start();
    const terminal = await open(router);
    await terminal.run('conf t');
    await terminal.run('interface Tunnel1');
    terminal.send('description what\x16?\n');
    await terminal.until(/#$/);
    expect(router.runningConfig()).toContain(' description what?\n');
    terminal.close();
  });
  test('delays both ways and counts who waits', async () => {
    const router = await start({ delayMs: 20 });
    const terminal = await open(router);
    const waits = jest.spyOn(globalThis, 'setTimeout');
    await terminal.run('show clock');
    await terminal.run('show clock');
    // What a line and its answer wait for, and not how long this machine took.
    expect(waits.mock.calls.filter(([, ms]) => ms === 20).length).toBeGreaterThanOrEqual(4);
    waits.mockRestore();
    expect(router.counters.roundTrips).toBe(2);
    terminal.send('conf t\nhostname a\nend\n');
    await terminal.until(/a#$/);
    expect(router.counters.roundTrips).toBe(3);
    terminal.close();
  });
  test('several at once see one configuration', async () => {
    const router = await start();
    const [first, second] = await Promise.all([open(router), open(router)]);
    await first.run('conf t');
    await first.run('interface Tunnel9');
    expect(await second.run('show running-config | include Tunnel9')).toContain('interface Tunnel9');
    first.close();
    second.close();
  });
  test('tells which tunnels are up', async () => {
    const router = await start();
    router.type('crypto ipsec profile P', 'interface Tunnel100', 'tunnel destination 203.0.113.93');
    router.type('interface Tunnel100', 'tunnel source GigabitEthernet0/0', 'tunnel protection ipsec profile P');
    expect((await exec(router, 'show crypto session')).text).toMatch(
      /Interface: Tunnel100\r\nSession status: DOWN\r\nPeer: 203\.0\.113\.93 port 500/,
    );
    const down = (await exec(router, 'show crypto ipsec sa')).text;
    expect(down).toMatch(/current_peer 203\.0\.113\.93 port 500[\s\S]*current outbound spi: 0x0\(0\)/);
    expect(down).not.toContain('transform:');
    router.tunnelUp = (name) => name === 'Tunnel100';
    expect((await exec(router, 'show crypto ipsec sa')).text.match(/transform: \S+ \S+|Status: \S+/g)).toEqual([
      'transform: esp-aes esp-sha-hmac',
      'Status: ACTIVE(ACTIVE)',
      'transform: esp-aes esp-sha-hmac',
      'Status: ACTIVE(ACTIVE)',
    ]);
    expect((await exec(router, 'show crypto session')).text).toContain('Session status: UP-ACTIVE');
    expect((await exec(router, 'show crypto ikev2 sa')).text).toMatch(
      /198\.51\.100\.10\/500 +203\.0\.113\.93\/500 .*READY/,
    );
    expect((await exec(router, 'show version')).text).toContain('Cisco IOS XE Software, Version 17.09.05');
    expect((await exec(router, 'show ip interface brief')).text).toMatch(/Tunnel100 .* up +up/);
  });
});

const openssh = existsSync('/usr/bin/ssh') ? test : test.skip;
openssh('OpenSSH logs in with a key, checks the host key and types', async () => {
  const router = await start({ authorizedKeys: [keys.public] });
  const folder = mkdtempSync(join(tmpdir(), 'lab-router-'));
  writeFileSync(join(folder, 'key'), `${keys.private.trimEnd()}\n`, { mode: 0o600 });
  writeFileSync(join(folder, 'known_hosts'), `${router.knownHosts}\n`);
  const ssh = spawn('/usr/bin/ssh', [
    '-tt',
    '-F/dev/null',
    `-i${join(folder, 'key')}`,
    `-oUserKnownHostsFile=${join(folder, 'known_hosts')}`,
    '-oStrictHostKeyChecking=yes',
    '-oBatchMode=yes',
    `-p${router.port}`,
    'lab@127.0.0.1',
  ]);
  let seen = '';
  ssh.stdout.on('data', (data: Buffer) => (seen += data.toString()));
  ssh.stdin.write('show clock\nexit\n');
  const code = await new Promise((resolve) => ssh.once('close', resolve));
  expect(seen).toMatch(/edge#show clock\r\n\*.* UTC .*\r\nedge#exit\r\n$/);
  expect(code).toBe(0);
});
