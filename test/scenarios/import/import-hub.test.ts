import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AaaServerGroup, CryptoSuite, HubAndSpoke, IosXeRouter, Login, Secret, SpokeAuth } from '../../../constructs';
import { Testing } from '../../../testing';
import { importedTexts, planOn, stackOf, type GivenConfiguration } from '../../support/imported';
import { sampled } from '../../support/sampled';
import { synthesised } from '../../support/seed-examples';

const room = mkdtempSync(join(tmpdir(), 'tunnelwright-hub-'));
afterAll(() => rmSync(room, { recursive: true, force: true }));
let rooms = 0;

/** What synth writes of the example, with what a person changed of each text. */
const example = (change: (text: string, id: string) => string = String): readonly GivenConfiguration[] =>
  Object.entries(synthesised('flexvpn/hub-and-spoke').configs)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, text]) => ({ name: `${id}.cfg`, platform: 'ios-xe', text: `hostname ${id}\n${change(text, id)}` }));

/** What is imported; the program changes nothing of its routers and adopts all that it declares. */
const imported = async (given: readonly GivenConfiguration[]) => {
  const out = join(room, String(rooms++));
  const { network, textOf } = await importedTexts(given, out);
  for (const target of stackOf(out).manifest.targets) {
    const { text } = given.find(({ name }) => name === `${target.id}.cfg`)!;
    const { acting, adopted } = planOn(target, 'ios-xe', `version 17.9\n${text}end\n`);
    expect(acting).toEqual([]);
    expect(adopted).toHaveLength(target.desired.items.length);
  }
  const kinds = network.devices.map(({ objects }) => objects.declared.map(({ kind }) => kind));
  return { ...network, kinds, text: textOf('network.ts') };
};

const waysIn = ['local-user', 'aaa', 'aaa-authentication-list'];

test('a hub and its spokes that synth wrote are one HubAndSpoke again', async () => {
  const { hubs, stay, kinds, text } = await imported(example());
  expect([hubs.map(({ id }) => id), stay]).toEqual([['hub-spokes'], []]);
  expect(kinds.map((each) => [...each].sort())).toEqual(Array(4).fill([...waysIn].sort()));
  expect(text).toContain(`
    new HubAndSpoke(this, 'hub-spokes', {
      suite: CryptoSuite.aes256Gcm({ group: 19 }),
      authentication: Certificates.issuedBy('TP'),
      domain: 'cisco.com',
      hub: {
        device: hub,
        identity: 'Hub.cisco.com',
        address: '172.16.0.1',
        tunnel: '10.0.0.254/32',
        networks: ['192.168.0.0/16'],
      },
      spokes: [
        {
          device: spoke1,
          identity: 'Spoke1.cisco.com',
          interface: 'Ethernet0/0',
          tunnel: '10.0.0.1/32',
          lan: ['Ethernet0/1'],
        },
`);
  expect(text).toContain("      names: { ...smartDefaultNames, accessList: 'ike-policy' },\n");
});

test('a part of routers that have AAA says so: method lists are there only with it', async () => {
  const withoutAaa = (text: string): string =>
    text.replace(/^(?:aaa new-model|aaa authentication|username) .*$|^aaa new-model$/gm, '!');
  const { hubs, stay, devices } = await importedTexts(example(withoutAaa), join(room, String(rooms++))).then(
    ({ network }) => network,
  );
  expect([hubs.map(({ id }) => id), stay]).toEqual([['hub-spokes'], []]);
  expect(devices.map(({ settings }) => settings['aaaNewModel'])).toEqual(Array(4).fill('on'));
});

/** What synth writes of a hub and two spokes that have no certificates. */
const withoutCertificates = (by: 'keys' | 'eap'): readonly GivenConfiguration[] => {
  const stack = Testing.stack('net');
  const routers = ['hub', 'spoke1', 'spoke2'].map(
    (id) => new IosXeRouter(stack, id, { host: id, release: '17.9', login: Login.fromEnv('LAB'), aaaNewModel: 'on' }),
  );
  const [hub, ...others] = routers;
  const servers = new AaaServerGroup(hub!, 'ISE', {
    privateServers: [{ address: '10.0.0.2', key: Secret.fromEnv('RADIUS') }],
  });
  new HubAndSpoke(stack, 'branches', {
    suite: CryptoSuite.aes256Gcm({ group: 20 }),
    authentication: by === 'keys' ? SpokeAuth.withKeys() : SpokeAuth.withEap(servers, { trustpoint: 'CA' }),
    domain: 'example.net',
    hub: {
      device: hub!,
      identity: 'hub.example.net',
      address: '198.51.100.1',
      tunnel: '10.0.0.254/32',
      networks: ['10.20.0.0/16'],
      ...(by === 'keys' ? { keyringPeer: 'HEAD' } : {}),
    },
    spokes: others.map((device, i) => ({
      device,
      identity: `${device.node.id}.example.net`,
      interface: 'GigabitEthernet1',
      tunnel: `10.0.0.${i + 1}/32`,
      ...(by === 'keys' ? { key: Secret.fromEnv(`KEY_${i}`) } : {}),
      ...(by === 'keys' && i === 1 ? { keyringPeer: 'BRANCH-2' } : {}),
      ...(by === 'eap' ? { eap: { password: Secret.fromEnv(`PASSWORD_${i}`) } } : {}),
    })),
  });
  return routers.map(({ node: { id } }) => ({
    name: `${id}.cfg`,
    platform: 'ios-xe',
    text: `hostname ${id}\n${Testing.synthTarget(stack, id).cfg}`,
  }));
};

describe('a hub whose spokes have no certificates', () => {
  test('with a key for each spoke is a HubAndSpoke again', async () => {
    const { hubs, stay, text } = await imported(withoutCertificates('keys'));
    expect([hubs.map(({ id }) => id), stay]).toEqual([['branches'], []]);
    expect(hubs[0]!.variables).toEqual(['BRANCHES_SPOKE1_KEY', 'BRANCHES_SPOKE2_KEY']);
    expect(text).toContain('authentication: SpokeAuth.withKeys(),');
    expect(text).toContain("keyringPeer: 'HEAD',");
    expect(text).toContain("key: Secret.fromEnv('BRANCHES_SPOKE2_KEY'),\n          keyringPeer: 'BRANCH-2',");
  });

  test('with passwords that RADIUS checks too', async () => {
    const { hubs, stay, text } = await imported(withoutCertificates('eap'));
    expect([hubs.map(({ id }) => id), stay]).toEqual([['branches'], []]);
    expect(text).toContain(
      "authentication: SpokeAuth.withEap({ ref: { ref: 'aaa-server-group', name: 'ISE' } }, { trustpoint: 'CA' }),",
    );
    expect(text).toContain("eap: { password: Secret.fromEnv('BRANCHES_SPOKE1_PASSWORD') },");
  });

  test.each([
    [
      'keys that differ',
      'keys',
      [/pre-shared-key .*KEY_1\S*/, 'pre-shared-key Qz8example'],
      'the keys of hub and spoke2 differ',
    ],
    [
      'passwords that the hub checks itself',
      'eap',
      [/(aaa authentication login branches) group ISE/, '$1 local'],
      'nor passwords that one group of servers checks',
    ],
  ] as const)('%s: all stays of level 1, and the program says why', async (_what, by, [from, to], why) => {
    const given = withoutCertificates(by).map((each) => {
      if (each.name !== 'hub.cfg') return each;
      expect(each.text).toMatch(from);
      return { ...each, text: each.text.replace(from, to) };
    });
    const clear = given.map((each) => ({ ...each, text: each.text.replace(/<secret:env:(KEY_\d)>/g, 'clear-$1') }));
    const { hubs, stay } = await importedTexts(clear, join(room, String(rooms++))).then(({ network }) => network);
    expect([hubs, stay.flatMap((each) => each.why).join('; ')]).toEqual([[], expect.stringContaining(why)]);
  });
});

describe('routers that a person configured', () => {
  test.each(
    sampled(
      [
        [
          'lifetimes',
          (text: string) => text.replace(/( dpd 10 2)/, ' lifetime 43200\n$1'),
          'lifetimes: { ike: 43200 }',
        ],
        [
          'dead peer detection',
          (text: string) => text.replace('dpd 10 2 on-demand', 'dpd 30 5 periodic'),
          "mode: 'periodic'",
        ],
        [
          'other interfaces',
          (text: string) => text.replace(/Loopback0/g, 'Loopback7').replace(/Tunnel0/g, 'Tunnel9'),
          "loopback: 'Loopback7'",
        ],
        [
          'a larger packet',
          (text: string) => text.replace(/( tunnel mode ipsec ipv4)/, ' ip mtu 1400\n$1'),
          'ipMtu: 1400',
        ],
        [
          'the address of the hub',
          (text: string, id: string) =>
            id === 'hub' ? `interface Ethernet0/0\n ip address 172.16.0.1 255.255.255.0\n!\n${text}` : text,
          "address: '172.16.0.1'",
        ],
        [
          'a line more',
          (text: string, id: string) => (id === 'hub' ? text.replace(/( dpd 10 2)/, ' nat keepalive 30\n$1') : text),
          'hubSpokesVpn.onHub(hub).profile.override({ natKeepalive: 30 });',
        ],
      ] as const,
      3,
    ),
  )('%s: the HubAndSpoke says it', async (_what, change, words) => {
    const { hubs, text } = await imported(example(change));
    expect(hubs).toHaveLength(1);
    expect(text).toContain(words);
  });

  test.each(
    sampled(
      [
        [
          'a spoke that differs',
          (text: string, id: string) => (id === 'spoke2' ? text.replace('group 19', 'group 20') : text),
          'IKE group differs: hub has 19, spoke2 has 20',
        ],
        [
          'no perfect forward secrecy',
          (text: string) => text.replace(/ set pfs group19\n/, ''),
          'always has perfect forward secrecy',
        ],
        [
          'two ways to prove oneself',
          (text: string, id: string) =>
            id === 'hub'
              ? text.replace(/ authentication remote rsa-sig\n/, '$& authentication remote ecdsa-sig\n')
              : text,
          'the profile default of hub has neither certificates of one trustpoint',
        ],
      ] as const,
      3,
    ),
  )('%s: all stays of level 1, and the program says why', async (_what, change, why) => {
    const { hubs, stay, text } = await imported(example(change));
    expect([hubs, stay.length]).toEqual([[], 1]);
    const plain = text.replace(/\n\s+\/\/ {3}/g, ' ');
    expect(plain).toContain('// No HubAndSpoke for Virtual-Template1 of hub and Tunnel0 of spoke1 and ');
    expect(plain).toContain(why);
  });

  test('a spoke of another hub is none of it', async () => {
    const own = (text: string, id: string): string => {
      if (id === 'hub') return `interface Ethernet0/0\n ip address 172.16.0.1 255.255.255.0\n!\n${text}`;
      return id === 'spoke3' ? text.replace('destination 172.16.0.1', 'destination 172.16.0.9') : text;
    };
    const { hubs, stay } = await imported(example(own));
    expect(stay.map(({ ends, why }) => [ends.map(({ device }) => device.id), why])).toEqual([
      [['spoke3'], ['spoke3 dials 172.16.0.9, and none of the hubs of cisco.com (hub) says that this is its address']],
    ]);
    expect(hubs.flatMap(({ props }) => props.spokes.map(({ device }) => device))).toEqual(['spoke1', 'spoke2']);
  });
});
