import { existing } from '../../../constructs/core/device-object';
import { NatRule, NetworkObject, TunnelInterface } from 'tunnelwright';
import type { LabInterface } from '../../../lib/lab/devices/fmc';
import type { Manifest } from '../../../lib/run/manifest';
import { actions, apply, left, plan, states, words } from '../../support/engine';
import { startRig, type Rig } from '../../support/rig';
import { fmc, manifestOf } from '../../support/scenario';

/** Interfaces are found by their logical name, whatever kind they are. */
let rig: Rig;
afterEach(() => rig.close());
const begin = async (kind: NonNullable<LabInterface['kind']>): Promise<void> => {
  const face: LabInterface = { ifname: 'outside', name: 'x', address: '203.0.113.94/24', kind };
  rig = await startRig({ fmc: { devices: [{ name: 'pune-ftd', interfaces: [face] }] } });
};
const tunnel = (): Manifest =>
  manifestOf((stack) => {
    const firewall = fmc(stack).ftd('pune-ftd');
    new TunnelInterface(firewall, 'vti', {
      name: 'Tunnel7',
      ifname: 'far',
      address: '10.70.0.1/30',
      source: 'outside',
    });
  });
const asked = (): readonly string[] =>
  rig.fmc.log.flatMap(({ method, path }) => (method === 'GET' ? (/\/(\w+interfaces)\?/.exec(path)?.[1] ?? []) : []));

describe.each([
  'physicalinterfaces',
  'subinterfaces',
  'etherchannelinterfaces',
  'vlaninterfaces',
  'bridgegroupinterfaces',
  'redundantinterfaces',
  'loopbackinterfaces',
] as const)('%s', (kind) => {
  test('by one list of all', async () => {
    await begin(kind);
    const ended = await apply(rig, tunnel());
    expect([states(ended), words(ended)]).toEqual([{ fmc: 'applied' }, '']);
    expect(left(await plan(rig, tunnel()))).toEqual([]);
    expect(new Set(asked())).toEqual(new Set(['ftdallinterfaces', 'virtualtunnelinterfaces']));
  });
  test('and by the list of its kind, where an FMC has no list of all', async () => {
    await begin(kind);
    rig.fmc.faults.status = { match: /ftdallinterfaces/, code: 404, times: 99 };
    const ended = await apply(rig, tunnel());
    expect([states(ended), words(ended)]).toEqual([{ fmc: 'applied' }, '']);
    expect(asked()).toContain(kind);
  });
});

test('an interface group stands where a zone does', async () => {
  await begin('physicalinterfaces');
  rig.fmc.touch({
    collection: 'object/interfacegroups',
    body: { name: 'all-outside', interfaceMode: 'ROUTED' },
    devices: [],
  });
  const rule = manifestOf((stack) => {
    const center = fmc(stack);
    const net = new NetworkObject(center, 'net', { name: 'net', value: '10.30.0.0/16' });
    new NatRule(center, 'rule', {
      name: 'exempt',
      policy: existing('nat-policy', 'edge-nat'),
      originalSource: net,
      translatedSource: net,
      sourceZone: existing('security-zone', 'all-outside'),
      noProxyArp: true,
    });
  });
  const ended = await apply(rig, rule);
  expect([states(ended), words(ended)]).toEqual([
    { fmc: 'applied' },
    'edge-nat is on no device: what is changed in it is stored, and runs nowhere until the policy is assigned',
  ]);
  expect(left(await plan(rig, rule))).toEqual([]);
});

test('a cluster is a device; its interfaces are those of its control node', async () => {
  await begin('physicalinterfaces');
  const [record] = rig.fmc.objects('devices/devicerecords') as readonly { readonly id: string }[];
  const cluster = {
    id: '2f1c7a00-5ca1-11ef-a001-0050568a4d2b',
    name: 'pune-cluster',
    type: 'DeviceCluster',
    controlDevice: { deviceDetails: { id: record!.id, name: 'pune-ftd' } },
  };
  rig.fmc.faults.rewrite = (request, answer) =>
    request.startsWith('GET deviceclusters/ftddevicecluster')
      ? { status: 200, body: { items: [cluster], paging: { offset: 0, limit: 1000, count: 1, pages: 1 } } }
      : answer;
  const onCluster = manifestOf((stack) => {
    new TunnelInterface(fmc(stack).ftd('pune-cluster'), 'vti', {
      name: 'Tunnel7',
      ifname: 'far',
      address: '10.70.0.1/30',
      source: 'outside',
    });
  });
  expect(actions(await plan(rig, onCluster))).toEqual(['fmc create tunnel-interface/pune-cluster/Tunnel7']);
});

test('a tunnel that is in another zone, or in none, is drift; one that no longer says a zone keeps none of ours', async () => {
  await begin('physicalinterfaces');
  const inZone = (zoned: boolean): Manifest =>
    manifestOf((stack) => {
      const center = fmc(stack);
      new TunnelInterface(center.ftd('pune-ftd'), 'Tunnel7', {
        ...{ ifname: 'far', address: '10.70.0.1/30', source: 'outside' },
        ...(zoned ? { zone: existing('security-zone', 'outside-zone') } : {}),
      });
    });
  expect(states(await apply(rig, inZone(true)))).toEqual({ fmc: 'applied' });
  const [record] = rig.fmc.objects('devices/devicerecords') as readonly { readonly id: string }[];
  const tunnels = `devices/devicerecords/${record!.id}/virtualtunnelinterfaces`;
  const now = () => rig.fmc.objects(tunnels)[0] as { readonly id: string; readonly securityZone?: { id: string } };
  const [zone] = rig.fmc.objects('object/securityzones') as readonly { readonly id: string }[];
  expect(now().securityZone?.id).toBe(zone!.id);
  const other = rig.fmc.touch({
    collection: 'object/securityzones',
    body: { name: 'wide-open', interfaceMode: 'ROUTED' },
    devices: [],
  });
  rig.fmc.edit(tunnels, now().id, { securityZone: { id: other, type: 'SecurityZone' } });
  rig.fmc.deployAs('admin', ['pune-ftd']);
  expect(actions(await plan(rig, inZone(true)))).toEqual(['fmc update tunnel-interface/pune-ftd/Tunnel7']);
  expect(states(await apply(rig, inZone(true)))).toEqual({ fmc: 'applied' });
  expect(now().securityZone?.id).toBe(zone!.id);
  expect(states(await apply(rig, inZone(false)))).toEqual({ fmc: 'applied' });
  expect(now().securityZone).toBeUndefined();
});
