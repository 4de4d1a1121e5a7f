import { changeFrom, readAgain, ref, secret, writes, wrongWith } from '../../../support/noun-case';

const ESP = ref('ipsec-profile', 'ESP');

describe('tunnel interface', () => {
  test('DMVPN hub: GRE multipoint, NHRP, OSPF', () =>
    writes(
      'tunnel-interface',
      {
        name: 'Tunnel0',
        address: '10.1.1.1/24',
        redirects: false,
        ipMtu: 1400,
        nhrpAuthentication: secret('NHRP'),
        nhrp: ['network-id 1', 'redirect'],
        tcpMss: 1360,
        ospf: ['network point-to-multipoint', '1 area 0'],
        source: 'GigabitEthernet0/0',
        mode: 'gre-multipoint',
        key: 123,
        protection: { profile: ESP, shared: true },
      },
      `interface Tunnel0
 ip address 10.1.1.1 255.255.255.0
 no ip redirects
 ip mtu 1400
 ip nhrp authentication <secret:env:NHRP>
 ip nhrp network-id 1
 ip nhrp redirect
 ip tcp adjust-mss 1360
 ip ospf network point-to-multipoint
 ip ospf 1 area 0
 tunnel source GigabitEthernet0/0
 tunnel mode gre multipoint
 tunnel key 123
 tunnel protection ipsec profile ESP shared`,
    ));
  test('FlexVPN client: negotiated address, dynamic destination', () =>
    writes(
      'tunnel-interface',
      {
        name: 'Tunnel0',
        negotiated: true,
        source: 'dynamic',
        destination: 'dynamic',
        protection: { profile: ESP, ikev2Profile: ref('ikev2-profile', 'OTHER') },
      },
      `interface Tunnel0
 ip address negotiated
 tunnel source dynamic
 tunnel mode ipsec ipv4
 tunnel destination dynamic
 tunnel protection ipsec profile ESP ikev2-profile OTHER`,
    ));
  test('IPv6 over IPv4 in GRE, which prints no mode', () =>
    writes(
      'tunnel-interface',
      {
        name: 'Tunnel0',
        description: 'six over four',
        vrf: 'RED',
        unnumbered: ref('loopback-interface', 'Loopback0'),
        ipv6Addresses: [
          '2001:DB8::1/64',
          { linkLocal: 'fe80::1' },
          { prefix: '2001:db8:1::/64', eui64: true },
          'autoconfig',
        ],
        ipv6Enable: true,
        ipv6Ospf: ['1 area 0'],
        shutdown: true,
        keepalive: { seconds: 10, retries: 3 },
        source: ref('loopback-interface', 'Loopback1'),
        mode: 'gre-ip',
        destination: 'hub.example.net',
        pathMtuDiscovery: true,
        tunnelVrf: 'INTERNET',
        protection: ESP,
      },
      `interface Tunnel0
 description six over four
 vrf forwarding RED
 ip unnumbered Loopback0
 ipv6 address 2001:db8::1/64
 ipv6 address fe80::1 link-local
 ipv6 address 2001:db8:1::/64 eui-64
 ipv6 address autoconfig
 ipv6 enable
 ipv6 ospf 1 area 0
 shutdown
 keepalive 10 3
 tunnel source Loopback1
 tunnel mode gre ip
 tunnel destination hub.example.net
 tunnel path-mtu-discovery
 tunnel vrf INTERNET
 tunnel protection ipsec profile ESP`,
    ));
  test.each(['ipsec-ipv6', 'ipsec-dual-overlay', 'ipsec-ipv4-v6-overlay', 'gre-ipv6'] as const)('mode %s', (mode) => {
    const words = {
      'ipsec-ipv6': 'ipsec ipv6',
      'ipsec-dual-overlay': 'ipsec dual-overlay',
      'ipsec-ipv4-v6-overlay': 'ipsec ipv4 v6-overlay',
      'gre-ipv6': 'gre ipv6',
    }[mode];
    writes(
      'tunnel-interface',
      {
        name: 'Tunnel1',
        ipv6Addresses: ['2001:db8::1/64'],
        source: 'GigabitEthernet1',
        mode,
        destination: '2001:db8:9::1',
        protection: ESP,
      },
      `interface Tunnel1\n ipv6 address 2001:db8::1/64\n tunnel source GigabitEthernet1\n tunnel mode ${words}\n tunnel destination 2001:db8:9::1\n tunnel protection ipsec profile ESP`,
    );
  });
  test('without a mode line is GRE', () => {
    const props = {
      name: 'Tunnel1',
      address: '10.0.0.1/30',
      source: 'Ethernet1/0',
      mode: 'gre-ip',
      destination: '192.0.2.1',
    } as const;
    const lines = [
      'interface Tunnel1',
      ' ip address 10.0.0.1 255.255.255.252',
      ' tunnel source Ethernet1/0',
      ' tunnel destination 192.0.2.1',
    ];
    expect(changeFrom('tunnel-interface', lines, props)).toEqual([]);
    expect(readAgain('tunnel-interface', props, lines).lines).toContain(' tunnel mode gre ip');
  });
  test('that changes its VRF has its addresses typed again', () => {
    const props = { name: 'Loopback0', vrf: 'BLUE', address: '10.0.0.1/32', ipv6Addresses: ['2001:db8::1/64'] };
    const lines = [
      'interface Loopback0',
      ' vrf forwarding RED',
      ' ip address 10.0.0.1 255.255.255.255',
      ' ipv6 address 2001:DB8::1/64',
    ];
    expect(changeFrom('loopback-interface', lines, props)).toEqual([
      'interface Loopback0',
      ' vrf forwarding BLUE',
      ' ip address 10.0.0.1 255.255.255.255',
      ' ipv6 address 2001:db8::1/64',
      ' exit',
    ]);
    expect(
      changeFrom(
        'loopback-interface',
        lines.filter((line) => !line.includes('vrf')),
        props,
      )[1],
    ).toBe(' vrf forwarding BLUE');
  });
  const least = { name: 'Tunnel1', address: '10.0.0.1/30', source: 'Gi1', destination: '192.0.2.1', protection: ESP };
  test.each([
    [
      { ...least, negotiated: true },
      'negotiated: address and negotiated all give the IPv4 address: leave all but one out',
    ],
    [
      { ...least, address: undefined },
      'address: is missing: write it like 10.58.1.1/30, or negotiated, unnumbered or ipv6Addresses',
    ],
    [
      { ...least, mode: 'gre-multipoint' },
      "destination: gre-multipoint has many peers: leave destination out, or write mode: 'gre-ip'",
    ],
    [
      { ...least, destination: undefined },
      "destination: is missing: write the peer's address, or 'dynamic' for a FlexVPN client",
    ],
    [{ ...least, protection: undefined }, 'protection: ipsec-ipv4 needs protection: give the IpsecProfile construct'],
    [
      { ...least, nhrp: ['authentication WORD'] },
      'nhrp.0: a key does not belong in a program: write nhrpAuthentication',
    ],
    [
      { ...least, ospf: ['message-digest-key 1 md5 X'] },
      'ospf.0: a key does not belong in a program: leave it out, and set it on the device',
    ],
    [
      { ...least, device: ref('ftd-device', 'pair'), mode: 'gre-ip' },
      "mode: gre-ip is of IOS-XE: on the FMC leave mode out, or write 'ipsec-ipv6' for IPv6",
    ],
    [
      { ...least, device: ref('ftd-device', 'pair'), address: undefined },
      "address: is missing: write it like 10.58.1.1/30, or ipv6Addresses with mode: 'ipsec-ipv6'",
    ],
    [
      { ...least, device: ref('ftd-device', 'pair'), address: undefined, mode: 'ipsec-ipv6' },
      'ipv6Addresses: is missing: write it like 2001:db8::1/64',
    ],
    [
      { ...least, device: ref('ftd-device', 'pair'), mode: 'ipsec-ipv6', ipv6Addresses: ['2001:db8::1/64'] },
      "address: does not go with mode: 'ipsec-ipv6' on the FMC: leave it out",
    ],
    [
      { ...least, device: ref('ftd-device', 'pair'), address: undefined, ipv6Addresses: ['2001:db8::1/64'] },
      "ipv6Addresses: goes with mode: 'ipsec-ipv6' on the FMC: write that too",
    ],
  ])('refuses a contradiction: %#', (props, message) => {
    expect(wrongWith('tunnel-interface', props)).toEqual([message]);
  });
});

test('loopback with IPv6, a VRF and OSPF', () => {
  writes(
    'loopback-interface',
    {
      name: 'Loopback1',
      vrf: ref('vrf', 'RED'),
      address: '10.0.0.1/32',
      ospf: ['1 area 0'],
      ipv6Addresses: ['2001:db8::1/128'],
      ipv6Ospf: ['1 area 0'],
    },
    `interface Loopback1
 vrf forwarding RED
 ip address 10.0.0.1 255.255.255.255
 ip ospf 1 area 0
 ipv6 address 2001:db8::1/128
 ipv6 ospf 1 area 0`,
  );
  expect(wrongWith('loopback-interface', { name: 'Loopback1' })).toEqual([
    'address: is missing: write it like 10.59.0.1/32, or ipv6Addresses',
  ]);
});

describe('virtual template', () => {
  test('with its type, an address of another, and protection', () =>
    writes(
      'virtual-template',
      {
        name: 'Virtual-Template20',
        unnumbered: 'GigabitEthernet1',
        ipMtu: 1400,
        source: 'Ethernet1/0',
        protection: ESP,
      },
      `interface Virtual-Template20 type tunnel
 ip unnumbered GigabitEthernet1
 ip mtu 1400
 tunnel source Ethernet1/0
 tunnel mode ipsec ipv4
 tunnel protection ipsec profile ESP`,
    ));
  test('has a number of 1 to 4095', () => {
    expect(wrongWith('virtual-template', { name: 'Virtual-Template4096' })).toEqual([
      "name: 'Virtual-Template4096' is not a valid virtual template: write it like Virtual-Template1",
    ]);
  });
});

describe('VRF', () => {
  test('with both families', () =>
    writes(
      'vrf',
      {
        name: 'RED',
        description: 'red',
        rd: '65000:1',
        addressFamilies: [
          { family: 'ipv4', exports: ['65000:1'], imports: ['65000:1', '65000:2'] },
          { family: 'ipv6' },
        ],
      },
      `vrf definition RED
 description red
 rd 65000:1
 address-family ipv4
  route-target export 65000:1
  route-target import 65000:1
  route-target import 65000:2
 address-family ipv6`,
    ));
  test('is read past exit-address-family', () => {
    const lines = ['vrf definition RED', ' rd 65000:1', ' !', ' address-family ipv4', ' exit-address-family', '!'];
    expect(changeFrom('vrf', lines, { name: 'RED', rd: '65000:1' })).toEqual([]);
  });
  test('names a family once', () => {
    expect(wrongWith('vrf', { name: 'RED', addressFamilies: [{ family: 'ipv4' }, { family: 'ipv4' }] })).toEqual([
      'addressFamilies: an address family is listed twice: write it once, with all its route targets',
    ]);
  });
});

describe('lines on an interface of somebody else', () => {
  const hsrp = { group: 1, ip: '10.0.0.5', groupName: 'vpngw', priority: 110, preempt: true } as const;
  const text = `interface Ethernet0/0
 ip access-group 100 in
 standby version 2
 standby 1 ip 10.0.0.5
 standby 1 priority 110
 standby 1 preempt
 standby 1 name vpngw`;
  test('HSRP and an access group', () =>
    writes(
      'interface-lines',
      { name: 'Ethernet0/0', accessGroups: [{ list: '100', direction: 'in' }], hsrpVersion: 2, hsrp: [hsrp] },
      text,
    ));
  test('changes one value of a group and leaves what others wrote', () => {
    const live = [
      ...text.split('\n'),
      ' ip address 10.0.0.11 255.255.255.0',
      ' ip nat outside',
      ' standby 2 ip 10.0.0.6',
    ];
    const wanted = { name: 'Ethernet0/0', hsrp: [{ ...hsrp, priority: 90 }], lines: ['ip nat outside'] };
    expect(changeFrom('interface-lines', live, wanted)).toContain(' standby 1 priority 90');
  });
});

describe('a static route', () => {
  test.each([
    [{ destination: '0.0.0.0/0', gateway: '192.0.2.1' }, 'ip route 0.0.0.0 0.0.0.0 192.0.2.1'],
    [{ destination: '10.0.0.0/8', interface: 'Null0', distance: 254 }, 'ip route 10.0.0.0 255.0.0.0 Null0 254'],
    [
      { destination: '10.1.0.0/16', interface: 'gi0/0', gateway: '192.0.2.1', vrf: 'RED', label: 'backup', track: 7 },
      'ip route vrf RED 10.1.0.0 255.255.0.0 GigabitEthernet0/0 192.0.2.1 name backup track 7',
    ],
    [
      {
        destination: '10.2.0.0/16',
        interface: ref('tunnel-interface', 'Tunnel1'),
        tag: 5,
        permanent: true,
        distance: 9,
      },
      'ip route 10.2.0.0 255.255.0.0 Tunnel1 9 tag 5 permanent',
    ],
  ] as const)('%j', (props, line) => writes('static-route', { name: 'r', ...props }, line));

  test.each([
    [{ destination: '::/0', gateway: '2001:db8::1' }, 'ipv6 route ::/0 2001:db8::1'],
    [
      { destination: '2001:DB8::/32', interface: ref('tunnel-interface', 'Tunnel1'), gateway: 'fe80::1', distance: 5 },
      'ipv6 route 2001:db8::/32 Tunnel1 fe80::1 5',
    ],
    [
      { destination: '2001:db8::/32', gateway: '2001:db8::1', vrf: 'RED', tag: 4, label: 'six' },
      'ipv6 route vrf RED 2001:db8::/32 2001:db8::1 tag 4 name six',
    ],
  ] as const)('of IPv6: %j', (props, line) => writes('ipv6-static-route', { name: 'r', ...props }, line));

  test('is the same whatever the order of the words behind it', () => {
    const wanted = { name: 'r', destination: '10.0.0.0/8', gateway: '192.0.2.1', label: 'x', tag: 3, distance: 20 };
    for (const words of ['20 name x tag 3', 'tag 3 20 name x', '20 tag 3 name x'])
      expect(changeFrom('static-route', [`ip route 10.0.0.0 255.0.0.0 192.0.2.1 ${words}`], wanted)).toEqual([]);
    expect(changeFrom('static-route', ['ip route 10.0.0.0 255.0.0.0 192.0.2.1'], wanted)).toEqual([
      'no ip route 10.0.0.0 255.0.0.0 192.0.2.1',
      'ip route 10.0.0.0 255.0.0.0 192.0.2.1 20 tag 3 name x',
    ]);
  });

  test.each([
    [
      'static-route',
      { destination: '10.0.0.0/8' },
      'interface: is missing: write the way out (the TunnelInterface construct, or a name), or gateway',
    ],
    [
      'static-route',
      { destination: '10.0.0.0/8', gateway: '192.0.2.1', track: 1, permanent: true },
      'permanent: a tracked route goes when its object is down: leave track or permanent out',
    ],
    [
      'ipv6-static-route',
      { destination: '2001:db8::1/32', gateway: '2001:db8::1' },
      "destination: '2001:db8::1/32' has host bits set: write 2001:db8::/32",
    ],
    [
      'ipv6-static-route',
      { destination: '2001:db8::/32', gateway: 'fe80::1' },
      'interface: fe80::1 is on every link: write the interface too',
    ],
  ] as const)('%s %j is refused', (kind, props, message) => {
    expect(wrongWith(kind, { name: 'r', ...props })).toEqual([message]);
  });
});

test('lines on an interface of others do not put it into a VRF without saying its address', () => {
  const lines = { name: 'GigabitEthernet0/1', vrf: 'RED' };
  expect(wrongWith('interface-lines', lines)).toEqual([
    'vrf: a VRF takes the addresses off an interface: write address or ipv6Addresses too, so that they come back',
  ]);
  expect(wrongWith('interface-lines', { ...lines, address: '10.0.0.1/24' })).toEqual([]);
});
