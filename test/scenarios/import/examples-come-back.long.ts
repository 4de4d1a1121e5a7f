import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { programOf } from '../../../lib/import/program/program-text';
import { importedTexts, planOn, stackOf, type GivenConfiguration } from '../../support/imported';
import { exampleNames, synthesised } from '../../support/seed-examples';

const examples = join(__dirname, '../../../examples');
const room = mkdtempSync(join(tmpdir(), 'tunnelwright-back-'));
afterAll(() => rmSync(room, { recursive: true, force: true }));

const levelTwo = /new (SiteToSiteVpn|HubAndSpoke|RemoteAccess|FlexVpn(?:RemoteAccess|DualHub|LoadBalancer))\(/;

/** What an example is written in; a module of it too. */
const sourceOf = (name: string): string => {
  const folder = join(examples, name === 'organisation-module/network' ? 'organisation-module' : name);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.includes('node_modules'))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n');
};

/** What synth writes of the routers and ASAs of an example. */
const configurationsOf = (name: string): readonly GivenConfiguration[] => {
  const { manifests, configs } = synthesised(name);
  return manifests
    .flatMap(({ targets }) => targets)
    .flatMap(({ id, platform }): readonly GivenConfiguration[] => {
      if (platform === 'iosxe')
        return [{ name: `${id}.cfg`, platform: 'ios-xe', text: `hostname ${id}\n${configs[id]!}` }];
      if (platform !== 'asa') return [];
      return [
        { name: `${id}.cfg`, platform: 'asa', text: `: Saved\nASA Version 9.18(4)\nhostname ${id}\n${configs[id]!}` },
      ];
    });
};

const bootable = ({ platform, text }: GivenConfiguration): string =>
  platform === 'asa' ? text : `version 17.9\n${text}end\n`;

/** What of an example does not come back as it was written, and words of what the program says of it. */
const staying: Readonly<Record<string, string>> = {
  // The other end is a cloud or a firewall behind an FMC: no configuration of it is read, and nothing is said of one.
  'cloud-aws': '',
  'cloud-azure': '',
  'site-to-site-certificate': '',
  // Two tunnels between two routers are two tunnels: nothing says that one is the second line of the other.
  'dual-isp': 'on branch taking it over would type: crypto ikev2 profile office-branch / no match address local',
  'flexvpn/dual-hub': 'a FlexVPN client of spoke1 chooses the other end (172.16.1.254, 172.16.1.253)',
  'flexvpn/load-balancer': 'a FlexVPN client of spoke2 chooses the other end (10.0.0.5)',
  'flexvpn/ipv6-over-ipv4': 'r1 does not say which address FastEthernet0/0 has',
  // An aspect of the organisation adds a description to each profile: of VPNs it is an override.
  'organisation-module/network': 'crypto ikev2 profile staff-staff / no description staff CHG0012347',
};

const named = exampleNames.filter((name) => levelTwo.test(sourceOf(name)) && configurationsOf(name).length > 0);

test('those that do not come back are written of level 2', () => {
  expect(Object.keys(staying).filter((name) => !named.includes(name))).toEqual([]);
  expect(named.length - Object.keys(staying).length).toBeGreaterThan(12);
});

describe.each(named)('%s', (name) => {
  const given = configurationsOf(name);
  const out = join(room, name);

  test(
    name in staying ? 'stays of level 1, and the program says why' : 'is of level 2 again, and nothing else',
    async () => {
      const { network, readings } = await importedTexts(given, out);
      const { vpns, hubs, accesses, stay, noAccess } = network;
      const why = [...stay, ...noAccess].flatMap((each) => each.why);
      if (name in staying) expect(why.join('\n').includes(staying[name]!) && why.length > 0).toBe(staying[name] !== '');
      else expect([why, [...vpns, ...hubs, ...accesses].length > 0]).toEqual([[], true]);
      expect(readings).toHaveLength(given.length);
    },
  );

  test('the program changes nothing, and adopts all that it declares', () => {
    for (const target of stackOf(out).manifest.targets) {
      const own = given.find((each) => each.name === `${target.id}.cfg`)!;
      const { acting, adopted } = planOn(target, own.platform, bootable(own));
      expect(acting).toEqual([]);
      expect(adopted).toHaveLength(target.desired.items.length);
    }
  });

  test('once more it is the same, byte for byte', async () => {
    const [one, other] = [await importedTexts(given, out), await importedTexts(given, out)];
    expect(programOf(other.network)).toEqual(programOf(one.network));
  });
});
