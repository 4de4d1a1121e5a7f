import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Construct } from 'constructs';
import { collect } from '../../../lib/synth/collect';
import { ciscoSchema, skipWithoutCisco, type Request } from '../../support/cisco-schema';
import {
  App,
  Certificates,
  CertTrustpoint,
  CryptoSuite,
  Fmc,
  IkeV2Policy,
  IkeV2Proposal,
  IosXeRouter,
  IpsecTransformSet,
  Login,
  NtpServers,
  SiteToSiteVpn,
  VpnStack,
} from '../../../constructs';

const outdir = () => mkdtempSync(join(tmpdir(), 'synth-'));
const stack = (id = 'mumbai') => new VpnStack(new App({ outdir: outdir() }), id);
const router = (scope: Construct, id = 'edge', host = '192.0.2.1') =>
  new IosXeRouter(scope, id, { host, release: '17.9', login: Login.fromEnv('EDGE') });
const strong = { encryption: ['aes-gcm-256'], prf: ['sha384'], group: [19] } as const;
const proposal = (scope: Construct, id: string, change: object = {}) =>
  new IkeV2Proposal(scope, id, { ...strong, ...change });
const told = (s: VpnStack) => s.problems.map((p) => `[${p.path}] ${p.message}`);
const files = (directory: string): ReadonlyMap<string, string> =>
  new Map(
    (readdirSync(directory, { recursive: true }) as string[])
      .sort()
      .filter((name) => statSync(join(directory, name)).isFile())
      .map((name) => [name, readFileSync(join(directory, name), 'utf8')]),
  );

describe('collecting', () => {
  test('gives nouns with their paths, what others refer to first', () => {
    const s = stack();
    const edge = router(s);
    const p = proposal(edge, 'strong');
    new IkeV2Policy(edge, 'policy', { proposals: [p] });
    new NtpServers(edge, 'ntp', { servers: ['192.0.2.1'] });
    const network = collect(s);
    expect(network.problems).toEqual([]);
    expect(network.targets.map((t) => [t.id, t.platform, t.path])).toEqual([['edge', 'iosxe', 'mumbai/edge']]);
    expect(network.targets[0]!.resources.map((r) => [r.kind, r.name, r.path])).toEqual([
      ['ntp-servers', 'ntp', 'mumbai/edge/ntp'],
      ['ikev2-proposal', 'strong', 'mumbai/edge/strong'],
      ['ikev2-policy', 'policy', 'mumbai/edge/policy'],
    ]);
  });
  test('finds a noun below anything below a device', () => {
    const s = stack();
    proposal(new Construct(new Construct(router(s), 'a'), 'b'), 'deep');
    expect(collect(s).targets[0]!.resources.map((r) => r.path)).toEqual(['mumbai/edge/a/b/deep']);
  });
  test('says of a noun on no device what its scope should be', () => {
    const s = stack();
    proposal(s, 'lost');
    expect(s.problems).toEqual([
      {
        code: 'noun.homeless',
        path: 'mumbai/lost',
        message: 'is not attached to a device',
        hint: 'give a device as its scope, new IkeV2Proposal(edge, …), or beside it: { …, device: edge }',
      },
    ]);
  });
  test('says of two constructs that write one object where both are', () => {
    const s = stack();
    const edge = router(s);
    proposal(edge, 'one', { name: 'SAME' });
    proposal(new Construct(edge, 'module'), 'two', { name: 'SAME' });
    expect(s.problems).toEqual([
      {
        code: 'noun.twice',
        path: 'mumbai/edge/module/two',
        message: 'writes the IKEv2 proposal SAME, which mumbai/edge/one writes too',
        hint: 'give one of them another name, or share the construct',
      },
    ]);
  });
  test('takes one name on two devices, and for two kinds', () => {
    const s = stack();
    const [a, b] = [router(s, 'a'), router(s, 'b', '192.0.2.2')];
    proposal(a, 'SAME');
    proposal(b, 'SAME');
    new IpsecTransformSet(new Construct(a, 'esp'), 'SAME', { encryption: 'aes-gcm-256' });
    expect(told(s)).toEqual([]);
  });
  test('shows the problems of all constructs at once, each with its path and its place', () => {
    const s = stack();
    const edge = router(s);
    proposal(edge, 'mixed', { integrity: ['sha256'] });
    proposal(edge, 'unknown', { encryption: ['aes-512'] });
    new IkeV2Policy(edge, 'by-name', { proposals: ['mixed'] as never });
    proposal(s, 'lost');
    new IosXeRouter(s, 'bad', { host: 'https://x', release: '17', login: Login.fromEnv('EDGE') });
    expect(told(s)).toEqual([
      '[mumbai/lost] is not attached to a device',
      '[mumbai/edge/mixed] integrity: aes-gcm-256 authenticates by itself: leave integrity out and write prf',
      "[mumbai/edge/unknown] encryption[0]: 'aes-512' is not a valid IKEv2 encryption: write one of aes-gcm-256, aes-gcm-128, aes-cbc-256, aes-cbc-192, aes-cbc-128, on firewalls aes-gcm-192 (weak: 3des, des)",
      "[mumbai/edge/by-name] proposals[0]: 'mixed' is only a name: give the ikev2-proposal construct itself, or its fromExisting handle",
      '[mumbai/bad] host: write a host name or an address, without a scheme or a port',
      '[mumbai/bad] release: write a release like 17.9 or 17.9.5',
    ]);
  });
  test('says that a prop is not there', () => {
    const s = stack();
    proposal(router(s), 'p', { encrypton: ['aes-gcm-256'] });
    expect(told(s)).toEqual(['[mumbai/edge/p] there is no encrypton here: write encryption']);
  });
  test('says that a prop is missing', () => {
    const s = stack();
    proposal(router(s), 'p', { group: undefined });
    expect(told(s)).toEqual(['[mumbai/edge/p] group: is missing: write a list: [ … ]']);
  });
  test('refuses what a platform has not, with the construct', () => {
    const s = stack();
    const fmc = new Fmc(s, 'fmc', { host: 'fmc.example.net', version: '7.4', login: Login.fromEnv('FMC') });
    new NtpServers(fmc, 'ntp', { servers: ['192.0.2.1'] });
    expect(told(s)).toEqual(['[mumbai/fmc/ntp] the FMC has no NTP servers']);
  });
  test('writes nothing when something is wrong, and sets the exit code', () => {
    const before = process.exitCode;
    const app = new App({ outdir: outdir() });
    const s = new VpnStack(app, 'mumbai');
    proposal(s, 'lost');
    const error = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    app.synth();
    const text = String(error.mock.calls[0]![0]);
    error.mockRestore();
    expect(process.exitCode).toBe(1);
    process.exitCode = before;
    expect(text).toBe(
      '[mumbai/lost] is not attached to a device\n    → give a device as its scope, new IkeV2Proposal(edge, …), or beside it: { …, device: edge }\n\n1 problem, nothing written.\n',
    );
    expect([...files(app.outdir).keys()]).toEqual([]);
  });
});

/** The tunnel of the example, its constructs made in one order or another where order has no meaning. */
const tunnel = (turned = false) => {
  const app = new App({ outdir: outdir() });
  const s = new VpnStack(app, 'mumbai');
  const edgeFirst = (make: (() => unknown)[]) => (turned ? make.reverse() : make).forEach((one) => one());
  let edge!: IosXeRouter;
  let fmc!: Fmc;
  edgeFirst([
    () => (edge = router(s)),
    () => (fmc = new Fmc(s, 'fmc', { host: 'fmc.example.net', version: '7.4', login: Login.fromEnv('FMC') })),
  ]);
  edgeFirst([
    () => new NtpServers(edge, 'ntp', { servers: ['192.0.2.1'] }),
    () => new CertTrustpoint(edge, 'CA-OTHER', { enrollment: { type: 'terminal' } }),
    () => proposal(edge, 'spare'),
  ]);
  new SiteToSiteVpn(s, 'mumbai-pune', {
    suite: CryptoSuite.aes256Gcm(),
    authentication: Certificates.issuedBy('CA-INTERNAL'),
    ends: [
      {
        device: edge,
        interface: 'GigabitEthernet0/0',
        address: '198.51.100.10',
        subject: 'cn = edge',
        tunnel: '10.58.1.1/30',
        networks: ['10.20.0.0/16'],
      },
      {
        device: fmc.ftd('mumbai-pair'),
        interface: 'outside',
        address: '203.0.113.93',
        subject: 'cn = pair',
        tunnel: '10.58.1.2/30',
        networks: ['10.30.0.0/16'],
      },
    ],
  });
  expect(told(s)).toEqual([]);
  app.synth();
  return { s, written: files(app.outdir) };
};

describe('synth', () => {
  const { s, written } = tunnel();
  const root = 'stacks/mumbai';

  test('gives the same bytes twice', () => {
    expect([...tunnel().written]).toEqual([...written]);
  });
  test('declares the same, in whatever order constructs were made that have none', () => {
    const other = tunnel(true).s;
    const contents = (stack: VpnStack) =>
      Object.fromEntries(
        stack.manifest.targets.map((t) => [
          t.id,
          t.desired.items
            .map((item) => [item.address, item.content])
            .sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1)),
        ]),
      );
    expect(contents(other)).toEqual(contents(s));
  });
  test('writes a manifest, and beside it a file for each target', () => {
    expect([...written.keys()].filter((name) => name.startsWith(root))).toEqual(
      ['cdk.tf.json', 'edge.cfg', 'fmc.requests.json', 'tunnelwright.json'].map((name) => `${root}/${name}`),
    );
  });
  test('has no secret and no clear reference to one but its name in any file', () => {
    for (const text of written.values()) expect(text).not.toMatch(/pre-shared-key|manualPreSharedKey/);
  });
  skipWithoutCisco()('the requests of the artifact', () => {
    test('are ones that Cisco’s schema takes', () => {
      const faultsOf = ciscoSchema();
      const requests = JSON.parse(written.get(`${root}/fmc.requests.json`)!) as Request[];
      expect(requests.length).toBeGreaterThan(8);
      expect(requests.flatMap((request) => faultsOf(request))).toEqual([]);
    });
  });
});
