import { existing } from '../../../constructs/core/device-object';
import {
  AccessPolicy,
  AccessRule,
  NetworkObject,
  PortObject,
  TunnelInterface,
  type AccessRuleProps,
} from 'tunnelwright';
import type { Manifest } from '../../../lib/run/manifest';
import { actions, apply, drift, left, plan, rollback, states, words } from '../../support/engine';
import { connect } from '../../support/fmc-lab/client';
import { startRig, type Rig } from '../../support/rig';
import { fmc, manifestOf, problemsIn } from '../../support/scenario';

/** A rule of ours in an access control policy of others, which block all at its end. */
let rig: Rig;
beforeEach(async () => {
  const policy = {
    name: 'edge-access',
    rules: ['Admins', 'Block all'],
    categories: ['VPN'],
    devices: ['mumbai-pair'],
  };
  rig = await startRig({ fmc: { accessPolicies: [policy] } });
});
afterEach(() => rig.close());

interface Shown {
  readonly id: string;
  readonly name: string;
  readonly metadata: { readonly ruleIndex: number; readonly section: string; readonly category: string };
}
const rulesAt = (): string => {
  const [policy] = rig.fmc.objects('policy/accesspolicies') as readonly { readonly id: string }[];
  return `policy/accesspolicies/${policy!.id}/accessrules`;
};
const rules = (): readonly Shown[] => rig.fmc.objects(rulesAt()) as readonly Shown[];
const order = (): readonly string[] => rules().map(({ name }) => name);
const ours = (): Shown => rules().find(({ name }) => name === 'from pune')!;
const by = (name: string, place: Readonly<Record<string, string>>): string =>
  rig.fmc.touch({ collection: rulesAt(), body: { name, action: 'ALLOW' }, user: 'ravi', devices: [], place });

const blockAll = existing('access-rule', 'edge-access/Block all');
const declared = (props: Partial<AccessRuleProps> = {}): Manifest =>
  manifestOf((stack) => {
    const center = fmc(stack);
    new AccessRule(center, 'rule', {
      name: 'from pune',
      policy: AccessPolicy.fromExisting(center, 'policy', 'edge-access'),
      place: { before: blockAll },
      action: 'allow',
      sourceZones: [existing('security-zone', 'outside-zone')],
      sourceNetworks: [new NetworkObject(center, 'pune', { name: 'pune', value: '10.20.0.0/16' })],
      destinationNetworks: ['10.30.0.0/16'],
      destinationPorts: ['tcp/443', 'icmp/8', PortObject.fromExisting(center, 'dns', 'DNS_over_UDP')],
      logging: { end: true, toFmc: true },
      ...props,
    });
  });
const applied = async (manifest: Manifest): Promise<void> => {
  const ended = await apply(rig, manifest);
  expect([states(ended), words(ended)]).toEqual([{ fmc: 'applied' }, '']);
};

test('comes before the rule that blocks, is deployed, changes, and goes, and rules of others stay as and where they are', async () => {
  const before = rules();
  await applied(declared());
  expect(order()).toEqual(['Admins', 'from pune', 'Block all']);
  expect(ours()).toMatchObject({
    action: 'ALLOW',
    sourceZones: { objects: [{ name: 'outside-zone' }] },
    sourceNetworks: { objects: [{ name: 'pune' }] },
    destinationNetworks: { literals: [{ type: 'Network', value: '10.30.0.0/16' }] },
    destinationPorts: {
      objects: [{ name: 'DNS_over_UDP' }],
      literals: [
        { type: 'ICMPv4PortLiteral', protocol: '1', icmpType: '8' },
        { type: 'PortLiteral', protocol: '6', port: '443' },
      ],
    },
    logEnd: true,
    metadata: { ruleIndex: 2, section: 'Default' },
  });
  expect(JSON.stringify(rig.fmc.deployed('mumbai-pair')?.policies)).toContain('from pune');
  expect(left(await plan(rig, declared()))).toEqual([]);
  const edited = declared({ action: 'trust', sourceZones: undefined, destinationPorts: ['tcp'], logging: undefined });
  expect(actions(await plan(rig, edited))).toEqual(['fmc update access-rule/edge-access/from pune']);
  await applied(edited);
  expect(left(await plan(rig, edited))).toEqual([]);
  expect(ours()).toMatchObject({ action: 'TRUST', logEnd: false, metadata: { ruleIndex: 2 } });
  await applied(manifestOf((stack) => void fmc(stack)));
  const after = rules().map((rule) => ({ ...rule, metadata: { ...rule.metadata } }));
  expect(after).toEqual(before);
});

test.each([
  [{ section: 'mandatory' as const }, ['from pune', 'Admins', 'Block all'], 'Mandatory', '--Undefined--'],
  [{ section: 'default' as const }, ['Admins', 'Block all', 'from pune'], 'Default', '--Undefined--'],
  [{ category: 'VPN' }, ['from pune', 'Admins', 'Block all'], 'Mandatory', 'VPN'],
  [
    { after: existing('access-rule', 'edge-access/Admins') },
    ['Admins', 'from pune', 'Block all'],
    'Default',
    '--Undefined--',
  ],
])('%j', async (place, wanted, section, category) => {
  await applied(declared({ place }));
  expect([order(), ours().metadata]).toMatchObject([wanted, { section, category }]);
  expect(left(await plan(rig, declared({ place })))).toEqual([]);
});

test('its place is counted when it is created: two of ours before the same rule of others', async () => {
  const two = manifestOf((stack) => {
    const center = fmc(stack);
    const policy = AccessPolicy.fromExisting(center, 'policy', 'edge-access');
    for (const name of ['first', 'second'])
      new AccessRule(center, name, { policy, place: { before: blockAll }, action: 'allow' });
  });
  await applied(two);
  expect(order()).toEqual(['Admins', 'first', 'second', 'Block all']);
});

test('two of ours in a row, the one below the other', async () => {
  const two = manifestOf((stack) => {
    const center = fmc(stack);
    const policy = AccessPolicy.fromExisting(center, 'policy', 'edge-access');
    const first = new AccessRule(center, 'first', { policy, place: { before: blockAll }, action: 'allow' });
    new AccessRule(center, 'second', { policy, place: { after: first }, action: 'block' });
  });
  await applied(two);
  expect(order()).toEqual(['Admins', 'first', 'second', 'Block all']);
  expect(left(await plan(rig, two))).toEqual([]);
});

describe('the order in the program, of rules of ours with one place', () => {
  type Given = readonly [name: string, action: AccessRuleProps['action']];
  const inARow = (place: AccessRuleProps['place'], ...all: readonly Given[]): Manifest =>
    manifestOf((stack) => {
      const center = fmc(stack);
      const policy = AccessPolicy.fromExisting(center, 'policy', 'edge-access');
      for (const [name, action] of all)
        new AccessRule(center, name, {
          policy,
          ...(place ? { place } : {}),
          action,
          destinationNetworks: ['10.9.0.0/16'],
        });
    });
  const [deny, allow, more]: readonly Given[] = [
    ['deny', 'block'],
    ['allow', 'allow'],
    ['more', 'allow'],
  ] as const;
  const own = (): readonly string[] => order().filter((name) => ['deny', 'allow', 'more'].includes(name));
  const removed = async (name: string): Promise<void> => {
    const client = await connect(rig.fmc);
    await client.remove(`${rulesAt()}/${rules().find((rule) => rule.name === name)!.id}`);
    rig.fmc.deployAs('api', ['mumbai-pair']);
  };
  const places: readonly (readonly [AccessRuleProps['place']])[] = [
    [{ after: existing('access-rule', 'edge-access/Admins') }],
    [{ before: blockAll }],
    [{ section: 'mandatory' }],
    [{ category: 'VPN' }],
    [undefined],
  ];
  test.each(places)('%j: kept by creations, by one that comes later, and by one that is made again', async (place) => {
    await applied(inARow(place, deny, allow, more));
    expect(own()).toEqual(['deny', 'allow', 'more']);
    expect(left(await plan(rig, inARow(place, deny, allow, more)))).toEqual([]);
    await removed('deny');
    await applied(inARow(place, deny, allow, more));
    expect(own()).toEqual(['deny', 'allow', 'more']);
    await applied(inARow(place, deny, more));
    await applied(inARow(place, deny, allow, more));
    expect(own()).toEqual(['deny', 'allow', 'more']);
    expect(left(await plan(rig, inARow(place, deny, allow, more)))).toEqual([]);
  });
  test.each(places)('%j: lost on the FMC, it is told and not mended', async (place) => {
    const all = inARow(place, deny, allow);
    await applied(all);
    const [first, second] = ['deny', 'allow'].map((name) => rules().find((rule) => rule.name === name)!);
    const index = String(second!.metadata.ruleIndex - 1);
    rig.fmc.touch({ collection: rulesAt(), body: { id: first!.id }, devices: [], place: { insertAfter: index } });
    expect(own()).toEqual(['allow', 'deny']);
    expect(words(await plan(rig, all))).toMatch(
      /allow: its place \(below: deny\) cannot be changed after creation: move it there by hand/,
    );
    expect(states(await drift(rig, all))).not.toEqual({ fmc: 'unchanged' });
    expect(states(await apply(rig, all))).toEqual({ fmc: 'failed' });
  });
  test('of rules with one action it may be any', async () => {
    await applied(inARow({ section: 'mandatory' }, allow, more));
    expect(left(await plan(rig, inARow({ section: 'mandatory' }, more, allow)))).toEqual([]);
  });
  test('the other way round in the program than it is there', async () => {
    await applied(inARow({ section: 'mandatory' }, allow, deny));
    expect(words(await plan(rig, inARow({ section: 'mandatory' }, deny, allow)))).toMatch(/its place \(below: deny\)/);
  });
  test('one that another of ours stands below is made again above it', async () => {
    const chained = manifestOf((stack) => {
      const center = fmc(stack);
      const policy = AccessPolicy.fromExisting(center, 'policy', 'edge-access');
      const first = new AccessRule(center, 'deny', { policy, place: { section: 'mandatory' }, action: 'block' });
      new AccessRule(center, 'allow', { policy, place: { after: first }, action: 'allow' });
    });
    await applied(chained);
    await removed('deny');
    expect(actions(await plan(rig, chained))).toEqual(['fmc create access-rule/edge-access/deny']);
    await applied(chained);
    expect(own()).toEqual(['deny', 'allow']);
    expect(left(await plan(rig, chained))).toEqual([]);
  });
});

describe('a removal that is taken back', () => {
  const nothing = manifestOf((stack) => void fmc(stack));
  test('makes the rule again beside its neighbour, which the program no longer names', async () => {
    await applied(declared());
    await apply(rig, nothing, { run: 'r2' });
    const back = await rollback(rig, nothing, 'r2');
    expect([states(back), words(back)]).toEqual([
      { fmc: 'applied' },
      expect.stringMatching(/from pune was made again, and stands below Admins and above Block all now/),
    ]);
    expect(order()).toEqual(['Admins', 'from pune', 'Block all']);
  });
  test('is refused before a device is rolled back where that neighbour is gone', async () => {
    await applied(declared());
    await apply(rig, nothing, { run: 'r2' });
    const client = await connect(rig.fmc);
    await client.remove(`${rulesAt()}/${rules().find(({ name }) => name === 'Block all')!.id}`);
    rig.fmc.deployAs('api', ['mumbai-pair']);
    const back = await rollback(rig, nothing, 'r2');
    expect([states(back), words(back)]).toEqual([
      { fmc: 'failed' },
      expect.stringMatching(
        /from pune was beside edge-access\/Block all, which is no longer there. Nothing was changed/,
      ),
    ]);
    expect(JSON.stringify(rig.fmc.log)).not.toContain('rollbackrequests');
  });
  test('at the end of a section says below what it came', async () => {
    const last = declared({ place: { section: 'default' } });
    await applied(last);
    by('Block rest', { section: 'default' });
    rig.fmc.deployAs('ravi', ['mumbai-pair']);
    await apply(rig, nothing, { run: 'r2' });
    const back = await rollback(rig, nothing, 'r2');
    expect(words(back)).toMatch(/from pune was made again, and stands below Block rest now: others may have changed/);
  });
});

test('a place that is not as declared once the rule is made is not deployed', async () => {
  const nobody = Object.assign(/(?!)/, {
    test: (line: string): boolean => {
      if (!/^POST .*accessrules/.test(line) || order().includes('New')) return false;
      by('New', { insertBefore: '1' });
      rig.fmc.deployAs('ravi', ['mumbai-pair']);
      return false;
    },
  });
  rig.fmc.faults.drop = { match: nobody, times: 1 };
  const ended = await apply(rig, declared({ place: { after: blockAll } }));
  expect([states(ended), order()]).toEqual([{ fmc: 'failed' }, ['New', 'Admins', 'from pune', 'Block all']]);
  expect(words(ended)).toMatch(/staged, not deployed/);
  expect(JSON.stringify(rig.fmc.deployed('mumbai-pair')?.policies)).not.toContain('from pune');
});

describe('what others do', () => {
  beforeEach(() => applied(declared()));
  test('between it and its neighbour is no drift', async () => {
    by('between', { insertBefore: '3' });
    expect(order()).toEqual(['Admins', 'from pune', 'between', 'Block all']);
    expect(left(await plan(rig, declared()))).toEqual([]);
  });
  test('to its place is told, and not mended by the way of a new rule', async () => {
    rig.fmc.touch({ collection: rulesAt(), body: { id: ours().id }, devices: [], place: { insertAfter: '2' } });
    expect(order()).toEqual(['Admins', 'Block all', 'from pune']);
    expect(words(await plan(rig, declared()))).toMatch(
      /its place \(before: Block all\) cannot be changed after creation: move it there by hand, declare the place that it has, or give the new one another name/,
    );
    expect(states(await drift(rig, declared()))).not.toEqual({ fmc: 'unchanged' });
    rig.fmc.touch({ collection: rulesAt(), body: { id: ours().id }, devices: [], place: { insertBefore: '2' } });
    expect(left(await plan(rig, declared()))).toEqual([]);
  });
  test('to what it lets through is drift; what no prop says is shown, and stays', async () => {
    rig.fmc.edit(rulesAt(), ours().id, {
      destinationNetworks: { literals: [] },
      filePolicy: { id: 'f', name: 'no malware', type: 'FilePolicy' },
    });
    const shown = await plan(rig, declared());
    expect(actions(shown)).toEqual(['fmc update access-rule/edge-access/from pune']);
    const [rule] = (shown[0]!.plan?.changes ?? []).filter(({ kind }) => kind === 'access-rule');
    expect(rule!.differences.map(({ text }) => text)).toContain('destinationNetworks.literals: [10.30.0.0/16]');
    expect(rule!.unmanaged).toEqual(['filePolicy: name no malware']);
    await applied(declared());
    expect(ours()).toMatchObject({
      destinationNetworks: { literals: [{ value: '10.30.0.0/16' }] },
      filePolicy: { id: 'f' },
    });
  });
});

test('what others put into the policy is not deployed with ours', async () => {
  by('theirs', { section: 'mandatory' });
  expect(words(await apply(rig, declared()))).toMatch(/pending on mumbai-pair and not ours: AccessRule theirs by ravi/);
  expect(order()).toEqual(['theirs', 'Admins', 'from pune', 'Block all']);
});

test('a device of the policy that the program does not name is told', async () => {
  await rig.close();
  const devices = ['mumbai-pair', 'branch-ftd'];
  rig = await startRig({ fmc: { accessPolicies: [{ name: 'edge-access', devices }] } });
  const onOne = manifestOf((stack) => {
    const center = fmc(stack);
    const policy = AccessPolicy.fromExisting(center, 'policy', 'edge-access');
    new AccessRule(center, 'rule', { policy, place: { before: blockAll }, action: 'allow' });
    new TunnelInterface(center.ftd('mumbai-pair'), 'Tunnel7', {
      ...{ ifname: 'far', address: '10.70.0.1/30', source: 'outside' },
    });
  });
  const ended = await apply(rig, onOne);
  expect([states(ended), words(ended)]).toEqual([
    { fmc: 'applied' },
    'edge-access is on branch-ftd too, which the program does not name: what was put into it comes there with the next deployment of others',
  ]);
});

test('of a policy that no device has, apply says that what it put there runs nowhere', async () => {
  await rig.close();
  rig = await startRig({ fmc: { accessPolicies: [{ name: 'edge-access', rules: ['Block all'], devices: [] }] } });
  const ended = await apply(rig, declared());
  expect([states(ended), words(ended)]).toEqual([
    { fmc: 'applied' },
    'edge-access is on no device: what is changed in it is stored, and runs nowhere until the policy is assigned',
  ]);
});

test('a category that is not there is refused before anything is deployed', async () => {
  const ended = await apply(rig, declared({ place: { category: 'No such' } }));
  expect([states(ended), words(ended)]).toEqual([
    { fmc: 'failed' },
    expect.stringMatching(/Invalid category: No such/),
  ]);
  expect(order()).toEqual(['Admins', 'Block all']);
});

test('a policy that another user keeps to himself is named with him', async () => {
  const [policy] = rig.fmc.objects('policy/accesspolicies') as readonly { readonly id: string }[];
  rig.fmc.lock(policy!.id, 'ravi');
  expect(words(await apply(rig, declared()))).toMatch(/The policy is locked by ravi/);
});

test('a policy by whose name no id is found is refused', () => {
  const found = problemsIn((stack) => {
    const center = fmc(stack);
    const policy = AccessPolicy.fromExisting(center, 'policy', 'edge #1');
    new AccessRule(center, 'rule', { policy, action: 'allow' });
  });
  expect(found).toEqual([expect.stringMatching(/'edge #1': what has { } # or " in its name is not found/)]);
});

test('a rule to stand beside must be there', async () => {
  const lost = declared({ place: { before: existing('access-rule', 'edge-access/Block most') } });
  expect(words(await plan(rig, lost))).toMatch(/access control rule edge-access\/Block most/);
});

test.each<[Partial<AccessRuleProps>, RegExp]>([
  [
    { place: { before: existing('access-rule', 'other/Block all') } },
    /place: 'other\/Block all' is no rule of edge-access/,
  ],
  [
    { place: { before: existing('access-rule', 'edge-access/a/b') } },
    /place: the name of 'edge-access\/a\/b' has a slash/,
  ],
  [
    { place: { before: existing('access-rule', 'edge-access/Block #1') } },
    /access control rule 'edge-access\/Block #1': what has { } # or " in its name is not found/,
  ],
  [
    { place: { after: existing('access-rule', 'edge-access/Block {all}') } },
    /access control rule 'edge-access\/Block {all}': what has { } # or " in its name is not found/,
  ],
  [{ name: 'pune: in' }, /name: 'pune: in' is not a valid name: write it without :/],
  [{ action: 'monitor' }, /logging: a rule that monitors logs the end to the FMC/],
  [{ action: 'block', logging: { end: true } }, /logging: a connection that is blocked has no end/],
  [{ logging: { toFmc: true } }, /logging: there is no event to send/],
  [{ sourcePorts: ['icmp'] }, /sourcePorts: icmp has none: write tcp or udp/],
  [
    { sourcePorts: ['tcp/1024-65535'], destinationPorts: ['udp/53'] },
    /sourcePorts: ports of both sides are of one protocol/,
  ],
  [{ destinationPorts: ['tcp/70000'] }, /destinationPorts.*'tcp\/70000' is not a valid port/],
])('%j is refused', (props, message) => {
  const found = problemsIn((stack) => {
    const center = fmc(stack);
    const policy = AccessPolicy.fromExisting(center, 'policy', 'edge-access');
    new AccessRule(center, 'rule', { policy, action: 'allow', ...props });
  });
  expect(found).toEqual([expect.stringMatching(message)]);
});
