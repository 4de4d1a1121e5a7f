import { NetworkGroup, NetworkObject, VpnEndpoint, type Fmc, type VpnStack } from 'tunnelwright';
import type { Manifest } from '../../../lib/run/manifest';
import { titled } from '../../../lib/cli/output/report';
import { plain, showPlan } from '../../../lib/plan/show';
import type { ReadTarget } from '../../../lib/run/target-result';
import { apply, drift, left, plan, states } from '../../support/engine';
import { startRig, type Rig } from '../../support/rig';
import { manifestOf } from '../../support/scenario';
import { scenario as levelOne } from '../008-fmc-level-1/network';
import { scenario as hub } from '../017-policy-based-hub/network';

/** What somebody changes on the FMC by hand, and what drift, plan and apply make of it. */
const whole = (more: (stack: VpnStack) => void = () => undefined): Manifest =>
  manifestOf((stack) => {
    levelOne.declare(stack, 'whole');
    more(stack);
  });
const onlyHub = manifestOf((stack) => hub.declare(stack, 'whole'));

let rig: Rig;
beforeEach(() => {
  Object.assign(process.env, levelOne.secrets, hub.secrets);
});
afterEach(async () => {
  await rig.close();
  for (const name of Object.keys({ ...levelOne.secrets, ...hub.secrets })) delete process.env[name];
});

const begin = async (manifest: Manifest): Promise<void> => {
  rig = await startRig(manifest === onlyHub ? hub.world! : {});
  expect(states(await apply(rig, manifest))).toEqual({ fmc: 'applied' });
};
type Body = { readonly id: string; readonly [member: string]: unknown };
const at = (collection: string): readonly Body[] => rig.fmc.objects(collection) as readonly Body[];
const named = (collection: string, name: string): Body => at(collection).find((body) => body['name'] === name)!;
const partOf = (topology: string, part: string): readonly [string, Body] => {
  const path = `policy/ftds2svpns/${named('policy/ftds2svpns', topology).id}/${part}`;
  return [path, at(path)[0]!];
};
/** What drift says of the FMC: lines with a sign. */
const drifted = async (manifest: Manifest): Promise<readonly string[]> =>
  (await drift(rig, manifest)).flatMap(({ plan: found }) =>
    (found?.changes ?? []).flatMap(({ action, address, differences }) =>
      action === 'none'
        ? []
        : differences.filter(({ sign }) => sign !== 'context').map(({ sign, text }) => `${address}: ${sign} ${text}`),
    ),
  );
const shown = async (manifest: Manifest): Promise<string> => {
  const [ended] = await plan(rig, manifest);
  return showPlan(titled(ended as ReadTarget), plain, { steps: false, undo: false }).join('\n');
};
describe('what every object holds besides its fields', () => {
  test('IKEv1 that was switched on is drift, and is switched off again', async () => {
    await begin(whole());
    const topology = named('policy/ftds2svpns', 'partner');
    rig.fmc.edit('policy/ftds2svpns', topology.id, { ikeV1Enabled: true, ikeV2Enabled: false });
    expect(await drifted(whole())).toEqual([
      'vpn-topology/partner: remove ikeV1Enabled: false',
      'vpn-topology/partner: add ikeV1Enabled: true',
      'vpn-topology/partner: remove ikeV2Enabled: true',
      'vpn-topology/partner: add ikeV2Enabled: false',
    ]);
    rig.fmc.deployAs('admin', ['branch-ftd']);
    expect(states(await apply(rig, whole()))).toEqual({ fmc: 'applied' });
    expect(named('policy/ftds2svpns', 'partner')).toMatchObject({ ikeV1Enabled: false, ikeV2Enabled: true });
  });
});

describe('what nobody declares', () => {
  const group = (stack: VpnStack): void => {
    const center = stack.node.findChild('fmc') as never;
    const member = new NetworkObject(center, 'member', { name: 'member', value: '10.81.0.0/16' });
    new NetworkGroup(center, 'group', { name: 'partner-nets', members: [member] });
  };
  const another = (stack: VpnStack): void => {
    const center = stack.node.findChild('fmc') as never;
    const member = new NetworkObject(center, 'member', { name: 'member', value: '10.81.0.0/16' });
    const second = new NetworkObject(center, 'second', { name: 'second', value: '10.82.0.0/16' });
    new NetworkGroup(center, 'group', { name: 'partner-nets', members: [member, second] });
  };

  test('is nothing right after an apply, whatever the FMC fills in', async () => {
    await begin(whole(group));
    expect(await drifted(whole(group))).toEqual([]);
    expect(await shown(whole(group))).not.toContain('not ours');
  });

  test('literals in a group of ours are drift, and go: all that is in it is declared', async () => {
    await begin(whole(group));
    const id = named('object/networkgroups', 'partner-nets').id;
    rig.fmc.edit('object/networkgroups', id, { literals: [{ type: 'Network', value: '0.0.0.0/0' }] });
    expect(await drifted(whole(group))).toEqual(['network-group/partner-nets: add literals: [0.0.0.0/0]']);
    expect(left(await plan(rig, whole(group)))).toEqual(['fmc: fmc update network-group/partner-nets, ']);
    expect(states(await apply(rig, whole(another)))).toEqual({ fmc: 'applied' });
    const { literals, objects } = named('object/networkgroups', 'partner-nets');
    expect([literals, objects]).toEqual([undefined, [{}, {}].map(() => expect.anything() as unknown)]);
    expect(await drifted(whole(another))).toEqual([]);
  });

  test('aggressive mode, a filter of the far end that is overridden, a backup interface', async () => {
    await begin(onlyHub);
    const [advanced, body] = partOf('hub-and-spokes', 'advancedsettings');
    rig.fmc.edit(advanced, body.id, { advancedIkeSetting: { enableAggressiveMode: true } });
    const endpoints = `policy/ftds2svpns/${named('policy/ftds2svpns', 'hub-and-spokes').id}/endpoints`;
    rig.fmc.edit(endpoints, named(endpoints, 'branch-ftd').id, {
      overrideRemoteVpnFilter: true,
      backupInterfaces: [{ interface: named(endpoints, 'branch-ftd')['interface'], publicIpAddress: '203.0.113.99' }],
    });
    expect(await drifted(onlyHub)).toEqual([
      'vpn-endpoint/hub-and-spokes/branch-ftd: add backupInterfaces: interface outside, publicIpAddress 203.0.113.99',
      'vpn-endpoint/hub-and-spokes/branch-ftd: add overrideRemoteVpnFilter: true',
      'vpn-topology/hub-and-spokes: add advancedsettings: advancedIkeSetting.enableAggressiveMode: true',
    ]);
  });

  test('tags of users on a line of an access list are drift, and stay at the next PUT of other lines', async () => {
    await begin(onlyHub);
    const list = named('object/extendedaccesslists', 'hub-traffic');
    const [line] = list['entries'] as readonly object[];
    const tagged = { ...line, securityGroupTags: { literals: [{ tag: '11' }] } };
    rig.fmc.edit('object/extendedaccesslists', list.id, { entries: [tagged] });
    expect(await drifted(onlyHub)).toEqual([
      'access-list/hub-traffic: add entries[0]: securityGroupTags.literals [tag 11]',
    ]);
    const edited = JSON.parse(JSON.stringify(onlyHub)) as Manifest;
    const item = edited.targets[0]!.desired.items.find(({ kind }) => kind === 'access-list')!;
    const { leaves } = item.content as { leaves: Record<string, object[]> };
    leaves['#entries'] = [...leaves['#entries']!, { ...leaves['#entries']![0], action: 'DENY' }];
    rig.fmc.deployAs('admin', ['mumbai-pair', 'branch-ftd']);
    expect(states(await apply(rig, edited))).toEqual({ fmc: 'applied' });
    expect(named('object/extendedaccesslists', 'hub-traffic')['entries']).toMatchObject([
      { action: 'PERMIT', securityGroupTags: { literals: [{ tag: '11' }] } },
      { action: 'DENY' },
    ]);
  });
});

describe('of two members of which one counts, only ours is sent', () => {
  const outside = (extranet: string): Manifest =>
    manifestOf((stack) => {
      hub.declare(stack, 'less');
      const center = stack.node.findChild('fmc') as Fmc;
      const find = (id: string) => center.node.findChild(id) as never;
      const networks = [find('here')];
      new VpnEndpoint(center, 'more', { topology: find('topology'), role: 'spoke', name: 'more', extranet, networks });
    });
  test.each([
    ['dynamic', '203.0.113.9', { name: 'more', ipAddress: '203.0.113.9' }],
    ['203.0.113.9', 'dynamic', { name: 'more', isDynamicIP: true }],
  ])('an outside end goes from %s to %s', async (before, after, info) => {
    rig = await startRig(hub.world);
    expect(states(await apply(rig, outside(before)))).toEqual({ fmc: 'applied' });
    expect(states(await apply(rig, outside(after)))).toEqual({ fmc: 'applied' });
    const endpoints = `policy/ftds2svpns/${named('policy/ftds2svpns', 'hub-and-spokes').id}/endpoints`;
    expect(named(endpoints, 'more')['extranetInfo']).toEqual(info);
  });
  test('a gateway that is an object by hand becomes an address again', async () => {
    await begin(whole());
    const records = at('devices/devicerecords');
    const path = `devices/devicerecords/${records.find((one) => one['name'] === 'branch-ftd')!.id}/routing/ipv4staticroutes`;
    const host = rig.fmc.touch({
      collection: 'object/hosts',
      body: { name: 'their-gateway', value: '10.62.0.2' },
      devices: [],
    });
    const route = at(path)[0]!;
    rig.fmc.edit(path, route.id, { gateway: { object: { id: host, type: 'Host' } } });
    expect((await drifted(whole())).join('\n')).toMatch(/static-route\/\S+: add gateway\.object: their-gateway/);
    rig.fmc.deployAs('admin', ['branch-ftd']);
    expect(states(await apply(rig, whole()))).toEqual({ fmc: 'applied' });
    expect(at(path)[0]!['gateway']).toEqual({ literal: { type: 'Host', value: '10.62.0.2' } });
  });
});
