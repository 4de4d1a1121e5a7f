/** `destroy` beside what others have on each platform: it must go with nothing that is not ours, and say what it left. */
import { InterfaceLines, NtpServers, type IosXeRouter } from 'tunnelwright';
import { expectNoStack, tw, type Ran } from '../support/command';
import { startRig, type Rig } from '../support/rig';
import { manifestOf } from '../support/scenario';
import { scenario as mesh } from '../scenarios/021-mesh-with-an-asa/network';
import { declare as oneRun } from '../scenarios/023-one-run/declared';
import { scenario as services } from '../scenarios/026-ise-and-duo/network';

let rig: Rig;
let file: string;
beforeEach(async () => {
  Object.assign(process.env, mesh.secrets, services.secrets, { RADIUS_KEY: 'Jw5-lynx,harbour' });
  rig = await startRig({ fmc: { deployMs: 0 } });
});
afterEach(() => rig.close());
const run = async (...args: readonly string[]): Promise<Ran> => {
  const ran = await tw(rig, [...args, '--manifest', file]);
  expectNoStack(ran);
  return ran;
};
const destroy = (...args: readonly string[]) => run('destroy', '--yes', '--allow-disruption', ...args);
type Named = Readonly<Record<string, unknown>> & { readonly id: string; readonly name: string };

const mine = (): void => {
  file = rig.save(
    manifestOf((stack) => {
      mesh.declare(stack, 'whole');
      const router = stack.node.findChild('edge') as IosXeRouter;
      new NtpServers(router, 'ntp', { servers: ['192.0.2.123', '192.0.2.124'] });
      new InterfaceLines(router, 'GigabitEthernet0/1', { ipv6Enable: true });
    }),
  );
};

test('a router keeps what was there before, what stands beside ours in one block, and all that stands alone', async () => {
  mine();
  // One of the declared servers was there before.
  expect([rig.edge.type('ntp server 192.0.2.123'), rig.edge.type('ntp server 192.0.2.200')]).toEqual([[], []]);
  expect((await run('apply', '--yes', '--target', 'edge')).code).toBe(0);
  expect(rig.edge.type('interface GigabitEthernet0/1', 'description by hand')).toEqual([]);
  expect(
    rig.edge.type('crypto ikev2 proposal BY-HAND', 'encryption aes-cbc-256', 'integrity sha256', 'group 19'),
  ).toEqual([]);
  const gone = await destroy('--target', 'edge');
  expect([gone.code, gone.out]).toEqual([0, expect.stringMatching(/\nedge: destroyed\n/)]);
  const left = rig.edge.runningConfig();
  expect(left).toContain('interface GigabitEthernet0/1\n description by hand\n ip address 10.20.0.1 255.255.0.0\n!');
  expect(left.match(/^ntp server .*/gm)).toEqual(['ntp server 192.0.2.123', 'ntp server 192.0.2.200']);
  expect(left).toContain('crypto ikev2 proposal BY-HAND');
  expect(left).not.toMatch(/mesh|Tunnel1/);
});

test('a router on which something of others uses ours is left as it is', async () => {
  mine();
  expect((await run('apply', '--yes', '--target', 'edge')).code).toBe(0);
  const tunnel = ['ip address 10.99.0.1 255.255.255.252', 'tunnel source GigabitEthernet0/0', 'tunnel mode ipsec ipv4'];
  const used = ['tunnel destination 192.0.2.77', 'tunnel protection ipsec profile mesh-asa'];
  expect(rig.edge.type('interface Tunnel200', ...tunnel, ...used)).toEqual([]);
  const before = rig.edge.runningConfig();
  const gone = await destroy('--target', 'edge');
  expect([gone.code, gone.out]).toEqual([1, expect.stringContaining('edge: FAILED (the device is as it was before)')]);
  expect(gone.out).toContain('in use by interface Tunnel200');
  expect(rig.edge.runningConfig()).toBe(before);
});

test('routes of others that a device would take away with a tunnel interface keep it there, and are named', async () => {
  mine();
  expect((await run('apply', '--yes')).code).toBe(0);
  expect(rig.edge.type('ip route 10.77.0.0 255.255.0.0 Tunnel100')).toEqual([]);
  expect(rig.asa.type('route mesh-edge 10.79.0.0 255.255.0.0 10.58.0.1 1')).toEqual([]);
  const [router, asa] = [rig.edge.runningConfig(), rig.asa.runningConfig()];
  const gone = await destroy('--target', 'edge', '--target', 'asa');
  expect(gone.code).toBe(1);
  expect(gone.out).toContain(
    '[net/mesh/edge/asa/tunnel] interface Tunnel100 would go, and with it what is not managed by Tunnelwright: ip route 10.77.0.0 255.255.0.0 Tunnel100',
  );
  expect(gone.out).toContain(
    '[net/mesh/asa/edge/tunnel] interface Tunnel100 would go, and with it what is not managed by Tunnelwright: route mesh-edge 10.79.0.0 255.255.0.0 10.58.0.1',
  );
  expect([rig.edge.runningConfig(), rig.asa.runningConfig()]).toEqual([router, asa]);
  expect(rig.edge.type('no ip route 10.77.0.0 255.255.0.0 Tunnel100')).toEqual([]);
  expect((await destroy('--target', 'edge')).out).toContain('edge: destroyed');
});

test('an ASA keeps a route and a line of an access list of others', async () => {
  mine();
  expect((await run('apply', '--yes', '--target', 'asa')).code).toBe(0);
  expect(rig.asa.type('route outside 10.78.0.0 255.255.0.0 198.51.100.1')).toEqual([]);
  expect(rig.asa.type('access-list FROM-OUTSIDE extended permit tcp any any eq 22')).toEqual([]);
  expect((await destroy('--target', 'asa')).out).toContain('asa: destroyed');
  const left = rig.asa.runningConfig();
  expect(left).toContain('route outside 10.78.0.0 255.255.0.0 198.51.100.1');
  expect(left).toContain('access-list FROM-OUTSIDE extended permit tcp any any eq 22');
  expect(left).not.toMatch(/mesh|Tunnel1/);
});

test('an FMC on which a group of others holds an object of ours deploys nothing, and says whose it is', async () => {
  mine();
  expect((await run('apply', '--yes', '--target', 'fmc')).code).toBe(0);
  const networks = rig.fmc.objects('object/networks') as readonly Named[];
  const { id, name } = networks.find((network) => network.name === 'net-10.20.0.0-16')!;
  const body = { name: 'by-hand', type: 'NetworkGroup', objects: [{ id, name, type: 'Network' }] };
  rig.fmc.touch({ collection: 'object/networkgroups', body });
  const gone = await destroy('--target', 'fmc');
  expect([gone.code, gone.out]).toEqual([1, expect.stringContaining('fmc: FAILED (nothing was deployed)')]);
  expect(gone.out).toContain('not ours: NetworkGroup by-hand by admin');
  expect(rig.fmc.objects('object/networkgroups')).toHaveLength(1);
  expect((rig.fmc.objects('object/networks') as readonly Named[]).map((each) => each.name)).toContain(name);
});

test('ISE and Duo keep the devices and users of others, also one in a group of ours', async () => {
  file = rig.save(manifestOf((stack) => services.declare(stack, 'whole')));
  expect((await run('apply', '--yes')).code).toBe(0);
  const groups = rig.duo.objects('/admin/v1/groups') as unknown as readonly Named[];
  const group = groups.find(({ name }) => name === 'VPN users')!;
  rig.duo.touch('/admin/v1/users', { username: 'bob', groups: [{ group_id: group.id, name: group.name }] });
  rig.ise.touch('networkdevice', { name: 'by-hand', NetworkDeviceIPList: [{ ipaddress: '192.0.2.211', mask: 32 }] });
  const gone = await destroy();
  expect([gone.code, gone.out]).toEqual([0, expect.stringMatching(/\nise: destroyed\nduo: destroyed\n/)]);
  const names = (all: readonly object[]) => (all as readonly Named[]).map((each) => each['username'] ?? each.name);
  expect(names(rig.duo.objects('/admin/v1/users'))).toEqual(['bob']);
  expect(names(rig.duo.objects('/admin/v1/groups'))).toEqual([]);
  expect(names(rig.ise.objects('networkdevice'))).toEqual(['by-hand']);
});

test('the file of a Duo proxy keeps the sections of others', async () => {
  file = rig.save(manifestOf((stack) => oneRun(stack)));
  expect((await run('apply', '--yes')).code).toBe(0);
  const others = [
    '[ad_client]',
    'host=192.0.2.55',
    'service_account_username=svc',
    'service_account_password=not-ours-either',
    'search_dn=DC=example,DC=net',
    '[radius_server_auto9]',
    `ikey=DI${'X'.repeat(18)}`,
    `skey=${'s'.repeat(40)}`,
    'api_host=api-others.duosecurity.com',
    'client=ad_client',
    'radius_ip_1=192.0.2.66',
    'radius_secret_1=not-ours',
    'port=1899',
    '',
  ].join('\n');
  rig.duoProxy.edit(`${rig.duoProxy.config()}\n${others}`);
  const gone = await destroy();
  expect([gone.code, gone.out]).toEqual([0, expect.stringMatching(/\nproxy: destroyed\n/)]);
  expect(rig.duoProxy.config()).toContain(others);
  expect(rig.duoProxy.config().match(/^\[.*/gm)).toEqual(['[ad_client]', '[radius_server_auto9]']);
});
