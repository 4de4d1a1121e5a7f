import { existing } from '../../../constructs/core/device-object';
import { AccessPolicy, AccessRule, NetworkObject, TunnelInterface } from 'tunnelwright';
import { titled } from '../../../lib/cli/output/report';
import { plain, showPlan } from '../../../lib/plan/show';
import type { Manifest } from '../../../lib/run/manifest';
import type { ReadTarget } from '../../../lib/run/target-result';
import { actions, apply, drift, left, plan, rollback, states, words } from '../../support/engine';
import { startRig, type Rig } from '../../support/rig';
import { fmc, manifestOf } from '../../support/scenario';
import { scenario } from '../008-fmc-level-1/network';

/** What somebody renames on an FMC is ours still; what somebody makes again under our name is not. */
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
const named = (collection: string, name: string): Shown | undefined => at(collection).find((one) => one.name === name);
const rulesAt = (): string => `policy/accesspolicies/${at('policy/accesspolicies')[0]!.id}/accessrules`;
const networks = 'object/networks';
const rename = (collection: string, from: string, to: string): string => {
  const { id } = named(collection, from)!;
  rig.fmc.edit(collection, id, { name: to });
  return id;
};
const settle = (): void => rig.fmc.deployAs('admin', ['mumbai-pair', 'branch-ftd']);

const rule = (value = '10.20.0.0/16'): Manifest =>
  manifestOf((stack) => {
    const center = fmc(stack);
    new AccessRule(center, 'rule', {
      name: 'from pune',
      policy: AccessPolicy.fromExisting(center, 'policy', 'edge-access'),
      place: { before: existing('access-rule', 'edge-access/Block all') },
      action: 'allow',
      sourceNetworks: [new NetworkObject(center, 'pune', { name: 'pune', value })],
    });
  });
const onlyNetwork = (...names: readonly string[]): Manifest =>
  manifestOf((stack) => {
    const center = fmc(stack);
    for (const name of names) new NetworkObject(center, name, { value: '10.20.0.0/16' });
  });
const nothing = manifestOf((stack) => void fmc(stack));

const applied = async (manifest: Manifest, how: Parameters<typeof apply>[2] = {}): Promise<void> => {
  const ended = await apply(rig, manifest, how);
  expect([states(ended), words(ended)]).toEqual([{ fmc: 'applied' }, '']);
};
const rolledBack = async (manifest: Manifest, run: string): Promise<void> => {
  const ended = await rollback(rig, manifest, run);
  expect([states(ended), ended.flatMap(({ problems }) => problems)]).toEqual([{ fmc: 'applied' }, []]);
};
const shown = async (manifest: Manifest): Promise<string> => {
  const [ended] = await plan(rig, manifest);
  return showPlan(titled(ended as ReadTarget), plain, { steps: false, undo: false }).join('\n');
};
const drifted = async (manifest: Manifest): Promise<string> => {
  const [ended] = await drift(rig, manifest);
  return showPlan(titled(ended as ReadTarget), plain, { steps: false, undo: false, wording: 'drift' }).join('\n');
};
/** The ledger as an earlier version wrote it: without ids. */
const forgetIds = async (): Promise<void> => {
  const ledger = await rig.store.read('net/fmc');
  const entries = ledger.entries.map((entry) => {
    const { assigned, ...content } = entry.content as { readonly assigned?: object };
    expect(assigned === undefined).toBe(false);
    return { ...entry, content };
  });
  await rig.store.write({ ...ledger, entries });
};

describe('an access rule of ours that somebody renames', () => {
  test('is drift, gets its name back, and is not made a second time', async () => {
    await applied(rule());
    const id = rename(rulesAt(), 'from pune', 'temporary');
    settle();
    expect(await drifted(rule())).toMatch(/1 changed[^]*- name: from pune\n\s+\+ name: temporary/);
    expect(await shown(rule())).toMatch(/1 to change[^]*- name: temporary\n\s+\+ name: from pune/);
    await applied(rule());
    expect(at(rulesAt()).map(({ name }) => name)).toEqual(['Admins', 'from pune', 'Block all']);
    expect(named(rulesAt(), 'from pune')!.id).toBe(id);
    expect(left(await plan(rig, rule()))).toEqual([]);
  });

  test('goes when it is no longer declared: no allow stays in force', async () => {
    await applied(rule());
    rename(rulesAt(), 'from pune', 'temporary');
    settle();
    expect(await shown(nothing)).toMatch(/- access control rule from pune[^]*- name: temporary/);
    await applied(nothing, { run: 'gone' });
    expect(at(rulesAt()).map(({ name }) => name)).toEqual(['Admins', 'Block all']);
    expect(await rig.store.read('net/fmc')).toMatchObject({ entries: [] });
  });

  test('comes back by a rollback under the name that it had, and is ours', async () => {
    await applied(rule());
    rename(rulesAt(), 'from pune', 'temporary');
    settle();
    await applied(nothing, { run: 'gone' });
    await rolledBack(nothing, 'gone');
    expect(at(rulesAt()).map(({ name }) => name)).toEqual(['Admins', 'temporary', 'Block all']);
    expect(actions(await plan(rig, rule()))).toEqual(['fmc update access-rule/edge-access/from pune']);
    expect(states(await apply(rig, nothing))).toEqual({ fmc: 'applied' });
    expect(at(rulesAt()).map(({ name }) => name)).toEqual(['Admins', 'Block all']);
  });

  test('has the name that somebody gave it again after a rollback of the run that took it away', async () => {
    await applied(rule());
    const id = rename(rulesAt(), 'from pune', 'temporary');
    settle();
    await applied(rule(), { run: 'back' });
    await rolledBack(rule(), 'back');
    expect(named(rulesAt(), 'temporary')!.id).toBe(id);
    expect(actions(await plan(rig, rule()))).toEqual(['fmc update access-rule/edge-access/from pune']);
  });

  test('is not written over where another one has its name by now, and goes alone', async () => {
    await applied(rule());
    const id = rename(rulesAt(), 'from pune', 'temporary');
    const place = { section: 'default' };
    rig.fmc.touch({ collection: rulesAt(), body: { name: 'from pune', action: 'BLOCK' }, devices: [], place });
    settle();
    expect(words(await apply(rig, rule(), { adopt: true }))).toContain(
      'accessrules:edge-access/from pune: ours was renamed to temporary there, and another one has its name: rename or remove that one there',
    );
    expect(named(rulesAt(), 'temporary')!.id).toBe(id);
    await applied(nothing);
    expect(at(rulesAt()).map(({ name }) => name)).toEqual(['Admins', 'Block all', 'from pune']);
  });
});

describe('a network that somebody renames', () => {
  test('is ours where a rule refers to it, in any case of its letters', async () => {
    await applied(rule());
    const id = rename(networks, 'pune', 'Mumbai');
    settle();
    expect(actions(await plan(rig, rule()))).toEqual(['fmc update network-object/pune']);
    await applied(rule());
    expect(named(networks, 'pune')!.id).toBe(id);
    rename(networks, 'pune', 'PUNE');
    settle();
    await applied(rule());
    expect(named(networks, 'pune')!.id).toBe(id);
    expect(left(await plan(rig, rule()))).toEqual([]);
  });

  test('in the program as on the FMC, it is the same one, and nothing is made or deleted', async () => {
    await applied(onlyNetwork('pune'));
    const id = rename(networks, 'pune', 'pune-lan');
    settle();
    expect(left(await plan(rig, onlyNetwork('pune-lan')))).toEqual([]);
    expect(states(await apply(rig, onlyNetwork('pune-lan')))).toEqual({ fmc: 'unchanged' });
    expect(await rig.store.read('net/fmc')).toMatchObject({ entries: [{ address: 'network-object/pune-lan' }] });
    await applied(nothing);
    expect(at(networks).some((one) => one.id === id)).toBe(false);
  });

  test('of two whose names somebody has exchanged each is what it was, and nothing is written', async () => {
    await applied(onlyNetwork('a', 'b'));
    const [a, b] = [named(networks, 'a')!.id, named(networks, 'b')!.id];
    rename(networks, 'a', 'c');
    rename(networks, 'b', 'a');
    rename(networks, 'c', 'b');
    settle();
    expect(words(await apply(rig, onlyNetwork('a', 'b')))).toContain('ours was renamed to b there');
    await applied(onlyNetwork());
    expect(at(networks).filter(({ id }) => id === a || id === b)).toEqual([]);
  });

  test('an old ledger knows no ids: it goes on by names, and learns them with the next apply', async () => {
    await applied(onlyNetwork('pune'));
    await forgetIds();
    expect(left(await plan(rig, onlyNetwork('pune')))).toEqual([]);
    expect(states(await apply(rig, onlyNetwork('pune')))).toEqual({ fmc: 'unchanged' });
    rename(networks, 'pune', 'theirs');
    settle();
    expect(actions(await plan(rig, nothing))).toEqual(['fmc delete network-object/pune']);
  });
});

describe('what somebody deletes and makes again under our name', () => {
  const replace = (): string => {
    rig.fmc.remove(networks, named(networks, 'pune')!.id);
    const body = { name: 'pune', value: '10.99.0.0/16' };
    const id = rig.fmc.touch({ collection: networks, body, devices: [] });
    settle();
    return id;
  };

  test('is not ours: it is not changed without --adopt, and drift says that ours is gone', async () => {
    await applied(onlyNetwork('pune'));
    const id = replace();
    expect(words(await apply(rig, onlyNetwork('pune')))).toContain(
      'networkaddresses:pune already exists on fmc and is not managed by Tunnelwright',
    );
    const gone =
      'networkaddresses:pune: the one that is managed here is gone from fmc, and another one has its name, which is not ours';
    expect(await shown(onlyNetwork('pune'))).toContain(gone);
    expect(await drifted(onlyNetwork('pune'))).toMatch(/0 changed, 1 gone[^]*- network object pune/);
    expect(await drifted(onlyNetwork('pune'))).toContain(gone);
    expect(named(networks, 'pune')).toMatchObject({ id, value: '10.99.0.0/16' });
  });

  test('is adopted with --adopt, and given up as it was by a rollback', async () => {
    await applied(onlyNetwork('pune'));
    const id = replace();
    await applied(onlyNetwork('pune'), { adopt: true, run: 'taken' });
    expect(named(networks, 'pune')).toMatchObject({ id, value: '10.20.0.0/16' });
    expect(left(await plan(rig, onlyNetwork('pune')))).toEqual([]);
    await rolledBack(onlyNetwork('pune'), 'taken');
    expect(named(networks, 'pune')).toMatchObject({ id, value: '10.99.0.0/16' });
    expect(await rig.store.read('net/fmc')).toMatchObject({ entries: [] });
  });

  test('stays when the program declares it no more, and a rollback of the run that made ours does not delete it', async () => {
    await applied(onlyNetwork('pune'), { run: 'made' });
    const id = replace();
    await rolledBack(onlyNetwork('pune'), 'made');
    expect(named(networks, 'pune')!.id).toBe(id);
    expect(await shown(nothing)).not.toContain('to delete');
    expect(states(await apply(rig, nothing))).toEqual({ fmc: 'unchanged' });
    expect(named(networks, 'pune')!.id).toBe(id);
  });

  test('the same where nothing is rolled back', async () => {
    await applied(onlyNetwork('pune'));
    const id = replace();
    expect(await shown(nothing)).toMatch(/No changes[^]*the one that is managed here is gone/);
    expect(states(await apply(rig, nothing))).toEqual({ fmc: 'unchanged' });
    expect([named(networks, 'pune')!.id, (await rig.store.read('net/fmc')).entries]).toEqual([id, []]);
  });
});

test('requests: no plan asks more than before, also where something was renamed', async () => {
  await applied(rule());
  const asked = async (manifest: Manifest): Promise<number> => {
    const before = rig.fmc.log.length;
    await plan(rig, manifest);
    return rig.fmc.log.length - before;
  };
  const usual = await asked(rule());
  rename(rulesAt(), 'from pune', 'temporary');
  settle();
  expect(await asked(rule())).toBe(usual);
});

const levelOne = (variant: 'whole' | 'nothing'): Manifest => manifestOf((stack) => scenario.declare(stack, variant));

describe('a VPN with all that is in it', () => {
  beforeEach(() => Object.assign(process.env, scenario.secrets));
  afterEach(() => Object.keys(scenario.secrets ?? {}).forEach((name) => delete process.env[name]));
  const topologies = 'policy/ftds2svpns';

  test('is renamed back as the one object that it is: its ends and settings are found in it', async () => {
    await applied(levelOne('whole'));
    const id = rename(topologies, 'partner', 'theirs');
    settle();
    expect(actions(await plan(rig, levelOne('whole')))).toEqual(['fmc update vpn-topology/partner']);
    await applied(levelOne('whole'));
    expect(at(topologies)).toMatchObject([{ id, name: 'partner' }]);
    expect(left(await plan(rig, levelOne('whole')))).toEqual([]);
  });

  test('goes whole under the name that somebody gave it', async () => {
    await applied(levelOne('whole'));
    rename(topologies, 'partner', 'theirs');
    settle();
    await applied(levelOne('nothing'));
    expect(at(topologies)).toEqual([]);
  });

  test('a tunnel interface of our number that somebody has made anew is not ours', async () => {
    const declared = manifestOf((stack) => {
      const address = { address: '169.254.7.1/30', source: 'outside' };
      new TunnelInterface(fmc(stack).ftd('branch-ftd'), 'vti', { name: 'Tunnel7', ifname: 'to-hub', ...address });
    });
    await applied(declared);
    const device = at('devices/devicerecords').find(({ name }) => name === 'branch-ftd')!;
    const tunnels = `devices/devicerecords/${device.id}/virtualtunnelinterfaces`;
    const { id: first, ifname, tunnelId, ipv4, tunnelSource } = at(tunnels)[0] as Shown & Record<string, object>;
    rig.fmc.remove(tunnels, first);
    const body = { ifname, tunnelId, ipv4, tunnelSource, tunnelType: 'STATIC' };
    rig.fmc.touch({ collection: tunnels, body, devices: [] });
    settle();
    expect(words(await plan(rig, declared))).toContain('is not managed by Tunnelwright');
    expect(states(await apply(rig, nothing))).toEqual({ fmc: 'unchanged' });
    expect(at(tunnels)).toHaveLength(1);
  });
});
