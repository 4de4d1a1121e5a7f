import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
          'a line more',
          (text: string, id: string) => (id === 'hub' ? text.replace(/( dpd 10 2)/, ' nat keepalive 30\n$1') : text),
          'no nat keepalive 30',
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
    const { hubs } = await imported(example(own));
    expect(hubs.flatMap(({ props }) => props.spokes.map(({ device }) => device))).toEqual(['spoke1', 'spoke2']);
  });
});
