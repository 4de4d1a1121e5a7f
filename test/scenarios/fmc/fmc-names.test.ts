import {
  Certificates,
  CryptoSuite,
  NetworkGroup,
  NetworkObject,
  SiteToSiteVpn,
  type Fmc,
  type VpnStack,
} from 'tunnelwright';
import type { Manifest } from '../../../lib/run/manifest';
import { actions, apply, left, plan, states, words } from '../../support/engine';
import { startRig, type Rig } from '../../support/rig';
import { fmc, manifestOf, problemsIn } from '../../support/scenario';

/** On an FMC a name is one over hosts, networks, ranges, groups and domain names, whatever its case. */
const declared = (build: (center: Fmc) => void): Manifest => manifestOf((stack) => build(fmc(stack)));
const host = (center: Fmc, name: string, id = name): NetworkObject =>
  new NetworkObject(center, id, { name, value: '10.9.0.1' });

let rig: Rig | undefined;
afterEach(async () => {
  await rig?.close();
  rig = undefined;
});

describe('two that are declared', () => {
  test('a host and a group of one name are refused before anything is asked', () => {
    const found = problemsIn((stack: VpnStack) => {
      const center = fmc(stack);
      new NetworkGroup(center, 'group', { name: 'Servers', members: [host(center, 'servers')] });
    });
    expect(found).toEqual([
      expect.stringMatching(
        /a network group and a network object cannot share a name, whatever its case, and net\/fmc\/servers is called 'servers'/i,
      ),
    ]);
  });
  test('and two hosts whose names differ in case only', () => {
    const found = problemsIn((stack: VpnStack) => {
      const center = fmc(stack);
      host(center, 'web');
      host(center, 'WEB');
    });
    expect(found).toEqual([expect.stringMatching(/cannot share a name, whatever its case/)]);
  });
});

describe('one that is there', () => {
  test.each([
    ['a network group', 'object/networkgroups', { name: 'web', literals: [{ type: 'Host', value: '10.1.1.1' }] }],
    ['a domain name', 'object/fqdns', { name: 'web', value: 'web.example.net' }],
    ['a host in another case', 'object/hosts', { name: 'Web', value: '10.9.0.1' }],
    ['a network in another case', 'object/networks', { name: 'WEB', value: '10.9.0.0/24' }],
  ])('%s is known at plan, and nothing is written', async (_what, collection, body) => {
    rig = await startRig();
    rig.fmc.touch({ collection, body, devices: [] });
    const mine = declared((center) => {
      host(center, 'aaa');
      host(center, 'web');
    });
    expect(words(await plan(rig, mine))).toMatch(/web already exists on fmc and is not managed by Tunnelwright/);
    expect(states(await apply(rig, mine))).toEqual({ fmc: 'failed' });
    expect(rig.fmc.log.filter(({ method, path }) => method === 'POST' && path.includes('/object/'))).toEqual([]);
  });

  test('a group is not made where a host has its name', async () => {
    rig = await startRig();
    rig.fmc.touch({ collection: 'object/hosts', body: { name: 'SERVERS', value: '10.9.0.7' }, devices: [] });
    const mine = declared((center) => {
      new NetworkGroup(center, 'group', { name: 'servers', members: [host(center, 'web')] });
    });
    expect(words(await plan(rig, mine))).toMatch(/servers already exists on fmc/);
  });

  test('one of ours that somebody renamed to another case is renamed back', async () => {
    rig = await startRig();
    const mine = declared((center) => void host(center, 'web'));
    expect(states(await apply(rig, mine))).toEqual({ fmc: 'applied' });
    const [one] = rig.fmc.objects('object/hosts') as readonly { readonly id: string }[];
    rig.fmc.edit('object/hosts', one!.id, { name: 'WEB' });
    expect(actions(await plan(rig, mine))).toEqual(['fmc update network-object/web']);
    expect(states(await apply(rig, mine))).toEqual({ fmc: 'applied' });
    expect(rig.fmc.objects('object/hosts')).toMatchObject([{ name: 'web' }]);
  });
});

test('firewalls whose names have blanks are ends of a VPN', async () => {
  const devices = [
    { name: 'Mumbai Edge', interfaces: [{ ifname: 'outside', address: '198.51.100.20/24' }] },
    { name: 'branch ftd 2', interfaces: [{ ifname: 'outside', address: '203.0.113.20/24' }] },
  ];
  rig = await startRig({ fmc: { devices: devices as never } });
  const mine = manifestOf((stack) => {
    const center = fmc(stack);
    const end = (name: string, address: string, tunnel: string, network: string) => ({
      device: center.ftd(name),
      interface: 'outside',
      address,
      tunnel,
      networks: [network],
    });
    new SiteToSiteVpn(stack, 'vpn', {
      suite: CryptoSuite.aes256Gcm(),
      authentication: Certificates.issuedBy('CA-INTERNAL'),
      ends: [
        end('Mumbai Edge', '198.51.100.20', '10.58.1.1/30', '10.20.0.0/16'),
        end('branch ftd 2', '203.0.113.20', '10.58.1.2/30', '10.30.0.0/16'),
      ],
    });
  });
  const ended = await apply(rig, mine);
  expect([states(ended), words(ended)]).toEqual([{ fmc: 'applied' }, '']);
  expect(left(await plan(rig, mine))).toEqual([]);
});
