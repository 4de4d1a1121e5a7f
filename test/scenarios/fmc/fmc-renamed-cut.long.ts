import { existing } from '../../../constructs/core/device-object';
import { AccessPolicy, AccessRule } from 'tunnelwright';
import { apply, left, plan, states } from '../../support/engine';
import { startRig, type Rig } from '../../support/rig';
import { fmc, manifestOf } from '../../support/scenario';

/** A run that breaks off while it renames a rule of ours back, or deletes it: the next one finishes it. */
interface Shown {
  readonly id: string;
  readonly name: string;
}
let rig: Rig;
beforeEach(async () => {
  const policy = { name: 'edge-access', rules: ['Block all'], devices: ['mumbai-pair'] };
  rig = await startRig({ fmc: { accessPolicies: [policy], deployMs: 0 } });
});
afterEach(() => rig.close());

const declared = manifestOf((stack) => {
  const center = fmc(stack);
  const policy = AccessPolicy.fromExisting(center, 'policy', 'edge-access');
  const place = { before: existing('access-rule', 'edge-access/Block all') };
  new AccessRule(center, 'rule', { name: 'ours', policy, place, action: 'allow', sourceNetworks: ['10.20.0.9'] });
});
const nothing = manifestOf((stack) => void fmc(stack));

test.each([
  ['PUT', 'before', declared, ['ours', 'Block all']],
  ['PUT', 'after', declared, ['ours', 'Block all']],
  ['DELETE', 'before', nothing, ['Block all']],
  ['DELETE', 'after', nothing, ['Block all']],
] as const)('%s, cut %s it took effect', async (method, when, manifest, wanted) => {
  await apply(rig, declared);
  const [policy] = rig.fmc.objects('policy/accesspolicies') as readonly Shown[];
  const rules = `policy/accesspolicies/${policy!.id}/accessrules`;
  const all = (): readonly Shown[] => rig.fmc.objects(rules) as readonly Shown[];
  rig.fmc.edit(rules, all().find(({ name }) => name === 'ours')!.id, { name: 'temporary' });
  rig.fmc.deployAs('admin', ['mumbai-pair']);
  const match = new RegExp(`^${method} .*/accessrules/`);
  rig.fmc.faults.drop = { match, after: when === 'after', times: 100 };
  expect(Object.values(states(await apply(rig, manifest)))).not.toEqual(['applied']);
  rig.fmc.faults = {};
  expect((await rig.store.read('net/fmc')).entries).toHaveLength(1);
  expect(states(await apply(rig, manifest))).toEqual({ fmc: 'applied' });
  expect(all().map(({ name }) => name)).toEqual(wanted);
  expect(left(await plan(rig, manifest))).toEqual([]);
});
