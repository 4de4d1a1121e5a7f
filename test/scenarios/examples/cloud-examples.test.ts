/** What the programs for clouds write, line by line. */
import { synthesised } from '../../support/seed-examples';

/** From a line on to the end of its block. */
const block = (cfg: string | undefined, header: string): string => {
  const lines = (cfg ?? '').split('\n');
  const start = lines.indexOf(header);
  const end = lines.findIndex((line, i) => i > start && !line.startsWith(' '));
  return start === -1 ? `there is no ${header}` : lines.slice(start, end).join('\n');
};

test('a router and AWS: two tunnels, as its user guide asks', () => {
  const { edge } = synthesised('cloud-aws').configs;
  expect(block(edge, 'crypto ikev2 proposal aws-1')).toBe(`crypto ikev2 proposal aws-1
 encryption aes-gcm-256
 prf sha384
 group 20`);
  expect(block(edge, 'crypto ikev2 profile aws-1')).toBe(`crypto ikev2 profile aws-1
 match identity remote address 203.0.113.10 255.255.255.255
 identity local address 198.51.100.10
 authentication remote pre-share
 authentication local pre-share
 keyring local aws-1
 lifetime 28800
 dpd 10 10 on-demand`);
  expect(block(edge, 'crypto ipsec profile aws-2')).toBe(`crypto ipsec profile aws-2
 set security-association lifetime seconds 3600
 set security-association dfbit clear
 set transform-set aws-2
 set pfs group20
 set ikev2-profile aws-2`);
  expect(block(edge, 'interface Tunnel2')).toBe(`interface Tunnel2
 ip address 169.254.45.2 255.255.255.252
 ip tcp adjust-mss 1379
 tunnel source GigabitEthernet1
 tunnel mode ipsec ipv4
 tunnel destination 203.0.113.74
 tunnel protection ipsec profile aws-2`);
  expect(block(edge, 'router bgp 65000')).toBe(`router bgp 65000
 neighbor 169.254.44.1 remote-as 64512
 neighbor 169.254.44.1 timers 10 30
 neighbor 169.254.45.1 remote-as 64512
 neighbor 169.254.45.1 timers 10 30
 address-family ipv4
  network 10.20.0.0 mask 255.255.0.0
  neighbor 169.254.44.1 activate
  neighbor 169.254.45.1 activate
  exit`);
  expect(edge).not.toContain('ip route');
});

test('an ASA and Azure: a tunnel to each instance of the gateway', () => {
  const { asa } = synthesised('cloud-azure').configs;
  expect(block(asa, 'crypto ikev2 policy 100')).toBe(`crypto ikev2 policy 100
 encryption aes-gcm-256
 integrity null
 group 20
 prf sha384
 lifetime seconds 28800`);
  expect(block(asa, 'crypto ipsec profile azure-1')).toBe(`crypto ipsec profile azure-1
 set ikev2 ipsec-proposal azure-1
 set pfs group20
 set security-association lifetime seconds 3600`);
  expect(block(asa, 'interface Tunnel2')).toBe(`interface Tunnel2
 nameif azure-2
 ip address 169.254.22.2 255.255.255.252
 tunnel source interface outside
 tunnel destination 203.0.113.131
 tunnel mode ipsec ipv4
 tunnel protection ipsec profile azure-2`);
  expect(block(asa, 'router bgp 65010')).toBe(`router bgp 65010
 address-family ipv4 unicast
  network 10.60.0.0 mask 255.255.0.0
  neighbor 169.254.21.1 remote-as 65515
  neighbor 169.254.21.1 activate
  neighbor 169.254.22.1 remote-as 65515
  neighbor 169.254.22.1 activate
  exit`);
});

test('a firewall behind an FMC and AWS: one BGP process for both tunnels, and no routes', () => {
  const { requests } = synthesised('ftd-bgp-cloud');
  const device = '/api/fmc_config/v1/domain/{domainUUID}/devices/devicerecords/{devicerecords:mumbai-pair}';
  const neighbor = (address: string) => ({
    ipv4Address: address,
    remoteAs: '64512',
    neighborGeneral: { enableAddress: true, shutdown: false, description: '' },
    neighborTimers: { keepAliveInterval: 10, holdTime: 30 },
    neighborAdvanced: { neighborHops: { maxHopCount: 1 } },
  });
  const routing = requests['fmc']!.filter(({ path }) => path.includes('/routing/'));
  expect(routing).toMatchObject([
    {
      method: 'POST',
      path: `${device}/routing/bgpgeneralsettings`,
      body: { type: 'BGPGeneralSettings', name: 'AsaBGPGeneralTable', asNumber: '65010' },
    },
    {
      method: 'POST',
      path: `${device}/routing/bgp`,
      body: {
        type: 'bgp',
        name: 'bgp',
        addressFamilyIPv4: {
          neighbors: [neighbor('169.254.44.1'), neighbor('169.254.45.1')],
          networks: [{ ipv4Address: { id: '{networkaddresses:net-10.30.0.0-16}', type: 'Network' } }],
        },
      },
    },
  ]);
  expect(routing.map(({ body }) => Object.keys(body as object).sort())).toEqual([
    ['asNumber', 'name', 'type'],
    ['addressFamilyIPv4', 'name', 'type'],
  ]);
});

test('segments fit into the tunnels of Azure', () => {
  expect(synthesised('cloud-azure').configs['asa']).toContain('sysopt connection tcpmss 1350');
});

test('a hub of firewalls: a dynamic tunnel interface that borrows the address of a loopback, and a static one at the spoke', () => {
  const { requests } = synthesised('ftd-dynamic-hub');
  const of = (end: string) => requests['fmc']!.filter(({ path }) => path.endsWith(end)).map(({ body }) => body);
  expect(of('/loopbackinterfaces')).toEqual([
    {
      type: 'LoopbackInterface',
      loopbackId: 1,
      ifname: 'branches-loopback',
      description: '',
      ipv4: { static: { address: '10.99.0.1', netmask: '255.255.255.255' } },
      enabled: true,
    },
  ]);
  expect(of('/virtualtunnelinterfaces')).toMatchObject([
    {
      tunnelType: 'DYNAMIC',
      tunnelId: 1,
      ipsecMode: 'ipv4',
      ipAddressAssignmentType: 'BORROW_IP_FROM_INTERFACE',
      borrowIPfrom: { id: '{loopbackinterfaces:mumbai-pair/Loopback1}' },
      tunnelSource: { id: '{interfaces:mumbai-pair/outside}' },
      securityZone: { id: '{securityzones:vpn-zone}', type: 'SecurityZone' },
    },
    { tunnelType: 'STATIC', tunnelId: 100, ipv4: { static: { address: '10.99.0.11' } } },
  ]);
  expect(of('/endpoints')).toMatchObject([
    { peerType: 'HUB', isPrimaryHub: true, sendTunnelInterfaceIpToPeer: true, allowIncomingIKEv2Routes: true },
    { peerType: 'SPOKE', sendTunnelInterfaceIpToPeer: true, allowIncomingIKEv2Routes: true },
  ]);
});

test.each(['cloud-aws', 'cloud-azure', 'ftd-bgp-cloud', 'ftd-dynamic-hub', 'ftd-shared-objects'])(
  'no rule finds anything in %s, and nothing is waived',
  (name) => {
    const { manifests } = synthesised(name);
    expect(manifests.map(({ lint }) => lint)).toEqual([{ findings: [], waivers: [] }]);
  },
);
