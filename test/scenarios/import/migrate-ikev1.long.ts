import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tw } from '../../support/command';
import { compilerFindings, stackOf } from '../../support/imported';
import { platformOf } from '../../../lib/platforms';

const nobody = { lab: undefined, ledgers: undefined } as unknown as Parameters<typeof tw>[0];
const room = mkdtempSync(join(tmpdir(), 'tunnelwright-migrate-'));
afterAll(() => rmSync(room, { recursive: true, force: true }));

const router = (
  name: string,
  own: string,
  far: string,
  [lan, other]: readonly [number, number],
): string => `version 17.9
hostname ${name}
crypto isakmp policy 10
 encr 3des
 hash md5
 authentication pre-share
 group 2
crypto isakmp key Example-1 address ${far}
crypto ipsec transform-set OLD esp-3des esp-sha-hmac
 mode tunnel
crypto map OUT 10 ipsec-isakmp
 set peer ${far}
 set transform-set OLD
 match address FAR
crypto map OUT 20 gdoi
interface GigabitEthernet1
 ip address ${own} 255.255.255.0
 crypto map OUT
ip access-list extended FAR
 10 permit ip 10.${lan}.0.0 0.0.255.255 10.${other}.0.0 0.0.255.255
 20 permit gre host ${own} host ${far}
end
`;

const tunnel = `version 17.9
hostname vti
crypto isakmp policy 10
 encr aes 256
 hash sha256
 authentication pre-share
 group 14
 lifetime 28800
crypto isakmp key 6 AAAAAAAAAAAAAAAAAAAAAAAAAAAA address 203.0.113.9
crypto ipsec transform-set NEW esp-gcm 256
crypto ipsec profile OLD
 set transform-set NEW
 set pfs group14
interface Tunnel7
 ip address 10.58.7.1 255.255.255.252
 tunnel source GigabitEthernet1
 tunnel mode ipsec ipv4
 tunnel destination 203.0.113.9
 tunnel protection ipsec profile OLD
interface GigabitEthernet1
 ip address 198.51.100.7 255.255.255.0
ip route 10.70.0.0 255.255.0.0 Tunnel7
end
`;

const firewall = `ASA Version 9.16(4)
!
hostname fw
interface GigabitEthernet0/0
 nameif outside
 security-level 0
 ip address 198.51.100.8 255.255.255.0
object network LAN
 subnet 10.80.0.0 255.255.0.0
object-group network FAR-LANS
 network-object 10.81.0.0 255.255.0.0
 network-object object LAB
object network LAB
 subnet 10.82.0.0 255.255.0.0
access-list FAR extended permit ip object LAN object-group FAR-LANS
crypto ipsec ikev1 transform-set OLD esp-aes-256 esp-sha-hmac
crypto map OUT 10 match address FAR
crypto map OUT 10 set pfs group5
crypto map OUT 10 set peer 203.0.113.8
crypto map OUT 10 set ikev1 phase1-mode aggressive
crypto map OUT 10 set ikev1 transform-set OLD
crypto map OUT interface outside
crypto ikev1 policy 10
 authentication pre-share
 encryption aes-256
 hash sha
 group 5
 lifetime 86400
tunnel-group 203.0.113.8 type ipsec-l2l
tunnel-group 203.0.113.8 ipsec-attributes
 ikev1 pre-shared-key *****
`;

const migrated = async (name: string, platform: string, ...texts: readonly string[]) => {
  const files = texts.map((_text, at) => join(room, `${name}-${at}.cfg`));
  files.forEach((file, at) => writeFileSync(file, texts[at]!));
  const out = join(room, name);
  const ran = await tw(nobody, ['migrate', 'ikev1', '--platform', platform, '--out', out, ...files]);
  return { ...ran, directory: out };
};

/** What the migrated program writes on a device. */
const configurationOf = (out: string, id: string): string => {
  const stack = stackOf(out);
  expect(stack.problems).toEqual([]);
  const target = stack.manifest.targets.find((each) => each.id === id)!;
  return platformOf(target.platform)
    .artifacts(target.desired)
    .find(({ suffix }) => suffix === '.cfg')!.text;
};

test('a crypto map at both ends is one VPN; weak choices are replaced, and each is said', async () => {
  const files = [
    router('pune', '198.51.100.1', '203.0.113.1', [1, 2]),
    router('goa', '203.0.113.1', '198.51.100.1', [2, 1]),
  ];
  const { code, err, directory: out } = await migrated('pair', 'ios-xe', ...files);
  expect([code, err]).toEqual([0, '']);
  const network = readFileSync(join(out, 'network.ts'), 'utf8');
  expect(network.match(/new SiteToSiteVpn/g)).toHaveLength(1);
  expect(network).not.toContain('ExternalPeer');
  expect(network).not.toContain('Example-1');
  for (const said of [
    '// In the place of crypto map OUT 10 of pune.',
    '// In the place of crypto map OUT 10 of goa.',
    '// - Diffie-Hellman group 2 is weak: group 19 takes its place.',
    '// - IKE encryption 3des is weak: aes-cbc-256 takes its place.',
    '// - IKE hash md5 is weak: sha256 takes its place.',
    '// - ESP encryption 3des is weak: aes-cbc-256 takes its place.',
    '// - ESP integrity sha1 is weak: sha256 takes its place.',
    '// - there was no perfect forward secrecy: group 19 is added.',
    '// - its key has fewer than 16 characters: choose another.',
    '// Not migrated, pune: crypto map OUT 20: gdoi is not migrated.',
  ])
    expect(network).toContain(said);
  const [pune, goa] = ['pune', 'goa'].map((id) => configurationOf(out, id));
  for (const text of [pune, goa]) {
    expect(text).toContain(' encryption aes-cbc-256\n integrity sha256\n group 19\n');
    expect(text).toContain(' set pfs group19');
  }
  expect(pune).toContain('tunnel destination 203.0.113.1');
  expect(pune).toContain('ip route 10.2.0.0 255.255.0.0 Tunnel100');
  expect(goa).toContain('ip route 10.1.0.0 255.255.0.0 Tunnel100');
  // The outer addresses are of what goes through the tunnel, and never routed into it.
  expect(pune! + goa!).not.toMatch(/ip route (198\.51\.100\.1|203\.0\.113\.1) /);
});

test('a tunnel interface keeps its name, its addresses and what is strong', async () => {
  const { code, directory: out } = await migrated('vti', 'ios-xe', tunnel);
  expect(code).toBe(0);
  const network = readFileSync(join(out, 'network.ts'), 'utf8');
  expect(network).not.toContain('is weak');
  expect(network).toContain("tunnel: '10.58.7.2/30',");
  const text = configurationOf(out, 'vti');
  for (const line of ['interface Tunnel7', ' ip address 10.58.7.1 255.255.255.252', ' group 14', 'esp-gcm 256'])
    expect(text).toContain(line);
  expect(text).toContain('ip route 10.70.0.0 255.255.0.0 Tunnel7');
});

test('an ASA keeps its crypto map, with objects as what they are', async () => {
  const { code, directory: out } = await migrated('fw', 'asa', firewall);
  expect(code).toBe(0);
  const network = readFileSync(join(out, 'network.ts'), 'utf8');
  for (const said of ['group 5 is weak', 'hash sha1 is weak', 'ESP integrity sha1 is weak', 'aggressive mode has no'])
    expect(network).toContain(said);
  const text = configurationOf(out, 'fw');
  expect(text).toContain('permit ip 10.80.0.0 255.255.0.0 10.81.0.0 255.255.0.0');
  expect(text).toContain('permit ip 10.80.0.0 255.255.0.0 10.82.0.0 255.255.0.0');
  expect(text).toContain('set peer 203.0.113.8');
  expect(text).toContain('ikev2 remote-authentication pre-shared-key');
});

test('the programs compile; nothing to migrate is said, and nothing is written', async () => {
  expect(compilerFindings(['pair', 'vti', 'fw'].map((name) => join(room, name, 'main.ts')))).toEqual([]);
  const none = await migrated('none', 'ios-xe', 'version 17.9\nhostname none\ninterface GigabitEthernet1\nend\n');
  expect(none.code).toBe(1);
  expect(none.err).toMatch(
    /there is no site-to-site tunnel of IKEv1 to migrate\n.* see what there is: tunnelwright inspect \S+none\S* --platform ios-xe$/m,
  );
}, 120_000);
