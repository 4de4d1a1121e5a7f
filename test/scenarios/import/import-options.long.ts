import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

const lawHolds = (out: string, files: readonly string[]): void => {
  const { targets } = stackOf(out).manifest;
  targets.forEach((target, at) => {
    const { acting, adopted } = planOn(target, 'ios-xe', readFileSync(files[at]!, 'utf8'));
    expect(acting).toEqual([]);
    expect(adopted.length).toBeGreaterThan(8);
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
    ['lifetimes', /^ lifetime 28800$/m, ' lifetime 14400', 'the ends differ in their lifetimes'],
    ['algorithms', /^ group 19$/m, ' group 20', 'the ends differ in their algorithms'],
    ['names', /NAGPUR-SURAT/g, 'TO-NAGPUR', 'the objects of the ends have not the same names'],
    ['keys', /Example-Key-51/g, 'Example-Key-52', 'the keys of the ends differ'],
    ['a line more', /^ lifetime 28800$/m, ' lifetime 28800\n nat keepalive 30', 'no nat keepalive 30'],
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
    expect(words).toContain('Tunnel1 of nagpur and Tunnel1 of surat are one tunnel. A SiteToSiteVpn would not write');
    expect(words).toContain(why);
    expect(said).toContain('nagpur and surat: a tunnel of level 1');
    expect(network + said).not.toContain('Example-Key');
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
    expect(ran.out).toMatch(/\nedge-pune: \d+ objects, [^]*\n {2}set before plan:\n[^]*\nNext: /);
  });
});
