import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AsaFirewall, CryptoSuite, IosXeRouter, Login, PreSharedKey, Secret, SiteToSiteVpn } from '../../../constructs';
import { Testing } from '../../../testing';
import { programOf } from '../../../lib/import/program/program-text';
import { importedTexts, planOn, stackOf, type GivenConfiguration } from '../../support/imported';

const room = mkdtempSync(join(tmpdir(), 'tunnelwright-level-two-'));
afterAll(() => rmSync(room, { recursive: true, force: true }));
let rooms = 0;

const addresses = { nagpur: '198.51.100.1', surat: '203.0.113.1' } as const;

/** What `synth` writes of a tunnel between two routers. */
const twoRouters = () => {
  const stack = Testing.stack('net');
  const [nagpur, surat] = (['nagpur', 'surat'] as const).map(
    (id) => new IosXeRouter(stack, id, { host: `${id}.example.net`, release: '17.9', login: Login.fromEnv('LAB') }),
  );
  new SiteToSiteVpn(stack, 'nagpur-surat', {
    suite: CryptoSuite.aes256Gcm({ group: 19 }),
    authentication: PreSharedKey.from(Secret.fromEnv('KEY')),
    ends: [
      {
        device: nagpur!,
        interface: 'GigabitEthernet1',
        address: addresses.nagpur,
        tunnel: '10.58.1.1/30',
        networks: ['10.20.0.0/16'],
      },
      {
        device: surat!,
        interface: 'GigabitEthernet1',
        address: addresses.surat,
        tunnel: '10.58.1.2/30',
        networks: ['10.30.0.0/16'],
      },
    ],
  });
  return (['nagpur', 'surat'] as const).map((id) => [id, Testing.synthTarget(stack, id).cfg] as const);
};

/** Each of these texts with lines before it. */
const texts = (before: (id: keyof typeof addresses) => string): readonly GivenConfiguration[] =>
  twoRouters().map(([id, text]) => ({ name: `${id}.cfg`, platform: 'ios-xe', text: `${before(id)}${text}` }));

const addressed = (id: keyof typeof addresses): string =>
  `hostname ${id}\ninterface GigabitEthernet1\n ip address ${addresses[id]} 255.255.255.0\n!\n`;

const imported = async (given: readonly GivenConfiguration[]) => {
  const out = join(room, String(rooms++));
  const { network, textOf } = await importedTexts(given, out);
  const manifest = stackOf(out).manifest;
  const acting = manifest.targets.flatMap((target) => {
    const { platform, text } = given.find(({ name }) => name === `${target.id}.cfg`)!;
    return planOn(target, platform, platform === 'asa' ? text : `version 17.9\n${text}end\n`).acting;
  });
  expect(acting).toEqual([]);
  return { network, textOf };
};

describe('what synth wrote of a tunnel between two routers is one SiteToSiteVpn again', () => {
  test.each([
    ['behind what a device prints', (id: keyof typeof addresses) => `version 17.9\n${addressed(id)}`],
    ['as a script that is typed', addressed],
    ['without the interface that has the address', () => ''],
    ['of which one has no address on it', (id: keyof typeof addresses) => (id === 'nagpur' ? '' : addressed(id))],
  ])('%s', async (_what, before) => {
    const { network } = await imported(texts(before));
    expect(network.stay).toEqual([]);
    expect(network.vpns).toHaveLength(1);
    expect(network.devices.flatMap(({ objects }) => objects.declared)).toEqual([]);
  });
});

test('what an engineer wrote of a tunnel beyond what the VPN says is an override', async () => {
  const described = (text: string): string =>
    text.replace(
      /^interface Tunnel100\n/m,
      '$& description to the other site\n ip mtu 1400\n ip tcp adjust-mss 1360\n',
    );
  const given = texts(addressed).map((each) =>
    each.name === 'surat.cfg' ? { ...each, text: described(each.text) } : each,
  );
  const { network, textOf } = await imported(given);
  expect([network.vpns.length, network.stay]).toEqual([1, []]);
  expect(network.devices.flatMap(({ objects }) => objects.declared)).toEqual([]);
  const text = textOf('network.ts');
  expect(text).toContain("    const nagpurSuratVpn = new SiteToSiteVpn(this, 'nagpur-surat', {");
  expect(text).toContain(`
    nagpurSuratVpn.on(surat).tunnel.override({ description: 'to the other site', ipMtu: 1400, tcpMss: 1360 });
`);
});

describe('where nothing says that two ends are one tunnel, the program says why', () => {
  const noIdentity = (given: readonly GivenConfiguration[], change: (text: string) => string) =>
    given.map((each) => ({ ...each, text: change(each.text.replace(/^ identity local .*\n/m, '')) }));
  const words = async (given: readonly GivenConfiguration[]): Promise<readonly [number, string, readonly string[]]> => {
    const { network, textOf } = await imported(given);
    const text = textOf('network.ts').replace(/\n\s+\/\/ {3}/g, ' ');
    return [network.vpns.length, text, network.stay.flatMap(({ why }) => why)];
  };

  test('no address, no identity, and tunnel addresses of two networks', async () => {
    const given = noIdentity(
      texts(() => ''),
      (text) => text.replace('10.58.1.2', '10.58.9.2'),
    );
    const [vpns, text, why] = await words(given);
    expect([vpns, why.length]).toEqual([0, 2]);
    expect(text).toContain(
      '// No SiteToSiteVpn for Tunnel100 of nagpur: nagpur does not say which address GigabitEthernet1 has, so that nothing says which tunnel of another device ends there.',
    );
  });

  test('one dials another address than the other has', async () => {
    const given = noIdentity(texts(addressed), (text) =>
      text.replace('destination 203.0.113.1', 'destination 192.0.2.9'),
    );
    const [vpns, text] = await words(given);
    expect(vpns).toBe(0);
    expect(text).toContain(
      '// No SiteToSiteVpn for Tunnel100 of nagpur and Tunnel100 of surat: nagpur dials 192.0.2.9, and surat says that GigabitEthernet1 has 203.0.113.1.',
    );
  });

  test('one device alone has no other end, of which nothing is said', async () => {
    const [vpns, text] = await words(
      noIdentity(
        texts(() => ''),
        String,
      ).slice(0, 1),
    );
    expect([vpns, text.includes('No SiteToSiteVpn')]).toEqual([0, false]);
  });
});

test('what is left unmanaged is said to one who wrote nothing: without what its author should write', async () => {
  const lines = 'version 17.9\nno aaa new-model\nusername ops privilege 15 secret 9 $9$abc$def\n';
  const unnumbered = lines + twoRouters()[0]![1].replace(/^ ip address 10.58.*\n/m, '');
  const { network } = await imported([{ name: 'nagpur.cfg', platform: 'ios-xe', text: unnumbered }]);
  const why = new Map(network.devices[0]!.objects.leftOut.map((each) => [each.kind, each.why]));
  expect(why.get('aaa')).toBe('it is off on the device, as it stays where a program does not declare it');
  expect(why.get('tunnel-interface')).toBe('its construct does not take it as it is: address is not there');
  expect(why.get('local-user')).toContain('cannot be compared');
});

describe('a hub whose VPNs share what protects them', () => {
  const names = { proposal: 'STRONG', policy: 'STRONG', transformSet: 'AES-GCM' };
  /** A router or an ASA with a tunnel to each of two routers. */
  const hubOf = (platform: 'ios-xe' | 'asa'): readonly GivenConfiguration[] => {
    const stack = Testing.stack('net');
    const login = Login.fromEnv('LAB');
    const router = (id: string) => new IosXeRouter(stack, id, { host: `${id}.example.net`, release: '17.9', login });
    const asa = () => new AsaFirewall(stack, 'hub', { host: 'hub.example.net', release: '9.18', login });
    const [hub, port] = platform === 'asa' ? [asa(), 'outside'] : [router('hub'), 'GigabitEthernet1'];
    const spokes = ['pune', 'goa'].map(router);
    spokes.forEach((device, at) => {
      new SiteToSiteVpn(stack, `hub-${device.node.id}`, {
        suite: CryptoSuite.aes256Gcm({ group: 19 }),
        authentication: PreSharedKey.from(Secret.fromEnv(`KEY_${at}`)),
        ends: [
          {
            device: hub,
            interface: port,
            address: '198.51.100.1',
            tunnel: `10.58.${at}.1/30`,
            networks: ['10.20.0.0/16'],
            tunnelInterface: `Tunnel${at + 1}`,
            names: { groupPolicy: 'SITES' },
          },
          {
            device,
            interface: 'GigabitEthernet1',
            address: `203.0.113.${at + 1}`,
            tunnel: `10.58.${at}.2/30`,
            networks: [`10.${at + 30}.0.0/16`],
          },
        ],
        names,
      });
    });
    expect(stack.problems).toEqual([]);
    return ['hub', 'pune', 'goa'].map((id) => ({
      name: `${id}.cfg`,
      platform: id === 'hub' ? platform : 'ios-xe',
      text: `hostname ${id}\n${Testing.synthTarget(stack, id).cfg}`,
    }));
  };

  test.each(['ios-xe', 'asa'] as const)('%s: each is a SiteToSiteVpn, and nothing is left', async (platform) => {
    const given = hubOf(platform);
    expect(
      given[0]!.text.match(/^(crypto ipsec transform-set|crypto ipsec ikev2 ipsec-proposal) AES-GCM/gm),
    ).toHaveLength(1);
    const { network } = await imported(given);
    expect([network.vpns.map(({ id }) => id), network.stay]).toEqual([['hub-pune', 'hub-goa'], []]);
    expect(network.devices.flatMap(({ objects }) => objects.declared)).toEqual([]);
  });

  test('what a tunnel of level 1 refers to as well stays of level 1, and the VPN takes it from there', async () => {
    const [hub, pune, goa] = hubOf('ios-xe');
    const other = { ...goa!, text: goa!.text.replace('dpd 10 2', 'dpd 10 3') };
    const { network, textOf } = await imported([hub!, pune!, other]);
    expect([network.vpns.map(({ id }) => id), network.stay.length]).toEqual([['hub-pune'], 1]);
    expect(textOf('devices/hub.ts')).toContain("new IpsecTransformSet(hub, 'AES-GCM'");
  });
});

describe('what lint finds where it compares the ends stands as a comment beside the construct that it is about', () => {
  const plain = (text: string): string => text.replace(/\n\s+\/\/ {3}/g, ' ');

  test('tunnels of level 1: beside the tunnel of the end that it is said of', async () => {
    const given = texts(addressed).map((each) =>
      each.name === 'surat.cfg' ? { ...each, text: each.text.replace('lifetime 28800', 'lifetime 14400') } : each,
    );
    const { textOf } = await imported(given);
    expect(plain(textOf('devices/nagpur.ts'))).toMatch(
      / {2}\/\/ TW-END-003, warning: its IKE SA lives 28800 seconds, that of surat Tunnel100 14400: .*\.\n {2}const tunnel100 = new TunnelInterface\(/,
    );
    expect(textOf('network.ts')).not.toContain('TW-END');
  });

  test('a tunnel of level 2: beside it; of what nothing declares: beside the tunnels', async () => {
    const { network } = await imported(texts(addressed));
    expect(network.remarks).toEqual([]);
    const remarks = [
      { device: 'surat', address: 'tunnel-interface/Tunnel100', words: 'TW-END-099, note: says something.' },
      { device: 'surat', address: 'tunnel-interface/Tunnel7', words: 'TW-END-098, note: says more.' },
    ];
    const text = programOf({ ...network, remarks }).find(({ path }) => path === 'network.ts')!.text;
    expect(text).toContain(
      "    // On surat, TW-END-099, note: says something.\n    new SiteToSiteVpn(this, 'nagpur-surat', {",
    );
    expect(text).toContain('    // On surat, tunnel-interface Tunnel7, TW-END-098, note: says more.\n');
  });
});

describe('two ASAs whose entries of crypto maps say no lifetime', () => {
  /** What synth writes with a lifetime that is inherited, and of one end what a person wrote instead. */
  const asas = (change: (text: string, id: string) => string = String): readonly GivenConfiguration[] => {
    const stack = Testing.stack('net');
    const [kochi, goa] = ['kochi', 'goa'].map(
      (id) => new AsaFirewall(stack, id, { host: `${id}.example.net`, release: '9.18', login: Login.fromEnv('LAB') }),
    );
    new SiteToSiteVpn(stack, 'kochi-goa', {
      suite: CryptoSuite.aes256Gcm({ group: 19 }),
      authentication: PreSharedKey.from(Secret.fromEnv('KEY')),
      lifetimes: { ipsec: 'inherited' },
      ends: [
        {
          device: kochi!,
          type: 'policy-based',
          interface: 'outside',
          address: '198.51.100.1',
          networks: ['10.20.0.0/16'],
        },
        {
          device: goa!,
          type: 'policy-based',
          interface: 'outside',
          address: '203.0.113.1',
          networks: ['10.30.0.0/16'],
        },
      ],
    });
    return ['kochi', 'goa'].map((id) => ({
      name: `${id}.cfg`,
      platform: 'asa',
      text: `ASA Version 9.18(4)\nhostname ${id}\n${change(Testing.synthTarget(stack, id).cfg, id)}`,
    }));
  };

  test('are one SiteToSiteVpn that says so', async () => {
    const { network, textOf } = await imported(asas());
    expect([network.vpns.length, network.stay]).toEqual([1, []]);
    expect(textOf('network.ts')).toContain("lifetimes: { ipsec: 'inherited' }");
  });

  test('or stay of level 1 where one of them says one', async () => {
    const said = 'crypto map outside_map 10 set security-association lifetime seconds 3600\n';
    const { network } = await imported(
      asas((text, id) =>
        id === 'goa' ? text.replace(/(crypto map outside_map 10 set peer .*\n)/, `$1${said}`) : text,
      ),
    );
    expect(network.stay.flatMap(({ why }) => why)).toEqual([
      'lifetime of the IPsec SA differs: kochi has what the ASA has by itself, goa has 3600 seconds',
    ]);
  });
});
