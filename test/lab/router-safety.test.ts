import { setTimeout as sleep } from 'node:timers/promises';
import { startRouter, type LabRouter, type RouterOptions } from '../../lib/lab/devices/iosxe';
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

describe('an armed rollback', () => {
  test('takes everything back when nobody confirms', async () => {
    const router = await start({ minuteMs: 200 });
    const before = router.runningConfig();
    const terminal = await open(router);
    expect(await terminal.run('show archive config rollback timer')).toContain('%No Rollback Confirmed Change pending');
    expect(await terminal.run('configure terminal revert timer 5')).toContain(
      'Rollback Confirmed Change: Backing up current running config to bootflash:',
    );
    await terminal.run('interface Tunnel100');
    await terminal.run('end');
    expect(await terminal.run('show archive config rollback timer')).toMatch(/Timer value: 5 min\r\nUser: lab/);
    expect(router.runningConfig()).not.toBe(before);
    await sleep(1100);
    expect(router.runningConfig()).toBe(before);
    terminal.close();
  });
  test('keeps the change when confirmed from another session', async () => {
    const router = await start({ minuteMs: 1000 });
    const first = await open(router);
    await first.run('configure terminal revert timer 1');
    await first.run('interface Tunnel100');
    const second = await open(router);
    expect(await second.run('configure confirm')).toBe('configure confirm\r\nedge#');
    expect(await second.run('configure confirm')).toContain('%No Rollback Confirmed Change pending');
    await sleep(1100);
    expect(router.runningConfig()).toContain('interface Tunnel100');
    first.close();
    second.close();
  });
  test('can be extended and done at once', async () => {
    const router = await start({ minuteMs: 1000 });
    const before = router.runningConfig();
    const terminal = await open(router);
    await terminal.run('configure terminal revert timer 1');
    await terminal.run('interface Tunnel100');
    await terminal.run('end');
    await terminal.run('configure revert timer 100');
    await sleep(1100);
    expect(router.runningConfig()).not.toBe(before);
    expect(await terminal.run('configure revert now')).toContain('Rollback Done');
    expect(router.runningConfig()).toBe(before);
    terminal.close();
  });
  test('needs an archive', async () => {
    const router = await start();
    router.type('no archive');
    const terminal = await open(router);
    expect(await terminal.run('configure terminal revert timer 5')).toMatch(/config archive on .*\r\nedge#$/);
    terminal.close();
  });
  test('is forgotten at a reload', async () => {
    const router = await start();
    const before = router.runningConfig();
    const terminal = await open(router);
    await terminal.run('configure terminal revert timer 5');
    await terminal.run('interface Tunnel100');
    router.reload();
    await terminal.gone;
    expect(router.runningConfig()).toBe(before);
    expect((await exec(router, 'show archive config rollback timer')).text).toContain('%No Rollback');
  });
});

describe('saving and reloading', () => {
  test('write memory and copy save', async () => {
    const router = await start();
    router.type('interface Tunnel1');
    const terminal = await open(router);
    expect(await terminal.run('write memory')).toContain('Building configuration...\r\n[OK]');
    expect(router.startupConfig()).toBe(router.runningConfig());
    router.type('interface Tunnel2');
    terminal.send('copy running-config startup-config\n');
    await terminal.until(/Destination filename \[startup-config\]\? $/);
    expect(await terminal.run('')).toContain('[OK]');
    expect(router.startupConfig()).toContain('Tunnel2');
    terminal.close();
  });
  test('reload in asks, can be cancelled, and happens', async () => {
    const router = await start({ minuteMs: 30 });
    router.type('interface Tunnel1');
    const terminal = await open(router);
    terminal.send('reload in 100\n');
    await terminal.until(/Save\? \[yes\/no\]: $/);
    terminal.send('no\n');
    await terminal.until(/\[confirm\]$/);
    expect(await terminal.run('')).toBe('\r\nedge#');
    expect(await terminal.run('show reload')).toContain('Reload scheduled for');
    expect(await terminal.run('reload cancel')).toContain('*** --- SHUTDOWN ABORTED ---');
    expect(await terminal.run('reload cancel')).toContain('%No scheduled reload');
    terminal.send('reload in 1\nno\n\n');
    await terminal.gone;
    expect(router.runningConfig()).not.toContain('Tunnel1');
  });
});

describe('faults', () => {
  test('dropAfterBytes executes what came before and drops, once', async () => {
    const router = await start();
    const terminal = await open(router);
    const kept = 'configure terminal\nhostname one\n';
    router.faults.dropAfterBytes = kept.length;
    terminal.send(`${kept}hostname two\n`);
    await terminal.gone;
    expect(router.runningConfig()).toContain('hostname one');
    expect(router.faults.dropAfterBytes).toBeUndefined();
    (await login(router)).end();
  });
  test('dropOn does not execute the line, once', async () => {
    const router = await start();
    router.faults.dropOn = /^interface Tunnel1$/;
    const terminal = await open(router);
    await terminal.run('configure terminal');
    terminal.send('interface Tunnel1\n');
    await terminal.gone;
    expect(router.runningConfig()).not.toContain('Tunnel1');
    expect(router.faults.dropOn).toBeUndefined();
  });
  test('refuse answers with device words', async () => {
    const router = await start();
    router.faults.refuse = { line: /^hostname/, words: '% Not today' };
    expect(router.type('hostname other')).toEqual(['% Not today']);
    expect(router.runningConfig()).toContain('hostname edge');
  });
  test('hangOn never answers', async () => {
    const router = await start();
    router.faults.hangOn = /^show clock/;
    const terminal = await open(router);
    terminal.send('show clock\nshow version\n');
    await sleep(100);
    expect(terminal.seen()).toMatch(/edge#show clock\r\n$/);
    terminal.close();
  });
  test('truncateShow cuts and drops', async () => {
    const router = await start();
    router.faults.truncateShow = 300;
    const terminal = await open(router);
    await terminal.run('terminal length 0');
    terminal.send('show running-config\n');
    await terminal.gone;
    expect(terminal.seen().replace(/\r/g, '').split('show running-config\n')[1]).toHaveLength(300);
  });
  test('emptyShow shows nothing', async () => {
    const router = await start();
    router.faults.emptyShow = true;
    const terminal = await open(router);
    expect(await terminal.run('show running-config')).toBe('show running-config\r\nedge#');
    terminal.close();
  });
  test('refuseLogin and refuseConnections', async () => {
    const router = await start();
    router.faults.refuseLogin = true;
    await expect(login(router)).rejects.toThrow(/authentication/);
    router.faults = { refuseConnections: true };
    await expect(login(router)).rejects.toThrow();
    router.faults = {};
    (await login(router)).end();
  });
  test('noise prints a log line in the middle', async () => {
    const router = await start();
    router.faults.noise = true;
    const terminal = await open(router);
    await terminal.run('terminal length 0');
    const lines = (await terminal.run('show running-config')).split('\r\n');
    const at = lines.findIndex((line) => line.includes('%SYS-5-CONFIG_I'));
    expect(at).toBeGreaterThan(5);
    expect(at).toBeLessThan(lines.length - 5);
    terminal.close();
  });
});
