import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '../../../lib/run/manifest';
import { tw } from '../../support/command';
import { adoptionOf } from '../../support/adoption';
import { apply, states, words } from '../../support/engine';
import { programIn } from '../../support/imported';
import { startRig, type Rig, type RigOptions } from '../../support/rig';
import { manifestOf, type Scenario } from '../../support/scenario';
import { filesIn, leaks } from '../../support/secrecy';
import { synthesised } from '../../support/seed-examples';

const secrets = { RADIUS: 'Qz5-radius~1', AWS_KEY_1: 'aws-Key~1', AWS_KEY_2: 'aws-Key~2' };
const login = ['--login-env', 'LAB'];

let rig: Rig | undefined;
afterEach(async () => {
  await rig?.close();
  rig = undefined;
});

/** An FMC that has what a program declares. */
const applied = async (manifest: Manifest, options: RigOptions = {}): Promise<Rig> => {
  rig = await startRig({ ...options, fmc: { ...options.fmc, flapSeed: 0 } });
  const done = await apply(rig, manifest, { target: 'fmc' });
  // What is left to a person (an enrolment that this version does not install, a policy of no device) is no fault.
  const faults = words(done)
    .split('\n')
    .filter((line) => !/^$|^install the certificate enrolment | is on no device: /.test(line));
  expect([states(done), faults]).toEqual([{ fmc: 'applied' }, []]);
  return rig;
};

const imported = async (on: Rig, out: string, ...more: readonly string[]) => {
  const ran = await tw(on, ['import', '--fmc', 'fmc.example.net', ...login, '--out', out, ...more]);
  expect([ran.code, ran.err.split('\n').filter((line) => !line.startsWith('fmc.example.net: '))]).toEqual([0, ['']]);
  return ran;
};

const adoption = (on: Rig, out: string) => adoptionOf(on, out, 'fmc');

/**
 * What a program declares and its import does not: files and enrolments are only referred to, policies of the platform and of
 * NAT are no VPN.
 */
const notImported =
  /^(secure-client-(file|profile)|platform-settings|vpn-logging|nat-|auto-nat-rule|access-rule|cert-trustpoint|policy-assignment\/(FTD-platform|.*platform))/;
const missedOf = (manifest: Manifest, adopted: readonly string[]): readonly string[] =>
  manifest.targets
    .find(({ id }) => id === 'fmc')!
    .desired.items.map(({ address }) => address)
    .filter((address) => !adopted.includes(address) && !notImported.test(address));

/** What nothing of a VPN refers to: an import leaves it out. */
const apart: Readonly<Record<string, readonly string[]>> = {
  '008-fmc-level-1': ['network-object/partner-server', 'certificate-map/PARTNER-MAP'],
  '016-remote-access-level-1': ['network-object/ra-net', 'network-object/ra-range', 'network-group/ra-nets'],
  '019-nat-exemption': [
    'network-object/net-10.30.0.0-16',
    'network-object/net-10.31.0.0-16',
    'network-object/net-10.40.0.0-16',
  ],
  // Zones and groups are referred to, and not taken over.
  '052-access-rules': ['security-zone/vpn-zone', 'network-object/net-10.30.0.0-16'],
  '061-remote-access-rules': [
    'network-object/net-10.99.1.10-10.99.1.250',
    'network-object/net-10.20.0.0-16',
    'network-object/net-10.99.2.10-10.99.2.250',
    'network-object/net-10.20.0.80',
  ],
  '045-zones-and-dynamic-hub': ['security-zone/vpn-zone', 'security-zone/partner-zone', 'security-zone/vpn-faces'],
  '027-fmc-details': [
    'time-range/hours',
    'network-object/wins-1',
    'network-object/wins-2',
    'network-object/partner-net',
    'network-object/inside-net',
    'network-object/portal-inside',
    'network-object/portal-outside',
    'network-object/partners-pool',
    'fqdn-object/PORTAL',
    'network-group/PARTNER-NETS',
    'network-group/WEB',
    'security-group-tag/STAFF',
    'secure-client-attribute/PAST-THE-TUNNEL',
    'secure-client-attribute/UPDATE-LATER',
    'ftd-group-policy/WINS-USERS',
    'address-pool/PARTS-OF-ALL',
    'access-list/USER-FILTER',
    'certificate-map/PARTS',
    'ipsec-transform-set/SEVERAL',
  ],
  // Routes and a tunnel of which no topology knows are of no VPN.
  '046-routes-of-a-firewall': [
    'network-object/provider-router',
    'network-object/partner-net',
    'network-object/partner-net-6',
    'network-object/all-ours',
    'network-object/all-ours-6',
    'ipv6-static-route/branch-ftd/partner-net-6@outside',
    'ipv6-static-route/mumbai-pair/all-ours-6@inside',
    'static-route/branch-ftd/partner-net@outside',
    'static-route/mumbai-pair/all-ours@Null0',
  ],
  '047-tracked-routes': [
    'security-zone/internet-lines',
    'network-object/far-net',
    'network-object/partner-net',
    'sla-monitor/FIRST-LINE',
    'sla-monitor/other',
    'tunnel-interface/branch-ftd/Tunnel9',
    'static-route/branch-ftd/far-net@far',
    'static-route/branch-ftd/partner-net@outside',
    'static-route/branch-ftd/partner-net@inside',
  ],
  '050-routes-of-equal-cost': [
    'network-object/far-net',
    'tunnel-interface/branch-ftd/Tunnel1',
    'tunnel-interface/branch-ftd/Tunnel2',
    'ftd-ecmp-zone/branch-ftd/FAR-TUNNELS',
    'static-route/branch-ftd/far-net@far-1',
    'static-route/branch-ftd/far-net@far-2',
  ],
  // What nobody logs in with, and people whose passwords are not shown.
  '055-realms': ['realm/partners', 'local-realm-user/Guests/anna', 'local-realm-user/Guests/ravi'],
  // What only the domain below refers to.
  '057-two-domains': ['network-object/corporate', 'network-object/far'],
  // Its neighbours are behind no tunnel.
  '053-sub-domain': [
    'network-object/far',
    'network-group/lans',
    'ftd-bgp/branch-ftd/bgp',
    'static-route/branch-ftd/far@outside',
  ],
  '054-object-overrides': [
    'fqdn-object/portal',
    'url-object/staff',
    'ipv6-address-pool/pool6',
    'ftd-bgp/mumbai-pair/bgp',
    'ftd-bgp/branch-ftd/bgp',
    'fqdn-object-override/portal/branch-ftd',
    'url-object-override/staff/branch-ftd',
    'address-pool/pool',
    'address-pool-override/pool/branch-ftd',
    'ipv6-address-pool-override/pool6/branch-ftd',
  ],
  '044-bgp-of-a-firewall': ['network-object/branch-networks', 'ftd-bgp/branch-ftd/bgp'],
};

// eslint-disable-next-line @typescript-eslint/no-require-imports
const scenarioOf = (name: string): Scenario => (require(`../${name}/network`) as { scenario: Scenario }).scenario;

describe('taking over what was imported changes nothing but keys that are never shown, and adopts all of it', () => {
  beforeAll(() => void Object.assign(process.env, secrets));

  test.each([
    ['ftd-remote-access-ikev2', '7.7', 'embedded'],
    ['ftd-bgp-cloud', '7.2', 'references'],
    ['site-to-site-certificate', '7.6', 'embedded'],
  ] as const)('an FMC that has the example %s', async (name, version, topologyParts) => {
    const manifest = synthesised(name, { FMC_VERSION: version }).manifests[0]!;
    const on = await applied(manifest, { fmc: { version, topologyParts } });
    const out = join(on.room, 'out');
    const ran = await imported(on, out);
    expect(ran.out).toMatch(/^fmc: \d+ objects, 0 left unmanaged$/m);
    const { blocked, adopted, acting } = await adoption(on, out);
    expect([blocked, acting]).toEqual([[], []]);
    expect(missedOf(manifest, adopted)).toEqual([]);
    expect(leaks({ ...ran, code: '', ...filesIn(out) }, Object.values(secrets))).toEqual([]);
  });

  const scenarios = readdirSync(join(__dirname, '..'))
    .filter((name) => /^\d{3}-/.test(name) && existsSync(join(__dirname, '..', name, 'network.ts')))
    .map((name) => [name, scenarioOf(name)] as const)
    .filter(([, { declare, secrets: own = {} }]) => {
      Object.assign(process.env, own);
      return manifestOf((stack) => declare(stack, 'whole')).targets.some(({ id }) => id === 'fmc');
    });

  test.each(scenarios)('an FMC as %s leaves it', async (name, { declare, world, secrets: own = {} }) => {
    Object.assign(process.env, own);
    const manifest = manifestOf((stack) => declare(stack, 'whole'));
    const on = await applied(manifest, world);
    const out = join(on.room, 'out');
    const { settings } = manifest.targets.find(({ id }) => id === 'fmc')!;
    const domain = ['--domain', (settings as { readonly domain: string }).domain];
    const ran = await imported(on, out, ...domain);
    const { blocked, acting, adopted } = await adoption(on, out);
    expect([blocked, acting]).toEqual([[], []]);
    expect(ran.out).toMatch(/^fmc: \d+ objects, 0 left unmanaged$/m);
    expect(missedOf(manifest, adopted)).toEqual(apart[name] ?? []);
    expect(leaks({ ...ran, code: '', ...filesIn(out) }, Object.values(own))).toEqual([]);
    const again = join(on.room, 'again');
    await imported(on, again, ...domain);
    expect(programIn(again)).toEqual(programIn(out));
  });
});

type Body = { readonly id: string; readonly [member: string]: unknown };
const named = (on: Pick<Rig['fmc'], 'objects'>, collection: string, name: string): Body =>
  (on.objects(collection) as readonly Body[]).find((body) => body['name'] === name)!;
const programOf = (out: string): string => readFileSync(join(out, 'devices/fmc.ts'), 'utf8');

test('an object of a domain above is looked up, and not declared', async () => {
  const scenario = scenarioOf('053-sub-domain');
  Object.assign(process.env, scenario.secrets);
  rig = await startRig({ fmc: { ...scenario.world!.fmc, flapSeed: 0 } });
  rig.fmc.touch({
    collection: 'object/networks',
    body: { name: 'corporate', type: 'Network', value: '10.20.0.0/16' },
  });
  expect(
    states(
      await apply(
        rig,
        manifestOf((stack) => scenario.declare(stack, 'whole')),
      ),
    ),
  ).toEqual({ fmc: 'applied' });
  const branch = rig.fmc.in('Global/Branch');
  const ends = (branch.objects('policy/ftds2svpns') as readonly Body[]).map(
    ({ id }) => `policy/ftds2svpns/${id}/endpoints`,
  );
  const [end] = branch.objects(ends[0]!) as readonly Body[];
  const corporate = named(rig.fmc, 'object/networks', 'corporate');
  branch.edit(ends[0]!, end!.id, { protectedNetworks: { networks: [{ id: corporate.id, type: 'Network' }] } });
  const out = join(rig.room, 'out');
  await imported(rig, out, '--domain', 'Global/Branch');
  expect(programOf(out)).toMatch(/NetworkObject\.fromExisting\(\w+, 'corporate', 'corporate'\)/);
  const { blocked, acting } = await adoption(rig, out);
  expect([blocked, acting]).toEqual([[], []]);
});

test('both domains of an FMC are imported into one program, where the lower one looks up what it has from above', async () => {
  const scenario = scenarioOf('057-two-domains');
  Object.assign(process.env, scenario.secrets);
  const manifest = manifestOf((stack) => scenario.declare(stack, 'whole'));
  rig = await startRig({ fmc: { ...scenario.world!.fmc, flapSeed: 0 } });
  expect(states(await apply(rig, manifest))).toEqual({ fmc: 'applied', branch: 'applied' });
  const branch = rig.fmc.in('Global/Branch');
  const [topology] = branch.objects('policy/ftds2svpns') as readonly Body[];
  const ends = `policy/ftds2svpns/${topology!.id}/endpoints`;
  const end = (branch.objects(ends) as readonly Body[]).find(({ extranet }) => extranet !== true)!;
  const corporate = named(rig.fmc, 'object/networks', 'corporate');
  branch.edit(ends, end.id, { protectedNetworks: { networks: [{ id: corporate.id, type: 'Network' }] } });
  const out = join(rig.room, 'out');
  const nothing = rig.save(manifestOf((stack) => scenario.declare(stack, 'nothing')));
  const ran = await tw(rig, ['import', '--manifest', nothing, '--out', out]);
  expect([ran.code, ran.out]).toEqual([0, expect.stringMatching(/^branch: \d+ objects/m)]);
  expect(readFileSync(join(out, 'devices/branch.ts'), 'utf8')).toMatch(
    /NetworkObject\.fromExisting\(\w+, 'corporate', 'corporate'\)/,
  );
  const { blocked, acting } = await adoptionOf(rig, out, 'branch');
  expect([blocked, acting]).toEqual([[], []]);
});

describe('what a program cannot say stays unmanaged, and is a comment with the reason', () => {
  const level1 = scenarioOf('008-fmc-level-1');
  const hub = scenarioOf('017-policy-based-hub');
  beforeAll(() => void Object.assign(process.env, level1.secrets, hub.secrets));
  const both = async (scenario: Scenario, change: (on: Rig) => void) => {
    const on = await applied(
      manifestOf((stack) => scenario.declare(stack, 'whole')),
      scenario.world,
    );
    change(on);
    const out = join(on.room, 'out');
    const { out: said } = await imported(on, out);
    const { blocked, acting } = await adoption(on, out);
    expect([blocked, acting]).toEqual([[], []]);
    return { said, program: programOf(out).replace(/\n\s*\/\/ {3}/g, ' ') };
  };

  test('a topology with IKEv1 too', async () => {
    const { said, program } = await both(level1, (on) =>
      on.fmc.edit('policy/ftds2svpns', named(on.fmc, 'policy/ftds2svpns', 'partner').id, { ikeV1Enabled: true }),
    );
    const why = 'taking it over would change: remove ikeV1Enabled: true / add ikeV1Enabled: false';
    expect(said).toContain(`  unmanaged  vpn-topology partner: ${why}\n`);
    expect(program).toContain(`// Not managed: vpn-topology partner: ${why}.\n`);
    // What belongs to it is declared, and refers to the one that is there.
    expect(program).toContain("const partner = VpnTopology.fromExisting(fmc, 'partner', 'partner');");
    expect(program).toContain('topology: partner');
  });

  test('but a route that goes by an SLA monitor is declared with it', async () => {
    const { said, program } = await both(level1, (on) => {
      const interfaceObjects = [{ id: named(on.fmc, 'object/securityzones', 'outside-zone').id, type: 'SecurityZone' }];
      const monitor = on.fmc.touch({
        collection: 'object/slamonitors',
        body: { name: 'LINE', slaId: 10, monitorAddress: '203.0.113.1', frequency: 10, interfaceObjects },
        devices: [],
      });
      const record = named(on.fmc, 'devices/devicerecords', 'branch-ftd').id;
      const routes = `devices/devicerecords/${record}/routing/ipv4staticroutes`;
      const [route] = on.fmc.objects(routes) as readonly Body[];
      on.fmc.edit(routes, route!.id, { routeTracking: { id: monitor, type: 'SLAMonitor' } });
    });
    expect(said).toMatch(/, 0 left unmanaged$/m);
    expect(program).toContain("new SlaMonitor(fmc, 'LINE', { number: 10, address: '203.0.113.1', zones: [outsideZone]");
    expect(program).toMatch(/gateway: '10\.62\.0\.2',[^}]*track: line/);
  });

  test('but a route through a tunnel of an ECMP zone is declared with the zone', async () => {
    const { said, program } = await both(level1, (on) => {
      const at = `devices/devicerecords/${named(on.fmc, 'devices/devicerecords', 'branch-ftd').id}`;
      const [tunnel] = on.fmc.objects(`${at}/virtualtunnelinterfaces`) as readonly Body[];
      const inside = (on.fmc.objects(`${at}/physicalinterfaces`) as readonly Body[]).find(
        (body) => body['ifname'] === 'inside',
      );
      const interfaces = [tunnel!, inside!].map(({ id, type }) => ({ id, type: type as string }));
      on.fmc.touch({ collection: `${at}/routing/ecmpzones`, body: { name: 'BOTH', interfaces }, devices: [] });
    });
    expect(said).toMatch(/, 0 left unmanaged$/m);
    expect(program).toMatch(/new FtdEcmpZone\(branchFtd, 'BOTH', \{\s*interfaces: \['inside', branchFtdTunnel9\]/);
    expect(program).toMatch(/new StaticRoute\([^}]*ecmpZone: branchFtdBoth/);
  });

  test.each([
    [
      'addresses of both families',
      { ipv4: { static: { address: '10.62.6.1', netmask: '255.255.255.252' } } },
      "its construct does not take it as it is: address does not go with mode: 'ipsec-ipv6' on the FMC",
    ],
    [
      'an address that the firewall completes',
      { ipv6: { addresses: [{ address: '2001:db8:6::', prefix: '64', enforceEUI64: true }] } },
      'no property says what it has as ipv6Addresses',
    ],
  ])('a tunnel of IPv6 with %s', async (_what, more, why) => {
    const { program } = await both(scenarioOf('056-ipv6-tunnel-of-a-firewall'), (on) => {
      const record = named(on.fmc, 'devices/devicerecords', 'branch-ftd').id;
      const faces = `devices/devicerecords/${record}/virtualtunnelinterfaces`;
      on.fmc.edit(faces, named(on.fmc, faces, 'Tunnel6').id, more);
    });
    expect(program).toContain(`Not managed: tunnel-interface branch-ftd/Tunnel6: ${why}`);
  });

  test('but a list of which a line names an object is declared with it', async () => {
    const { program } = await both(hub, (on) => {
      const { id, entries } = named(on.fmc, 'object/extendedaccesslists', 'hub-traffic') as Body & {
        readonly entries: readonly object[];
      };
      const network = named(on.fmc, 'object/networks', 'hub-net');
      const objects = [{ id: network.id, name: 'hub-net', type: 'Network' }];
      on.fmc.edit('object/extendedaccesslists', id, {
        entries: entries.map((entry) => ({ ...entry, sourceNetworks: { objects } })),
      });
    });
    expect(program).toMatch(
      /new AccessList\(fmc, 'hub-traffic', \{\s+entries: \[\s*\{ action: 'permit', source: hubNet,/,
    );
  });

  test('a list of which a line names two objects, and what refers to it', async () => {
    const { program } = await both(hub, (on) => {
      const { id, entries } = named(on.fmc, 'object/extendedaccesslists', 'hub-traffic') as Body & {
        readonly entries: readonly object[];
      };
      const objects = ['hub-net', 'spoke-net'].flatMap((name) => {
        const found = named(on.fmc, 'object/networks', name) as Body | undefined;
        return found === undefined ? [] : [{ id: found.id, name, type: 'Network' }];
      });
      const literals = [{ type: 'Host', value: '192.0.2.9' }];
      on.fmc.edit('object/extendedaccesslists', id, {
        entries: entries.map((entry) => ({ ...entry, sourceNetworks: { objects, literals } })),
      });
    });
    expect(program).toMatch(/Not managed: access-list hub-traffic: no property says what it has as entries\./);
    expect(program).toMatch(/Not managed: vpn-endpoint hub-and-spokes\/\S+: it refers to the access list hub-traffic/);
  });
});

describe('what an FMC answered is kept in a file', () => {
  const level1 = scenarioOf('008-fmc-level-1');
  beforeAll(() => void Object.assign(process.env, level1.secrets));

  test('the same program is written of it, without the FMC', async () => {
    const on = await applied(
      manifestOf((stack) => level1.declare(stack, 'whole')),
      level1.world,
    );
    const [file, out, again] = ['answers.json', 'out', 'again'].map((name) => join(on.room, name)) as [
      string,
      string,
      string,
    ];
    await imported(on, out, '--save', file);
    expect(leaks({ file: readFileSync(file, 'utf8') }, Object.values(level1.secrets!))).toEqual([]);
    const before = on.fmc.counters.requests;
    const ran = await tw(on, ['import', '--fmc', file, ...login, '--out', again]);
    expect([ran.code, ran.err, on.fmc.counters.requests]).toEqual([0, '', before]);
    const fromFile = programIn(again)['devices/fmc.ts']!.replace('answers.json', 'fmc.example.net');
    expect({ ...programIn(again), 'devices/fmc.ts': fromFile }).toEqual(programIn(out));
  });

  test('a target of a program is asked itself', async () => {
    const manifest = manifestOf((stack) => level1.declare(stack, 'whole'));
    const on = await applied(manifest, level1.world);
    const out = join(on.room, 'out');
    const ran = await tw(on, ['import', '--manifest', on.save(manifest), '--target', 'fmc', '--out', out]);
    expect(ran.code).toBe(0);
    expect(programOf(out)).toContain("login: Login.fromEnv('FMC')");
  });

  test.each([
    ['another file', ['--fmc', 'package.json'], '[package.json] is not a file that import --save wrote'],
    ['no login', ['--fmc', 'fmc.example.net'], '[--login-env] does not say where the login is'],
    [
      'answers to be kept of what is no service',
      ['--host', 'b.example.net', '--platform', 'iosxe', '--login-env', 'EDGE', '--save', 'answers.json'],
      '[--save] is for a service that is asked itself',
    ],
    ['answers to be kept of answers', ['--fmc', 'package.json', '--save', 'answers.json'], '[--save] is for a service'],
    ['a domain of a file', ['running.txt', '--platform', 'iosxe', '--domain', 'Global'], '[--domain] is for an FMC'],
    ['no login, and a directory of that name', ['--fmc', 'lib'], '[--login-env] does not say where the login is'],
    ['two sources', ['--fmc', 'a.example.net', '--host', 'b.example.net'], '[--host and --fmc] are several sources'],
  ])('%s is said', async (_what, options, words_) => {
    rig = await startRig();
    const ran = await tw(rig, ['import', ...options, '--out', join(rig.room, 'out')]);
    expect([ran.code, ran.err]).toEqual([1, expect.stringContaining(words_)]);
  });
});
