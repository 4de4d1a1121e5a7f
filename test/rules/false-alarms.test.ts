import { findingsIn, type Source } from '../support/rule-example';

/** What rules said of configurations that work: each of these was seen on real ones. */
const said = (rule: string, source: Source): readonly string[] =>
  findingsIn(source)
    .filter((found) => found.rule === rule)
    .map(({ path, message }) => `${path} ${message}`);

describe('TW-AAA-001: aaa new-model', () => {
  const device = (lines: string): string => `
      version 15.7
      ${lines}
      aaa new-model
      line vty 0 4
       transport input ssh
    `;
  test('without a login list default asks the users of the device', () => {
    expect(said('TW-AAA-001', device('username admin privilege 15 secret 9 $9$x'))).toEqual([]);
    expect(said('TW-AAA-001', device('username admin nopassword'))).toEqual([]);
    expect(said('TW-AAA-001', device('hostname edge'))).toHaveLength(1);
  });

  test('with a list that ends in a password of the device needs no user', () => {
    expect(said('TW-AAA-001', device('aaa authentication login default group tacacs+ enable'))).toEqual([]);
    expect(said('TW-AAA-001', device('aaa authentication login default line'))).toEqual([]);
    expect(said('TW-AAA-001', device('aaa authentication login default local'))).toHaveLength(1);
  });
});

describe('TW-IPSEC-001: proposals of an ASA', () => {
  const proposal = (encryption: string, integrity: string): string => `
      ! asa
      ASA Version 9.12(4)
      crypto ipsec ikev2 ipsec-proposal P
       protocol esp encryption ${encryption}
       protocol esp integrity ${integrity}
    `;
  test.each([
    ['aes-gcm-256 aes-256', 'sha-256'],
    ['aes-256 aes-gcm-256', 'sha-256 null'],
    ['aes-gcm-256 aes-gcm', 'null'],
    ['aes-gmac-256', 'null sha-256'],
  ])('%s with %s is sound', (encryption, integrity) => {
    expect(said('TW-IPSEC-001', proposal(encryption, integrity))).toEqual([]);
  });
  test.each([
    ['aes-256 aes', 'null', 'has aes-cbc-256, aes-cbc-128 and no integrity'],
    ['aes-gcm-256 aes-256', 'null', 'has aes-cbc-256 and no integrity'],
    ['aes-256', 'sha-256 null', 'has aes-cbc-256 and offers it without integrity too'],
    ['aes-gcm-256', 'sha-256', 'has aes-gcm-256 and sha256 beside it'],
  ])('%s with %s is not', (encryption, integrity, message) => {
    expect(said('TW-IPSEC-001', proposal(encryption, integrity))).toEqual([`edge/ipsec-transform-set/P ${message}`]);
  });

  test('that also offer what does not encrypt are found, wherever it stands', () => {
    expect(said('TW-IPSEC-002', proposal('aes-256 null', 'sha-256'))).toEqual([
      'edge/ipsec-transform-set/P null does not encrypt',
    ]);
  });
});

describe('TW-IF-003: what fits', () => {
  const tunnel = (set: string, lines: string, mode = 'ipsec ipv4'): string => `
      crypto ipsec transform-set TS ${set}
       mode ${mode === 'ipsec ipv4' ? 'tunnel' : 'transport'}
      crypto ipsec profile WAN
       set transform-set TS
      interface Tunnel1
       ip address 169.254.10.2 255.255.255.252
       ${lines}
       tunnel source GigabitEthernet1
       tunnel mode ${mode}
       tunnel destination 203.0.113.93
       tunnel protection ipsec profile WAN
    `;
  test.each([
    ['esp-aes esp-sha-hmac', 'ip tcp adjust-mss 1379'],
    ['esp-aes 256 esp-sha256-hmac', 'ip tcp adjust-mss 1379'],
    ['esp-gcm 256', 'ip tcp adjust-mss 1379'],
    ['esp-gcm 256', 'ip mtu 1446'],
    ['esp-gcm 256', 'ip mtu 9000'],
  ])('%s and %s: the value of the cloud, and all that IPsec leaves', (set, lines) => {
    expect(said('TW-IF-003', tunnel(set, lines))).toEqual([]);
  });

  test.each([
    ['esp-aes 256 esp-sha512-hmac', 'ip mtu 1430', '1430 bytes in: 1422 fit'],
    ['esp-gcm 256', 'ip mtu 1447', '1447 bytes in: 1446 fit'],
    ['esp-aes 256 esp-sha256-hmac', 'ip tcp adjust-mss 1399', 'TCP use 1399 bytes where 1398 fit'],
  ])('%s and %s: no more', (set, lines, message) => {
    expect(said('TW-IF-003', tunnel(set, lines))).toEqual([expect.stringContaining(message)]);
  });

  test('GRE adds its own header', () => {
    expect(said('TW-IF-003', tunnel('esp-gcm 256', 'ip mtu 1442', 'gre ip'))).toEqual([]);
    expect(said('TW-IF-003', tunnel('esp-gcm 256', 'ip mtu 1443', 'gre ip'))).toHaveLength(1);
  });
});

describe('what could not be read is not missing', () => {
  test('TW-IKE-010: a match line of an IKEv2 profile', () => {
    const profile = (match: string): string => `
      crypto ikev2 profile P
       ${match}
       authentication remote rsa-sig
       authentication local rsa-sig
       pki trustpoint CA
    `;
    expect(said('TW-IKE-010', profile('match identity remote galaxy 7'))).toEqual([]);
    expect(said('TW-IKE-010', profile('description nothing'))).toHaveLength(1);
  });
});

describe('TW-REF-003: used by something that is no noun here', () => {
  test('an entry of an ASA crypto map is of its map by its name', () => {
    const map = (applied: string): string => `
      ! asa
      ASA Version 9.18(2)
      access-list WAN extended permit ip 10.20.0.0 255.255.0.0 10.30.0.0 255.255.0.0
      crypto ipsec ikev1 transform-set OLD esp-aes-256 esp-sha-hmac
      crypto map outside_map 1 match address WAN
      crypto map outside_map 1 set peer 203.0.113.93
      crypto map outside_map 1 set ikev1 transform-set OLD
      crypto map outside_map 1 set security-association lifetime seconds 28800
      ${applied}
    `;
    expect(said('TW-REF-003', map('crypto map outside_map interface outside'))).toEqual([]);
    expect(said('TW-REF-003', map('crypto ikev2 enable outside'))).toHaveLength(1);
  });

  test('a virtual template that an IKEv1 profile clones', () => {
    const template = (number: number): string => `
      crypto isakmp profile OLD
         match identity group STAFF
         virtual-template ${number}
      crypto ipsec profile OLD
       set isakmp-profile OLD
      interface Virtual-Template3 type tunnel
       ip unnumbered Loopback0
       tunnel mode ipsec ipv4
       tunnel protection ipsec profile OLD
    `;
    expect(said('TW-REF-003', template(3))).toEqual([]);
    expect(said('TW-REF-003', template(4))).toHaveLength(1);
  });

  test('a certificate map that an ASA always has', () => {
    const map = (name: string): string => `
      ! asa
      ASA Version 9.1(7)
      crypto ca certificate map ${name} 10
       subject-name attr o eq example net
    `;
    expect(said('TW-REF-003', map('DefaultCertificateMap'))).toEqual([]);
    expect(said('TW-REF-003', map('PEERS'))).toEqual([
      'edge/certificate-map/PEERS the certificate map PEERS is of no use: no profile, tunnel group or trustpoint names it',
    ]);
  });
});

test('TW-IKE-026: a router that has turned aggressive mode off', () => {
  const profile = (line: string): string => `
      version 15.7
      ${line}
      crypto isakmp profile EZ
         match identity group STAFF
         initiate mode aggressive
    `;
  expect(said('TW-IKE-026', profile('crypto isakmp aggressive-mode disable'))).toEqual([]);
  expect(said('TW-IKE-026', profile('crypto isakmp keepalive 30'))).toHaveLength(1);
});

test('TW-RA-009: the certificate of a cluster address or of one name is not that of the interface', () => {
  const asa = (line: string): string => `
      ! asa
      ASA Version 9.18(2)
      crypto ca trustpoint VPN
       enrollment terminal
      webvpn
       enable outside
       anyconnect enable
      ${line}
    `;
  const finding = 'edge/webvpn/webvpn listens for TLS at outside, which has no certificate';
  expect(said('TW-RA-009', asa('ssl trust-point VPN outside vpnlb-ip'))).toEqual([finding]);
  expect(said('TW-RA-009', asa('ssl trust-point VPN domain vpn.example.net'))).toEqual([finding]);
  expect(said('TW-RA-009', asa('ssl trust-point VPN'))).toEqual([]);
  expect(said('TW-RA-009', asa('ssl trust-point VPN outside'))).toEqual([]);
});
