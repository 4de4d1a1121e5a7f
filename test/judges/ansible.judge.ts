import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startRouter, type LabRouter } from '../../lib/lab/devices/iosxe';
import { newKeyPair } from '../../lib/lab/server/host-key';
import { linesOf } from '../support/devices';
import { missingCollection, play, type Result, type Task } from './support/ansible';
import { judge, unavailable } from './support/judge';
import { linesBetween } from './support/lines';
import { startNetwork, type Network } from './support/network';

const enableSecret = 'open-sesame';

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

const part = (members: object): unknown => expect.objectContaining(members) as unknown;

/** Each task is a process of Python: twenty seconds in all, more on a busy machine. */
jest.setTimeout(180_000);

judge(
  'Ansible cisco.ios',
  'IOS-XE over network_cli: facts, lines, an access list and a banner, twice; removes, confirms a commit, saves; another host key is refused',
  missingCollection('cisco.ios.ios_config'),
  ({ agree }) => {
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

    test('gathers facts, adds, finds nothing to do, removes, and confirms a commit', async () => {
      const before = linesOf(router.runningConfig());
      const { code, results, text } = await play(
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
      agree('it ends well', [code, text.includes('UNREACHABLE')], [0, false]);
      const [facts, ...rest] = results;
      agree(
        'facts',
        facts?.ansible_facts,
        part({
          ansible_net_hostname: 'edge',
          ansible_net_iostype: 'IOS-XE',
          ansible_net_model: 'ASR1001-HX',
          ansible_net_version: '17.09.05',
          ansible_net_serialnum: 'LAB00000001',
          ansible_net_operatingmode: 'autonomous',
          ansible_net_image: 'bootflash:asr1000-universalk9.17.09.05.SPA.bin',
          ansible_net_filesystems: ['bootflash:'],
          ansible_net_memtotal_mb: expect.any(Number),
          ansible_net_all_ipv4_addresses: ['198.51.100.10', '10.20.0.1'],
          ansible_net_config: expect.stringContaining('\nhostname edge\n'),
          ansible_net_interfaces: part({
            'GigabitEthernet0/0': part({
              description: 'internet',
              ipv4: [{ address: '198.51.100.10', subnet: '24' }],
              lineprotocol: 'up',
              mtu: 1500,
            }),
            'GigabitEthernet0/2': part({ operstatus: 'administratively down', ipv4: [] }),
          }),
          ansible_network_resources: part({
            hostname: { hostname: 'edge' },
            l3_interfaces: expect.arrayContaining([
              { name: 'GigabitEthernet0/1', ipv4: [{ address: '10.20.0.1/16' }] },
            ]) as unknown,
          }),
        }),
      );
      agree('the first time', changed(rest.slice(0, 4)), [true, true, true, true]);
      agree('the second time', changed(rest.slice(4, 8)), [false, false, false, false]);
      agree('the last four', changed(rest.slice(8)), [true, true, expect.any(String), false]);
      agree('why it fails', text.includes('% Invalid input'), true);
      agree('what it shows', rest[11]?.stdout, [
        expect.stringContaining('PID: ASR1001-HX'),
        expect.stringContaining('interface Tunnel100'),
      ]);

      const after = linesOf(router.runningConfig());
      const gone = before.filter((line) => !after.includes(line));
      const made = after.filter((line) => !before.includes(line));
      agree('lines that are gone', gone, []);
      agree('lines that are new', made, [
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
      agree('what it saved', router.startupConfig().includes('crypto ikev2 keyring KEYS'), true);
    });

    test('refuses a router with another host key', async () => {
      const [kind, blob] = newKeyPair().public.split(' ');
      const before = router.runningConfig();
      const { code, text } = await play(room, router, [tunnel], {
        enableSecret,
        knownHosts: `[127.0.0.1]:${router.port} ${kind} ${blob}`,
      });
      agree('another host key', [code === 0, /host key/i.test(text)], [false, true]);
      agree('what it did', [router.runningConfig() === before, router.counters.commands], [true, 0]);
    });
  },
);

judge(
  'Ansible cisco.asa',
  'ASA over network_cli: facts, lines in a group policy of ours and an object of its own, twice; a wrong line is refused; saves',
  missingCollection('cisco.asa.asa_config'),
  ({ agree }) => {
    let network: Network;
    let room: string;
    beforeAll(async () => {
      network = await startNetwork({ asa: { serial: 'LAB00000002' } });
      room = mkdtempSync(join(tmpdir(), 'ansible-'));
    });
    afterAll(async () => {
      await network.close();
      rmSync(room, { recursive: true, force: true, maxRetries: 5 });
    });

    const line = (lines: readonly string[], parents: readonly string[] = []): Task => ({
      'cisco.asa.asa_config': { lines, ...(parents.length > 0 ? { parents } : {}) },
    });

    test('ASA', async () => {
      const { asa } = network.rig;
      const before = asa.runningConfig();
      const group = line(['vpn-idle-timeout 15'], ['group-policy staff attributes']);
      const object = line(['subnet 10.77.0.0 255.255.0.0'], ['object network ANSIBLE']);
      const tasks: readonly Task[] = [
        { 'cisco.asa.asa_facts': { gather_subset: ['default'] } },
        ...[group, object, group, object],
        { ...line(['no such line']), ignore_errors: true },
        { 'cisco.asa.asa_command': { commands: ['show version', 'write memory'] } },
      ];
      const { code, results, text } = await play(room, asa, tasks, { os: 'cisco.asa.asa', enableSecret: 'unused' });
      agree('it ends well', [code, text.includes('UNREACHABLE')], [0, false]);
      agree(
        'facts',
        results[0]?.ansible_facts,
        part({
          ansible_net_asatype: 'ASA',
          ansible_net_device_mgr_version: '7.18(1)152',
          ansible_net_hostname: 'asa',
          ansible_net_image: 'boot:/asa9184-smp-k8.bin',
          ansible_net_model: 'ASAv',
          ansible_net_serialnum: 'LAB00000002',
          ansible_net_version: '9.18(4)',
        }),
      );
      const refused: unknown = expect.stringContaining('Invalid input');
      agree('what it changes', changed(results.slice(1)), [true, true, false, false, refused, false]);
      agree('what changed', linesBetween(before, asa.runningConfig()), [
        '-group-policy staff attributes / vpn-idle-timeout 60',
        '+object network ANSIBLE',
        '+object network ANSIBLE / subnet 10.77.0.0 255.255.0.0',
        '+group-policy staff attributes / vpn-idle-timeout 15',
      ]);
      agree('what it saved', asa.startupConfig() === asa.runningConfig(), true);
      agree('our drift', await network.drifted(), [
        'asa-group-policy/staff: remove vpn-idle-timeout 60',
        'asa-group-policy/staff: add vpn-idle-timeout 15',
      ]);
    });
  },
);

unavailable(
  'Ansible cisco.fmcansible',
  'FMC over httpapi: would do what fmcapi and fireREST do',
  'only Ansible Galaxy has the collection: the package ansible does not bring it, and no other of PyPI or npm does',
);
