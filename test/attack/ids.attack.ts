import { FtdBgp, NatPolicy, NetworkObject, PolicyAssignment } from 'tunnelwright';
import { renameObject } from '../../lib/run/ledger/corrections';
import type { Manifest } from '../../lib/run/manifest';
import { actions, apply, left, plan, rollback, states, words } from '../support/engine';
import { startRig, type Rig } from '../support/rig';
import { fmc, manifestOf } from '../support/scenario';

/** Whose an object of an FMC is, where people, ledgers and ways back disagree: nothing of others is changed or deleted. */
interface Shown {
  readonly id: string;
  readonly name: string;
}
let rig: Rig;
beforeEach(async () => {
  rig = await startRig({ fmc: { deployMs: 0 } });
});
afterEach(() => rig.close());

const networks = 'object/networks';
const named = (name: string): Shown | undefined =>
  (rig.fmc.objects(networks) as readonly Shown[]).find((one) => one.name === name);
const declared = (...names: readonly string[]): Manifest =>
  manifestOf((stack) => {
    const center = fmc(stack);
    for (const name of names) new NetworkObject(center, name, { value: '10.20.0.0/16' });
  });
/** The same program, as the stack of another team. */
const ofOthers = (manifest: Manifest): Manifest => ({ ...manifest, stack: 'theirs' });
const applied = async (manifest: Manifest, how: Parameters<typeof apply>[2] = {}): Promise<void> => {
  const ended = await apply(rig, manifest, how);
  expect(states(ended)).toEqual({ fmc: 'applied' });
};
const byHand = (name: string, value: string): string =>
  rig.fmc.touch({ collection: networks, body: { name, value }, devices: [] });

test('an object whose address was changed by `state mv` and that was not renamed there is renamed as the one that it is', async () => {
  await applied(declared('pune'));
  const { id } = named('pune')!;
  await renameObject(rig.store, 'net/fmc', 'network-object/pune', 'network-object/mumbai');
  expect(actions(await plan(rig, declared('mumbai')))).toEqual(['fmc update network-object/mumbai']);
  const ended = await apply(rig, declared('mumbai'), { run: 'named' });
  expect([states(ended), words(ended)]).toEqual([{ fmc: 'applied' }, '']);
  expect([named('pune'), named('mumbai')?.id]).toEqual([undefined, id]);
  expect(left(await plan(rig, declared('mumbai')))).toEqual([]);
  const back = await rollback(rig, declared('mumbai'), 'named');
  expect([states(back), back.flatMap(({ problems }) => problems)]).toEqual([{ fmc: 'applied' }, []]);
  expect(named('pune')?.id).toBe(id);
  await applied(declared());
  expect(named('pune')).toBeUndefined();
});

describe('a run that made an object is taken back', () => {
  test('after another stack has taken it over: it stays', async () => {
    await applied(declared('pune'), { run: 'made' });
    await apply(rig, ofOthers(declared('pune')), { adopt: true });
    const ended = await rollback(rig, declared('pune'), 'made');
    expect(named('pune')).toBeDefined();
    expect(words(ended)).toContain('network-object/pune is there, and not managed here any more as it was by run made');
  });

  test('after it was deleted, made again by others, and given up by the program: theirs stays', async () => {
    await applied(declared('pune'), { run: 'made' });
    rig.fmc.remove(networks, named('pune')!.id);
    const id = byHand('pune', '10.20.0.0/16');
    await apply(rig, declared());
    await rollback(rig, declared(), 'made');
    expect(named('pune')?.id).toBe(id);
  });

  test('after it was taken out and made by others: theirs stays', async () => {
    await applied(declared('pune'), { run: 'made' });
    await applied(declared());
    const id = byHand('pune', '10.20.0.0/16');
    await rollback(rig, declared(), 'made');
    expect(named('pune')?.id).toBe(id);
  });
});

test('a run that deleted an object is taken back after others made the same: theirs is not ours', async () => {
  await applied(declared('pune'));
  await applied(declared(), { run: 'gone' });
  const id = byHand('pune', '10.20.0.0/16');
  await rollback(rig, declared(), 'gone');
  await apply(rig, declared());
  expect(named('pune')?.id).toBe(id);
});

test('a run that changed an object is taken back after another stack has taken it over: it is not written', async () => {
  await applied(declared('pune'));
  const changed = manifestOf((stack) => void new NetworkObject(fmc(stack), 'pune', { value: '10.21.0.0/16' }));
  await applied(changed, { run: 'edit' });
  await apply(rig, ofOthers(changed), { adopt: true });
  await rollback(rig, changed, 'edit');
  expect(named('pune')).toMatchObject({ value: '10.21.0.0/16' });
});

test('a name that was adopted after a replacement is given up by a rollback, and a second apply does not write it', async () => {
  await applied(declared('pune'));
  rig.fmc.remove(networks, named('pune')!.id);
  const id = byHand('pune', '10.99.0.0/16');
  await applied(declared('pune'), { adopt: true, run: 'taken' });
  await rollback(rig, declared('pune'), 'taken');
  expect(words(await apply(rig, declared('pune')))).toContain('is not managed by Tunnelwright');
  await apply(rig, declared());
  expect(named('pune')).toMatchObject({ id, value: '10.99.0.0/16' });
});

test('two stacks: what one renames by hand in the other is not taken twice', async () => {
  await applied(declared('pune'));
  await apply(rig, ofOthers(declared('pune')), { adopt: true });
  expect((await rig.store.read('net/fmc')).entries).toEqual([]);
  const { id } = named('pune')!;
  rig.fmc.edit(networks, id, { name: 'renamed' });
  await apply(rig, declared('pune'));
  const [mine] = [named('pune')!.id];
  expect(mine).not.toBe(id);
  await apply(rig, ofOthers(declared()));
  expect([named('renamed'), named('pune')?.id]).toEqual([undefined, mine]);
});

describe('a network of others that ours announces', () => {
  const announcing = (looked: boolean): Manifest =>
    manifestOf((stack) => {
      const center = fmc(stack);
      const own = new NetworkObject(center, 'own', { value: '10.40.0.0/16' });
      new FtdBgp(center.ftd('branch-ftd'), 'bgp', {
        asn: 65010,
        neighbors: [{ address: '192.0.2.9', remoteAs: 64512 }],
        networks: [own, ...(looked ? [NetworkObject.fromExisting(center, 'theirs', 'theirs')] : [])],
      });
    });
  const announced = (): unknown => rig.fmc.deployed('branch-ftd')!.bgp[0]?.['networks'];

  beforeEach(async () => {
    byHand('theirs', '10.99.0.0/16');
    await applied(announcing(true));
    expect(announced()).toEqual(['10.40.0.0/16', '10.99.0.0/16']);
  });
  const rename = (): void => {
    rig.fmc.edit(networks, named('theirs')!.id, { name: 'renamed' });
    rig.fmc.deployAs('admin', ['branch-ftd', 'mumbai-pair']);
  };

  test.each([
    ['and is called as ever', () => undefined],
    ['and that somebody renames', rename],
  ])('%s, is announced no more when the program does not name it', async (_what, change) => {
    change();
    await applied(announcing(false));
    expect(announced()).toEqual(['10.40.0.0/16']);
    expect(left(await plan(rig, announcing(false)))).toEqual([]);
  });

  test('is announced no more when nothing is declared, whatever it is called', async () => {
    rename();
    await applied(declared());
    expect(announced()).toBeUndefined();
    expect(named('renamed')).toBeDefined();
  });
});

test('a firewall that the program takes out of the devices of a policy has it no more', async () => {
  const assigned = (...devices: readonly string[]): Manifest =>
    manifestOf((stack) => {
      const center = fmc(stack);
      const policy = NatPolicy.fromExisting(center, 'nat', 'edge-nat');
      new PolicyAssignment(center, 'assignment', { policy, devices: devices.map((name) => center.ftd(name)) });
    });
  const targets = (): readonly unknown[] =>
    (rig.fmc.objects('assignment/policyassignments') as readonly { readonly targets: readonly Shown[] }[]).flatMap(
      (one) => one.targets.map(({ name }) => name),
    );
  await applied(assigned('mumbai-pair', 'branch-ftd'));
  expect(targets()).toHaveLength(2);
  await applied(assigned('mumbai-pair'));
  expect(targets()).toEqual(['mumbai-pair']);
  expect(left(await plan(rig, assigned('mumbai-pair')))).toEqual([]);
});
