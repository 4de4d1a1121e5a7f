import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Construct, type IConstruct } from 'constructs';
import * as own from 'tunnelwright';
import { ExistingObject } from '../../../constructs/core/device-object';
import type { Entry, Section } from '../../../lib/desired/cli/section';
import { plain, showPlan } from '../../../lib/plan/show';
import { compiled } from '../../support/compiled';

const { App, Aspects, Fmc, IkeV2Proposal, IosXeRouter, Login, NtpServers, VpnStack } = own;
const { RulePack, Rules } = own;
type Library = typeof own;

const newStack = () => new VpnStack(new App({ outdir: mkdtempSync(join(tmpdir(), 'tree-')) }), 'net');
const router = (scope: Construct, id: string, n = 1) =>
  new IosXeRouter(scope, id, { host: `192.0.2.${n}`, release: '17.9', login: Login.fromEnv('EDGE') });
const strong = { encryption: ['aes-gcm-256'], prf: ['sha384'], group: [19] } as const;
const proposal = { encryption: [...strong.encryption], prf: [...strong.prf], group: [...strong.group] };

/** Routers `edge` and `far`, and a VPN between them. */
const vpnOf = (
  scope: Construct,
  id: string,
  [edge, far]: readonly own.IosXeRouter[],
  n = 1,
  library: Pick<Library, 'SiteToSiteVpn' | 'CryptoSuite' | 'PreSharedKey' | 'Secret'> = own,
) =>
  new library.SiteToSiteVpn(scope, id, {
    suite: library.CryptoSuite.aes256Gcm(),
    authentication: library.PreSharedKey.from(library.Secret.fromEnv('KEY')),
    ends: [
      {
        device: edge!,
        interface: 'GigabitEthernet1',
        address: '198.51.100.1',
        tunnel: `10.9.${n}.1/30`,
        networks: ['10.1.0.0/16'],
      },
      {
        device: far!,
        interface: 'GigabitEthernet1',
        address: `198.51.100.${n + 1}`,
        tunnel: `10.9.${n}.2/30`,
        networks: [`10.${n + 1}.0.0/16`],
      },
    ],
  });
const messages = (stack: own.VpnStack) => stack.problems.map((p) => `[${p.path}] ${p.message}`);
const addresses = (stack: own.VpnStack, id: string) =>
  stack.manifest.targets.find((t) => t.id === id)!.desired.items.map(({ address }) => address);

/** Adds NTP servers to every router that has none. */
class Ntp {
  visit(node: IConstruct): void {
    if (IosXeRouter.isIosXeRouter(node) && node.node.tryFindChild('ntp') === undefined)
      new NtpServers(node, 'ntp', { servers: ['192.0.2.9'] });
  }
}

describe('two copies of the package', () => {
  const folder = mkdtempSync(join(tmpdir(), 'second-copy-'));
  const load = (): Library => {
    if (!existsSync(join(folder, 'constructs')))
      for (const name of ['lib', 'constructs', 'package.json'])
        cpSync(join(compiled, name), join(folder, name), { recursive: true });
    if (!existsSync(join(folder, 'node_modules')))
      symlinkSync(join(__dirname, '../../../node_modules'), join(folder, 'node_modules'));
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    return require(join(folder, 'constructs/index.js')) as Library;
  };
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('what the second declares on devices of the first is in the manifest', () => {
    const second = load();
    const declare = (library: Library) => {
      const stack = newStack();
      const ends = [router(stack, 'edge'), router(stack, 'far', 2)];
      new library.NtpServers(ends[0]!, 'ntp', { servers: ['192.0.2.9'] });
      vpnOf(stack, 'vpn', ends, 1, library);
      return stack;
    };
    expect(second.IosXeRouter).not.toBe(IosXeRouter);
    const [one, two] = [declare(own), declare(second)];
    expect(messages(two)).toEqual([]);
    expect(addresses(two, 'edge').length).toBeGreaterThan(6);
    expect(two.manifest.targets).toEqual(one.manifest.targets);
  });
  test('both add to what a device has once', () => {
    const second = load();
    const stack = newStack();
    const ends = [router(stack, 'edge'), router(stack, 'far', 2), router(stack, 'third', 3)];
    vpnOf(new Construct(stack, 'a'), 'vpn', ends, 1);
    vpnOf(new Construct(stack, 'b'), 'vpn', [ends[0]!, ends[2]!], 2, second);
    expect(messages(stack)).toEqual([]);
    expect(addresses(stack, 'edge').filter((each) => each.startsWith('ikev2-policy/'))).toEqual([
      'ikev2-policy/SITE-TO-SITE',
    ]);
  });
  test('a rule pack of the second is asked', () => {
    const second = load();
    const stack = newStack();
    Aspects.of(stack).add(new second.RulePack('nsa-cisa-remote-access'));
    vpnOf(stack, 'vpn', [router(stack, 'edge'), router(stack, 'far', 2)]);
    const found = stack.findings.counted.flatMap(({ packs }) => packs);
    Aspects.of(stack).add(new RulePack('nsa-cisa-remote-access'));
    expect(stack.findings.counted.flatMap(({ packs }) => packs)).toEqual(found);
  });
  test('synth refuses what another version declares, and what declares nothing', () => {
    const stack = newStack();
    const edge = router(stack, 'edge');
    const [newer, silent] = [new Construct(edge, 'newer'), new Construct(edge, 'silent')];
    Object.defineProperty(newer, Symbol.for('tunnelwright.declaration'), { value: { format: 2, declarations: [] } });
    Object.defineProperty(silent, Symbol.for('tunnelwright.construct'), { value: 1 });
    expect(messages(stack)).toEqual([
      '[net/edge/newer] was made by another version of tunnelwright (format 2, this one reads 1)',
      '[net/edge/silent] declares nothing, though it is a construct of tunnelwright',
    ]);
  });
});

test('what is in no stack would be written nowhere: synth says so, and writes nothing', () => {
  const stack = newStack();
  const app = stack.node.root as own.App;
  router(stack, 'edge');
  const place = new Construct(app, 'place');
  new NtpServers(router(place, 'far', 2), 'ntp', { servers: ['192.0.2.123'] });
  new own.TunnelPool(app, 'pool', { network: '10.0.0.0', file: 'pool.csv' });
  const said: string[] = [];
  const stderr = jest.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0);
  app.synth();
  stderr.mockRestore();
  process.exitCode = 0;
  expect(
    said
      .join('')
      .split('\n')
      .filter((line) => line.startsWith('[')),
  ).toEqual([
    '[place/far] is in no VpnStack, so it would be written nowhere',
    "[pool] pool.csv: '10.0.0.0' is not an IPv4 network",
  ]);
  expect(existsSync(join(app.outdir, 'manifest.json'))).toBe(false);
});

describe('one life of a stack', () => {
  test.each(['app', 'stack', 'device'] as const)('an aspect of the %s that adds constructs counts', (where) => {
    const stack = newStack();
    const edge = router(stack, 'edge');
    const scope = { app: stack.node.root, stack, device: edge }[where];
    Aspects.of(scope).add(new Ntp());
    (stack.node.root as own.App).synth();
    expect(addresses(stack, 'edge')).toEqual(['ntp-servers/ntp']);
    const config = readFileSync(join((stack.node.root as own.App).outdir, 'stacks/net/edge.cfg'), 'utf8');
    expect(config).toContain('ntp server 192.0.2.9');
  });
  test('an aspect that an aspect adds counts', () => {
    const stack = newStack();
    router(stack, 'edge');
    Aspects.of(stack).add({ visit: (node) => (node === stack ? Aspects.of(stack).add(new Ntp()) : undefined) });
    expect(addresses(stack, 'edge')).toEqual(['ntp-servers/ntp']);
  });
  test('reading does not freeze, synth does', () => {
    const stack = newStack();
    const edge = router(stack, 'edge');
    expect([stack.problems, stack.findings.counted, addresses(stack, 'edge')]).toEqual([[], [], []]);
    new NtpServers(edge, 'ntp', { servers: ['192.0.2.9'] });
    const p = new IkeV2Proposal(edge, 'strong', proposal);
    expect(addresses(stack, 'edge')).toEqual(['ntp-servers/ntp', 'ikev2-proposal/strong']);
    (stack.node.root as own.App).synth();
    expect(() => new IkeV2Proposal(edge, 'late', proposal)).toThrow(/late is added after synth: net is frozen/);
    expect(() => p.override({ group: [20] })).toThrow(/overridden after synth/);
  });
  test('a validation of a construct is a problem', () => {
    const stack = newStack();
    new Construct(stack, 'module').node.addValidation({ validate: () => ['needs a second router'] });
    expect(messages(stack)).toEqual(['[net/module] needs a second router']);
  });
});

describe('a composite contains what it makes', () => {
  test('its objects are below it, and named by the id of a VPN in the stack', () => {
    const stack = newStack();
    const ends = [router(stack, 'edge'), router(stack, 'far', 2)];
    const vpn = vpnOf(stack, 'vpn', ends);
    expect(vpn.on(ends[0]!).profile.node.path).toBe('net/vpn/edge/profile');
    expect(addresses(stack, 'edge')).toEqual(
      expect.arrayContaining(['ikev2-profile/vpn', 'tunnel-interface/Tunnel100']),
    );
  });
  test('inside a composite the device is given beside the scope', () => {
    const stack = newStack();
    const edge = router(stack, 'edge');
    new IkeV2Proposal(new Construct(stack, 'module'), 'strong', { ...proposal, device: edge });
    expect([addresses(stack, 'edge'), messages(stack)]).toEqual([['ikev2-proposal/module-strong'], []]);
    new IkeV2Proposal(stack, 'wrong', { ...proposal, device: 'edge' as never });
    expect(messages(stack)).toContain('[net/wrong] device: this is not a device');
  });
  test('two modules with an inner vpn to one device have names by their paths, whatever else there is', () => {
    const namesOf = (modules: readonly string[]) => {
      const stack = newStack();
      const edge = router(stack, 'edge');
      modules.forEach((id, i) =>
        vpnOf(new Construct(stack, id), 'vpn', [edge, router(stack, `far-${id}`, i + 2)], Number(id.slice(1))),
      );
      expect(messages(stack)).toEqual([]);
      return addresses(stack, 'edge').filter((each) => /^(ikev2-profile|tunnel-interface)/.test(each));
    };
    const [both, one] = [namesOf(['m1', 'm2']), namesOf(['m2'])];
    expect(new Set(both).size).toBe(4);
    expect(both).toEqual(expect.arrayContaining(['ikev2-profile/m1-vpn', ...one]));
  });
  test('a name is short enough, and is that of one path', () => {
    const stack = newStack();
    const edge = router(stack, 'edge');
    const add = (module: string, id: string) =>
      new IkeV2Proposal(new Construct(stack, module), id, { ...proposal, device: edge }).ref.name;
    const names = [add('a-b', 'c'), add('a', 'b-c'), add('x'.repeat(50), 'strong')];
    expect(names).toEqual([
      'a-b-c',
      expect.stringMatching(/^a-b-c-[0-9a-f]{6}$/),
      expect.stringMatching(/^x{33}-[0-9a-f]{6}$/),
    ]);
  });
  test('dependencies on it are of all its devices', () => {
    const stack = newStack();
    const vpn = vpnOf(stack, 'vpn', [router(stack, 'edge'), router(stack, 'far', 2)]);
    const ntp = new NtpServers(router(stack, 'third', 3), 'ntp', { servers: ['192.0.2.9'] });
    ntp.node.addDependency(vpn);
    const needs = stack.manifest.targets.find(({ id }) => id === 'third')!.needs!;
    expect(needs.map(({ target }) => target)).toEqual(['edge', 'far']);
  });
  test('a reference to what another device is known to have is found', () => {
    const stack = newStack();
    const [edge, far] = [router(stack, 'edge'), router(stack, 'far', 2)];
    const there = new ExistingObject(far, 'there', 'ikev2-proposal', 'THERE');
    new own.IkeV2Policy(edge, 'policy', { proposals: [there] });
    expect(messages(stack).join()).toContain('net/far/there');
  });
});

describe('rules and waivers of a composite', () => {
  const pack = {
    name: 'house',
    rules: [
      {
        severity: 'warning' as const,
        rule: {
          id: 'HOUSE-001',
          title: 'A profile',
          why: 'For the test.',
          packs: {},
          looksAt: ['ikev2-profile'] as const,
          check: own.onDevices((device) => device.all('ikev2-profile').map((p) => own.finding(p, 'is one', 'none'))),
        },
      },
    ],
  };
  const declared = () => {
    const stack = newStack();
    const edge = router(stack, 'edge');
    const vpn = vpnOf(stack, 'vpn', [edge, router(stack, 'far', 2)]);
    return { stack, edge, vpn };
  };
  const paths = (stack: own.VpnStack) =>
    stack.findings.counted.filter(({ rule }) => rule === 'HOUSE-001').map((f) => f.path);

  test('a pack on it reaches its objects; on a device those that are on it', () => {
    const { stack, vpn } = declared();
    Aspects.of(vpn).add(new RulePack(pack));
    expect(paths(stack)).toEqual(['net/vpn/edge/profile', 'net/vpn/far/profile']);
    const other = declared();
    Aspects.of(other.edge).add(new RulePack(pack));
    expect(paths(other.stack)).toEqual(['net/vpn/edge/profile']);
  });
  test('a waiver on it counts; one that waives nothing is reported', () => {
    const { stack, vpn } = declared();
    Aspects.of(stack).add(new RulePack(pack));
    Rules.waive(vpn, 'HOUSE-001', { reason: 'known', until: '2999-12-31' });
    expect([paths(stack), stack.findings.waived.length]).toEqual([[], 2]);
    const unused = declared();
    Aspects.of(unused.stack).add(new RulePack({ ...pack, rules: [] }));
    Rules.waive(unused.vpn, 'TW-IKE-001', { reason: 'known', until: '2999-12-31' });
    expect(unused.stack.findings.counted.map(({ rule }) => rule)).toEqual(['TW-WAIVER-001']);
  });
});

describe('overrides', () => {
  const lines = (stack: own.VpnStack, address: string) => {
    const item = stack.manifest.targets.flatMap((t) => t.desired.items).find((each) => each.address === address)!;
    const entries = (item.content as { entries?: { text: string }[] }).entries ?? [];
    return { text: entries.map((entry) => entry.text), overrides: item.overrides };
  };
  const declared = () => {
    const stack = newStack();
    const edge = router(stack, 'edge');
    return { stack, edge, vpn: vpnOf(stack, 'vpn', [edge, router(stack, 'far', 2)]) };
  };

  test('props take the place of those of a pattern, are checked, and are marked', () => {
    const { stack, edge, vpn } = declared();
    vpn.on(edge).profile.override({ dpd: { interval: 10, retry: 2, mode: 'periodic' } });
    const { text, overrides } = lines(stack, 'ikev2-profile/vpn');
    expect([text.includes('dpd 10 2 periodic'), overrides]).toEqual([true, ['dpd']]);
    vpn.on(edge).profile.override({ lifetime: 5 });
    expect(messages(stack)[0]).toContain('[net/vpn/edge/profile] lifetime');
  });
  test('raw lines are of the block; what a prop writes and a secret are refused', () => {
    const { stack, edge, vpn } = declared();
    vpn.on(edge).profile.addRawLines('nat keepalive-profile X');
    expect(lines(stack, 'ikev2-profile/vpn')).toEqual({
      text: expect.arrayContaining(['nat keepalive-profile X']) as unknown,
      overrides: ['`nat keepalive-profile X`'],
    });
    vpn.on(edge).profile.addRawLines('lifetime 300', 'pre-shared-key local SECRET1');
    expect(messages(stack)).toEqual([
      '[net/vpn/edge/profile] raw lines: `lifetime 300` is what lifetime writes',
      '[net/vpn/edge/profile] raw lines: one holds a secret',
    ]);
  });
  test('raw lines may stand in a block within the block: beside what props write there', () => {
    const stack = newStack();
    const edge = router(stack, 'edge');
    const vrf = new own.Vrf(edge, 'BLUE', { addressFamilies: [{ family: 'ipv4', imports: ['65000:1'] }] });
    vrf.addRawLines('address-family ipv4', ' import map BLUE-IN', 'address-family ipv6', ' maximum prefix 100 80');
    const headend = new own.AsaFirewall(stack, 'fw', {
      host: '192.0.2.9',
      release: '9.18',
      login: Login.fromEnv('FW'),
    });
    new own.AsaGroupPolicy(headend, 'STAFF', { idleTimeout: 30, anyconnectProfile: 'STAFF' }).addRawLines(
      'group-policy STAFF attributes',
      ' dhcp-network-scope none',
      ' webvpn',
      '  anyconnect mtu 1390',
    );
    const nested = (id: string, header: string): string => {
      const target = stack.manifest.targets.find((each) => each.id === id)!;
      const item = target.desired.items.find(({ content }) => (content as Section).header === header)!;
      const shown = ({ text, children = [] }: Entry): string =>
        children.length === 0 ? text : `${text} { ${children.map(shown).join('; ')} }`;
      return (item.content as Section).entries.map(shown).join('; ');
    };
    expect(nested('edge', 'vrf definition BLUE')).toBe(
      'address-family ipv4 { route-target import 65000:1; import map BLUE-IN }; address-family ipv6 { maximum prefix 100 80 }',
    );
    expect(nested('fw', 'group-policy STAFF')).toBe(
      'group-policy STAFF internal; group-policy STAFF attributes { vpn-idle-timeout 30; ' +
        'webvpn { anyconnect profiles value STAFF type user; anyconnect mtu 1390 }; dhcp-network-scope none }',
    );
    expect(messages(stack)).toEqual([]);
    vrf.addRawLines('address-family ipv4', ' route-target import 65000:2');
    new own.AsaGroupPolicy(headend, 'OTHER', {}).addRawLines('dhcp-network-scope none');
    expect(messages(stack)).toEqual([
      expect.stringContaining('[net/edge/BLUE] raw lines: `route-target import 65000:2` is what imports writes'),
      expect.stringContaining('[net/fw/OTHER] raw lines: they stand in no block of the group policy'),
    ]);
  });
  test('a value of a REST object is set by its path; raw lines are refused there, and the other way round', () => {
    const stack = newStack();
    const fmc = new Fmc(stack, 'fmc', { host: 'fmc.example.net', version: '7.4', login: Login.fromEnv('FMC') });
    const object = new own.NetworkObject(fmc, 'lan', { value: '10.1.0.0/16' }).overrideRest('dnsResolution.mode', 'X');
    const [item] = stack.manifest.targets[0]!.desired.items;
    expect([(item!.content as { leaves: object }).leaves, item!.overrides]).toEqual([
      expect.objectContaining({ '#dnsResolution.mode': 'X' }),
      ['dnsResolution.mode'],
    ]);
    object.addRawLines('x');
    object.overrideRest('name', 'y');
    new NtpServers(router(stack, 'edge'), 'ntp', { servers: ['192.0.2.9'] }).overrideRest('a', 1);
    expect(messages(stack)).toEqual([
      expect.stringContaining('[net/fmc/lan] raw lines are of routers and ASAs'),
      expect.stringContaining('[net/fmc/lan] name: it identifies the object'),
      expect.stringContaining('[net/edge/ntp] values by JSON path are of FMC'),
    ]);
  });
  test('the plan shows them', () => {
    const change = {
      action: 'update',
      address: 'a/b',
      kind: 'ikev2-profile',
      name: 'b',
      path: 'net/vpn/edge/profile',
      refs: [],
      overrides: ['dpd'],
      differences: [],
      steps: [],
      undo: [],
      unmanaged: [],
    } as const;
    const plan = { changes: [change], operations: [], waiting: [], blocked: [], unfinished: [], warnings: [] };
    const shown = showPlan({ id: 'edge', platform: 'iosxe', host: 'h', plan, show: () => [] }, plain, {
      steps: false,
      undo: false,
    });
    expect(shown).toContain('      ^ overridden: dpd');
  });
  test('a handle of what is not there says what is', () => {
    const { stack, vpn } = declared();
    expect(() => vpn.on(router(stack, 'third', 3))).toThrow(
      /has nothing on net\/third\n\s+→ give one of its devices: net\/edge, net\/far/,
    );
  });
});
