import { startRouter, type LabRouter } from '../../lib/lab/devices/iosxe';
import { type7 } from '../../lib/lab/devices/iosxe/passwords';

describe('a router that is typed at', () => {
  let router: LabRouter;
  beforeEach(async () => {
    router = await startRouter();
  });
  afterEach(() => router.close());
  const block = (header: string): readonly string[] => {
    const lines = router.runningConfig().split('\n');
    const from = lines.findIndex((line) => line.trimEnd() === header);
    if (from === -1) return [];
    const length = lines.slice(from + 1).findIndex((line) => !line.startsWith(' '));
    return lines.slice(from + 1, from + 1 + length);
  };
  const vpn = [
    'crypto pki trustpoint CA',
    'crypto ikev2 proposal P',
    'encryption aes-gcm-256',
    'prf sha384',
    'group 19',
    'crypto ikev2 policy P',
    'proposal P',
    'crypto ikev2 profile I',
    'pki trustpoint CA',
    'crypto ipsec transform-set T esp-gcm 256',
    'crypto ipsec profile S',
    'set transform-set T',
    'set pfs group19',
    'set ikev2-profile I',
    'interface Tunnel100',
    'ip address 10.58.1.1 255.255.255.252',
    'tunnel protection ipsec profile S',
    'ip route 10.30.0.0 255.255.0.0 Tunnel100',
  ];

  test('takes a whole VPN and prints it in its own order', () => {
    expect(router.type(...vpn)).toEqual([]);
    expect(
      router.type(
        'crypto ikev2 profile I',
        ' lifetime 28800',
        ' authentication local rsa-sig',
        ' authentication remote rsa-sig',
        ' match identity remote address 203.0.113.93',
        ' identity local dn',
      ),
    ).toEqual([]);
    expect(block('crypto ikev2 profile I')).toEqual([
      ' match identity remote address 203.0.113.93 255.255.255.255',
      ' identity local dn',
      ' authentication remote rsa-sig',
      ' authentication local rsa-sig',
      ' pki trustpoint CA',
      ' lifetime 28800',
    ]);
    expect(block('crypto ipsec profile S')).toEqual([
      ' set transform-set T ',
      ' set pfs group19',
      ' set ikev2-profile I',
    ]);
  });
  test('replaces a line of one value, adds to a list, hides a default', () => {
    router.type('crypto ikev2 profile I', 'lifetime 3600', 'lifetime 28800', 'match identity remote fqdn a.example');
    router.type('crypto ikev2 profile I', 'match identity remote fqdn b.example');
    expect(block('crypto ikev2 profile I')).toEqual([
      ' match identity remote fqdn a.example',
      ' match identity remote fqdn b.example',
      ' lifetime 28800',
    ]);
    router.type('crypto ikev2 profile I', 'lifetime 86400', 'no match identity remote fqdn a.example');
    expect(block('crypto ikev2 profile I')).toEqual([' match identity remote fqdn b.example']);
  });
  test('replaces what stands on the header', () => {
    router.type('crypto ipsec transform-set T esp-aes 256 esp-sha256-hmac', 'mode transport');
    router.type('crypto ipsec transform-set T esp-gcm 256');
    expect(router.runningConfig()).toContain('crypto ipsec transform-set T esp-gcm 256 \n mode transport\n!');
    router.type('crypto ipsec transform-set T esp-gcm 256', 'no mode transport');
    expect(block('crypto ipsec transform-set T esp-gcm 256')).toEqual([' mode tunnel']);
  });
  test('goes from peer to peer and out of the keyring', () => {
    const errors = router.type(
      'crypto ikev2 keyring K',
      'peer a',
      'pre-shared-key remote two',
      'pre-shared-key local one',
      'address 192.0.2.1',
      'peer b',
      'address 192.0.2.2',
      'no peer a',
      'crypto ikev2 proposal P',
    );
    expect(errors).toEqual([]);
    expect(block('crypto ikev2 keyring K')).toEqual([' peer b', '  address 192.0.2.2', ' !']);
    router.type('crypto ikev2 keyring K', 'peer b', 'pre-shared-key local 0 clear', 'pre-shared-key remote 6 ABC');
    expect(block('crypto ikev2 keyring K')).toContain('  pre-shared-key local clear');
    expect(block('crypto ikev2 keyring K')).toContain('  pre-shared-key remote 6 ABC');
    expect(type7('cisco')).toBe('02050D480809');
    router.type('service password-encryption');
    expect(block('crypto ikev2 keyring K')).toContain(`  pre-shared-key local 7 ${type7('clear')}`);
    router.type('crypto ikev2 keyring K', 'peer b', 'no pre-shared-key local');
    expect(block('crypto ikev2 keyring K')).not.toContain(`  pre-shared-key local 7 ${type7('clear')}`);
  });
  test('knows interfaces by any spelling', () => {
    expect(router.type('int tu100', 'tunnel source gi0/0', 'interface tunnel 101', 'no int Tunnel 100')).toEqual([]);
    expect(router.runningConfig()).toContain('interface Tunnel101\n no ip address\n!');
    expect(router.runningConfig()).not.toContain('Tunnel100');
    expect(router.type('interface GigabitEthernet0/7')).toEqual(['%Invalid interface type and number']);
    expect(router.type('no interface gi0/0')).toEqual(['% Removal of physical interfaces is not permitted']);
  });

  test.each([
    ['crypto ipsec profile S', 'set transform-set NONE'],
    ['crypto ipsec profile S', 'set ikev2-profile NONE'],
    ['crypto ikev2 policy P', 'proposal NONE'],
    ['crypto ikev2 profile I', 'keyring local NONE'],
    ['crypto ikev2 profile I', 'match certificate NONE'],
    ['crypto ikev2 profile I', 'pki trustpoint NONE'],
    ['interface Tunnel1', 'tunnel protection ipsec profile NONE'],
    ['hostname edge', 'ip route 10.0.0.0 255.0.0.0 Tunnel99'],
  ])('%s: refuses %s, because it is not there', (header, line) => {
    expect(router.type(header, line)).toEqual([expect.stringMatching(/^% .* does not exist/)]);
  });
  test.each([
    'no crypto pki trustpoint CA',
    'no crypto ikev2 proposal P',
    'no crypto ikev2 profile I',
    'no crypto ipsec transform-set T',
    'no crypto ipsec profile S',
  ])('refuses %s while it is in use', (line) => {
    router.type(...vpn);
    expect(router.type(line)).toEqual([expect.stringMatching(/^% Cannot remove .*: in use by /)]);
  });
  test('is rid of everything in the order of the references', () => {
    const before = router.runningConfig();
    router.type(...vpn);
    expect(
      router.type(
        'no ip route 10.30.0.0 255.255.0.0 Tunnel100',
        'no interface Tunnel100',
        'no crypto ipsec profile S',
        'no crypto ipsec transform-set T',
        'no crypto ikev2 profile I',
        'no crypto ikev2 policy P',
        'no crypto ikev2 proposal P',
        'no crypto pki trustpoint CA',
      ),
    ).toEqual([]);
    expect(router.runningConfig()).toBe(before);
  });
  test('takes the routes away with their interface, and complains about a route that is not there', () => {
    router.type(...vpn);
    router.type('no interface Tunnel100');
    expect(router.runningConfig()).not.toContain('Tunnel100');
    expect(router.type('no ip route 10.30.0.0 255.255.0.0 Tunnel100')).toEqual(['%No matching route to delete']);
  });
  test('a route has one distance', () => {
    router.type(...vpn, 'ip route 10.30.0.0 255.255.0.0 Tunnel100 200');
    expect(router.runningConfig().match(/^ip route 10\.30.*$/gm)).toEqual([
      'ip route 10.30.0.0 255.255.0.0 Tunnel100 200',
    ]);
  });
  test('refuses addresses that overlap, and takes them off when the VRF changes', () => {
    router.type(...vpn, 'vrf definition RED');
    expect(router.type('interface Tunnel7', 'ip address 10.58.1.2 255.255.255.0')).toEqual([
      '% 10.58.1.0 overlaps with Tunnel100',
    ]);
    expect(router.type('interface Tunnel100', 'vrf forwarding RED')).toEqual([
      expect.stringContaining('% Interface Tunnel100 IPv4 disabled'),
    ]);
    expect(block('interface Tunnel100')).toContain(' no ip address');
  });
  test('complains about what it does not know', () => {
    expect(router.type('crypto ikev2 profile')).toEqual(['% Incomplete command.']);
    expect(router.type('nonsense')).toEqual(["% Invalid input detected at '^' marker."]);
    expect(router.type('crypto ikev2 p X')).toEqual(['% Ambiguous command:  "crypto ikev2 p X"']);
    expect(router.type('crypto ikev2 proposal P', 'group 99')).toEqual(["% Invalid input detected at '^' marker."]);
    expect(router.type('no crypto ikev2 profile ABSENT', 'interface Tunnel5', 'no description')).toEqual([]);
  });
  test('asks before an enrolled trustpoint goes', async () => {
    const enrolled = await startRouter({ enrolled: ['CA'] });
    enrolled.type('crypto pki trustpoint CA');
    expect(enrolled.type('no crypto pki trustpoint CA', 'no')[0]).toMatch(/^% Removing an enrolled trustpoint/);
    expect(enrolled.runningConfig()).toContain('trustpoint CA');
    enrolled.type('no crypto pki trustpoint CA', 'yes');
    expect(enrolled.runningConfig()).not.toContain('trustpoint CA');
    await enrolled.close();
  });
  test('forgets at a reload what was not saved', () => {
    const before = router.runningConfig();
    router.type('hostname other', 'interface Tunnel1');
    expect(router.startupConfig()).toBe(before);
    router.reload();
    expect(router.runningConfig()).toBe(before);
  });
});

test('lines of an access list that are typed without numbers stand one behind the other', async () => {
  const router = await startRouter({ config: 'hostname edge\nend\n' });
  try {
    const refused = router.type(
      'ip access-list extended A',
      'permit udp any any eq 500',
      'permit esp any any',
      'permit udp any any eq 500',
      '15 permit udp any any eq 4500',
      'deny ip any any',
      'ipv6 access-list B',
      'permit ipv6 any any',
      'deny ipv6 any any',
    );
    expect(refused).toEqual([]);
    expect(router.runningConfig()).toContain(
      'ip access-list extended A\n 10 permit udp any any eq 500\n 20 permit esp any any\n',
    );
    expect(router.runningConfig()).toMatch(/ 30 deny {3}ip any any\n/);
    expect(router.runningConfig()).toContain(
      'ipv6 access-list B\n sequence 10 permit ipv6 any any\n sequence 20 deny ipv6 any any\n',
    );
  } finally {
    await router.close();
  }
});

test('negatives in blocks that no table knows are kept where a device printed them', async () => {
  const config = 'version 17.9\nhostname edge\nno license smart enable\nline 2\n no exec\n stopbits 1\nend\n';
  const router = await startRouter({ config });
  try {
    expect(router.runningConfig()).toContain('no license smart enable\n');
    expect(router.runningConfig()).toContain('line 2\n no exec\n stopbits 1\n');
    expect(router.type('line 2', 'exec', 'exit', 'license smart enable')).toEqual([]);
    expect(router.runningConfig()).not.toMatch(/no exec|no license/);
  } finally {
    await router.close();
  }
});
