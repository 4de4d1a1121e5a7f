import type { ReadTarget } from '../../../lib/run/target-result';
import { IkeV2Policy, IkeV2Proposal, type VpnStack } from 'tunnelwright';
import { titled } from '../../../lib/cli/output/report';
import { plain, showPlan } from '../../../lib/plan/show';
import type { Manifest } from '../../../lib/run/manifest';
import { apply, drift, left, plan, states, words } from '../../support/engine';
import { startRig, type Rig } from '../../support/rig';
import { fmc, manifestOf } from '../../support/scenario';
import { tunnel } from '../001-certificate-tunnel/network';

const only = { target: 'fmc' };
const ours = (settings = {}): Manifest => manifestOf((stack) => tunnel(stack, 'whole', {}, settings));
const policy = (lifetime: number): Manifest =>
  manifestOf((stack: VpnStack) => {
    const center = fmc(stack);
    const strong = new IkeV2Proposal(center, 's', { encryption: ['aes-gcm-256'], prf: ['sha384'], group: [20] });
    new IkeV2Policy(center, 'p', { name: 'OURS', proposals: [strong], priority: 5, lifetime });
  });

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});
afterEach(() => rig.close());
const refusal = (description: string): object => ({
  error: { category: 'OTHER', messages: [{ description }], severity: 'ERROR' },
});

test.each([
  ['embedded', ['endpoints', 'ikesettings']],
  ['references', ['advancedsettings', 'endpoints', 'ikesettings', 'ipsecsettings']],
] as const)(
  'children (%s) are read of the topologies that are declared, of no other; ten at a time at most',
  async (topologyParts, kinds) => {
    await rig.close();
    rig = await startRig({ fmc: { topologyParts } });
    for (let n = 0; n < 30; n++)
      rig.fmc.touch({
        collection: 'policy/ftds2svpns',
        body: { name: `theirs-${n}`, topologyType: 'POINT_TO_POINT', routeBased: true, ikeV2Enabled: true },
        devices: [],
      });
    await apply(rig, ours(), only);
    const topologies = rig.fmc.objects('policy/ftds2svpns') as { id: string; name: string }[];
    const [mine] = topologies.filter(({ name }) => !name.startsWith('theirs'));
    const before = rig.fmc.log.length;
    expect([topologies.length, left(await plan(rig, ours(), only))]).toEqual([31, []]);
    const children = rig.fmc.log
      .slice(before)
      .flatMap(({ path }) => /ftds2svpns\/([^/?]+)\/(\w+)/.exec(path)?.slice(1) ?? []);
    expect(children.sort()).toEqual(kinds.flatMap((kind) => [mine!.id, kind]).sort());
    expect(rig.fmc.counters.maxParallelReads).toBeLessThanOrEqual(10);
    expect(rig.fmc.counters.rejected).toBe(0);
  },
);

test('what is written is what is there with ours in it: a member that nobody declares stays', async () => {
  await apply(rig, policy(28800));
  const at = 'object/ikev2policies';
  const find = () => (rig.fmc.objects(at) as { id: string; name: string }[]).find(({ name }) => name === 'OURS')!;
  rig.fmc.edit(at, find().id, { description: 'asked for by ravi' }, 'ravi');
  expect(states(await apply(rig, policy(14400)))).toEqual({ fmc: 'applied' });
  expect(find()).toMatchObject({ lifetimeInSeconds: 14400, description: 'asked for by ravi' });
});

test('an FMC that is busy is asked again, and what it says is shown', async () => {
  rig.fmc.faults.status = {
    match: /^POST deployment\/deploymentrequests/,
    code: 400,
    body: refusal('Cannot perform deployment, as another deployment is in progress.'),
    times: 2,
  };
  expect(states(await apply(rig, ours(), only))).toEqual({ fmc: 'applied' });
  expect(left(await plan(rig, ours(), only))).toEqual([]);
  expect(
    rig.fmc.log.filter(({ path, method }) => method === 'POST' && path.endsWith('deploymentrequests')),
  ).toHaveLength(3);
});

test('a deployment that the FMC refuses is told of in its words, and the next run deploys', async () => {
  rig.fmc.faults.status = {
    match: /^POST deployment\/deploymentrequests/,
    code: 400,
    body: refusal('The licence has run out.'),
    times: 1,
  };
  const ended = await apply(rig, ours(), only);
  expect([states(ended), words(ended)]).toEqual([
    { fmc: 'failed' },
    expect.stringMatching(/deployment to mumbai-pair: [^\n]*the FMC answers 400: The licence has run out\.[^]*→ /),
  ]);
  expect(states(await apply(rig, ours(), only))).toEqual({ fmc: 'applied' });
});

test('a pair whose member falls out while it is deployed to is told of', async () => {
  const { fmc: lab } = rig;
  Object.defineProperty(lab.faults, 'sickMember', {
    get: () => (JSON.stringify(lab.deployed('mumbai-pair')).includes('"10.58.1.2"') ? 'mumbai-ftd-2' : undefined),
  });
  const ended = await apply(rig, ours(), only);
  expect([states(ended), words(ended)]).toEqual([
    { fmc: 'failed' },
    expect.stringMatching(
      /the pair mumbai-pair is not well after the deployment: mumbai-ftd-1 Active, mumbai-ftd-2 Failed[^]*→ look at failover on both members/,
    ),
  ]);
});

test('roles that do not switch are told of', async () => {
  rig.fmc.faults.status = {
    match: /^PUT devicehapairs/,
    code: 400,
    body: refusal('The standby unit is not ready.'),
    times: 9,
  };
  const ended = await apply(rig, ours({ switchRoles: true }), only);
  expect([states(ended), words(ended)]).toEqual([
    { fmc: 'failed' },
    expect.stringMatching(/mumbai-pair[^\n]*the FMC answers 400: The standby unit is not ready/),
  ]);
});

test('plan and drift say what is stored and does not run, by device, and whose it is', async () => {
  await apply(rig, ours({ deploy: false }), only);
  rig.fmc.touch({
    collection: 'object/hosts',
    body: { name: 'x', value: '192.0.2.9' },
    devices: ['mumbai-pair'],
    user: 'ravi',
  });
  for (const look of [plan, drift]) {
    const ended = (await look(rig, ours())).filter(({ work }) => work.target.id === 'fmc');
    const shown = showPlan(titled(ended[0] as ReadTarget), plain, { steps: false, undo: false }).join('\n');
    expect(shown).toMatch(
      /stored, not deployed to mumbai-pair:\n[^]* {6}FTDS2SVpn \S+ by api\n[^]* {6}Host x by ravi, not ours/,
    );
  }
});
