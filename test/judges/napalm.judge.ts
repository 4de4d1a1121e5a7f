import { judge } from './support/judge';
import { linesBetween } from './support/lines';
import { startNetwork, type Network } from './support/network';
import { missingModules, python } from './support/python';

interface Told {
  readonly alive: boolean;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly interfaces: Readonly<Record<string, unknown>>;
  readonly addresses: Readonly<Record<string, unknown>>;
  readonly config: Readonly<Record<'running' | 'startup' | 'candidate', string>>;
  readonly discarded: string;
  readonly after_discard: string;
  readonly compared: string;
  readonly merged: Readonly<Record<'running' | 'startup', string>>;
  readonly replace_diff: string;
  readonly replaced: string;
  readonly rolled_back: string;
}

judge(
  'napalm',
  'IOS-XE: facts, interfaces, configuration; a merge that is compared and discarded, one that is committed, a replace that is taken back',
  missingModules('napalm'),
  ({ agree }) => {
    let network: Network;
    beforeAll(async () => {
      network = await startNetwork({ router: { serial: 'LAB00000001' } });
    });
    afterAll(() => network.close());

    test('IOS-XE', async () => {
      const { edge } = network.rig;
      edge.type('ip scp server enable');
      const { host, port } = edge;
      const told = await python<Told>('napalm_client.py', {
        host,
        port,
        inline: false,
        merge: 'interface Loopback77\n ip address 10.77.0.1 255.255.255.255\n',
        old: ' lifetime 28800',
        new: ' lifetime 7200',
      });
      const { os_version: version, uptime, ...facts } = told.facts;
      agree('alive', [told.alive, typeof uptime, String(version).includes('Version 17.9.5,')], [true, 'number', true]);
      agree('facts', facts, {
        fqdn: 'edge.example.net',
        hostname: 'edge',
        interface_list: ['Tunnel100', 'GigabitEthernet0/0', 'GigabitEthernet0/1'],
        model: 'ASR1001-HX',
        serial_number: 'LAB00000001',
        vendor: 'Cisco',
      });
      const up = { is_enabled: true, is_up: true, last_flapped: -1 };
      const physical = { ...up, mtu: 1500, speed: 1000 };
      agree('interfaces', told.interfaces, {
        Tunnel100: { ...up, description: '', mac_address: '', mtu: 9976, speed: 0.1 },
        'GigabitEthernet0/0': { ...physical, description: 'internet', mac_address: '02:00:5E:00:00:01' },
        'GigabitEthernet0/1': { ...physical, description: 'inside', mac_address: '02:00:5E:00:00:02' },
      });
      agree('addresses', told.addresses, {
        Tunnel100: { ipv4: { '10.58.1.1': { prefix_length: 30 } } },
        'GigabitEthernet0/0': { ipv4: { '198.51.100.10': { prefix_length: 24 } } },
        'GigabitEthernet0/1': { ipv4: { '10.20.0.1': { prefix_length: 16 } } },
      });
      agree('a merge compared', told.discarded.split('\n'), ['+interface Tunnel100', '+ ip mtu 1300']);
      agree('a merge discarded', linesBetween(told.config.running, told.after_discard), ['+file prompt quiet']);
      agree('a second merge compared', told.compared.split('\n'), [
        '+interface Loopback77',
        '+ ip address 10.77.0.1 255.255.255.255',
      ]);
      agree('a merge committed', linesBetween(told.after_discard, told.merged.running), [
        '+interface Loopback77',
        '+interface Loopback77 / ip address 10.77.0.1 255.255.255.255',
      ]);
      agree('a merge saved', linesBetween(told.merged.running, told.merged.startup), []);
      agree('a replace compared', told.replace_diff.split('\n'), ['+lifetime 7200', '-lifetime 28800']);
      agree('a replace committed', linesBetween(told.merged.running, told.replaced), [
        '-crypto ikev2 profile mumbai-pune / lifetime 28800',
        '+crypto ikev2 profile mumbai-pune / lifetime 7200',
      ]);
      agree('a replace taken back', linesBetween(told.merged.running, told.rolled_back), []);
      agree('what it leaves', linesBetween(told.rolled_back, edge.runningConfig()), ['-file prompt quiet']);
      agree('our drift', await network.drifted(), []);
    });
  },
);
