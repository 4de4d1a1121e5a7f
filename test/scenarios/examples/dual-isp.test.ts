/** Two internet lines at one end: what each router has of them, and whether both tunnels come up. */
import { CryptoSuite, ExternalPeer, PreSharedKey, Secret, SiteToSiteVpn, type VpnStack } from 'tunnelwright';
import { rehearsed } from '../../support/rehearsed';
import { asa, edge, manifestOf } from '../../support/scenario';
import { synthesised } from '../../support/seed-examples';

const before = { ...process.env };
beforeAll(() => {
  process.env['LINES_KEY'] = 'Wm4-gnocchi~harp/2';
});
afterAll(() => {
  process.env = before;
});

const { configs, manifests } = synthesised('dual-isp');
/** The lines of a configuration that begin so, and those in a block that does. */
const has = (target: string, start: string): readonly string[] => {
  const lines = configs[target]!.split('\n');
  const from = lines.findIndex((line) => line.startsWith(start));
  const to = lines.findIndex((line, i) => i > from && !line.startsWith(' '));
  return from === -1 ? [] : lines.slice(from, to).map((line) => line.trim());
};

test('the branch knows the office over each line by the address of the line', () => {
  expect(has('branch', 'crypto ikev2 profile office-branch')).toContain('match address local 203.0.113.10');
  expect(has('branch', 'crypto ikev2 profile office-branch-2')).toEqual(
    expect.arrayContaining(['match fvrf LTE', 'match address local 203.0.113.66']),
  );
  expect(has('branch', 'crypto ikev2 policy SITE-TO-SITE')).toContain('match fvrf any');
  expect(has('branch', 'interface Tunnel101')).toEqual([
    'interface Tunnel101',
    'ip address 10.58.1.6 255.255.255.252',
    'tunnel source GigabitEthernet0/0/1',
    'tunnel mode ipsec ipv4',
    'tunnel destination 198.51.100.10',
    'tunnel vrf LTE',
    'tunnel protection ipsec profile office-branch-2',
  ]);
});

test('the office has one profile for the branch, whose certificate is the same over both lines', () => {
  expect(configs['office']!.match(/^crypto ikev2 profile/gm)).toHaveLength(1);
  expect(has('office', 'interface Tunnel101')).toEqual([
    'interface Tunnel101',
    'ip address 10.58.1.5 255.255.255.252',
    'tunnel source GigabitEthernet0/0/0',
    'tunnel mode ipsec ipv4',
    'tunnel destination 203.0.113.66',
    'tunnel protection ipsec profile office-branch',
  ]);
});

test.each([
  ['office', '10.40.0.0', '10.58.1.2'],
  ['branch', '10.20.0.0', '10.58.1.1'],
])('routes of the %s go through the first tunnel while the other end answers there', (target, network, asked) => {
  expect(has(target, 'ip sla 100')).toEqual([
    'ip sla 100',
    `icmp-echo ${asked} source-interface Tunnel100`,
    'timeout 5000',
    'frequency 10',
    'exit',
  ]);
  expect(has(target, 'ip sla schedule')).toEqual(['ip sla schedule 100 life forever start-time now']);
  expect(has(target, 'track 100')).toEqual(['track 100 ip sla 100 reachability', 'delay down 20 up 20']);
  expect(configs[target]!.match(/^ip route 10.*$/gm)).toEqual([
    `ip route ${network} 255.255.0.0 Tunnel100 track 100`,
    `ip route ${network} 255.255.0.0 Tunnel101 10`,
  ]);
});

test('both tunnels come up', async () => {
  expect(await rehearsed(...manifests)).toEqual([
    'office Tunnel100 up',
    'office Tunnel101 up',
    'branch Tunnel100 up',
    'branch Tunnel101 up',
  ]);
});

const keyed = {
  suite: CryptoSuite.aes256Gcm({ group: 20 }),
  authentication: PreSharedKey.from(Secret.fromEnv('LINES_KEY')),
};
const lined = (stack: VpnStack) =>
  ({
    device: edge(stack),
    interface: 'GigabitEthernet0/0',
    address: '198.51.100.10',
    tunnel: '10.58.1.1/30',
    networks: ['10.20.0.0/16'],
    secondLine: {
      interface: 'GigabitEthernet0/1',
      address: '203.0.113.66',
      tunnel: '10.58.1.5/30',
      peerTunnel: '10.58.1.6/30',
    },
  }) as const;

test('to an ASA with a key: a group for each line', async () => {
  const manifest = manifestOf((stack) => {
    const end = { device: asa(stack), interface: 'outside', address: '198.51.100.30', tunnel: '10.58.1.2/30' };
    new SiteToSiteVpn(stack, 'lines', { ...keyed, ends: [lined(stack), { ...end, networks: ['10.60.0.0/16'] }] });
  });
  expect(await rehearsed(manifest)).toEqual([
    'asa Tunnel100 up',
    'asa Tunnel101 up',
    'edge Tunnel100 up',
    'edge Tunnel101 up',
  ]);
});

test('to a peer that is not managed; a line that does not fit stays down', async () => {
  const manifest = (change: boolean) =>
    manifestOf((stack) => {
      const peer = new ExternalPeer(stack, 'partner', { address: '203.0.113.201' });
      const end = lined(stack);
      const vpn = new SiteToSiteVpn(stack, 'lines', {
        ...keyed,
        ends: [end, { peer, tunnel: '10.58.1.2/30', networks: ['10.90.0.0/16'] }],
      });
      if (change)
        vpn
          .on(end.device)
          .secondLine!.profile.override({ identityLocal: { type: 'address', address: '203.0.113.67' } });
    });
  expect(await rehearsed(manifest(false))).toEqual(['edge Tunnel100 up', 'edge Tunnel101 up']);
  const [first, second] = await rehearsed(manifest(true));
  expect(first).toBe('edge Tunnel100 up');
  expect(second).toContain('edge Tunnel101 DOWN (line protocol down: no IKE SA with 203.0.113.201');
  expect(second).toContain('Auth exchange failed');
});
