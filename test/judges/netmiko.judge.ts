import { startRouter } from '../../lib/lab/devices/iosxe';
import { judge } from './support/judge';
import { configOf, linesBetween } from './support/lines';
import { startNetwork, type Network } from './support/network';
import { missingModules, python } from './support/python';

interface Told {
  readonly prompt: string;
  readonly version: string;
  readonly before: string;
  readonly after: string;
  readonly startup: string;
  readonly refused: boolean;
}

judge(
  'netmiko',
  'IOS-XE and ASA: logs in, enables, reads, changes what we declared and adds lines of its own, is refused a wrong line, saves, reads back',
  missingModules('netmiko'),
  ({ agree }) => {
    let network: Network;
    beforeAll(async () => {
      network = await startNetwork();
    });
    afterAll(() => network.close());

    test('IOS-XE', async () => {
      const { edge } = network.rig;
      const lines = [
        'interface Tunnel100',
        'ip mtu 1300',
        'interface Loopback77',
        'ip address 10.77.0.1 255.255.255.255',
      ];
      const { host, port } = edge;
      const told = await python<Told>('netmiko_client.py', { type: 'cisco_xe', host, port, lines });
      agree('prompt', told.prompt, 'edge#');
      agree('version', told.version, 'Cisco IOS XE Software, Version 17.09.05');
      agree('refuses a wrong line', told.refused, true);
      agree('running-config', configOf(told.after), configOf(edge.runningConfig()));
      agree('startup-config', configOf(told.startup), configOf(told.after));
      agree('what changed', linesBetween(told.before, told.after), [
        '+interface Loopback77',
        '+interface Loopback77 / ip address 10.77.0.1 255.255.255.255',
        '+interface Tunnel100 / ip mtu 1300',
      ]);
      agree('our drift', await network.drifted(), ['tunnel-interface/Tunnel100: add ip mtu 1300']);
    });

    test('IOS-XE behind an enable secret', async () => {
      const router = await startRouter({ enableSecret: 'open-sesame' });
      try {
        const { host, port } = router;
        const lines = ['ip domain name example.org'];
        const job = { type: 'cisco_xe', host, port, lines, secret: 'open-sesame' };
        const told = await python<Told>('netmiko_client.py', job);
        agree('prompt', told.prompt, 'edge#');
        agree('running-config', configOf(told.after), configOf(router.runningConfig()));
        agree('startup-config', configOf(told.startup), configOf(told.after));
      } finally {
        await router.close();
      }
    });

    test('ASA', async () => {
      const { asa } = network.rig;
      const lines = [
        'group-policy staff attributes',
        'vpn-idle-timeout 15',
        'object network NETMIKO',
        'subnet 10.77.0.0 255.255.0.0',
      ];
      const { host, port } = asa;
      const told = await python<Told>('netmiko_client.py', { type: 'cisco_asa', host, port, lines });
      agree('prompt', told.prompt, 'asa#');
      agree('version', told.version, 'Cisco Adaptive Security Appliance Software Version 9.18(4)');
      agree('refuses a wrong line', told.refused, true);
      agree('startup-config', configOf(told.startup), configOf(told.after));
      agree('what changed', linesBetween(told.before, told.after), [
        '-group-policy staff attributes / vpn-idle-timeout 60',
        '+object network NETMIKO',
        '+object network NETMIKO / subnet 10.77.0.0 255.255.0.0',
        '+group-policy staff attributes / vpn-idle-timeout 15',
      ]);
      agree('our drift', await network.drifted(), [
        'tunnel-interface/Tunnel100: add ip mtu 1300',
        'asa-group-policy/staff: remove vpn-idle-timeout 60',
        'asa-group-policy/staff: add vpn-idle-timeout 15',
      ]);
    });
  },
);
