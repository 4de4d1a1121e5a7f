import { changeFrom, readAgain, ref, secret, writes, wrongWith } from '../../../support/noun-case';

describe('name mangler', () => {
  test('with a rule for each kind of identity', () =>
    writes(
      'ikev2-name-mangler',
      { name: 'ou', dn: 'organization-unit', fqdn: 'domain', email: 'username', eap: { suffix: '@' } },
      `crypto ikev2 name-mangler ou
 eap suffix delimiter @
 dn organization-unit
 email username
 fqdn domain`,
    ));
  test.each([
    ['all', 'all'],
    [{ dn: 'common-name' }, 'dn common-name'],
    [{ prefix: '.' }, 'prefix delimiter .'],
  ] as const)('of EAP: %j', (eap, words) =>
    writes('ikev2-name-mangler', { name: 'm', eap }, `crypto ikev2 name-mangler m\n eap ${words}`),
  );
  test('says that it needs a rule', () => {
    expect(wrongWith('ikev2-name-mangler', { name: 'm' })).toEqual([
      "dn: is missing: write dn, fqdn, email or eap, like dn: 'organization-unit'",
    ]);
  });
});

test('authorization policy with all that it takes', () =>
  writes(
    'ikev2-authorization-policy',
    {
      name: 'AUTHZ',
      pool: ref('address-pool', 'POOL'),
      ipv6Pool: 'POOL6',
      ipv6Prefix: 64,
      netmask: '255.255.255.255',
      dns: ['10.0.0.1', '10.0.0.2'],
      ipv6Dns: ['2001:db8::53'],
      wins: ['10.0.0.3'],
      defDomain: 'example.net',
      banner: 'Welcome to the VPN',
      splitDns: ['corp.example.net', 'example.org'],
      routeSetInterface: true,
      routeSetInterfaces: ['Ethernet0/1'],
      routeSetAccessList: ref('access-list', 'split'),
      routeSetIpv6AccessList: ref('ipv6-access-list', 'six'),
      routeSetRemote: ['10.0.0.0/16', '192.0.2.1', '2001:db8::/32'],
      routeSetLocal: [{ network: '10.9.0.0/16', nextHop: '10.0.0.1', vrf: 'RED', tag: 5, distance: 20 }],
      routeAccept: { tag: 1, distance: 5 },
      attributeList: ref('aaa-attribute-list', 'ATTR'),
      dhcpServer: '10.2.2.2',
      dhcpGiaddr: '10.2.2.1',
      dhcpTimeout: 10,
      backupGateways: ['gw2.example.net'],
      sessionLifetime: 86400,
      flowLimit: 4,
      pfs: true,
      includeLocalLan: true,
      smartcardRemovalDisconnect: true,
      configurationUrl: 'http://192.0.2.1/config',
      configurationVersion: 3,
    },
    `crypto ikev2 authorization policy AUTHZ
 pool POOL
 ipv6 pool POOL6
 ipv6 prefix 64
 dhcp server 10.2.2.2
 dhcp giaddr 10.2.2.1
 dhcp timeout 10
 dns 10.0.0.1 10.0.0.2
 ipv6 dns 2001:db8::53
 wins 10.0.0.3
 netmask 255.255.255.255
 banner ^CWelcome to the VPN^C
 def-domain example.net
 split-dns corp.example.net
 split-dns example.org
 aaa attribute list ATTR
 backup-gateway gw2.example.net
 configuration url http://192.0.2.1/config
 configuration version 3
 include-local-lan
 ipsec flow-limit 4
 pfs
 route accept any tag 1 distance 5
 route set interface
 route set interface Ethernet0/1
 route set access-list split
 route set access-list ipv6 six
 route set remote ipv4 10.0.0.0 255.255.0.0
 route set remote ipv4 192.0.2.1 255.255.255.255
 route set remote ipv6 2001:db8::/32
 route set local ipv4 10.9.0.0 255.255.0.0 next-hop 10.0.0.1 vrf RED tag 5 distance 20
 session-lifetime 86400
 smartcard-removal-disconnect`,
  ));
test('a banner over several lines is one line of the policy', () => {
  const lines = [
    'crypto ikev2 authorization policy A',
    ' banner ^C',
    'Welcome',
    'to the VPN',
    '^C',
    ' netmask 255.255.255.255',
  ];
  expect(
    changeFrom('ikev2-authorization-policy', lines, {
      name: 'A',
      banner: 'Welcome to the VPN',
      netmask: '255.255.255.255',
    }),
  ).toEqual([]);
});
test('what an authorization policy refuses', () => {
  expect(wrongWith('ikev2-authorization-policy', { name: 'A', dns: ['10.0.0.1', '10.0.0.2', '10.0.0.3'] })).toEqual([
    'dns: write at most two',
  ]);
  expect(wrongWith('ikev2-authorization-policy', { name: 'A', banner: 'a ^ b' })).toEqual([
    'banner: write it without ^, which ends it',
  ]);
});

describe('FlexVPN client', () => {
  test('with peers by address, by name and by tracking', () =>
    writes(
      'flexvpn-client',
      {
        name: 'FLEX',
        peers: [
          { host: '172.16.1.254', track: 1 },
          { host: 'hub.example.net', dynamic: true, track: 2, trackState: 'down' },
          { sequence: 9, host: 'six.example.net', dynamic: 'ipv6' },
        ],
        peerReactivate: true,
        sources: [{ sequence: 1, interface: 'GigabitEthernet0/0', track: 3 }],
        connect: { track: 4, state: 'up' },
        inside: ['GigabitEthernet0/1'],
        tunnel: ref('tunnel-interface', 'Tunnel0'),
        backupGroup: 'default',
      },
      `crypto ikev2 client flexvpn FLEX
 peer 1 172.16.1.254 track 1
 peer 2 fqdn hub.example.net dynamic track 2 down
 peer 9 fqdn six.example.net dynamic ipv6
 peer reactivate
 source 1 GigabitEthernet0/0 track 3
 connect track 4 up
 client inside GigabitEthernet0/1
 client connect Tunnel0
 backup group default`,
    ));
  test('is read with two blanks of indent and a spelled-out tunnel', () => {
    const props = { name: 'F', peers: [{ host: '192.0.2.1' }], tunnel: ref('tunnel-interface', 'Tunnel0') };
    const lines = ['crypto ikev2 client flexvpn F', '  peer 1 192.0.2.1', '  client connect Tunnel0'];
    expect(readAgain('flexvpn-client', props, lines).unknown).toEqual([]);
    expect(changeFrom('flexvpn-client', [...lines.slice(0, 2), '  client connect tunnel 0'], props)).toEqual([]);
    expect(changeFrom('flexvpn-client', lines, { ...props, peers: [{ host: '192.0.2.2' }] })).toEqual([
      'crypto ikev2 client flexvpn F',
      ' no peer 1 192.0.2.1',
      ' peer 1 192.0.2.2',
      ' exit',
    ]);
  });
  test.each([
    [
      [{ host: '192.0.2.1', dynamic: true }],
      'peers.0.dynamic: 192.0.2.1 is an address, of which nothing is looked up: leave dynamic out, or write a name',
    ],
    [
      [
        { sequence: 1, host: 'a.net' },
        { sequence: 1, host: 'b.net' },
      ],
      'peers: two peers have one sequence: give each its own',
    ],
  ])('refuses peers: %#', (peers, message) => {
    expect(wrongWith('flexvpn-client', { name: 'F', peers, tunnel: ref('tunnel-interface', 'Tunnel0') })).toEqual([
      message,
    ]);
  });
});

describe('cluster', () => {
  const props = {
    name: 'cluster',
    standbyGroup: 'vpngw',
    maxSession: 10,
    priority: 90,
    overloadLimit: 80,
    weightCryptoLoad: 60,
    port: 2012,
    holdtime: 3000,
  } as const;
  const text = `crypto ikev2 cluster
 standby-group vpngw
 master overload-limit 80
 master weight crypto-load 60
 slave max-session 10
 slave priority 90
 port 2012
 holdtime 3000
 no shutdown`;
  test('is opened by typing no shutdown', () => writes('ikev2-cluster', props, text));
  test('is the same in the words of newer releases', () => {
    const newer = text
      .replace(/master/g, 'primary')
      .replace(/slave/g, 'secondary')
      .split('\n');
    expect(changeFrom('ikev2-cluster', newer, props)).toEqual([]);
    expect(changeFrom('ikev2-cluster', newer, { ...props, maxSession: 20 })).toContain(' slave max-session 20');
  });
});

describe('global IKEv2 settings', () => {
  test('all of them', () =>
    writes(
      'ikev2-global',
      {
        name: 'ikev2',
        dpd: { interval: 10, retry: 2, mode: 'on-demand' },
        natKeepalive: 20,
        fragmentation: { mtu: 1200 },
        httpUrlCert: false,
        cookieChallenge: 500,
        maxSa: 1000,
        maxInNegotiation: { count: 40, direction: 'incoming' },
        queueSaInit: 100,
        certificateCache: 200,
        window: 10,
        diagnoseError: 50,
        disconnectRevokedPeers: true,
        ctsSgt: true,
        redirectClient: { maxRedirects: 10 },
        redirectGateway: 'init',
        reconnectKeys: [{ index: 1, active: true, key: secret('K1') }],
      },
      `crypto ikev2 dpd 10 2 on-demand
crypto ikev2 nat keepalive 20
crypto ikev2 fragmentation mtu 1200
no crypto ikev2 http-url cert
crypto ikev2 cookie-challenge 500
crypto ikev2 limit max-sa 1000
crypto ikev2 limit max-in-negotation-sa 40 incoming
crypto ikev2 limit queue sa-init 100
crypto ikev2 certificate-cache 200
crypto ikev2 window 10
crypto ikev2 diagnose error 50
crypto ikev2 disconnect-revoked-peers
crypto ikev2 cts sgt
crypto ikev2 redirect client max-redirects 10
crypto ikev2 redirect gateway init
crypto ikev2 reconnect key 1 active <secret:env:K1>`,
    ));
  test('fragmentation and redirection without a number; a default that is on', () => {
    writes(
      'ikev2-global',
      { name: 'ikev2', fragmentation: true, redirectClient: true },
      'crypto ikev2 fragmentation\ncrypto ikev2 redirect client',
    );
    expect(changeFrom('ikev2-global', ['no crypto ikev2 http-url cert'], { name: 'ikev2', httpUrlCert: true })).toEqual(
      ['crypto ikev2 http-url cert'],
    );
  });
});
