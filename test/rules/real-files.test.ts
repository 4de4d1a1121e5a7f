import { findingsIn, type Source } from '../support/rule-example';

/** What rules missed on configurations of real devices. */
const said = (rule: string, source: Source): readonly string[] =>
  findingsIn(source)
    .filter((found) => found.rule === rule)
    .map(({ path, message }) => `${path} ${message}`);

describe('TW-IKE-005: one key for everybody', () => {
  const profile = (match: string, key: string): string => `
      crypto ikev2 profile P
       match identity remote ${match}
       authentication remote pre-share${key}
       authentication local pre-share${key}
    `;
  const all = ['edge/ikev2-profile/P matches everybody and has a key of its own, so all peers share it'];
  test.each([
    ['any', ' key hunter2', all],
    ['address 0.0.0.0', ' key 6 FgQH^CbSVhDe[gAAB', all],
    ['any', '', []],
    ['address 203.0.113.93 255.255.255.255', ' key hunter2', []],
  ])('in a profile that matches %s%s', (match, key, found) => {
    expect(said('TW-IKE-005', profile(match, key))).toEqual(found);
  });

  test('in the group of an ASA that takes who has none', () => {
    const group = (name: string): string => `
      ! asa
      ASA Version 9.18(2)
      tunnel-group ${name} ipsec-attributes
       ikev2 remote-authentication pre-shared-key *****
       ikev2 local-authentication pre-shared-key *****
    `;
    expect(said('TW-IKE-028', group('DefaultL2LGroup'))).toEqual([
      'edge/tunnel-group/DefaultL2LGroup has a key, so all peers without a tunnel group of their own share it',
    ]);
    expect(said('TW-IKE-028', group('203.0.113.93'))).toEqual([]);
  });
});

describe('TW-IKE-007: a tunnel group with one of two keys', () => {
  const group = (...lines: readonly string[]): string => `
      ! asa
      ASA Version 9.18(2)
      tunnel-group 203.0.113.93 type ipsec-l2l
      tunnel-group 203.0.113.93 ipsec-attributes
       ${lines.join('\n       ')}
    `;
  const local = 'ikev2 local-authentication pre-shared-key *****';
  const remote = 'ikev2 remote-authentication pre-shared-key *****';
  test.each([
    [[local], 'local key and no remote one'],
    [[remote], 'remote key and no local one'],
  ])('%s', (lines, message) => {
    expect(said('TW-IKE-007', group(...lines))).toEqual([`edge/tunnel-group/203.0.113.93 the peer has a ${message}`]);
  });
  test.each([
    [[remote, local]],
    [[remote, 'ikev2 local-authentication certificate TP']],
    [['ikev1 pre-shared-key *****']],
  ])('%s is whole', (lines) => {
    expect(said('TW-IKE-007', group(...lines))).toEqual([]);
  });
});

describe('TW-RA-007: addresses for clients of an ASA', () => {
  const group = (general: string, policy: string): string => `
      ! asa
      ASA Version 9.18(2)
      ip local pool STAFF 10.60.0.10-10.60.0.99 mask 255.255.255.0
      aaa-server ISE protocol radius
      aaa-server ISE (inside) host 10.62.97.21
       key *****
      group-policy DfltGrpPolicy attributes
       ${policy}
      tunnel-group STAFF type remote-access
      tunnel-group STAFF general-attributes
       ${general}
    `;
  test.each([
    ['authentication-server-group ISE', 'vpn-idle-timeout 30'],
    ['dhcp-server 10.20.0.67', 'vpn-idle-timeout 30'],
    ['strip-realm', 'address-pools value STAFF'],
    ['address-pool (outside) STAFF', 'vpn-idle-timeout 30'],
    ['strip-realm', 'vpn-tunnel-protocol ssl-clientless'],
  ])('may come by %s or %s', (general, policy) => {
    expect(said('TW-RA-007', group(general, policy))).toEqual([]);
  });
  test('or from nowhere', () => {
    expect(said('TW-RA-007', group('strip-realm', 'vpn-idle-timeout 30'))).toHaveLength(1);
  });
});

describe('tunnels', () => {
  test('TW-IF-008: each of the three that a static one needs', () => {
    const tunnel = (...lines: readonly string[]): string => `
      interface Tunnel0
       ip address 10.58.1.1 255.255.255.252
       tunnel mode ipsec ipv4
       ${lines.join('\n       ')}
    `;
    const all = [
      'tunnel source GigabitEthernet1',
      'tunnel destination 203.0.113.93',
      'tunnel protection ipsec profile P',
    ];
    expect(said('TW-IF-008', tunnel(...all))).toEqual([]);
    const lacks = all.map((line) => said('TW-IF-008', tunnel(...all.filter((other) => other !== line))));
    expect(lacks.flat().map((each) => each.split(' has ')[1])).toEqual([
      'no source',
      'no destination',
      'no protection',
    ]);
    // What cannot be read is not missing, and GRE needs no protection.
    expect(said('TW-IF-008', tunnel(all[0]!, all[2]!, 'tunnel destination at the other end'))).toEqual([]);
    expect(said('TW-IF-008', tunnel(all[0]!, all[1]!).replace('ipsec ipv4', 'gre ip'))).toEqual([]);
  });

  test('TW-IF-007: of two VRFs, or of two profiles, they are two', () => {
    const second = (profile: string, vrf: string): string =>
      [['Tunnel0', 'A', 'RED'] as const, ['Tunnel1', profile, vrf] as const]
        .map(
          ([name, ipsec, front]) => `
      crypto ipsec profile ${ipsec}
       set ikev2-profile P
      interface ${name}
       ip unnumbered Loopback0
       tunnel source GigabitEthernet1
       tunnel mode ipsec ipv4
       tunnel destination 203.0.113.93
       tunnel vrf ${front}
       tunnel protection ipsec profile ${ipsec}`,
        )
        .join('');
    expect(said('TW-IF-007', second('A', 'RED'))).toHaveLength(1);
    expect(said('TW-IF-007', second('A', 'BLUE'))).toEqual([]);
    expect(said('TW-IF-007', second('B', 'RED'))).toEqual([]);
  });
});

test('TW-IKE-005: keys of IKEv1 for everybody', () => {
  const found = findingsIn(`
      version 15.7
      crypto keyring K
        pre-shared-key address 0.0.0.0 0.0.0.0 key hunter2
        pre-shared-key address 198.51.100.0 255.255.255.0 key hunter2
      crypto isakmp key hunter2 address 0.0.0.0
      crypto isakmp key 6 FgQH^CbSVhDe[gAAB address 203.0.113.62  no-xauth
    `).filter(({ rule }) => rule === 'TW-IKE-005');
  expect(found.map(({ path, line }) => [path, line])).toEqual([
    ['edge/line/3', 3],
    ['edge/line/5', 5],
  ]);
  expect(JSON.stringify(found)).not.toContain('hunter2');
});

test('TW-IKE-025: transform sets of IKEv1 on an ASA, each at its line', () => {
  const found = findingsIn(`
      ! asa
      ASA Version 9.12(4)
      crypto ipsec ikev1 transform-set OLD esp-3des esp-md5-hmac
      crypto ipsec ikev1 transform-set NEW esp-aes-256 esp-sha-hmac
      crypto ikev1 policy 10
       authentication pre-share
       encryption aes-256
       hash sha
       group 5
       lifetime 86400
    `).filter(({ rule }) => rule === 'TW-IKE-025');
  expect(found.map(({ message, line }) => `${line} ${message}`)).toEqual([
    '3 the IKEv1 transform set OLD has 3des, md5: broken or too short',
    '5 the IKEv1 policy 10 has group 5: broken or too short',
  ]);
});
