import { existing } from '../../../constructs/core/device-object';
import { AccessPolicy, AccessRule, TunnelInterface } from 'tunnelwright';
import type { Manifest } from '../../../lib/run/manifest';
import { actions, apply, left, plan, states, words } from '../../support/engine';
import { startRig, type Rig } from '../../support/rig';
import { fmc, manifestOf } from '../../support/scenario';

/** What others rename is what our objects lie in: a policy of theirs, a firewall. Ours are in it still. */
interface Shown {
  readonly id: string;
  readonly name: string;
}
let rig: Rig;
beforeEach(async () => {
  const policy = { name: 'edge-access', rules: ['Admins', 'Block all'], devices: ['mumbai-pair'] };
  rig = await startRig({ fmc: { accessPolicies: [policy], deployMs: 0 } });
});
afterEach(() => rig.close());

const at = (collection: string): readonly Shown[] => rig.fmc.objects(collection) as readonly Shown[];
const rename = (collection: string, from: string, to: string): string => {
  const { id } = at(collection).find(({ name }) => name === from)!;
  rig.fmc.rename(collection, id, to);
  return id;
};
const nothing = manifestOf((stack) => void fmc(stack));
const applied = async (manifest: Manifest): Promise<void> => {
  const ended = await apply(rig, manifest);
  expect([states(ended), words(ended)]).toEqual([{ fmc: 'applied' }, '']);
};

describe('a policy of others', () => {
  const rule = manifestOf((stack) => {
    const center = fmc(stack);
    const policy = AccessPolicy.fromExisting(center, 'policy', 'edge-access');
    const place = { before: existing('access-rule', 'edge-access/Block all') };
    new AccessRule(center, 'rule', {
      name: 'from pune',
      policy,
      place,
      action: 'allow',
      sourceNetworks: ['10.20.0.9'],
    });
  });
  const renamed = async (): Promise<string> => {
    await applied(rule);
    const id = rename('policy/accesspolicies', 'edge-access', 'edge-access-2026');
    rig.fmc.deployAs('admin', ['mumbai-pair']);
    return `policy/accesspolicies/${id}/accessrules`;
  };

  test('that is renamed is missing where the program names it, and nothing is changed', async () => {
    await renamed();
    expect(words(await plan(rig, rule))).toContain('refers to access control policy edge-access, which is not on fmc');
  });

  test('that is renamed loses our rule when nothing declares it: no allow stays in force', async () => {
    const rules = await renamed();
    expect(actions(await plan(rig, nothing))).toEqual(['fmc delete access-rule/edge-access/from pune']);
    await applied(nothing);
    expect(at(rules).map(({ name }) => name)).toEqual(['Admins', 'Block all']);
    expect(JSON.stringify(rig.fmc.deployed('mumbai-pair')?.policies)).not.toContain('from pune');
  });
});

describe('a firewall', () => {
  const tunnelOn = (device: string): Manifest =>
    manifestOf((stack) => {
      const address = { address: '169.254.7.1/30', source: 'outside' };
      new TunnelInterface(fmc(stack).ftd(device), 'vti', { name: 'Tunnel7', ifname: 'to-hub', ...address });
    });
  const renamed = async (): Promise<string> => {
    await applied(tunnelOn('branch-ftd'));
    const id = rename('devices/devicerecords', 'branch-ftd', 'pune-ftd');
    rig.fmc.deployAs('admin', ['branch-ftd', 'pune-ftd']);
    return `devices/devicerecords/${id}/virtualtunnelinterfaces`;
  };

  test('that is renamed there and in the program has our interface as before', async () => {
    const tunnels = await renamed();
    const [before] = at(tunnels);
    expect(left(await plan(rig, tunnelOn('pune-ftd')))).toEqual([]);
    expect(states(await apply(rig, tunnelOn('pune-ftd')))).toEqual({ fmc: 'unchanged' });
    expect(at(tunnels)).toEqual([before]);
    await applied(nothing);
    expect(at(tunnels)).toEqual([]);
  });

  test('that is renamed loses our interface when nothing declares it', async () => {
    const tunnels = await renamed();
    expect(actions(await plan(rig, nothing))).toEqual(['fmc delete tunnel-interface/branch-ftd/Tunnel7']);
    await applied(nothing);
    expect(at(tunnels)).toEqual([]);
  });
});
