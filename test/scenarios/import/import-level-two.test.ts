import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CryptoSuite, IosXeRouter, Login, PreSharedKey, Secret, SiteToSiteVpn } from '../../../constructs';
import { Testing } from '../../../testing';
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
  ])('%s', async (_what, before) => {
    const { network } = await imported(texts(before));
    expect(network.stay).toEqual([]);
    expect(network.vpns).toHaveLength(1);
    expect(network.devices.flatMap(({ objects }) => objects.declared)).toEqual([]);
  });
});
