import { Certificates, CryptoSuite, SiteToSiteVpn, type FmcProps } from 'tunnelwright';
import type { LabDevice } from '../../../lib/lab/devices/fmc';
import type { Manifest } from '../../../lib/run/manifest';
import { apply, left, plan, states, words } from '../../support/engine';
import { startRig, type Rig } from '../../support/rig';
import { fmc, manifestOf } from '../../support/scenario';

/** How many requests a VPN of an FMC takes, by how many tunnels it has. */
const firewall = (name: string, net: number): LabDevice => ({
  name,
  interfaces: [{ ifname: 'outside', name: 'GigabitEthernet0/0', address: `203.0.113.${net}/24` }],
});
const devices = [firewall('hub-ftd', 10), firewall('spoke-ftd', 11)];

/** So many tunnels between two firewalls, each a topology of its own. */
const tunnels = (count: number, settings: Partial<FmcProps> = {}): Manifest =>
  manifestOf((stack) => {
    const center = fmc(stack, settings);
    for (let n = 0; n < count; n++) {
      const end = (name: string, host: number, side: number) => ({
        device: center.ftd(name),
        interface: 'outside',
        address: `203.0.113.${host}`,
        tunnel: `10.58.${n}.${side}/30`,
        tunnelInterface: `Tunnel${300 + n}`,
        networks: [`10.${side}0.${n}.0/24`],
      });
      new SiteToSiteVpn(stack, `vpn-${n}`, {
        suite: CryptoSuite.aes256Gcm(),
        authentication: Certificates.issuedBy('CA-INTERNAL'),
        ends: [end('hub-ftd', 10, 1), end('spoke-ftd', 11, 2)],
      });
    }
  });

let rig: Rig;
afterEach(() => rig.close());
/** All that is sent, but for how often a deployment is looked at: that is a matter of time. */
const counted = async (work: () => Promise<unknown>): Promise<number> => {
  const sent = (): number => rig.fmc.log.filter(({ path }) => !/\/(job|deployment)\//.test(path)).length;
  const before = sent();
  await work();
  return sent() - before;
};
/** Requests for one tunnel more: of an apply, and of a plan that has nothing to do. */
const perTunnel = async (
  topologyParts: 'embedded' | 'references',
  settings: Partial<FmcProps> = {},
): Promise<{ readonly first: number; readonly nothing: number }> => {
  const of = async (count: number) => {
    rig = await startRig({ fmc: { devices, topologyParts, requestsPerMinute: 0, deployMs: 0 } });
    const manifest = tunnels(count, { requestsPerMinute: 100_000, ...settings });
    const first = await counted(async () => {
      const ended = await apply(rig, manifest);
      expect([states(ended), words(ended)]).toEqual([{ fmc: 'applied' }, '']);
    });
    const nothing = await counted(async () => expect(left(await plan(rig, manifest))).toEqual([]));
    return { first, nothing };
  };
  const few = await of(2);
  await rig.close();
  const many = await of(8);
  return { first: (many.first - few.first) / 6, nothing: (many.nothing - few.nothing) / 6 };
};

test('settings that stand in the topology are not asked for: two requests a topology where nothing changes', async () => {
  const { first, nothing } = await perTunnel('embedded');
  console.log(`embedded: ${first.toFixed(1)} requests for a tunnel, ${nothing.toFixed(1)} where nothing changes`);
  expect(nothing).toBe(2);
  expect(first).toBe(9);
});

test('and four where they are links', async () => {
  const { first, nothing } = await perTunnel('references');
  console.log(`links: ${first.toFixed(1)} requests for a tunnel, ${nothing.toFixed(1)} where nothing changes`);
  expect(nothing).toBe(4);
});

test('cautious: every part by itself, and tunnels and routes one by one', async () => {
  const { first, nothing } = await perTunnel('embedded', { cautious: true });
  console.log(`cautious: ${first.toFixed(1)} requests for a tunnel, ${nothing.toFixed(1)} where nothing changes`);
  expect(nothing).toBe(4);
  expect(first).toBeGreaterThan(15);
});

test('an FMC that takes no bulk for tunnels and routes gets them one by one', async () => {
  rig = await startRig({ fmc: { devices } });
  const refused = { error: { category: 'FRAMEWORK', messages: [{ description: 'Bulk is not supported.' }] } };
  rig.fmc.faults.status = {
    match: /POST .*(virtualtunnelinterfaces|ipv4staticroutes|endpoints)\?bulk=true/,
    code: 400,
    body: refused,
    times: 99,
  };
  const ended = await apply(rig, tunnels(3));
  expect([states(ended), words(ended)]).toEqual([{ fmc: 'applied' }, '']);
  expect(left(await plan(rig, tunnels(3)))).toEqual([]);
  const tried = rig.fmc.log.filter(({ path }) => /virtualtunnelinterfaces\?bulk=true/.test(path));
  expect(tried).toHaveLength(1);
});
