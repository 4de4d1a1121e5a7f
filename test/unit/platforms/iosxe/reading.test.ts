import { inspect } from '../../../../lib/platforms/iosxe/inspect';

const read = (text: string) => inspect(`version 17.9\n${text}\nend\n`);
const nounsOf = (text: string, kind: string) => read(text).nouns.filter((noun) => noun.kind === kind);
const propsOf = (text: string, kind: string) => nounsOf(text, kind).map(({ name, props }) => ({ name, ...props }));

describe('what cannot be read makes an object unreadable', () => {
  test.each([
    ['tunnel-interface', 'Tunnel7', 'interface Tunnel7\n ip unnumbered Loopback0\n tunnel mode mpls traffic-eng'],
    ['tunnel-interface', 'Tunnel7', 'interface Tunnel7\n tunnel mode vxlan ipv4 default-mac\n tunnel source Loopback0'],
    ['tunnel-interface', 'Tunnel7', 'interface Tunnel7\n tunnel protection ipsec profile P isakmp-profile I'],
    ['virtual-template', 'Virtual-Template7', 'interface Virtual-Template7 type tunnel\n tunnel mode auto'],
    ['ikev2-profile', 'P', 'crypto ikev2 profile P\n match identity remote colour blue\n authentication local rsa-sig'],
    ['ikev2-policy', 'P', 'crypto ikev2 policy P\n match colour blue\n proposal A'],
    ['ikev2-proposal', 'P', 'crypto ikev2 proposal P\n encryption aes-cbc-256 enigma\n group 14'],
    ['ikev2-keyring', 'K', 'crypto ikev2 keyring K\n peer A\n  address somewhere over\n  pre-shared-key X'],
    ['certificate-map', 'M', 'crypto pki certificate map M 10\n subject-name resembles spoke'],
    ['access-list', 'A', 'ip access-list extended A\n permit ip any any\n evaluate BACK'],
    ['access-list', 'A', 'ip access-list extended A\n 20 permit object-group SERVICES object-group HOSTS any log'],
    ['ipsec-profile', 'P', 'crypto ipsec profile P\n set transform-set T\n set identity ONLY'],
  ])('%s %s', (kind, name, text) => {
    expect(nounsOf(text, kind)).toEqual([]);
    expect(read(text).unreadable).toMatchObject([{ kind, name }]);
    expect(read(text).unreadable[0]!.unread.length).toBeGreaterThan(0);
  });

  test('its other lines are not unknown', () => {
    const { unknown, unmanaged } = read('crypto ikev2 policy P\n match colour blue\n proposal A');
    expect(unknown.map(({ text }) => text)).toEqual(['match colour blue']);
    expect(unmanaged.map(({ text }) => text)).toEqual(['version 17.9', 'crypto ikev2 policy P', 'proposal A']);
  });

  test('a virtual template of PPP is none of a tunnel, and one with a type is', () => {
    const ppp = 'interface Virtual-Template1\n ip unnumbered Loopback0\n ppp authentication ms-chap-v2';
    expect(nounsOf(ppp, 'virtual-template')).toEqual([]);
    expect(read(ppp).unknown).toEqual([]);
    expect(
      nounsOf('interface Virtual-Template1 type tunnel\n ip unnumbered Loopback0', 'virtual-template'),
    ).toHaveLength(1);
  });
});

test('an IPv6 next hop may begin with a letter', () => {
  const routes = [
    '2001:db8:2::/64 FD00::1',
    '2001:db8:3::/64 FE80::9',
    '2001:db8:4::/64 Tunnel4 FE80::9',
    '::/0 Tunnel4',
  ];
  expect(propsOf(routes.map((each) => `ipv6 route ${each}`).join('\n'), 'ipv6-static-route')).toMatchObject([
    { gateway: 'fd00::1' },
    { gateway: 'fe80::9' },
    { gateway: 'fe80::9', interface: { name: 'Tunnel4' } },
    { interface: { name: 'Tunnel4' } },
  ]);
});

test('a remark has the number of its entry, and each stays', () => {
  const list = ['10 remark web', '10 permit tcp any any eq 80 443', '20 remark rest', '20 deny ip any any'];
  expect(propsOf(`ip access-list extended A\n ${list.join('\n ')}`, 'access-list')).toMatchObject([
    {
      entries: [
        { sequence: 10, remark: 'web' },
        { sequence: 10, destinationPort: 'eq 80 443' },
        { sequence: 20, remark: 'rest' },
        { sequence: 20, action: 'deny' },
      ],
    },
  ]);
});

test('route targets as far out as their family, and both at once, are those of the family', () => {
  const flush = [
    'rd 1:1',
    'address-family ipv4',
    'route-target export 1:1',
    'exit-address-family',
    'address-family ipv6',
  ];
  const text = `vrf definition V\n ${[...flush, 'route-target both 1:2', 'exit-address-family'].join('\n ')}`;
  expect(propsOf(text, 'vrf')).toEqual([
    {
      name: 'V',
      rd: '1:1',
      addressFamilies: [
        { family: 'ipv4', exports: ['1:1'] },
        { family: 'ipv6', exports: ['1:2'], imports: ['1:2'] },
      ],
    },
  ]);
  expect(read(text).unknown).toEqual([]);
});

test('known lines are told from unknown ones', () => {
  const tunnel = ['if-state nhrp', 'ip pim sparse-mode', 'zone-member security V', 'delay 100', 'no ip unreachables'];
  const { unknown, unmanaged } = read(`interface Tunnel1\n ${[...tunnel, 'qos frobnicate', 'frobnicate'].join('\n ')}`);
  expect(unmanaged.map(({ text }) => text)).toEqual(['version 17.9', ...tunnel, 'qos frobnicate']);
  expect(unknown.map(({ text }) => text)).toEqual(['frobnicate']);
});

test.each([
  'aaa authorization exec default local if-authenticated',
  'aaa server radius dynamic-author\n client 192.0.2.1 server-key 7 060506324F41\n auth-type any',
  'aaa group server radius G\n load-balance method least-outstanding',
  'crypto pki certificate chain T\n certificate ca 01\n  30820101 30820102\n  \tquit',
  'crypto pki profile enrollment E\n enrollment url http://ca.example.net\n method-est',
  'crypto isakmp policy 10\n encr aes 256\n hash sha256\n authentication pre-share\n group 14',
  'crypto keyring K vrf V\n  pre-shared-key address 192.0.2.1 key X',
  'crypto isakmp profile I\n   keyring K\n   match identity address 192.0.2.1 255.255.255.255 V',
  'crypto map M 10 ipsec-isakmp\n set peer 192.0.2.1\n set transform-set T\n match address 101\n reverse-route static',
  'crypto gdoi group G\n identity number 7\n server local\n  rekey retransmit 10 number 2\n  sa ipsec 1\n   match address ipv4 A',
  'ntp peer 192.0.2.9',
  'no ip domain lookup',
  'interface Loopback0\n ip address 192.0.2.1 255.255.255.255\n ip address 192.0.2.2 255.255.255.255 secondary',
])('%s holds nothing unknown', (text) => expect(read(text).unknown).toEqual([]));

test('a policy for a local address of IPv6', () =>
  expect(propsOf('crypto ikev2 policy P\n match address local 2001:DB8::1\n proposal A', 'ikev2-policy')).toMatchObject(
    [{ localAddresses: ['2001:db8::1'] }],
  ));

test('keys in a keyring of IKEv1, and a gatekeeper, are known whole', () =>
  expect(
    read(
      'crypto keyring K\n  rsa-pubkey address 192.0.2.1 encryption\n   key-string\n    30819F30 0D06092A\n   quit\ngatekeeper\n shutdown',
    ).unknown,
  ).toEqual([]));
