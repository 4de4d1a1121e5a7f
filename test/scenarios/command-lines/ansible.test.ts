import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startRouter, type LabRouter } from '../../../lib/lab/devices/iosxe';
import { newKeyPair } from '../../../lib/lab/server/host-key';
import { ansible, play, type Result, type Task } from '../../support/ansible';
import { linesOf } from '../../support/devices';

/** A client that nobody here wrote agrees that the lab's router is a router: Ansible with `cisco.ios`. */
if ('missing' in ansible) console.log(`skipped: Ansible against the lab: ${ansible.missing}`);
const withAnsible = 'missing' in ansible ? describe.skip : describe;
const playbook = 'missing' in ansible ? '' : ansible.playbook;

const enableSecret = 'open-sesame';
let router: LabRouter;
let room: string;
beforeEach(async () => {
  router = await startRouter({ enableSecret, serial: 'LAB00000001' });
  room = mkdtempSync(join(tmpdir(), 'ansible-'));
});
afterEach(async () => {
  await router.close();
  rmSync(room, { recursive: true, force: true, maxRetries: 5 });
});

const config = (lines: readonly string[], parents: readonly string[], more: object = {}): Task => ({
  'cisco.ios.ios_config': { lines, ...(parents.length > 0 ? { parents } : {}), ...more },
});
const tunnel = config(
  [
    'description by ansible',
    'ip address 10.58.1.1 255.255.255.252',
    'ip mtu 1400',
    'tunnel source GigabitEthernet0/0',
    'tunnel destination 203.0.113.93',
  ],
  ['interface Tunnel100'],
);
const keyring = config(
  ['address 203.0.113.93', 'pre-shared-key local south', 'pre-shared-key remote north'],
  ['crypto ikev2 keyring KEYS', 'peer mumbai'],
);
const banner: Task = {
  'cisco.ios.ios_banner': { banner: 'login', text: 'Authorised use only.\nNo exceptions.', state: 'present' },
};
const list: Task = {
  'cisco.ios.ios_acls': {
    config: [
      {
        afi: 'ipv4',
        acls: [
          {
            name: 'SPLIT',
            acl_type: 'extended',
            aces: [
              {
                sequence: 10,
                grant: 'permit',
                protocol: 'ip',
                source: { address: '10.20.0.0', wildcard_bits: '0.0.255.255' },
                destination: { any: true },
              },
              { sequence: 20, grant: 'deny', protocol: 'ip', source: { any: true }, destination: { any: true } },
            ],
          },
        ],
      },
    ],
    state: 'merged',
  },
};

/** It arms the rollback that Tunnelwright arms too, looks at the archive and its timer before, and confirms. */
const commitConfirmed = { ansible_ios_commit_confirm_immediate: true, ansible_command_timeout: 8 };

const changed = (results: readonly Result[]): readonly (boolean | string)[] =>
  results.map((result) => (result.failed ? (result.msg ?? 'failed') : result.changed === true));

/** Each task is a process of Python: twenty seconds in all, more on a busy machine. */
jest.setTimeout(180_000);

withAnsible('Ansible over network_cli', () => {
  test('gathers facts, adds, finds nothing to do, removes, and confirms a commit', async () => {
    const before = linesOf(router.runningConfig());
    const { code, results, text } = await play(
      playbook,
      room,
      router,
      [
        {
          'cisco.ios.ios_facts': {
            gather_subset: ['default', 'hardware', 'interfaces', 'config'],
            gather_network_resources: [
              'interfaces',
              'l3_interfaces',
              'static_routes',
              'acls',
              'hostname',
              'ntp_global',
            ],
          },
        },
        ...[tunnel, keyring, banner, list],
        ...[tunnel, keyring, banner, list],
        config(['no ip mtu 1400', 'no description by ansible'], ['interface Tunnel100'], { save_when: 'modified' }),
        { ...config(['no crypto ikev2 keyring KEYS'], []), vars: commitConfirmed },
        { ...config(['no such line'], ['interface Tunnel100']), ignore_errors: true },
        { 'cisco.ios.ios_command': { commands: ['show inventory', 'show startup-config | include Tunnel'] } },
      ],
      { enableSecret },
    );
    expect([code, text.includes('UNREACHABLE')]).toEqual([0, false]);
    const [facts, ...rest] = results;
    expect(facts?.ansible_facts).toMatchObject({
      ansible_net_hostname: 'edge',
      ansible_net_iostype: 'IOS-XE',
      ansible_net_model: 'ASR1001-HX',
      ansible_net_version: '17.09.05',
      ansible_net_serialnum: 'LAB00000001',
      ansible_net_operatingmode: 'autonomous',
      ansible_net_image: 'bootflash:asr1000-universalk9.17.09.05.SPA.bin',
      ansible_net_filesystems: ['bootflash:'],
      ansible_net_memtotal_mb: expect.any(Number) as number,
      ansible_net_all_ipv4_addresses: ['198.51.100.10', '10.20.0.1'],
      ansible_net_config: expect.stringContaining('\nhostname edge\n') as string,
      ansible_net_interfaces: {
        'GigabitEthernet0/0': {
          description: 'internet',
          ipv4: [{ address: '198.51.100.10', subnet: '24' }],
          lineprotocol: 'up',
          mtu: 1500,
        },
        'GigabitEthernet0/2': { operstatus: 'administratively down', ipv4: [] },
      },
      ansible_network_resources: {
        hostname: { hostname: 'edge' },
        l3_interfaces: expect.arrayContaining([
          { name: 'GigabitEthernet0/1', ipv4: [{ address: '10.20.0.1/16' }] },
        ]) as unknown,
      },
    });
    const [first, second, last] = [changed(rest.slice(0, 4)), changed(rest.slice(4, 8)), changed(rest.slice(8))];
    expect([first, second]).toEqual([
      [true, true, true, true],
      [false, false, false, false],
    ]);
    expect(last).toEqual([true, true, expect.stringContaining('% Invalid input'), false]);
    expect(rest[11]?.stdout).toEqual([
      expect.stringContaining('PID: ASR1001-HX'),
      expect.stringContaining('interface Tunnel100'),
    ]);

    const after = linesOf(router.runningConfig());
    expect(before.filter((line) => !after.includes(line))).toEqual([]);
    expect(after.filter((line) => !before.includes(line))).toEqual([
      'interface Tunnel100',
      'interface Tunnel100 / ip address 10.58.1.1 255.255.255.252',
      'interface Tunnel100 / tunnel source GigabitEthernet0/0',
      'interface Tunnel100 / tunnel destination 203.0.113.93',
      'ip access-list extended SPLIT',
      'ip access-list extended SPLIT / 10 permit ip 10.20.0.0 0.0.255.255 any',
      'ip access-list extended SPLIT / 20 deny   ip any any',
      'banner login ^C',
      'Authorised use only.',
      'No exceptions.',
      '^C',
    ]);
    expect(router.startupConfig()).toContain('crypto ikev2 keyring KEYS');
  });

  test('refuses a router with another host key', async () => {
    const [kind, blob] = newKeyPair().public.split(' ');
    const before = router.runningConfig();
    const { code, text } = await play(playbook, room, router, [tunnel], {
      enableSecret,
      knownHosts: `[127.0.0.1]:${router.port} ${kind} ${blob}`,
    });
    expect(code).not.toBe(0);
    expect(text).toMatch(/host key/i);
    expect([router.runningConfig(), router.counters.commands]).toEqual([before, 0]);
  });
});
