import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tw } from '../../support/command';
import { compilerFindings, planOn, programIn, stackOf } from '../../support/imported';

const examples = join(__dirname, '../../../examples/imported');
const nobody = { lab: undefined, ledgers: undefined } as unknown as Parameters<typeof tw>[0];
const room = mkdtempSync(join(tmpdir(), 'tunnelwright-import-options-'));
afterAll(() => rmSync(room, { recursive: true, force: true }));

const routers = ['nagpur', 'surat'].map((name) => join(examples, 'two-routers', `${name}.cfg`));
const edge = join(examples, 'certificate-edge/edge-pune.cfg');
const headend = join(examples, 'asa-headend/vpn-delhi.cfg');

let rooms = 0;
const imported = async (files: readonly string[], ...options: readonly string[]) => {
  const out = join(room, String(rooms++));
  const platform = files[0] === headend ? 'asa' : 'ios-xe';
  const ran = await tw(nobody, ['import', '--platform', platform, '--out', out, ...options, ...files]);
  const read = (path: string): string => readFileSync(join(out, path), 'utf8');
  return { ...ran, out, said: ran.out, read };
};

/** The two routers, with something else in the configuration of the second. */
const changed = (from: string | RegExp, to: string): readonly string[] => {
  const file = join(room, `surat-${rooms}.cfg`);
  const text = readFileSync(routers[1]!, 'utf8');
  expect(text.replace(from, to)).not.toBe(text);
  writeFileSync(file, text.replace(from, to));
  return [routers[0]!, file];
};

const lawHolds = (out: string, files: readonly string[], most = 8): void => {
  const { targets } = stackOf(out).manifest;
  targets.forEach((target, at) => {
    const platform = target.platform === 'asa' ? 'asa' : 'ios-xe';
    const { acting, adopted } = planOn(target, platform, readFileSync(files[at]!, 'utf8'));
    expect(acting).toEqual([]);
    expect(adopted.length).toBeGreaterThan(most);
  });
};

describe('both ends', () => {
  test('--level 1 writes no VPN of level 2', async () => {
    const { code, out, read } = await imported(routers, '--level', '1');
    expect(code).toBe(0);
    expect(read('network.ts')).not.toContain('SiteToSiteVpn');
    expect(read('devices/surat.ts')).toContain('new IkeV2Profile(');
    lawHolds(out, routers);
  });

  test.each([
    [
      'lifetimes',
      /^ lifetime 28800$/m,
      ' lifetime 14400',
      'lifetime of the IKE SA differs: nagpur has 28800 seconds, surat has 14400 seconds',
    ],
    ['algorithms', /^ group 19$/m, ' group 20', 'IKE group differs: nagpur has 19, surat has 20'],
    ['keys', /Example-Key-51/g, 'Example-Key-52', 'the keys of the ends differ'],
    [
      'a route',
      /^(ip route .*) Tunnel1$/m,
      '$1 Tunnel1 name there',
      'no ip route 10.60.1.0 255.255.255.0 Tunnel1 name there',
    ],
  ])('where the ends differ (%s) the tunnel stays of level 1, and a comment says why', async (_what, from, to, why) => {
    const files = changed(from, to);
    const { code, out, said, read } = await imported(files);
    expect(code).toBe(0);
    const network = read('network.ts');
    expect(network).not.toContain('new SiteToSiteVpn');
    const words = network.replace(/\n\s+\/\/\s+/g, ' ');
    expect(words).toContain('No SiteToSiteVpn for Tunnel1 of nagpur and Tunnel1 of surat: ');
    expect(words).toContain(why);
    expect(said).toContain('Tunnel1 of nagpur and Tunnel1 of surat: no SiteToSiteVpn');
    expect(network + said).not.toContain('Example-Key');
    lawHolds(out, files);
  });

  test('a line more at one end is an override of that end', async () => {
    const files = changed(/^ lifetime 28800$/m, ' lifetime 28800\n nat keepalive 30');
    const { code, out, read } = await imported(files);
    expect(code).toBe(0);
    expect(read('network.ts')).toContain('nagpurSuratVpn.on(surat).profile.override({ natKeepalive: 30 });');
    lawHolds(out, files);
  });

  test('certificates, a suite of its own, and other settings', async () => {
    const files = routers.map((file, at) => {
      const [far, own] = at === 0 ? ['surat', 'nagpur'] : ['nagpur', 'surat'];
      const text = readFileSync(file, 'utf8')
        .replace(/crypto ikev2 keyring[\s\S]*?\n!\n/, '')
        .replace(
          / match identity remote .*\n identity local .*\n/,
          ' match certificate NAGPUR-SURAT\n identity local dn\n',
        )
        .replace(/pre-share$/gm, 'rsa-sig')
        .replace(' keyring local NAGPUR-SURAT', ' pki trustpoint CA')
        .replace('dpd 10 2 on-demand', 'dpd 30 5 periodic')
        .replace(' group 19', ' group 20 19')
        .replace(
          'crypto ikev2 proposal',
          `crypto pki trustpoint CA\n enrollment terminal\n subject-name CN=${own}.example.net\n revocation-check none\n!\n` +
            `crypto pki certificate map NAGPUR-SURAT 10\n subject-name co cn = ${far}.example.net\n!\ncrypto ikev2 proposal`,
        );
      const changed = join(room, `${own}-certificate.cfg`);
      writeFileSync(changed, text);
      return changed;
    });
    const { code, err, out, read } = await imported(files);
    expect([code, err]).toEqual([0, '']);
    const network = read('network.ts');
    expect(network).toContain("authentication: Certificates.issuedBy('CA'),");
    expect(network).toContain('suite: new CryptoSuite({');
    expect(network).toContain('pfs: 19,');
    expect(network).toContain("dpd: { interval: 30, retry: 5, mode: 'periodic' },");
    expect(network).toContain("subject: 'cn = nagpur.example.net',");
    lawHolds(out, files);
    expect(compilerFindings([join(out, 'main.ts'), join(out, 'test/network.test.ts')])).toEqual([]);
  });
});

/** An ASA of which the other end has the addresses the other way round. `way`: lines of the tunnel. */
const asaText = (own: string, far: string, way: string): string => `: Saved
ASA Version 9.18(4)
hostname asa-${own.replaceAll('.', '-')}
interface GigabitEthernet0/0
 nameif outside
 security-level 0
 ip address ${own} 255.255.255.0
crypto ipsec ikev2 ipsec-proposal AES256
 protocol esp encryption aes-256
 protocol esp integrity sha-256
${way}crypto ikev2 policy 10
 encryption aes-256
 integrity sha256
 group 14
 prf sha256
 lifetime seconds 86400
crypto ikev2 enable outside
group-policy SITES internal
group-policy SITES attributes
 vpn-tunnel-protocol ikev2
tunnel-group ${far} type ipsec-l2l
tunnel-group ${far} general-attributes
 default-group-policy SITES
tunnel-group ${far} ipsec-attributes
 ikev2 remote-authentication pre-shared-key *****
 ikev2 local-authentication pre-shared-key *****
: end
`;
const throughTunnel = (far: string, own: string, next: string, network: string): string => `crypto ipsec profile SITE
 set ikev2 ipsec-proposal AES256
 set pfs group14
 set security-association lifetime seconds 3600
interface Tunnel1
 nameif to-far
 ip address ${own} 255.255.255.252
 tunnel source interface outside
 tunnel destination ${far}
 tunnel mode ipsec ipv4
 tunnel protection ipsec profile SITE
route to-far ${network} 255.255.0.0 ${next} 1
`;
const throughMap = (far: string, near: string, network: string): string =>
  `access-list FAR extended permit ip ${near} 255.255.0.0 ${network} 255.255.0.0
crypto map outside_map 20 match address FAR
crypto map outside_map 20 set pfs group14
crypto map outside_map 20 set peer ${far}
crypto map outside_map 20 set ikev2 ipsec-proposal AES256
crypto map outside_map 20 set security-association lifetime seconds 3600
crypto map outside_map interface outside
`;
const [one, other] = ['192.0.2.1', '198.51.100.1'] as const;
const router = `Current configuration : 1 bytes
version 17.9
hostname goa
crypto ikev2 proposal SITE
 encryption aes-cbc-256
 integrity sha256
 group 14
crypto ikev2 policy SITE
 proposal SITE
crypto ikev2 keyring SITE
 peer headquarters
  address ${one}
  pre-shared-key Example-Key-61
crypto ikev2 profile SITE
 match identity remote address ${one} 255.255.255.255
 identity local address ${other}
 authentication remote pre-share
 authentication local pre-share
 keyring local SITE
 dpd 10 2 on-demand
crypto ipsec transform-set SITE esp-aes 256 esp-sha256-hmac
 mode tunnel
crypto ipsec profile SITE
 set transform-set SITE
 set pfs group14
 set ikev2-profile SITE
interface Tunnel7
 ip address 10.58.1.2 255.255.255.252
 tunnel source GigabitEthernet1
 tunnel mode ipsec ipv4
 tunnel destination ${one}
 tunnel protection ipsec profile SITE
interface GigabitEthernet1
 ip address ${other} 255.255.255.0
ip route 10.20.0.0 255.255.0.0 Tunnel7
end
`;

describe('both ends, of which one or both are ASAs', () => {
  const asas = (way: (far: string) => string): readonly string[] => [
    asaText(one, other, way(other)),
    asaText(other, one, way(one)),
  ];
  const tunnelled = asas((far) =>
    far === other
      ? throughTunnel(far, '10.58.1.1', '10.58.1.2', '10.30.0.0')
      : throughTunnel(far, '10.58.1.2', '10.58.1.1', '10.20.0.0'),
  );
  const mapped = asas((far) =>
    far === other ? throughMap(far, '10.20.0.0', '10.30.0.0') : throughMap(far, '10.30.0.0', '10.20.0.0'),
  );
  const read = async (texts: readonly string[]) => {
    const files = texts.map((text, at) => {
      const file = join(room, `pair-${rooms}-${at}.cfg`);
      writeFileSync(file, text);
      return file;
    });
    const out = join(room, String(rooms++));
    const ran = await tw(nobody, ['import', '--out', out, ...files]);
    expect([ran.code, ran.err]).toEqual([0, '']);
    return { out, files, said: ran.out, network: readFileSync(join(out, 'network.ts'), 'utf8') };
  };

  test.each([
    ['with tunnel interfaces', tunnelled, ["ifname: 'to-far'", "policy: '10'", "transformSet: 'AES256'"]],
    ['with crypto maps', mapped, ["type: 'policy-based'", "accessList: 'FAR'", 'sequence: 20']],
    ['an ASA and a router', [tunnelled[0]!, router], ['symmetricKey: true', "keyringPeer: 'headquarters'"]],
  ] as const)('%s: one SiteToSiteVpn that changes neither', async (_what, texts, words) => {
    const { out, files, said, network } = await read(texts);
    expect(network.match(/new SiteToSiteVpn/g)).toHaveLength(1);
    for (const word of words) expect(network).toContain(word);
    expect(said).toContain(': both ends');
    expect(network + said).not.toContain('Example-Key');
    lawHolds(out, files, 5);
    // The compiler takes half a minute: the third has all that the others write.
    if (texts.includes(router)) expect(compilerFindings([join(out, 'main.ts')])).toEqual([]);
  });

  test.each([
    [
      'lifetimes',
      / lifetime seconds 86400/,
      ' lifetime seconds 28800',
      'lifetime of the IKE SA differs: asa-192-0-2-1 has 28800 seconds, goa has 86400 seconds',
    ],
    ['no group policy', / default-group-policy SITES\n/, '', 'and a group policy in its tunnel group'],
    ['a key', /pre-shared-key \*+/g, 'pre-shared-key Example-Key-62', 'the keys of the ends differ'],
  ])('where they differ (%s) each has its level 1, and a comment says why', async (_what, from, to, why) => {
    const { network } = await read([tunnelled[0]!.replace(from, to), router]);
    expect(network).not.toContain('new SiteToSiteVpn');
    expect(network.replace(/\n\s+\/\/\s+/g, ' ')).toContain(why);
    expect(network).not.toContain('Example-Key');
  });
});

test('two routers whose objects are called differently are one VPN with names at its ends', async () => {
  const { code, out, read } = await imported(changed(/NAGPUR-SURAT/g, 'TO-NAGPUR'));
  expect(code).toBe(0);
  expect(read('network.ts')).toContain("profile: 'TO-NAGPUR'");
  expect(readdirSync(join(out, 'devices'))).toEqual(['nagpur.ts', 'surat.ts']);
});

describe('a part of a device', () => {
  test('--only vpn: what a VPN is made of, and all that it refers to', async () => {
    const { code, read } = await imported([edge], '--only', 'vpn');
    expect(code).toBe(0);
    const text = read('devices/edge-pune.ts');
    for (const word of ['IkeV2Profile(', 'CertTrustpoint(', 'TunnelInterface(', "'10.30.0.0/16'"])
      expect(text).toContain(word);
    for (const word of ['NtpServers(', 'Logging(', "'0.0.0.0/0'", "'OUTSIDE-IN'", "'GUEST'"])
      expect(text).not.toContain(word);
  });

  test('--only a name: that object, and all that it refers to', async () => {
    const { code, read } = await imported([headend], '--only', '198.51.100.40');
    expect(code).toBe(0);
    const classes = read('devices/vpn-delhi.ts').match(/new \w+\(/g);
    expect(classes).toEqual(['new AsaFirewall(', 'new AsaGroupPolicy(', 'new TunnelGroup(']);
  });

  test('--exclude a name: it stays unmanaged, and what refers to it finds it', async () => {
    const { code, out, read } = await imported([edge], '--exclude', 'CA-INTERNAL');
    expect(code).toBe(0);
    const text = read('devices/edge-pune.ts');
    expect(text).toContain("CertTrustpoint.fromExisting(edgePune, 'CA-INTERNAL', 'CA-INTERNAL')");
    expect(text).toContain('// Not managed: cert-trustpoint CA-INTERNAL, lines 43-52: it is excluded.');
    lawHolds(out, [edge]);
  });

  test('a name that no device has is a mistake', async () => {
    const { code, err, out } = await imported([edge], '--exclude', 'CA-EXTERNAL', '--only', 'vpn');
    expect([code, existsSync(out)]).toEqual([1, false]);
    expect(err).toContain('[CA-EXTERNAL] no object of the devices has this name');
  });
});

describe('--update', () => {
  test('shows what a person changed and what the device changed, and overwrites nothing', async () => {
    const { out, read } = await imported([edge]);
    const mine = read('devices/edge-pune.ts').replace("description: 'router id'", "description: 'mine'");
    writeFileSync(join(out, 'devices/edge-pune.ts'), mine);
    const later = join(room, 'later.cfg');
    writeFileSync(later, readFileSync(edge, 'utf8').replace('ip mtu 1400', 'ip mtu 1390'));
    cpSync(later, join(room, 'edge-pune.cfg'));
    const args = ['import', '--platform', 'ios-xe', '--out', out, '--update', join(room, 'edge-pune.cfg')];
    const before = programIn(out);
    const ran = await tw(nobody, args);
    expect([ran.code, ran.err]).toEqual([2, '']);
    expect(ran.out).toContain(`same     ${join(out, 'network.ts')}`);
    const differing = ran.out.split('\n').filter((line) => / [-+] /.test(line));
    expect(differing.map((line) => line.trim().replace(/^\d+ /, '').replace(/\s+/g, ' '))).toEqual([
      "- new LoopbackInterface(edgePune, 'Loopback0', { description: 'mine', address: '10.255.20.1/32' });",
      "+ new LoopbackInterface(edgePune, 'Loopback0', { description: 'router id', address: '10.255.20.1/32' });",
      '- ipMtu: 1400,',
      '+ ipMtu: 1390,',
    ]);
    expect(programIn(out)).toEqual(before);
  });

  test('writes what is not there, and is clean where nothing differs', async () => {
    const { out } = await imported([edge]);
    rmSync(join(out, 'network.ts'));
    const again = await tw(nobody, ['import', '--platform', 'ios-xe', '--out', out, '--update', edge]);
    expect([again.code, again.err]).toEqual([0, '']);
    expect(again.out).toContain(`created  ${join(out, 'network.ts')}`);
    expect(again.out).not.toContain('package.json');
  });

  test('in an empty directory writes a whole project, and says what an import says', async () => {
    const out = join(room, 'empty');
    const ran = await tw(nobody, ['import', '--platform', 'ios-xe', '--out', out, '--update', edge]);
    expect([ran.code, ran.err]).toEqual([0, '']);
    for (const file of ['package.json', 'cdktf.json', 'network.ts'])
      expect(ran.out).toContain(`created  ${join(out, file)}`);
    expect(ran.out).toMatch(/\nedge-pune: \d+ objects, [^]*\n {2}set before plan:\n[^]*\nNext:\n/);
    expect(ran.out).toContain(`
Next:
  cd ${out}
  npm install
  npx tunnelwright lint
  npx tunnelwright plan --adopt
`);
  });
});
